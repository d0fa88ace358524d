import type { Unwrapped } from './unwrapped.js';

const tagCharsMax = 200;

/** `[pod/api-7d9/app] text` of kubectl, `[api] text` of many starters. The tag is one word; the runtime's own rows in brackets hold several. */
export function unwrapBracketPrefix(line: string): Unwrapped | null {
  if (line.charCodeAt(0) !== 91) return null;
  const close = line.indexOf(']');
  if (close < 2 || close > tagCharsMax) return null;
  const tag = line.slice(1, close);
  if (/[\s:{}"]/.test(tag)) return null;
  if (close === line.length - 1) return { text: '', source: tag, partial: 'no' };
  const next = line.charCodeAt(close + 1);
  if (next !== 32 && !(next === 58 && line.charCodeAt(close + 2) === 32)) return null;
  return { text: line.slice(close + (next === 32 ? 2 : 3)), source: tag, partial: 'no' };
}
