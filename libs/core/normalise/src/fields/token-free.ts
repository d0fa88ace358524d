import { maskSecrets, type Event, type JsonValue } from '@faultline/model';
import { isFailure, type SourceNormaliser } from '../source-normaliser.js';

/**
 * The same source, with a last guard: no event leaves it with a bearer token in any field, wherever the sender put one. Costs a search
 * of the record's text; only a record that may hold a token is looked at field by field. Where a field is a join key, its own reader
 * drops the token first (`tokenFreeIdOf`), because a mask would join what does not belong together.
 */
export function tokenFree(source: SourceNormaliser): SourceNormaliser {
  return {
    ...source,
    normalise(document, record) {
      const result = source.normalise(document, record);
      return isFailure(result) || !mayHoldToken(record.text) ? result : result.map(maskEvent);
    },
  };
}

/** Every JOSE header starts with `eyJ` (RFC 7515 §3.1). JSON may write any of the three as an escape. */
function mayHoldToken(text: string): boolean {
  return text.includes('eyJ') || text.includes('\\u');
}

function maskEvent(event: Event): Event {
  // Masking replaces strings by strings, so the shape of the event is kept.
  return maskValue(event) as Event;
}

function maskValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.includes('eyJ') ? maskSecrets(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(maskValue);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskValue(inner)]));
}
