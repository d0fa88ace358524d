import { visibleText } from './visible-text.js';

// Characters that build structure in CommonMark or GitHub's dialect. As numeric references they are only themselves (CommonMark 0.31, 2.5).
// An underscore inside a word is none of them.
const structural = /[\\`*{}[\]<>#!|~&$@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gu;
const reference = (character: string): string => `&#${String(character.codePointAt(0) ?? 0)};`;

/** Text of unknown origin inside a sentence or a table cell: one line, no markup, no link that makes itself. */
export function markdownText(text: string, limit = 300): string {
  return visibleText(text, limit)
    .replace(structural, reference)
    .replace(/:\/\//gu, '&#58;//')
    .replace(/\bwww\./giu, 'www&#46;')
    .replace(/\bmailto:/giu, 'mailto&#58;')
    .replace(/^\s*[-+=]/u, (start) => `${start.slice(0, -1)}${reference(start.slice(-1))}`);
}

/**
 * A key, path or name as code. A code span where its text cannot end one or split a table; else an HTML element whose text is all
 * references, which reads the same.
 */
export function markdownCode(text: string, limit = 160): string {
  const shown = visibleText(text, limit);
  if (shown.trim() === '') return '<code>&#32;</code>';
  if (!/[`|\\]/u.test(shown)) return `\`${shown.trim()}\``;
  return `<code>${markdownText(text, limit)}</code>`;
}

/** Raw lines as an indented block: no line of it can end the block or open another. */
export function markdownBlock(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n');
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
