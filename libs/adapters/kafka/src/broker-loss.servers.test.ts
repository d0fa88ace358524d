import { setTimeout as sleep } from 'node:timers/promises';
import { reaches } from '@faultline/model';
import type { LoggedEvent } from '@faultline/pipeline';
import { sampleEvent, sampleId } from '@faultline/pipeline/testing';
import { type KafkaServer, startKafka } from '@faultline/test-servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestKafka } from './testing/test-kafka.js';

const total = 20_000;
const perAppend = 500;
const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => sampleEvent(from + n));
const expectedIds = new Set(Array.from({ length: total }, (_, n) => sampleId(n)));
const idsOf = (logged: readonly LoggedEvent[]) => new Set(logged.map(({ event }) => event.id));

describe('a broker that is killed', () => {
  let server: KafkaServer;
  beforeAll(async () => {
    server = await startKafka();
  });
  afterAll(() => server.stop());

  async function killAndRestart(): Promise<void> {
    await server.kill();
    await sleep(1_000);
    await server.restart();
  }

  it('loses no event whose append has resolved', { timeout: 120_000 }, async () => {
    const kafka = await openTestKafka(server, 4);
    let outage: Promise<void> | null = null;
    for (let from = 0; from < total; from += perAppend) {
      if (from === total / 4) outage = killAndRestart();
      await kafka.log.append(numbered(from, perAppend));
    }
    await outage;
    const cursor = await kafka.log.open({});
    const seen: LoggedEvent[] = [];
    for (let page = await cursor.read(5_000); page.length > 0; page = await cursor.read(5_000))
      seen.push(...page);
    await cursor.close();
    expect(outage).not.toBeNull();
    expect(idsOf(seen)).toEqual(expectedIds);
    await kafka.close();
  });

  it('does not make a cursor miss or repeat anything', { timeout: 120_000 }, async () => {
    const kafka = await openTestKafka(server, 4);
    for (let from = 0; from < total; from += perAppend) await kafka.log.append(numbered(from, perAppend));
    const cursor = await kafka.log.open({});
    const seen: LoggedEvent[] = [...(await cursor.read(2_000))];
    const outage = killAndRestart();
    while (!reaches(cursor.position(), await kafka.log.end())) seen.push(...(await cursor.read(500)));
    await outage;
    await kafka.log.append([sampleEvent(total)]);
    while (seen.at(-1)?.event.id !== sampleId(total)) seen.push(...(await cursor.read(500)));
    expect(seen).toHaveLength(total + 1);
    expect(idsOf(seen).size).toBe(total + 1);
    await cursor.close();
    await kafka.close();
  });
});
