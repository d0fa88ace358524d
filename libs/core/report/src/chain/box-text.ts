import { shortenMiddle } from '../text/visible-text.js';

// East Asian wide characters and emoji take two cells of a monospaced line (Unicode TR 11).
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3fffd}\ufdfd]/u;

export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += wide.test(character) ? 2 : 1;
  return cells;
}

function fit(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  let length = cells;
  while (length > 2 && cellsOf(shortenMiddle(text, length)) > cells) length -= 1;
  return shortenMiddle(text, length);
}

/** At most two lines of `cells` cells; breaks after a separator where one is near the end of the line, else anywhere. */
export function boxLines(text: string, cells: number): readonly string[] {
  if (cellsOf(text) <= cells) return [text];
  const whole = fit(text, cells * 2 - 2);
  const characters = Array.from(whole);
  let used = 0;
  let room = 0;
  while (room < characters.length && used + cellsOf(characters[room] ?? '') <= cells) {
    used += cellsOf(characters[room] ?? '');
    room += 1;
  }
  let cut = room;
  for (let index = room; index > room - 8 && index > 1; index -= 1)
    if (/[\s/\\.:@_,;=-]/u.test(characters[index - 1] ?? '')) {
      cut = index;
      break;
    }
  return [characters.slice(0, cut).join('').trimEnd(), fit(characters.slice(cut).join('').trimStart(), cells)];
}
