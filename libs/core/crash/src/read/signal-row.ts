import type { DumpSignal } from '../dump.js';

/** `[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a]`, on Windows `[signal 0xc0000005 code=0x0 addr=0x0 pc=0x4a]`. */
export function parseSignalRow(text: string): DumpSignal | null {
  if (!text.startsWith('[signal ')) return null;
  const from = 8;
  let to = from;
  while (to < text.length && isWord(text.charCodeAt(to))) to++;
  if (to === from) return null;
  return {
    name: text.slice(from, to),
    address: hexAfter(text, ' addr=0x'),
    code: hexAfter(text, ' code=0x'),
  };
}

/** `SIGQUIT: quit`, `SIGSEGV: segmentation violation`, `Exception 0xc0000005 0x0 0x0 0x7ff6`: how a dump starts that a signal asked for. */
export function parseSignalHead(text: string): DumpSignal | null {
  if (text.startsWith('Exception 0x'))
    return { name: text.slice(10).split(' ', 1)[0] ?? '', address: null, code: null };
  if (!text.startsWith('SIG')) return null;
  const colon = text.indexOf(': ');
  if (colon < 4 || colon > 10) return null;
  for (let at = 0; at < colon; at++) if (!isUpper(text.charCodeAt(at))) return null;
  return { name: text.slice(0, colon), address: null, code: null };
}

function hexAfter(text: string, mark: string): string | null {
  const found = text.indexOf(mark);
  if (found < 0) return null;
  const from = found + mark.length;
  let to = from;
  while (to < text.length && isHex(text.charCodeAt(to))) to++;
  return to === from ? null : text.slice(from, to).toLowerCase();
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || isUpper(code) || (code >= 97 && code <= 122);
}

export function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}
