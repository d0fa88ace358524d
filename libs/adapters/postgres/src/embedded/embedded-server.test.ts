import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postgresDataSource } from '../data-source.js';
import { temporaryFolder } from '../testing/temporary-server.js';
import { lockDataDir } from './data-dir-lock.js';
import { startEmbeddedServer } from './embedded-server.js';
import { identityOf } from './process-identity.js';
import { runningPostmaster } from './postmaster.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await temporaryFolder();
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(url: string): Promise<unknown> {
  const source = await postgresDataSource(url).initialize();
  const [row] = await source.query<{ answer: unknown }[]>(
    'SELECT count(*)::integer AS answer FROM pg_tables WHERE tablename = $1',
    ['kept'],
  );
  await source.destroy();
  return row?.answer;
}

async function keep(url: string): Promise<void> {
  const source = await postgresDataSource(url).initialize();
  await source.query('CREATE TABLE kept (x integer)');
  await source.destroy();
}

describe('the embedded PostgreSQL', () => {
  it('keeps what was written over a clean stop, and stops for good', async () => {
    const first = await startEmbeddedServer(dataDir);
    await keep(first.url);
    await first.stop();
    expect(await runningPostmaster(join(dataDir, 'database', 'cluster'))).toBeNull();
    const second = await startEmbeddedServer(dataDir);
    expect(await ask(second.url)).toBe(1);
    await second.stop();
  });

  it('is set up once: later starts find the same cluster and the same password', async () => {
    // Nothing writes this file but the set-up.
    const made = async () => {
      const { ino, mtimeMs } = await stat(join(dataDir, 'database', 'cluster', 'PG_VERSION'));
      return { ino, mtimeMs, password: await readFile(join(dataDir, 'database', 'password'), 'utf8') };
    };
    await (await startEmbeddedServer(dataDir)).stop();
    const first = await made();
    await (await startEmbeddedServer(dataDir)).stop();
    expect(await made()).toEqual(first);
  });

  it('refuses a folder that another program uses, and says who', async () => {
    const server = await startEmbeddedServer(dataDir);
    await expect(startEmbeddedServer(dataDir)).rejects.toMatchObject({
      code: 'FL_DATA_DIR_IN_USE',
      message: expect.stringContaining(String(process.pid)),
    });
    await server.stop();
  });

  it('keeps its password from others and listens on this machine only', async () => {
    const server = await startEmbeddedServer(dataDir);
    const { mode } = await stat(join(dataDir, 'database', 'password'));
    expect(mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataDir, 'database', 'cluster', 'pg_hba.conf'), 'utf8')).not.toMatch(
      /^[^#]*\b(trust|password)$/m,
    );
    const wrong = server.url.replace(/:[0-9a-f]{48}@/, ':guess@');
    await expect(postgresDataSource(wrong).initialize()).rejects.toThrow(/password/);
    await server.stop();
  });

  it('takes over the server of a program that was killed, with everything in it', async () => {
    const killed = await startEmbeddedServer(dataDir);
    await keep(killed.url);
    // What kill -9 leaves: the server runs on in its own session, the lock names a process that is gone.
    await writeFile(join(dataDir, 'faultline.lock'), '{"pid":999999999,"startedAt":"5"}');
    const server = await startEmbeddedServer(dataDir);
    expect(server.url).toBe(killed.url);
    expect(await ask(server.url)).toBe(1);
    await server.stop();
    expect(await runningPostmaster(join(dataDir, 'database', 'cluster'))).toBeNull();
  });

  it('recovers when the whole machine went down: no server, stale files', async () => {
    const server = await startEmbeddedServer(dataDir);
    await keep(server.url);
    const postmaster = await runningPostmaster(join(dataDir, 'database', 'cluster'));
    process.kill(postmaster?.process.pid ?? 0, 'SIGKILL');
    const lock = await readFile(join(dataDir, 'faultline.lock'), 'utf8');
    await server.stop().catch(() => undefined);
    await writeFile(join(dataDir, 'faultline.lock'), lock.replace(/"startedAt":"\d+"/, '"startedAt":"1"'));
    const second = await startEmbeddedServer(dataDir);
    expect(await ask(second.url)).toBe(1);
    await second.stop();
  });

  it('starts again after a set-up that was cut off', async () => {
    await (await startEmbeddedServer(dataDir)).stop();
    await rm(join(dataDir, 'database', 'cluster', 'PG_VERSION'));
    await rm(join(dataDir, 'database', 'cluster'), { recursive: true });
    await writeFile(join(dataDir, 'database', 'cluster.new'), 'half');
    const server = await startEmbeddedServer(dataDir);
    expect(await ask(server.url)).toBe(0);
    await server.stop();
  });

  it('says so when the folder cannot be used', async () => {
    await writeFile(join(dataDir, 'file'), '');
    await expect(startEmbeddedServer(join(dataDir, 'file'))).rejects.toMatchObject({
      code: 'FL_DATA_DIR_UNUSABLE',
    });
    await expect(startEmbeddedServer(join(dataDir, 'file', 'below'))).rejects.toMatchObject({
      code: 'FL_DATA_DIR_UNUSABLE',
    });
  });
});

describe('the lock of a data folder', () => {
  const lock = () => join(dataDir, 'faultline.lock');

  it('is taken over from a process that is gone, or whose id now belongs to another', async () => {
    for (const stale of [
      '{"pid":999999999,"startedAt":"5"}',
      JSON.stringify({ ...identityOf(process.pid), startedAt: '5' }),
      'garbage',
      '',
    ]) {
      await writeFile(lock(), stale);
      const release = lockDataDir(dataDir);
      expect(() => lockDataDir(dataDir)).toThrow(/in use/);
      release();
    }
  });

  it('is not released by one who lost it', async () => {
    const release = lockDataDir(dataDir);
    await writeFile(lock(), '{"pid":1,"startedAt":null}');
    release();
    expect(await readFile(lock(), 'utf8')).toContain('"pid":1');
  });
});
