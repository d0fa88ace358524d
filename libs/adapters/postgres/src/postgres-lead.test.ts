import type { LeadOffice } from '@faultline/pipeline';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresDataSource } from './data-source.js';
import { openLeadSession } from './lead-session.js';
import { postgresLeadOffice } from './postgres-lead.js';
import { silentProxy } from './testing/silent-proxy.js';
import { temporaryServer, type TemporaryServer } from './testing/temporary-server.js';

const TRIES_MAX = 500;
const PAUSE_MS = 20;
/** After which this office gives a question up. */
const SILENCE_MS = 1_000;
let server: TemporaryServer;
let one: DataSource;
let other: DataSource;

beforeAll(async () => {
  server = await temporaryServer();
  one = await postgresDataSource(server.url).initialize();
  other = await postgresDataSource(server.url).initialize();
});
afterAll(async () => {
  await one.destroy();
  await other.destroy();
  await server.stop();
});

const endHolder = (): Promise<unknown> =>
  other.query<unknown>(
    `SELECT pg_terminate_backend(pid) AS ended FROM pg_locks WHERE locktype = 'advisory' AND objid = 7041003`,
  );

/** A backend that was told to end does so a little later. */
async function leadInTime(
  leads: LeadOffice,
): Promise<NonNullable<Awaited<ReturnType<LeadOffice['tryLead']>>>> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const lead = await leads.tryLead();
    if (lead !== null) return lead;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  throw new Error('the lead did not become free');
}

describe('the lead of PostgreSQL', () => {
  it('is given to one process at a time, and to the next when its connection ends', async () => {
    const lead = await postgresLeadOffice(one).tryLead();
    expect(await lead?.held()).toBe(true);
    expect(await postgresLeadOffice(other).tryLead()).toBeNull();
    expect(await endHolder()).toEqual([{ ended: true }]);
    const next = await leadInTime(postgresLeadOffice(other));
    expect(await next.held()).toBe(true);
    expect(await lead?.held()).toBe(false);
    await lead?.release();
    await next.release();
    const again = await postgresLeadOffice(one).tryLead();
    expect(again).not.toBeNull();
    await again?.release();
  });

  it('counts as lost when the network is silent, and can be let go of all the same', async () => {
    const proxy = await silentProxy(server.url);
    const behind = await postgresDataSource(proxy.url).initialize();
    const lead = await postgresLeadOffice(behind, SILENCE_MS).tryLead();
    expect(await lead?.held()).toBe(true);
    proxy.silence();
    expect(await lead?.held()).toBe(false);
    await lead?.release();
    // PostgreSQL has seen no end of it yet, so nobody leads.
    expect(await postgresLeadOffice(one).tryLead()).toBeNull();
    // Would hang if a connection had not been given back.
    await behind.destroy();
    await proxy.stop();
    await (await leadInTime(postgresLeadOffice(one))).release();
  });

  it('is held by a connection whose loss the server notices within 20 s', async () => {
    const session = await openLeadSession(one, 5_000);
    const names = ['keepalives_idle', 'keepalives_interval', 'keepalives_count', 'user_timeout'];
    const settings = names.map((name) => `current_setting('tcp_${name}') AS ${name}`).join(', ');
    expect(await session.ask(`SELECT ${settings}`)).toEqual([
      { keepalives_idle: '5', keepalives_interval: '5', keepalives_count: '3', user_timeout: '20000' },
    ]);
    await session.release();
  });
});
