import { shortenMiddle } from '../text/visible-text.js';

// East Asian wide characters and emoji take two cells of a monospaced line (Unicode TR 11).
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3fffd}\ufdfd]/u;

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

/** Two lines broken after a separator, or null where none stands at the right place. */
function brokenAtSeparator(text: string, cells: number): readonly [string, string] | null {
  const characters = Array.from(text);
  for (let at = characters.length - 1; at > 1; at -= 1) {
    const [first, second] = [
      characters.slice(0, at).join('').trimEnd(),
      characters.slice(at).join('').trimStart(),
    ];
    if (cellsOf(second) > cells) return null;
    if (cellsOf(first) <= cells && /[\s/\\.:@_,;=…-]/u.test(characters[at - 1] ?? '')) return [first, second];
  }
  return null;
}

/** At most two lines of `cells` cells; breaks after a separator if it can, giving up a few characters of the middle for that. */
export function boxLines(text: string, cells: number): readonly string[] {
  if (cellsOf(text) <= cells) return [text];
  const broken =
    brokenAtSeparator(text, cells) ??
    brokenAtSeparator(fit(text, cells * 2 - 1), cells) ??
    brokenAtSeparator(fit(text, cells * 2 - 5), cells);
  if (broken !== null) return broken;
  const characters = Array.from(fit(text, cells * 2 - 1));
  let full = characters.length;
  while (full > 1 && cellsOf(characters.slice(0, full).join('')) > cells) full -= 1;
  return [characters.slice(0, full).join(''), fit(characters.slice(full).join(''), cells)];
}
