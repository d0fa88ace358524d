import { callersMax } from './probe-definition.js';
import type { ProbeHit } from './probe-hit.js';

/** `    comm-TID   (  PID) [CPU] flags seconds.micros: event: (0xIP) name=value …`. The name of a thread may hold anything, so it is matched last. */
const form =
  /^\s*(.*)-(\d{1,10})\s+(?:\(\s*(\d{1,10}|-+)\)\s+)?\[\d+\]\s+\S+\s+(\d{1,10})\.(\d{6}): (\w+): \(0x[0-9a-f]+\) (.*)$/s;

/** Reads a line of our own event; null for anything else. Bounded by the length of the line. */
export function readHit(line: string, event: string): ProbeHit | null {
  const match = form.exec(line);
  if (match === null || match[6] !== event) return null;
  const [, command = '', threadId = '', processId = '', seconds = '', micros = '', , values = ''] = match;
  const value = valuesOf(values);
  const instruction = value('ip');
  if (instruction === null) return null;
  return {
    sinceBootUs: Number(seconds) * 1_000_000 + Number(micros),
    threadId: Number(threadId),
    processId: /^\d+$/.test(processId) ? Number(processId) : null,
    command: command.replace(/[^\x20-\x7e]/g, '?').slice(0, 16),
    instruction,
    textAddress: value('text'),
    textBytes: value('size'),
    goroutine: value('goid'),
    parent: value('parent'),
    createdAt: value('from'),
    returnAddresses: addresses(value),
  };
}

type Value = (name: string) => number | null;

/** `(fault)` and words beyond 2^53, which are no addresses of user space, count as not read. */
function valuesOf(text: string): Value {
  const found = new Map<string, number>();
  for (const [, name = '', word = ''] of text.matchAll(/(\w+)=(0x[0-9a-f]{1,16}|\d{1,20})(?= |$)/g)) {
    const value = Number(word);
    if (Number.isSafeInteger(value)) found.set(name, value);
  }
  return (name) => found.get(name) ?? null;
}

function addresses(value: Value): readonly number[] {
  const found: number[] = [];
  for (let level = 0; level < callersMax; level += 1) {
    const address = value(`r${level}`);
    if (address === null || address === 0) break;
    found.push(address);
  }
  return found;
}

/** `CPU:1 [LOST 23 EVENTS]`: the ring buffer was full. 0 for any other line. */
export function lostEvents(line: string): number {
  return Number(/^CPU:\d+ \[LOST (\d{1,15}) EVENTS\]$/.exec(line.trim())?.[1] ?? 0);
}
