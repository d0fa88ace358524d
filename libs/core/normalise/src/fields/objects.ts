import { isJsonObject, type JsonObject, type JsonValue } from '@faultline/model';

const empty: JsonObject = {};

/** The object, or an empty one, so that a missing group reads as missing fields. */
export function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : empty;
}

/** The objects of a list, at most `limit`; anything else reads as no objects. */
export function objectsOf(value: JsonValue | undefined, limit: number): readonly JsonObject[] {
  if (!Array.isArray(value)) return [];
  const values: readonly JsonValue[] = value;
  return values.slice(0, limit).filter(isJsonObject);
}
