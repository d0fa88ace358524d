import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canReadAhead, readSources } from '@faultline/adapter-files';
import { createNormaliser } from '@faultline/normalise';
import { describe, expect, it } from 'vitest';
import { cutName } from './early-reading.js';
import { readEvents } from './read-events.js';

const data = process.env['FAULTLINE_SHARED_DATA'] ?? '';
const folders = [
  'otrf-lsass',
  'stratus',
  'panther',
  'webhooks',
  'cdevents',
  'wal2json',
  'cloud-bank',
  'ait-alerts',
];

/** Every record of the public data, normalised with and without the text of the member that is cut out. */
describe.each(folders.map((name) => join(data, name)).filter((path) => existsSync(path)))('%s', (folder) => {
  it(
    'gives the same events whether or not the unread member has its text',
    { timeout: 300_000 },
    async () => {
      let whole = createNormaliser();
      let cut = createNormaliser();
      let differing = 0;
      let shorter = 0;
      const member = new RegExp(`("${cutName}"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*"`, 'g');
      await readSources(
        [folder],
        {},
        {
          sourceStart: () => {
            whole = createNormaliser();
            cut = createNormaliser();
          },
          record: (record) => {
            const text = record.text.replace(member, '$1"');
            if (text === record.text) return;
            shorter++;
            const [a, b] = [whole.normalise(record), cut.normalise({ ...record, text })];
            const same =
              a.rejected === undefined
                ? JSON.stringify(a) === JSON.stringify(b)
                : b.rejected?.code === a.rejected.code && b.rejected.reason === a.rejected.reason;
            if (!same) differing++;
          },
          rejected: () => undefined,
          sourceEnd: () => undefined,
        },
      );
      expect(differing).toBe(0);
      if (folder.endsWith('otrf-lsass')) expect(shorter).toBeGreaterThan(100_000);
    },
  );
});

describe.skipIf(!canReadAhead)('readEvents', () => {
  it('gives on two threads what one gives', { timeout: 300_000 }, async () => {
    const file = join(data, 'otrf-lsass/04.jsonl.gz');
    const signal = new AbortController().signal;
    const read = await readEvents([file], {
      forcedKind: undefined,
      onRejected: () => undefined,
      onProgress: () => undefined,
      signal,
    });
    const normaliser = createNormaliser();
    let next = 0;
    let differing = 0;
    await readSources(
      [file],
      {},
      {
        record: (record) => {
          const result = normaliser.normalise(record);
          for (const event of result.rejected === undefined ? result.events : [])
            if (JSON.stringify(event) !== JSON.stringify(read.events[next++])) differing++;
        },
        rejected: () => undefined,
        sourceEnd: () => undefined,
      },
    );
    expect([differing, next]).toEqual([0, read.events.length]);
  });
});
