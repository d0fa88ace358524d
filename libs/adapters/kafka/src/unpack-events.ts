import { type Event, eventSchema } from '@faultline/model';
import { eventBytesMax, packedEventsMax } from './pack-events.js';

/** Bytes in the topic that are no event. The reason names no value, so it holds no secret. */
export interface PoisonLine {
  readonly reason: string;
  readonly bytes: Uint8Array;
}

export interface Unpacked {
  readonly events: readonly Event[];
  readonly poison: readonly PoisonLine[];
}

/** Other producers may pack more tightly than we do; a message of millions of tiny lines is an attack. */
const linesMax = packedEventsMax * 16;
const lineFeed = 10;
/** Each poison line is told and kept by itself, which a message of bad lines only would make costly; those beyond this are one. */
const poisonLinesMax = 100;

/**
 * The events of one message, in order. Whoever may write to the topic writes these bytes, so every line is checked against the schema of events. A line
 * that fails is poison and leaves its neighbours alone. Depth needs no bound of its own: the parser of V8 keeps its stack on the heap, within a few
 * times the bytes of the line, and the schema looks no deeper than an event goes.
 */
export function unpackEvents(value: Buffer | null): Unpacked {
  if (value === null) return poisoned('The message has no value.', new Uint8Array());
  const events: Event[] = [];
  const poison: PoisonLine[] = [];
  let lines = 0;
  for (let start = 0; start < value.length;) {
    const found = value.indexOf(lineFeed, start);
    const end = found === -1 ? value.length : found;
    if (++lines > linesMax) {
      poison.push({ reason: `The message has more than ${linesMax} lines.`, bytes: value.subarray(start) });
      break;
    }
    const result = end > start ? eventOf(value, start, end) : null;
    if (typeof result === 'string') poison.push({ reason: result, bytes: value.subarray(start, end) });
    else if (result !== null) events.push(result);
    start = end + 1;
  }
  if (events.length + poison.length === 0) return poisoned('The message is empty.', value);
  return { events, poison: bounded(poison) };
}

function bounded(poison: readonly PoisonLine[]): readonly PoisonLine[] {
  if (poison.length <= poisonLinesMax) return poison;
  const further = poison.slice(poisonLinesMax);
  const reason = `${further.length} further pieces of the message are no events. The last: ${further.at(-1)?.reason}`;
  const bytes = Buffer.concat(further.flatMap((line) => [line.bytes, Uint8Array.of(lineFeed)]));
  return [...poison.slice(0, poisonLinesMax), { reason, bytes }];
}

/** The event, or why it is none. */
function eventOf(value: Buffer, start: number, end: number): Event | string {
  if (end - start > eventBytesMax) return `The line is longer than ${eventBytesMax} bytes.`;
  let json: unknown;
  try {
    json = JSON.parse(value.toString('utf8', start, end));
  } catch {
    return 'The line is not JSON.';
  }
  const parsed = eventSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'the whole line');
  return `The line does not fit the schema of events: ${fields.join(', ')}.`;
}

function poisoned(reason: string, bytes: Uint8Array): Unpacked {
  return { events: [], poison: [{ reason, bytes }] };
}
