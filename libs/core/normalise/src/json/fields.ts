import { isJsonObject, type JsonObject, type JsonValue } from '@faultline/model';

const paths = new Map<string, readonly string[]>();

/**
 * The value at a dotted path, whether the document nests (`{"event":{"action":…}}`) or has flat names (`{"event.action":…}`); both are lawful
 * ECS. Paths are constants of the code, never input.
 */
export function at(document: JsonObject, path: string): JsonValue | undefined {
  const direct = document[path];
  if (direct !== undefined) return direct;
  let parts = paths.get(path);
  if (parts === undefined) {
    parts = path.split('.');
    paths.set(path, parts);
  }
  let value: JsonValue | undefined = document;
  for (const part of parts) {
    if (!isJsonObject(value)) return undefined;
    value = value[part];
  }
  return value;
}

/** Text of a string or number; null for anything else, for the empty string and for `-`, which Windows writes for "none". */
export function textOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value === '' || value === '-' ? null : value;
  return typeof value === 'number' ? String(value) : null;
}

export function textAt(document: JsonObject, path: string): string | null {
  return textOf(at(document, path));
}

/** Number of a number or of decimal or `0x` text; null for anything else. */
export function numberOf(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '' || value.length > 32) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

export function numberAt(document: JsonObject, path: string): number | null {
  return numberOf(at(document, path));
}

export function booleanOf(value: JsonValue | undefined): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'True') return true;
  return value === 'false' || value === 'False' ? false : null;
}

/** Strings of an array, or the one string. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

export function textsAt(document: JsonObject, path: string): readonly string[] {
  return textsOf(at(document, path));
}

export function objectAt(document: JsonObject, path: string): JsonObject | null {
  const value = at(document, path);
  return isJsonObject(value) ? value : null;
}
