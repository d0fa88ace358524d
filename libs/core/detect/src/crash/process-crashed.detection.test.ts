import { indexEvents, type Event } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { event, mapCrash, mondayUs, secondUs } from '../testing/events.js';
import { processCrashed } from './process-crashed.detection.js';

const find = (...events: readonly Event[]) => processCrashed.find(indexEvents(events));
const crashed = (at = 0, crash: Partial<typeof mapCrash> = {}) =>
  event('crash', mondayUs + at * secondUs, { crash: { ...mapCrash, ...crash } });
const request = (given: Parameters<typeof event<'http.access'>>[2] = {}) =>
  event('http.access', mondayUs - 1_000, { service: 'shop', path: '/baskets/1', ...given });

describe('a confirmed crash', () => {
  it('is an impact of medium severity on the service, by the site on top', () => {
    expect(find(crashed())).toMatchObject([
      {
        severity: 'medium',
        entity: { kind: 'service', key: 'shop' },
        by: { key: 'shop/main.(*Basket).Add' },
        attack: [],
      },
    ]);
  });

  it('is one impact of high severity when the defect strikes again', () => {
    const found = find(crashed(0), crashed(60));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'high', atUs: mondayUs + 60 * secondUs });
    expect(found[0]?.why).toContain('2 times');
    expect(found[0]?.carriers?.size).toBe(2);
  });

  it('says in words who the other party is and what would have told', () => {
    const [impact] = find(crashed());
    expect(impact?.why).toContain('in main.(*Basket).Add at basket.go:41 (certain)');
    expect(impact?.why).toContain('the other party is likely main.(*Basket).Drop');
    expect(impact?.why).toContain('what would have told: a build with -race');
  });

  it('is called a possible attack only where its route let requests without a token in', () => {
    const refused = request({ path: '/baskets/2', status: 401 });
    expect(find(request(), refused, crashed())[0]?.attack).toEqual(['T1499.004']);
    expect(find(request(), refused, crashed())[0]?.why).toContain('nothing here shows an attack');
    expect(find(request(), crashed())[0]?.attack).toEqual([]);
    expect(find(refused, crashed())[0]?.attack).toEqual([]);
  });
});

describe('what is less', () => {
  it('a report of the race detector is of low severity: nothing went down', () => {
    expect(find(crashed(0, { kind: 'race_report' }))).toMatchObject([
      { severity: 'low', entity: { kind: 'crash' } },
    ]);
  });

  it('a text that nothing confirms is of low severity and does not raise that of a real crash', () => {
    const forged = { confirmed: false, unconfirmedReason: 'it stands in a panic' };
    expect(find(crashed(0, forged))).toMatchObject([{ severity: 'low' }]);
    expect(
      find(crashed(0, forged), crashed(1))
        .map(({ severity }) => severity)
        .sort(),
    ).toEqual(['low', 'medium']);
    expect(find(crashed(0, forged))[0]?.why).toContain('nothing proves');
  });

  it('a mere message is none', () => {
    expect(find(crashed(0, { confirmed: false, crashing: null, goroutines: [] }))).toEqual([]);
  });
});

it('names at most twenty impacts, however many crashes a log claims', () => {
  const flood = Array.from({ length: 50 }, (_, n) =>
    event('crash', mondayUs, {
      service: `s${String(n)}`,
      crash: {
        ...mapCrash,
        crashing: { ...mapCrash.crashing!, function: `main.f${String(n)}` },
        signature: `sha256:${String(n)}`,
      },
    }),
  );
  expect(find(...flood)).toHaveLength(20);
});
