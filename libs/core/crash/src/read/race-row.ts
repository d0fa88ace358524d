import { digitsEnd } from './goroutine-header.js';
import { isHex } from './signal-row.js';

export interface RaceAccessRow {
  readonly operation: 'read' | 'write';
  readonly previous: boolean;
  readonly address: string;
  readonly goroutine: number | null;
}

export interface RaceCreatedRow {
  readonly goroutine: number;
  readonly state: string;
}

const operations: readonly (readonly [string, RaceAccessRow['operation'], boolean])[] = [
  ['Read at 0x', 'read', false],
  ['Write at 0x', 'write', false],
  ['Atomic read at 0x', 'read', false],
  ['Atomic write at 0x', 'write', false],
  ['Previous read at 0x', 'read', true],
  ['Previous write at 0x', 'write', true],
  ['Previous atomic read at 0x', 'read', true],
  ['Previous atomic write at 0x', 'write', true],
];

/** `Previous write at 0x00c000094060 by goroutine 7:` and `Read at 0x… by main goroutine:`. Source: the ThreadSanitizer of Go, tsan_report.cpp. */
export function parseRaceAccess(text: string, from: number): RaceAccessRow | null {
  for (const [lead, operation, previous] of operations) {
    if (!text.startsWith(lead, from)) continue;
    const start = from + lead.length;
    let end = start;
    while (end < text.length && isHex(text.charCodeAt(end))) end++;
    const goroutine = byGoroutine(text, end);
    if (goroutine === undefined) return null;
    const address = text
      .slice(start, end)
      .toLowerCase()
      .replace(/^0+(?=.)/, '');
    return { operation, previous, address, goroutine };
  }
  return null;
}

function byGoroutine(text: string, from: number): number | null | undefined {
  if (text.startsWith(' by main goroutine', from)) return null;
  if (!text.startsWith(' by goroutine ', from)) return undefined;
  const end = digitsEnd(text, from + 14);
  return end === from + 14 ? undefined : Number(text.slice(from + 14, end));
}

/** `Goroutine 7 (running) created at:`. */
export function parseRaceCreated(text: string, from: number): RaceCreatedRow | null {
  if (!text.startsWith('Goroutine ', from)) return null;
  const idEnd = digitsEnd(text, from + 10);
  const close = text.indexOf(') created at:', idEnd);
  if (idEnd === from + 10 || close < 0 || close > idEnd + 40 || !text.startsWith(' (', idEnd)) return null;
  return { goroutine: Number(text.slice(from + 10, idEnd)), state: text.slice(idEnd + 2, close) };
}
