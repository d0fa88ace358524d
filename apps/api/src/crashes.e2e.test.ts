import { memoryStorage } from '@faultline/adapter-memory';
import { sampleAnalysis, sampleCrash, sampleEvent } from '@faultline/pipeline/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApi, testApi } from './testing/test-api.js';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlc2lnbmF0dXJl';
let api: TestApi;

beforeAll(async () => {
  const storage = memoryStorage();
  const secret = sampleCrash(3);
  const leaking = {
    ...secret,
    crash: { ...secret.crash, message: `token ${jwt}`, signature: 'sha256:other' },
  };
  await storage.events.put([sampleCrash(1), sampleEvent(9), sampleCrash(2), leaking]);
  await storage.raw.put([{ id: sampleCrash(2).id, bytes: Buffer.from(`fatal error: concurrent\n${jwt}\n`) }]);
  const analysis = sampleAnalysis(['i/1']);
  const [incident] = analysis.incidents;
  if (incident === undefined) throw new Error('the sample has an incident');
  const entity = { id: 'e', kind: 'host', key: 'a', label: 'a' };
  const impacts = [{ entity, atUs: 1, event: sampleCrash(1).id, why: 'it died', by: null }];
  await storage.cases.saveAnalysis({
    analysis: { ...analysis, incidents: [{ ...incident, impacts }] },
    position: {},
    events: 0,
    savedAtUs: 1,
  });
  api = await testApi(storage);
});
afterAll(() => api.close());

const get = (url: string) => api.app.inject(url);

describe('crashes', () => {
  it('are listed alone, the last that came first, with the other party and how sure it is', async () => {
    const answer = (await get('/api/v1/crashes')).json<{ crashes: { id: string }[]; isWhole: boolean }>();
    expect(answer.crashes.map(({ id }) => id)).toEqual([3, 2, 1].map((n) => sampleCrash(n).id));
    expect(answer).toMatchObject({
      isWhole: true,
      crashes: [
        { sameSignature: 1 },
        {
          service: 'shop',
          kind: 'map_read_write',
          confirmed: true,
          certainty: 'likely',
          crashing: { function: 'main.(*Cart).Get', line: 31 },
          peer: { function: 'main.(*Cart).Add' },
          sameSignature: 2,
          incidents: [],
        },
        { incidents: [{ id: 'i/1' }] },
      ],
    });
  });

  it('say that there are more than were asked for', async () => {
    expect((await get('/api/v1/crashes?limit=2')).json()).toMatchObject({
      isWhole: false,
      crashes: { length: 2 },
    });
    expect((await get('/api/v1/crashes?limit=0')).statusCode).toBe(400);
  });

  it('are given one by one, with goroutines, advice and the masked dump', async () => {
    const answer = await get(`/api/v1/crashes/${sampleCrash(2).id}`);
    expect(answer.json()).toMatchObject({
      exitCode: 2,
      goroutinesBeyond: 0,
      crash: { goroutines: [{ id: 18 }, { id: 7 }, { id: 1 }] },
      hint: { summary: expect.stringContaining('Lock') },
      raw: expect.stringContaining('fatal error: concurrent'),
    });
    expect(answer.body).not.toContain(jwt);
    const other = await get(`/api/v1/crashes/${sampleCrash(3).id}`);
    expect(other.json()).toMatchObject({ raw: null });
    expect(other.body).not.toContain(jwt);
  });

  it('are no other events', async () => {
    const answer = await get(`/api/v1/crashes/${sampleEvent(9).id}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'FL_NOT_FOUND' });
  });
});
