import { maskSecrets, type Event } from '@faultline/model';
import {
  isFailure,
  type NormaliseFailure,
  type SourceNormaliser,
  type TextNormaliserFactory,
} from '../source-normaliser.js';

/**
 * The same source, with a last guard: no event leaves it with a bearer token in any field, wherever and however encoded the sender put one.
 * Where a field is a join key, its own reader drops the token first (`tokenFreeIdOf`), because a mask would join what does not belong
 * together. Costs a search of every text of an event.
 */
export function tokenFree(source: SourceNormaliser): SourceNormaliser {
  return {
    ...source,
    normalise: (document, record) => guarded(source.normalise(document, record)),
  };
}

/** The same guard for a source of text lines. */
export function tokenFreeText(create: TextNormaliserFactory): TextNormaliserFactory {
  return () => {
    const source = create();
    return {
      name: source.name,
      kind: source.kind,
      recognisesLine: (text) => source.recognisesLine(text),
      normaliseLine: (text, record) => guarded(source.normaliseLine(text, record)),
      unmappedOf: (text) => source.unmappedOf(text),
    };
  };
}

/** The last guard itself, for events that no source of this registry made. */
export function guarded(result: readonly Event[] | NormaliseFailure): readonly Event[] | NormaliseFailure {
  return isFailure(result) || !result.some(mayHoldToken) ? result : result.map(maskEvent);
}

/** Every JOSE header starts with these three characters (RFC 7515 §3.1). */
const tokenStart = 'eyJ';

function mayHoldToken(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(tokenStart);
  return typeof value === 'object' && value !== null && Object.values(value).some(mayHoldToken);
}

function maskEvent(event: Event): Event {
  // Masking replaces strings by strings, so the shape of the event is kept.
  return maskValue(event) as Event;
}

function maskValue(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(tokenStart) ? maskSecrets(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(maskValue);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskValue(inner)]));
}
