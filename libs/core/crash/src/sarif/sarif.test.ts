import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { crashKinds, type Crash } from '@faultline/model';
import { recordedDumps } from '../fuse/testing/recorded-dumps.data.js';
import { digest } from '../judge/testing/dumps.js';
import { toCrashDocument } from '../judge/to-crash-document.js';
import { crashesToSarif } from './sarif.js';

const crashes = Object.values(recordedDumps)
  .flatMap((runs) => Object.values(runs))
  .flatMap((text) => toCrashDocument(text, { sha256: digest }).crashes);
const [first] = crashes;
if (first === undefined) throw new RangeError('no recorded dumps');

/** RFC 3986: what may stand in a URI reference. */
const uriReference = z
  .string()
  .regex(/^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/)
  .refine((uri) => !/%(?![0-9A-Fa-f]{2})/.test(uri));
const message = z.strictObject({ text: z.string().min(1) });
const location = z.strictObject({
  id: z.number().int().min(0).optional(),
  physicalLocation: z
    .strictObject({
      artifactLocation: z.strictObject({ uri: uriReference }),
      region: z.strictObject({ startLine: z.number().int().min(1) }).optional(),
    })
    .optional(),
  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string(), kind: z.literal('function') })),
  message: message.optional(),
});
/** The published structure (sarif-schema-2.1.0.json), for the parts that are written, with nothing beside them. */
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          version: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              name: z.string().regex(/^[A-Z][A-Za-z]+$/),
              shortDescription: message,
              relationships: z.array(
                z.strictObject({
                  target: z.strictObject({
                    id: z.string(),
                    toolComponent: z.strictObject({ name: z.string(), index: z.number().int().min(0) }),
                  }),
                  kinds: z.array(z.enum(['superset', 'relevant'])),
                }),
              ),
            }),
          ),
          supportedTaxonomies: z.array(z.strictObject({ name: z.string(), index: z.number() })),
        }),
      }),
      taxonomies: z.array(
        z.strictObject({
          name: z.string(),
          organization: z.string(),
          shortDescription: message,
          isComprehensive: z.boolean(),
          taxa: z.array(z.strictObject({ id: z.string(), name: z.string(), shortDescription: message })),
        }),
      ),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.number().int().min(0),
          level: z.enum(['none', 'note', 'warning', 'error']),
          message,
          locations: z.array(location),
          relatedLocations: z.array(location),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});

const run = (...some: readonly Crash[]) => crashesToSarif(some, '1.2.3').runs[0];
const uriOf = (file: string): string | undefined =>
  run({ ...first, crashing: { goroutine: 1, role: 'writer', function: 'main.f', file, line: 3 } })?.results[0]
    ?.locations[0]?.physicalLocation?.artifactLocation.uri;

describe('a SARIF document', () => {
  test('of real crashes has the published structure', () => {
    const document = crashesToSarif(crashes, '1.2.3');
    expect(sarif.safeParse(JSON.parse(JSON.stringify(document))).error).toBeUndefined();
    expect(document.runs[0]?.results).toHaveLength(crashes.length);
  });

  test('has a rule for every kind, whose weaknesses the taxonomy lists', () => {
    const rules = run()?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(crashKinds.map((kind) => `go-crash/${kind}`));
    const known = run()?.taxonomies[0]?.taxa.map(({ id }) => id);
    for (const { relationships } of rules)
      for (const { target } of relationships) expect(known).toContain(target.id);
    const race = rules.find(({ id }) => id === 'go-crash/map_write_write');
    expect(race?.relationships.map(({ target }) => target.id)).toEqual(['362', '366']);
  });

  test('points to the rule, the place and the other party, and carries the signature', () => {
    const certain =
      crashes.find(({ peer, crashing }) => peer.certainty === 'certain' && crashing !== null) ?? first;
    const result = run(certain)?.results[0];
    expect(run(certain)?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe(result?.ruleId);
    expect(result?.partialFingerprints).toEqual({ 'faultlineCrash/v1': certain.signature });
    expect(result?.locations[0]?.physicalLocation?.region?.startLine).toBe(certain.crashing?.line);
    expect(result?.relatedLocations[0]?.message?.text).toContain('other party, certain');
  });

  test('says of an unconfirmed crash that it is one, and of a lost file nothing', () => {
    const doubtful: Crash = {
      ...first,
      confirmed: false,
      unconfirmedReason: 'the message is lost',
      crashing: { goroutine: 1, role: 'unknown', function: 'main.f', file: null, line: null },
    };
    const result = run(doubtful)?.results[0];
    expect(result).toMatchObject({
      level: 'warning',
      locations: [{ logicalLocations: [{ fullyQualifiedName: 'main.f' }] }],
    });
    expect(result?.message.text).toContain('Not confirmed: the message is lost.');
    expect(result?.locations[0]).not.toHaveProperty('physicalLocation');
  });

  test('writes paths as URIs, whatever stands in them', () => {
    expect(uriOf('/srv/a b/main.go')).toBe('file:///srv/a%20b/main.go');
    expect(uriOf('C:\\Users\\ann\\main.go')).toBe('file:///C:/Users/ann/main.go');
    expect(uriOf('./main.go')).toBe('./main.go');
    expect(uriOf('shop:cart/main.go')).toBe('shop%3Acart/main.go');
    const odd = ['/a?b#c/\ud800.go', '/100%/x.go', 'x\u0000y', '/[a]/"b".go'];
    expect(odd.filter((file) => !uriReference.safeParse(uriOf(file)).success)).toEqual([]);
  });
});
