import type { Event, EventOf } from '@faultline/model';
import { dayUs, event, hourUs, minuteUs, mondayUs, plainToken, secondUs } from './events.js';
import { lawfulJtis, type JtiClass } from './lawful-jti.js';
import { seededRandom, type SeededRandom } from './seeded-random.js';

export interface Traffic {
  readonly seed: number;
  readonly days: number;
  /** Tokens an hour while the shop is open, before the weekly cycle and chance. */
  readonly perHour: number;
  /** Open from this hour (UTC) on for so many hours. */
  readonly opensAt: number;
  readonly openHours: number;
  readonly jti: JtiClass;
  /** Part of the ledger that collectors lose, spread evenly; null: no ledger at all. */
  readonly ledgerLoss: number | null;
  /** Dispersion of the hourly count (gamma shape); whole number. */
  readonly k: number;
}

export const quietShop: Traffic = {
  seed: 1,
  days: 30,
  perHour: 6,
  opensAt: 16,
  openHours: 5,
  jti: lawfulJtis['uuid4'] ?? (() => ''),
  ledgerLoss: 0,
  k: 3,
};

export interface IssuedToken {
  readonly atUs: number;
  readonly jti: string;
  readonly use: EventOf<'token.use'>;
  readonly issue: EventOf<'token.issue'>;
}

/** Lawful tokens of a shop with a weekly cycle (weekends are quiet) and over-dispersed hours. */
export function lawfulTokens(traffic: Traffic): readonly IssuedToken[] {
  const random = seededRandom(traffic.seed);
  const times: number[] = [];
  for (let day = 0; day < traffic.days; day++) {
    const busy = day % 7 >= 5 ? 0.3 : 1;
    for (let hour = traffic.opensAt; hour < traffic.opensAt + traffic.openHours; hour++) {
      const count = random.poisson(traffic.perHour * busy * random.gamma(traffic.k));
      for (let i = 0; i < count; i++)
        times.push(mondayUs + day * dayUs + hour * hourUs + Math.floor(random.next() * 3600) * secondUs);
    }
  }
  return times.sort((a, b) => a - b).map((atUs, n) => issued(atUs, traffic.jti(n, atUs, random), random));
}

function issued(atUs: number, jti: string, random: SeededRandom): IssuedToken {
  const usedUs = atUs + secondUs + Math.floor(random.exponential(40 * secondUs));
  const token = { ...plainToken, jti, iatUs: atUs, expUs: atUs + 10 * minuteUs };
  return {
    atUs,
    jti,
    use: event('token.use', usedUs, { token, sourceIp: `10.0.${random.int(0, 9)}.${random.int(1, 250)}` }),
    issue: event('token.issue', atUs + secondUs / 2, { jti }),
  };
}

/** Records of lawful tokens: every use, and the ledger without what it lost. */
export function recordsOf(
  tokens: readonly IssuedToken[],
  { ledgerLoss, seed }: Pick<Traffic, 'ledgerLoss' | 'seed'>,
): Event[] {
  const random = seededRandom(seed + 7919);
  return tokens.flatMap(({ use, issue }) =>
    ledgerLoss === null || random.next() < ledgerLoss ? [use] : [use, issue],
  );
}

export function lawfulRecords(traffic: Traffic): Event[] {
  return recordsOf(lawfulTokens(traffic), traffic);
}

/** What the issuer's key set held, once a day. */
export function keyHistory(
  issuer: string,
  kids: readonly string[],
  days: number,
  service = 'identity',
): Event[] {
  return Array.from({ length: days }, (_, day) =>
    event('jwks.observed', mondayUs + day * dayUs, {
      issuer,
      service,
      keys: kids.map((kid) => ({ kid, alg: 'RS256', kty: 'RSA', thumbprint: null })),
    }),
  );
}

export interface Forgery {
  readonly count: number;
  readonly startUs: number;
  readonly spanUs: number;
  readonly token: Partial<EventOf<'token.use'>['token']>;
  readonly jti: (n: number) => string;
  /** Between claimed issuance and first use. */
  readonly delayUs: number;
  readonly status: number;
  readonly service: string;
}

/** The 28th day (a Sunday) of `quietShop` at 18:17, while it is open: a quarter past two on Monday in Shanghai. */
export const nightUs = mondayUs + 27 * dayUs + 18 * hourUs + 17 * minuteUs;

export const forgery: Forgery = {
  count: 40,
  startUs: nightUs,
  spanUs: 6 * minuteUs,
  token: { iss: 'https://sso.internal/realms/main', headerKeys: ['typ', 'alg', 'kid'] },
  jti: (n) => String(3_255_694_675 + 7 * n),
  delayUs: 20 * secondUs,
  status: 401,
  service: 'orders-api',
};

/** Uses of tokens that no ledger knows. */
export function forgedUses(given: Partial<Forgery> = {}): EventOf<'token.use'>[] {
  const { count, startUs, spanUs, token, jti, delayUs, status, service } = { ...forgery, ...given };
  return Array.from({ length: count }, (_, n) => {
    const iatUs = startUs + Math.floor((n * spanUs) / count / secondUs) * secondUs;
    return event('token.use', iatUs + delayUs + n, {
      service,
      status,
      sourceIp: `203.0.113.${1 + (n % 90)}`,
      token: { ...plainToken, ...token, jti: jti(n), iatUs, expUs: iatUs + 10 * minuteUs },
    });
  });
}
