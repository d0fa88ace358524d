import fc from 'fast-check';
import { isJsonObject, type JsonObject, type JsonValue } from '@faultline/model';
import { sourceNormalisers } from '../registry.js';
import { isFailure } from '../source-normaliser.js';
import { checked, recognisers, recordOf } from './normalise-document.js';

export const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';

/** What senders of broken or forged records put in place of a value. */
const hostileValues: readonly JsonValue[] = [
  '',
  '-',
  'x',
  token,
  `Bearer ${token}`,
  '1e400',
  '-1',
  '2026-02-30T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '%E0%A4%A',
  0,
  -1,
  0.5,
  1e21,
  1e-7,
  1e300,
  Number.MAX_SAFE_INTEGER,
  true,
  false,
  null,
  [],
  {},
  [[]],
  [null],
  [1, 'a', {}],
  { a: { b: [] } },
  '\u0000',
  '\uD800',
  '__proto__',
  'constructor',
  'a'.repeat(5000),
];

/** The document with a few of its values, at any depth, replaced by something hostile or taken away. */
export function hostileTwins(document: JsonObject): fc.Arbitrary<JsonObject> {
  const change = fc.record({
    path: fc.constantFrom(...pathsOf(document)),
    value: fc.oneof(
      fc.constantFrom(undefined, ...hostileValues),
      fc.jsonValue().map((value) => value as JsonValue),
    ),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((twin, { path, value }) => replaced(twin, path, value), document));
}

/**
 * The first twin that is handled badly and why, or null. Well handled: at most one source claims it, nothing throws, events fit the model,
 * and no token comes through.
 */
export function badlyHandledTwin(document: JsonObject, numRuns = 300): string | null {
  const details = fc.check(fc.property(hostileTwins(document), handle), { numRuns });
  return details.failed
    ? `${String(details.errorInstance)}: ${JSON.stringify(details.counterexample)}`
    : null;
}

function handle(twin: JsonObject): void {
  const claims = recognisers(twin);
  if (claims.length > 1) throw new Error(`claimed by ${claims.join(' and ')}`);
  const source = sourceNormalisers.find(({ name }) => name === claims[0]);
  if (source === undefined) return;
  const result = checked(source.normalise(twin, recordOf(JSON.stringify(twin))));
  const said = JSON.stringify(isFailure(result) ? result.reason : result);
  if (/eyJ[\w-]+\./.test(said)) throw new Error('a token came through');
  if (isFailure(result) && result.reason.length > 300) throw new Error('an endless reason');
}

type Path = readonly (string | number)[];

function pathsOf(value: JsonValue, path: Path = []): Path[] {
  if (Array.isArray(value)) return listPaths(value as readonly JsonValue[], path);
  if (!isJsonObject(value)) return [path];
  const inner = Object.entries(value).flatMap(([key, entry]) => pathsOf(entry, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function listPaths(values: readonly JsonValue[], path: Path): Path[] {
  return [path, ...values.flatMap((entry, i) => pathsOf(entry, [...path, i]))];
}

function replaced(document: JsonObject, path: Path, value: JsonValue | undefined): JsonObject {
  // A path into a value that an earlier change replaced leads nowhere, and changes nothing.
  const next = replacedAt(document, path, value);
  return isJsonObject(next) ? next : document;
}

function replacedAt(
  here: JsonValue | undefined,
  path: Path,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(here) && typeof step === 'number') {
    const values = here as readonly JsonValue[];
    return values.map((entry, i) => (i === step ? (replacedAt(entry, rest, value) ?? null) : entry));
  }
  if (!isJsonObject(here) || typeof step !== 'string') return here;
  const { [step]: old, ...others } = here;
  const next = replacedAt(old, rest, value);
  return next === undefined ? others : { ...others, [step]: next };
}
