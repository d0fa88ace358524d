import { graphStoreContract } from '@faultline/graph/testing';
import { migrations } from '@faultline/migrations-postgres';
import { startOfLog } from '@faultline/model';
import {
  caseStoreContract,
  eventLogContract,
  eventStoreContract,
  rawStoreContract,
  rejectedStoreContract,
  sampleAnalysis,
  sampleEvent,
  sampleId,
  storageContract,
} from '@faultline/pipeline/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { postgresDataSource } from './data-source.js';
import { openPostgresStorage, type PostgresStorage } from './postgres-storage.js';
import { tables } from './schema/tables.js';
import { temporaryServer, type TemporaryServer } from './testing/temporary-server.js';

let server: TemporaryServer;
let storage: PostgresStorage;
let admin: DataSource;

beforeAll(async () => {
  server = await temporaryServer();
  storage = await openPostgresStorage(server.url);
  admin = await postgresDataSource(server.url).initialize();
});
afterAll(async () => {
  await admin.destroy();
  await storage.close();
  await server.stop();
});

function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

async function emptied(): Promise<PostgresStorage> {
  const names = tables.map(({ options }) => `faultline.${options.name}`).join(', ');
  await admin.query(`TRUNCATE ${names} RESTART IDENTITY`);
  return storage;
}

eventLogContract(async () => (await emptied()).log);
eventStoreContract(async () => (await emptied()).events);
rawStoreContract(async () => (await emptied()).raw);
rejectedStoreContract(async () => (await emptied()).rejected);
caseStoreContract(async () => (await emptied()).cases);
graphStoreContract(async () => (await emptied()).graph);
storageContract(emptied);

describe('PostgreSQL storage', () => {
  it('has exactly the tables that the migrations make', async () => {
    const drift = await admin.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('undoes its migrations', async () => {
    await admin.query('CREATE DATABASE undo');
    const url = server.url.replace(/\/postgres$/, '/undo');
    await (await openPostgresStorage(url)).close();
    const undo = await postgresDataSource(url).initialize();
    for (const _ of migrations) await undo.undoLastMigration();
    expect(
      await undo.query(
        `SELECT 1 FROM information_schema.tables WHERE table_schema = 'faultline' AND table_name <> 'migration'`,
      ),
    ).toEqual([]);
    await undo.destroy();
    await (await openPostgresStorage(url)).close();
  });

  it('refuses a database that a newer version made', async () => {
    await admin.query(
      `INSERT INTO faultline.migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`,
    );
    await expect(openPostgresStorage(server.url)).rejects.toMatchObject({ code: 'FL_DATABASE_NEWER_SCHEMA' });
    await admin.query(`DELETE FROM faultline.migration WHERE name = 'FromTheFuture9999999999999'`);
  });

  it('says which server refuses it, without the password', async () => {
    const wrong = server.url.replace(/:[0-9a-f]{48}@/, ':not-the-password@');
    const failure = await openPostgresStorage(wrong).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'FL_DATABASE_UNAVAILABLE' });
    expect(String(failure)).toContain('127.0.0.1');
    expect(String(failure)).not.toContain('not-the-password');
    await expect(openPostgresStorage('postgres://u:p@127.0.0.1:1/x')).rejects.toMatchObject({
      code: 'FL_DATABASE_UNAVAILABLE',
    });
    await expect(openPostgresStorage('nonsense')).rejects.toMatchObject({ code: 'FL_DATABASE_UNAVAILABLE' });
  });

  it('shows a reader of the log no position before all smaller ones', async () => {
    const { log } = await emptied();
    const appended = signal();
    const held = signal();
    const slow = storage.transaction(async (stores) => {
      await stores.log.append([sampleEvent(1)]);
      appended.resolve();
      await held.promise;
    });
    await appended.promise;
    const fast = log.append([sampleEvent(2)]);
    const cursor = await log.open(startOfLog);
    await new Promise((done) => setTimeout(done, 100));
    expect(await cursor.read(10)).toEqual([]);
    held.resolve();
    await Promise.all([slow, fast]);
    expect((await cursor.read(10)).map(({ event }) => event.id)).toEqual([sampleId(1), sampleId(2)]);
  });

  it('lets two writers meet who store the same records in opposite orders', async () => {
    const { raw } = await emptied();
    // Enough for several blocks, so that the two are at work at the same time and meet in the middle.
    const records = Array.from({ length: 20_000 }, (_, n) => ({
      id: sampleId(n),
      bytes: Buffer.from(`record ${n}`),
    }));
    const added = await Promise.all(
      [records, records.toReversed()].map((given) => storage.transaction((stores) => stores.raw.put(given))),
    );
    expect(added.toSorted((a, b) => a - b)).toEqual([0, records.length]);
    expect(await raw.count()).toBe(records.length);
    const some = [0, 4_999, 5_000, 19_999].map((n) => sampleId(n));
    const found = await raw.getMany(some);
    expect(some.map((id) => Buffer.from(found.get(id) ?? []).toString())).toEqual([
      'record 0',
      'record 4999',
      'record 5000',
      'record 19999',
    ]);
  });

  it('writes again only the incidents that changed, wherever they stand now', async () => {
    const { cases } = await emptied();
    const save = (ids: readonly string[], savedAtUs: number) =>
      cases.saveAnalysis({ analysis: sampleAnalysis([...ids]), position: { 0: 1 }, events: 1, savedAtUs });
    const versions = async () =>
      new Map(
        (
          await admin.query<{ id: string; version: string }[]>(
            'SELECT id, xmin::text AS version FROM faultline.incident',
          )
        ).map(({ id, version }) => [id, version]),
      );
    await save(['a', 'b', 'c', 'd'], 1);
    const before = await versions();
    await save(['a', 'd', 'new', 'b'], 2);
    const after = await versions();
    expect((await cases.incidents()).map(({ id }) => id)).toEqual(['a', 'd', 'new', 'b']);
    expect(after.get('a')).toBe(before.get('a'));
    await save(['a', 'd', 'new', 'b'], 3);
    expect(await versions()).toEqual(after);
    expect(await cases.savedAtUs()).toBe(3);
  });
});
