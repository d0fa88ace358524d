import {
  eventSchema,
  type Event,
  type EventKind,
  type EventOf,
  type JsonObject,
  type RawRecord,
} from '@faultline/model';
import { parseRecord } from '../json/parse-record.js';
import { sourceNormalisers } from '../registry.js';
import { isFailure, type NormaliseFailure, type SourceNormaliser } from '../source-normaliser.js';

/** A record as a reader would hand it on. */
export function recordOf(text: string): RawRecord {
  return {
    id: '0123456789abcdef0123456789abcdef',
    path: 'records.jsonl',
    line: 7,
    offset: 70,
    length: text.length,
    text,
  };
}

/** Text of a document; text stays as it is, for numbers that JavaScript cannot write. */
function textOfDocument(document: unknown): string {
  return typeof document === 'string' ? document : JSON.stringify(document);
}

/** The names of all sources that claim a document. More than one is a bug. */
export function recognisers(document: JsonObject): readonly string[] {
  return sourceNormalisers.filter((source) => source.recognises(document)).map((source) => source.name);
}

/**
 * What the one source that recognises a document makes of it, with every event checked against the model. `source` must be in the registry:
 * a test of a source that nobody asks would prove nothing.
 */
export function normaliseWith(source: string, document: unknown): readonly Event[] | NormaliseFailure {
  const text = textOfDocument(document);
  const parsed = parseRecord(text);
  if (!('value' in parsed)) throw new Error(`not JSON: ${parsed.reason}`);
  // A test passes documents, never a bare value.
  const value = parsed.value as JsonObject;
  const claims = recognisers(value);
  if (claims.join() !== source)
    throw new Error(`recognised by [${claims.join(', ')}], not by ${source} alone`);
  return checked(normaliserNamed(source).normalise(value, recordOf(text)));
}

function normaliserNamed(name: string): SourceNormaliser {
  const found = sourceNormalisers.find((source) => source.name === name);
  if (found === undefined) throw new Error(`${name} is not in the registry`);
  return found;
}

/** Throws where an event does not fit the model, or says other fields than the model. */
export function checked(result: readonly Event[] | NormaliseFailure): readonly Event[] | NormaliseFailure {
  if (!isFailure(result)) for (const event of result) eventSchema.parse(event);
  return result;
}

/** The only event of a document, of the kind that the test expects. */
export function onlyEvent<K extends EventKind>(source: string, kind: K, document: unknown): EventOf<K> {
  const result = normaliseWith(source, document);
  if (isFailure(result)) throw new Error(`${result.code}: ${result.reason}`);
  const [event, ...more] = result;
  if (event === undefined || more.length > 0) throw new Error(`${result.length} events instead of one`);
  if (!isKind(event, kind)) throw new Error(`${event.kind} instead of ${kind}`);
  return event;
}

function isKind<K extends EventKind>(event: Event, kind: K): event is EventOf<K> {
  return event.kind === kind;
}

export function failureOf(source: string, document: unknown): NormaliseFailure {
  const result = normaliseWith(source, document);
  if (!isFailure(result)) throw new Error(`${result.length} events instead of a failure`);
  return result;
}
