import { type AggregatedLink, type GraphSnapshot, type GraphStore, HISTORY_US } from '@faultline/graph';
import type { Entity } from '@faultline/model';
import { migrations } from '@faultline/migrations-postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { postgresDataSource } from './data-source.js';
import { PostgresGraphStore } from './postgres-graph-store.js';
import { sessionOnPool } from './postgres-session.js';
import { temporaryServer, type TemporaryServer } from './testing/temporary-server.js';

const LINKS = 3_000;
const DAY_US = 86_400_000_000;
let server: TemporaryServer;
let admin: DataSource;
let store: GraphStore;

beforeAll(async () => {
  server = await temporaryServer();
  admin = await postgresDataSource(server.url).initialize();
  await admin.query('CREATE SCHEMA faultline');
  await admin.runMigrations();
  store = new PostgresGraphStore(sessionOnPool(admin));
});
afterAll(async () => {
  await admin.destroy();
  await server.stop();
});
beforeEach(() => admin.query('TRUNCATE faultline.graph, faultline.graph_entity, faultline.graph_link'));

function fan(count: (n: number) => number): GraphSnapshot {
  const entities = Array.from({ length: LINKS + 1 }, (_, n): Entity => {
    return { id: `token:${n}`, kind: 'token', key: `${n}`, label: `token ${n}` };
  });
  const links = Array.from({ length: LINKS }, (_, n): AggregatedLink => {
    const what = {
      kind: 'flow',
      rule: 'test',
      basis: 'observed',
      firstUs: n,
      lastUs: n,
      events: [`e${n}`],
    } as const;
    return { id: `link:${n}`, from: `token:${n}`, to: `token:${LINKS}`, ...what, count: count(n) };
  });
  return { hash: 'sha256:x', detail: 'instances-by-hour', truncated: false, entities, links };
}
const save = (snapshot: GraphSnapshot, knownAtUs: number) =>
  store.save(snapshot, { knownAtUs, position: {} });

/** The transaction that wrote each row tells which rows a save touched. */
async function writers(table: string): Promise<ReadonlyMap<string, string>> {
  const rows = await admin.query<{ id: string; xmin: string }[]>(
    `SELECT id, xmin::text FROM faultline.${table}`,
  );
  return new Map(rows.map(({ id, xmin }) => [id, xmin]));
}
const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
  [...b].filter(([id, xmin]) => a.get(id) !== xmin).map(([id]) => id);

