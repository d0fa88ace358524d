import { readFileSync } from 'node:fs';
import path from 'node:path';
import { verifyDocument } from '@faultline/verify';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sha256 } from '../../apps/cli/src/output/sha256.js';
import { analyseEvents, readPaths } from './analyse-paths.js';
import { shuffledCopy } from './shuffled-copy.js';
import { survivesRemoval } from './survives-removal.js';

const folder = path.join(process.env['FAULTLINE_SHARED_DATA'] ?? '', 'cloud-bank');
const truth = z
  .object({
    file: z.string(),
    root_cause: z.object({
      entity: z.object({ instance: z.string(), role: z.string(), stolen_access_key_id: z.string() }),
    }),
    attacker_events: z.array(z.object({ bucket: z.string().nullable() })),
  })
  .parse(JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')));
const { instance, role, stolen_access_key_id: key } = truth.root_cause.entity;

describe('the bank in the cloud: an instance’s key in other hands', () => {
  test('the stolen key leads, or the role or the instance that it belongs to', async () => {
    const { analysis } = analyseEvents(await readPaths([path.join(folder, truth.file)]));
    const [incident] = analysis.incidents;
    const first = incident?.rootCauses[0];
    expect(['access-key', 'cloud-role', 'cloud-instance']).toContain(first?.entity.kind);
    expect([key, role, instance].some((word) => first?.entity.key.includes(word))).toBe(true);
    expect(first?.posterior).toBeGreaterThan(0.5);
  });

  test('the impact is data of a bucket that the thief read, and he is named by the key', async () => {
    const { analysis } = analyseEvents(await readPaths([path.join(folder, truth.file)]));
    const buckets = truth.attacker_events.flatMap(({ bucket }) => (bucket === null ? [] : [bucket]));
    for (const impact of analysis.incidents.flatMap((incident) => incident.impacts)) {
      expect(impact.by?.key).toBe(key);
      expect(buckets.some((bucket) => impact.entity.key.includes(bucket))).toBe(true);
    }
    expect(analysis.incidents).toHaveLength(1);
  });

  test('says that how the key left the instance is in no record', async () => {
    const { analysis } = analyseEvents(await readPaths([path.join(folder, truth.file)]));
    expect(
      analysis.incidents.flatMap((incident) => incident.unknowns.map((unknown) => unknown.what)),
    ).toContain('how the credentials left the instance');
  });

  test('the cut holds, and any order of lines gives the same answer', async () => {
    const { analysis } = analyseEvents(await readPaths([path.join(folder, truth.file)]));
    for (const { certificate } of analysis.incidents) {
      expect(survivesRemoval(certificate, [])).toBe(true);
      expect(survivesRemoval(certificate, certificate.removed)).toBe(false);
    }
    expect(verifyDocument(JSON.parse(JSON.stringify(analysis)), { sha256 }).ok).toBe(true);
    const copy = shuffledCopy(folder, 3, (name) => name.endsWith('.jsonl.gz'));
    try {
      const again = analyseEvents(await readPaths(copy.files)).analysis;
      expect(again.graph).toEqual(analysis.graph);
      expect(again.incidents).toEqual(analysis.incidents);
    } finally {
      copy.remove();
    }
  });
});
