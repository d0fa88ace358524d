import { maskSecrets } from '@faultline/model';

// Characters that change how a reader sees the text around them, or that a terminal obeys: C0 and C1 controls, bidirectional controls
// (Unicode TR 9; "Trojan Source", CVE-2021-42574), zero-width characters, line separators, tags, and half of a surrogate pair.
const deceptive =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;
// More than three marks on one letter is decoration that runs over the neighbouring lines.
const piledMarks = /(\p{M}{3})\p{M}+/gu;
/** A secret that starts inside the part that is kept must be seen whole by the masking; no real token header is longer. */
const maskMarginChars = 4096;

function nameOf(character: string): string {
  if (character === '\n' || character === '\r') return '⏎';
  if (character === '\t') return ' ';
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/**
 * Text of unknown origin as one harmless line: secrets masked, controls shown by name, at most `limit` characters (the rest is counted).
 * Every renderer escapes the result once more for its own format. Linear in `limit`, whatever the length of the text.
 */
export function visibleText(text: string, limit = 300): string {
  const masked = maskSecrets(text.slice(0, limit + maskMarginChars));
  const kept = Array.from(masked.slice(0, limit * 2))
    .slice(0, limit)
    .join('');
  const shown = kept.replace(deceptive, nameOf).replace(piledMarks, '$1');
  const lost = text.length > limit + maskMarginChars || masked.length > kept.length;
  return lost ? `${shown}… (${String(text.length)} characters)` : shown;
}

/** Several lines of a raw record: like `visibleText`, but line breaks stay. */
export function visibleLines(text: string, limit: number): readonly string[] {
  const masked = maskSecrets(text.slice(0, limit + maskMarginChars));
  const lines = masked
    .slice(0, limit)
    .split(/\r\n|\n|\r/u)
    .map((line) => line.replace(/\t/gu, '  ').replace(deceptive, nameOf).replace(piledMarks, '$1'));
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return text.length > limit ? [...lines, `… (${String(text.length)} characters in all)`] : lines;
}

/** Keeps both ends, since the end of a path or a digest tells more than its middle. */
export function shortenMiddle(text: string, limit: number): string {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const tail = Math.floor((limit - 1) * 0.55);
  return `${characters.slice(0, limit - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
}