describe('PostgreSQL graph store', () => {
  it('leaves every row alone when the same graph comes again', async () => {
    await save(
      fan(() => 1),
      1,
    );
    const before = [await writers('graph_entity'), await writers('graph_link')];
    await save(
      fan(() => 1),
      2,
    );
    expect([await writers('graph_entity'), await writers('graph_link')]).toEqual(before);
  });

  it('rewrites only the links that changed, and no index entry for them', async () => {
    await save(
      fan(() => 1),
      1,
    );
    await admin.query('VACUUM ANALYZE faultline.graph_link');
    const [links, entities] = [await writers('graph_link'), await writers('graph_entity')];
    const updates = async () => {
      await admin.query('SELECT pg_stat_force_next_flush()');
      const [row] = await admin.query<{ all: string; hot: string }[]>(
        `SELECT n_tup_upd AS all, n_tup_hot_upd AS hot FROM pg_stat_user_tables WHERE relname = 'graph_link'`,
      );
      return [Number(row?.all), Number(row?.hot)] as const;
    };
    const [allBefore, hotBefore] = await updates();
    await save(
      fan((n) => (n % 100 === 0 ? 2 : 1)),
      2,
    );
    expect(differing(links, await writers('graph_link'))).toHaveLength(LINKS / 100);
    expect(differing(entities, await writers('graph_entity'))).toEqual([]);
    const [all, hot] = await updates();
    expect([all - allBefore, hot - hotBefore]).toEqual([LINKS / 100, LINKS / 100]);
  });

  it('leaves the old graph when the server fails in the middle of a save, and saves the next time', async () => {
    await save(
      fan(() => 1),
      1,
    );
    const before = await store.state();
    await admin.query(`
      CREATE FUNCTION faultline.fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.id = 'link:2999' THEN RAISE EXCEPTION 'disk full'; END IF; RETURN NEW; END $$`);
    await admin.query(
      'CREATE TRIGGER fail BEFORE UPDATE ON faultline.graph_link FOR EACH ROW EXECUTE FUNCTION faultline.fail()',
    );
    try {
      await expect(
        save(
          fan(() => 2),
          2,
        ),
      ).rejects.toThrow('disk full');
    } finally {
      await admin.query('DROP FUNCTION faultline.fail() CASCADE');
    }
    const query = { direction: 'downstream', asOfUs: null, knownAtUs: null, limit: 1 } as const;
    expect(await store.state()).toEqual(before);
    expect((await store.neighbours('token:7', query))[0]?.count).toBe(1);
    expect(
      (
        await save(
          fan(() => 2),
          2,
        )
      ).links.updated,
    ).toBe(LINKS);
    expect((await store.neighbours('token:7', query))[0]?.count).toBe(2);
  });

  it('sees what another process has saved', async () => {
    const pool = await postgresDataSource(server.url).initialize();
    const other = new PostgresGraphStore(sessionOnPool(pool));
    await save(
      fan(() => 1),
      1,
    );
    await other.save(
      fan(() => 2),
      { knownAtUs: 2, position: {} },
    );
    await expect(
      save(
        fan(() => 3),
        2,
      ),
    ).rejects.toMatchObject({ code: 'FL_GRAPH_STALE' });
    const none = { added: 0, updated: 0, closed: 0 };
    expect(
      await save(
        fan(() => 2),
        3,
      ),
    ).toEqual({ entities: none, links: none });
    await pool.destroy();
  });

  it('deletes what has been gone for thirty days', async () => {
    await save(
      fan(() => 1),
      DAY_US,
    );
    await save({ ...fan(() => 1), entities: [], links: [] }, 2 * DAY_US);
    expect((await writers('graph_link')).size).toBe(LINKS);
    await save({ ...fan(() => 1), entities: [], links: [] }, 2 * DAY_US + HISTORY_US + 1);
    expect([(await writers('graph_link')).size, (await writers('graph_entity')).size]).toEqual([0, 0]);
  });

  it('empties the graph of an installation from before it had a history', async () => {
    await admin.query('CREATE DATABASE before');
    const url = server.url.replace(/\/postgres$/, '/before');
    const old = new DataSource({
      type: 'postgres',
      url,
      schema: 'faultline',
      migrations: migrations.slice(0, 1),
    });
    await old.initialize();
    await old.query('CREATE SCHEMA faultline');
    await old.runMigrations();
    await old.query(`INSERT INTO faultline.graph (slot, hash) VALUES (1, 'sha256:old')`);
    await old.query(`INSERT INTO faultline.graph_entity VALUES (1, md5('a')::uuid, 'a', 'host', 'a', 'a')`);
    await old.destroy();
    const now = new DataSource({
      type: 'postgres',
      url,
      schema: 'faultline',
      migrations: migrations.slice(0, 2),
    });
    await now.initialize();
    await now.runMigrations();
    const moved = new PostgresGraphStore(sessionOnPool(now));
    expect([await moved.state(), await moved.findEntities('', 10)]).toEqual([null, []]);
    expect(
      (
        await moved.save(
          fan(() => 1),
          { knownAtUs: 1, position: {} },
        )
      ).links.added,
    ).toBe(LINKS);
    await now.undoLastMigration();
    expect(await now.query('SELECT number FROM faultline.graph_entity')).toEqual([]);
    await now.destroy();
  });
});
