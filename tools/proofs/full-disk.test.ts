import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openPostgresStorage, startEmbeddedServer } from '@faultline/adapter-postgres';
import { sampleEvent } from '@faultline/pipeline/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallDisk } from './small-disk.js';

const DISK = '160m';
const BALLAST_BYTES = 24 << 20;
const BATCH = 2_000;
const disk = await smallDisk(DISK);

beforeAll(() => {
  if (!disk) process.stderr.write('full disk: not run (no right to mount a small file system)\n');
});
afterAll(() => disk?.remove());

it.runIf(disk !== null || process.env['CI'] === 'true')(
  'a full disk of the embedded database is a clear error, and what was confirmed is there afterwards',
  async () => {
    if (!disk) throw new Error('no small disk: root or user namespaces are needed');
    const { folder } = disk;
    const ballast = path.join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(BALLAST_BYTES));
    const data = path.join(folder, 'data');
    const server = await startEmbeddedServer(data);
    const storage = await openPostgresStorage(server.url);
    let confirmed = 0;
    let failure: unknown = null;
    while (failure === null) {
      const batch = Array.from({ length: BATCH }, (_, n) => sampleEvent(confirmed + n, 'x'.repeat(900)));
      await storage.log.append(batch).then(
        () => (confirmed += BATCH),
        (error: unknown) => (failure = error),
      );
    }
    expect(confirmed).toBeGreaterThan(0);
    expect(failure).toBeInstanceOf(Error);
    expect(failure instanceof Error ? failure.message : '').toMatch(
      /No space left on device|terminat|ECONN|recovery/i,
    );
    await storage.close().catch(() => undefined);
    await server.stop();
    rmSync(ballast);

    const again = await startEmbeddedServer(data);
    const after = await openPostgresStorage(again.url);
    expect(await after.events.count()).toBe(confirmed);
    await after.log.append([sampleEvent(confirmed + BATCH)]);
    expect(await after.events.count()).toBe(confirmed + 1);
    await after.close();
    await again.stop();
  },
  120_000,
);
