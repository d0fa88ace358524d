/** Styles of a terminal, or none. Text from outside has passed `visibleText`, so it holds no escape of its own. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly soft: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const plain = (text: string): string => text;
const style =
  (code: number) =>
  (text: string): string =>
    `\u001b[${String(code)}m${text}\u001b[0m`;

export function paint(color: boolean): Paint {
  return color
    ? { bold: style(1), soft: style(2), red: style(31), green: style(32), yellow: style(33) }
    : { bold: plain, soft: plain, red: plain, green: plain, yellow: plain };
}
