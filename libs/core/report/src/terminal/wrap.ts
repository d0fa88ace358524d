import { cellsOf } from '../chain/box-text.js';
import { shortenMiddle } from '../text/visible-text.js';

export const lineCells = 100;

/** Cuts a line to the width of the page, keeping both ends. */
export function clip(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  let length = cells;
  while (length > 1 && cellsOf(shortenMiddle(text, length)) > cells) length -= 1;
  return shortenMiddle(text, length);
}

/** Breaks at spaces into lines of at most `cells`; the first starts with `lead`, the others are indented as far. At most `linesMax` lines. */
export function wrap(lead: string, text: string, linesMax: number, cells = lineCells): readonly string[] {
  const indent = ' '.repeat(cellsOf(lead));
  const room = cells - cellsOf(lead);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').map((part) => clip(part, room))) {
    if (line !== '' && cellsOf(line) + 1 + cellsOf(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  const kept =
    lines.length <= linesMax
      ? lines
      : [...lines.slice(0, linesMax - 1), clip(`${lines[linesMax - 1] ?? ''} …`, room)];
  return kept.map((own, index) => (index === 0 ? `${lead}${own}` : `${indent}${own}`));
}
