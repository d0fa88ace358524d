// @ts-check
// Token issuers, their signing keys over time, and the JWKS history that a collector took every few hours.
import { createHash } from 'node:crypto';
import { DAY, HOUR, MINUTE, iso } from './calendar.mjs';

/** @typedef {{ kid: string, n: string, publishedAt: number, firstUse: number, retiredAt: number }} Key */
/** @typedef {{ url: string, host: string, realmId: string, realmName: string, keys: Key[] }} Issuer */

/**
 * @param {import('./random.mjs').Random} random @param {import('./variants.mjs').Variant} variant
 * @param {import('./company.mjs').Company} company @param {{ startAt: number, dayStart: number, nightAt: number }} calendar @param {boolean} benign
 */
export function foundIssuers(random, variant, company, calendar, benign) {
  const rotations = Number(variant['rotations']);
  const oneHostOnly = variant['issuer'] === 'same-string';
  const main = issuer(
    random,
    oneHostOnly ? company.internalSsoHost : company.publicSsoHost,
    company.realm,
    calendar,
    rotations,
    benign,
  );
  const staff =
    variant['issuer'] === 'staff-realm'
      ? issuer(random, company.internalSsoHost, 'staff', calendar, 1, false)
      : undefined;
  const borrowed = staff ?? main;
  return {
    main,
    staff,
    all: staff ? [main, staff] : [main],
    forgedIss: staff?.url ?? `https://${company.internalSsoHost}/realms/${company.realm}`,
    forgedKid: variant['kid'] === 'real' ? keyAt(borrowed, calendar.nightAt).kid : newKey(random, 0, 0).kid,
  };
}

/** The key that signs at a moment. @param {Issuer} issuer @param {number} at */
export function keyAt(issuer, at) {
  const usable = issuer.keys.filter((key) => key.firstUse <= at);
  return usable[usable.length - 1];
}

/**
 * @param {import('./random.mjs').Random} random @param {string} host @param {string} realmName
 * @param {{ startAt: number, dayStart: number, nightAt: number }} calendar @param {number} rotations @param {boolean} rotatesTonight
 * @returns {Issuer}
 */
function issuer(random, host, realmName, calendar, rotations, rotatesTonight) {
  const keys = [newKey(random, calendar.startAt - 60 * DAY, calendar.startAt - 58 * DAY)];
  const days = rotations === 1 ? [random.int(8, 18)] : [random.int(5, 9), random.int(16, 20)];
  const turns = days.map((day) => calendar.startAt + day * DAY + random.between(9, 16) * HOUR);
  if (rotatesTonight) turns.push(calendar.nightAt - random.between(6, 14) * MINUTE);
  for (const turn of turns) {
    // A lawful key is announced a day or more before it signs, and stays announced while old tokens can still be alive.
    keys[keys.length - 1].retiredAt = turn + random.between(30, 80) * HOUR;
    keys.push(newKey(random, turn - random.between(26, 70) * HOUR, turn));
  }
  return { url: `https://${host}/realms/${realmName}`, host, realmId: random.uuid(), realmName, keys };
}

/** @param {import('./random.mjs').Random} random @param {number} publishedAt @param {number} firstUse @returns {Key} */
function newKey(random, publishedAt, firstUse) {
  const modulus = random.bytes(256);
  modulus[0] |= 0x80;
  modulus[255] |= 1;
  return {
    kid: createHash('sha256').update(modulus).digest('base64url'),
    n: modulus.toString('base64url'),
    publishedAt,
    firstUse,
    retiredAt: Infinity,
  };
}

/** @param {import('./world.mjs').World} world */
export function writeJwksHistory(world) {
  const { calendar, company, variant, issuers } = world;
  const random = world.random('jwks-polls');
  for (const issuer of issuers.all) {
    for (
      let at = calendar.startAt + random.between(1, 90) * MINUTE;
      at < calendar.endAt;
      at += 6 * HOUR + random.between(-40, 40) * 1000
    ) {
      const keys = issuer.keys.filter((key) => key.publishedAt <= at && at < key.retiredAt);
      const named = variant['jwksService'] === 'named' ? { service: company.issuerService } : {};
      world.write('jwks', at, {
        observedAt: iso(world.clock('jwks', at)),
        issuer: issuer.url,
        ...named,
        jwks: {
          keys: keys.map((key) => ({
            kty: 'RSA',
            use: 'sig',
            alg: 'RS256',
            kid: key.kid,
            n: key.n,
            e: 'AQAB',
          })),
        },
      });
    }
  }
}
