/** Vitest gives the text of a file that is imported so. */
declare module '*.txt?raw' {
  const text: string;
  export { text as default };
}
