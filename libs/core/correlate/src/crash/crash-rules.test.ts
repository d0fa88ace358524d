import { describe, expect, it } from 'vitest';
import { drawn, draftsOf, leadsTo } from '../testing/drawn.js';
import { event, mapCrash, second } from '../testing/events.js';
import { crashTookDown } from './crash-took-down.rule.js';
import { defectShowed } from './defect-showed.rule.js';
import { requestEntered } from './request-entered.rule.js';
import { siteRaced } from './site-raced.rule.js';

const atUs = 100 * second;
const request = (path: string, at: number, given = {}) =>
  event('http.access', { service: 'shop', path, status: 200, atUs: at, ...given });

describe('crash.site-raced', () => {
  it('draws the site that crashed as observed, a likely party as inferred', () => {
    expect(drawn(siteRaced, event('crash', { atUs }))).toEqual([
      `code-site shop/main.(*Basket).Add -[raced-in]-> defect sha256:5177 @${atUs} observed`,
      `code-site shop/main.(*Basket).Drop -[raced-in]-> defect sha256:5177 @${atUs} inferred`,
    ]);
  });

  it('draws a certain party as observed, and everything of a mere text as claimed', () => {
    const certain = { ...mapCrash, peer: { ...mapCrash.peer, certainty: 'certain' as const } };
    const bases = (crash: typeof mapCrash) =>
      draftsOf(siteRaced, [event('crash', { crash })]).map(({ basis }) => basis);
    expect(bases(certain)).toEqual(['observed', 'observed']);
    expect(bases({ ...certain, confirmed: false })).toEqual(['claimed', 'claimed']);
  });

  it('says of a panic that the site failed, and names no other party', () => {
    const crash = { ...mapCrash, kind: 'panic' as const, message: 'assignment to entry in nil map' };
    expect(drawn(siteRaced, event('crash', { crash, atUs }))).toEqual([
      `code-site shop/main.(*Basket).Add -[failed-in]-> defect sha256:5177 @${atUs} observed`,
    ]);
  });

  it('is silent about a hypothesis, and about a crash without a place', () => {
    const hypothesis = { ...mapCrash, peer: { ...mapCrash.peer, certainty: 'hypothesis' as const } };
    expect(drawn(siteRaced, event('crash', { crash: hypothesis }))).toHaveLength(1);
    expect(drawn(siteRaced, event('crash', { crash: { ...mapCrash, crashing: null } }))).toEqual([]);
  });
});

describe('crash.defect-showed', () => {
  it('leads from one defect to all its crashes', () => {
    const drafts = draftsOf(defectShowed, [
      event('crash', { atUs }),
      event('crash', { atUs: atUs + second }),
    ]);
    expect(new Set(drafts.map(({ from }) => from.key)).size).toBe(1);
    expect(new Set(drafts.map(({ to }) => to.key)).size).toBe(2);
  });

  it('is silent where no place in the code is known', () => {
    expect(drawn(defectShowed, event('crash', { crash: { ...mapCrash, crashing: null } }))).toEqual([]);
  });
});

describe('crash.took-down', () => {
  it('leads to the service that the log names', () => {
    const [line] = drawn(crashTookDown, event('crash', { id: 'c1', atUs }));
    expect(line).toBe(`crash c1 -[took-down]-> service shop @${atUs} observed`);
  });

  it('infers the service from the only one that served in that second, else names the process', () => {
    const nameless = event('crash', { service: null, program: 'basketd', pid: 7, host: 'n1', atUs });
    expect(drawn(crashTookDown, nameless)[0]).toContain(`process n1/basketd#7 @${atUs} observed`);
    const anonymous = event('crash', { service: null, atUs });
    expect(drawn(crashTookDown, anonymous, request('/a', atUs))[0]).toContain(
      `service shop @${atUs} inferred`,
    );
  });

  it('is silent about the race detector alone, and where nothing names what died', () => {
    expect(drawn(crashTookDown, event('crash', { crash: { ...mapCrash, kind: 'race_report' } }))).toEqual([]);
    expect(drawn(crashTookDown, event('crash', { service: null }))).toEqual([]);
  });
});

describe('crash.request-entered', () => {
  it('prefers requests whose path fits a handler on the stack', () => {
    const crash = event('crash', { atUs });
    const fits = request('/baskets/17', atUs - 100);
    expect(drawn(requestEntered, request('/health', atUs - 50), fits, crash)).toEqual([
      `request shop/${fits.id} -[entered]-> code-site shop/main.(*Basket).Add @${atUs} inferred`,
    ]);
  });

  it('takes all of the second where none fits, at most 32, the nearest first', () => {
    const many = Array.from({ length: 50 }, (_, n) => request('/other', atUs - n * 1_000));
    const drafts = draftsOf(requestEntered, [...many, event('crash', { atUs })]);
    expect(drafts).toHaveLength(32);
    expect(drafts[0]?.from.key).toBe(`shop/${many[0]?.id}`);
  });

  it('takes requests that broke off a moment later, and no others from afterwards', () => {
    const broken = request('/baskets/1', atUs + 1_000, { status: 502 });
    const crash = event('crash', { atUs });
    expect(drawn(requestEntered, broken, request('/baskets/2', atUs + 1_000), crash)).toHaveLength(1);
  });

  it('joins a container to the service whose name it holds', () => {
    const crash = event('crash', { service: null, container: 'prod-shop-1', atUs });
    expect(drawn(requestEntered, request('/baskets/1', atUs), crash)).toHaveLength(1);
  });

  it('is silent about a crash that nothing confirms', () => {
    const claimed = event('crash', { crash: { ...mapCrash, confirmed: false }, atUs });
    expect(drawn(requestEntered, request('/baskets/1', atUs), claimed)).toEqual([]);
  });

  it('is silent about other services, and about what was served earlier', () => {
    const crash = event('crash', { atUs });
    const other = request('/baskets/1', atUs, { service: 'billing' });
    expect(drawn(requestEntered, other, request('/baskets/1', atUs - 2 * second), crash)).toEqual([]);
  });
});

it('leads from the request to the service that went down', () => {
  const served = request('/baskets/1', atUs - 10, { sourceIp: '192.0.2.1' });
  const events = [served, event('crash', { atUs })];
  expect(leadsTo(events, 'ip 192.0.2.1', 'service shop')).toBe(true);
  expect(leadsTo(events, `request shop/${served.id}`, 'defect sha256:5177')).toBe(true);
});
