import { isJsonObject, type JsonObject, type JsonValue, type RawRecord } from '@faultline/model';
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
  return without(document, new Set(source.mappedFields), '');
}

function unmappedText(text: string, header: string | undefined): JsonValue | null {
  for (const create of textNormaliserFactories) {
    const source = create();
    if (header !== undefined && source.recognisesLine(header)) return source.unmappedOf(text);
    if (source.recognisesLine(text)) return source.unmappedOf(text);
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
