import { isJsonObject, maskSecrets, type JsonObject, type JsonValue, type RawRecord } from '@faultline/model';
import { parseRecord } from './json/parse-record.js';
import { sourceNormalisers, textNormaliserFactories } from './registry.js';
import { timedJson } from './timed-json.js';

/**
 * What a record says beyond its events, as nested JSON; nothing is dropped, only left in the raw record until someone asks. Null when the
 * record is no known document. `header` is the first line of a CSV source.
 */
export function unmapped(record: Pick<RawRecord, 'text'>, header?: string): JsonValue | null {
  const parsed = parseRecord(record.text);
  if (!('value' in parsed)) return unmappedText(record.text, header);
  const document = parsed.value;
  if (!isJsonObject(document)) return document;
  const source = sourceNormalisers.find((candidate) => candidate.recognises(document)) ?? timedJson;
  return masked(without(document, new Set(source.mappedFields), ''));
}

function unmappedText(text: string, header: string | undefined): JsonValue | null {
  for (const create of textNormaliserFactories) {
    const source = create();
    if (header !== undefined && source.recognisesLine(header)) source.unmappedOf(header);
    if (source.recognisesLine(text) || (header !== undefined && source.recognisesLine(header)))
      return masked(source.unmappedOf(text));
  }
  return null;
}

/** The document without its mapped paths; an object that keeps nothing goes too. A mapped path covers everything below it. */
function without(document: JsonObject, mapped: ReadonlySet<string>, prefix: string): JsonObject {
  const rest: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(document)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (mapped.has(path)) continue;
    if (!isJsonObject(value)) {
      rest.push([key, value]);
      continue;
    }
    const inner = without(value, mapped, path);
    if (Object.keys(inner).length > 0 || Object.keys(value).length === 0) rest.push([key, inner]);
  }
  // fromEntries defines, it never calls the `__proto__` setter.
  return Object.fromEntries(rest);
}

/** Names of values that are secrets whatever they look like. */
const secretName = /token|secret|password|authorization|cookie/i;

/** What is left over goes to people and reports, so it is masked like every other output. */
function masked(value: JsonValue, name = ''): JsonValue {
  if (typeof value === 'string')
    return secretName.test(name) && value !== '' ? '[masked]' : maskSecrets(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => masked(item, name));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, JsonValue] => [key, masked(item, key)]),
  );
}
