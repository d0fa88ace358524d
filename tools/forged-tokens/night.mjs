// @ts-check
// The night itself: tokens that no ledger knows, tried everywhere, refused mostly, accepted by a lenient service, and used there to write.
import { HOUR, MINUTE, SECOND } from './calendar.mjs';
import { MACHINE_AGENTS, keyed, publicIp } from './company.mjs';
import { forgedIds } from './forged-ids.mjs';
import { HEADER_KEYS, LIFE_SECONDS, USER_CLAIMS } from './issuance.mjs';
import { request } from './requests.mjs';

/** @typedef {import('./issuance.mjs').Token} Token */

const REFUSALS = {
  unlisted: {
    verified: ['issuer_mismatch', 'unexpected "iss" claim value'],
    unverified: ['invalid_issuer', 'issuer not trusted'],
  },
  'staff-realm': {
    verified: ['issuer not allowed for this audience', 'issuer_mismatch'],
    unverified: ['invalid_issuer', 'issuer not trusted'],
  },
  'same-string': {
    verified: ['session_not_found', 'unknown session'],
    unverified: ['introspection_failed', 'token not active'],
  },
};

/** @param {import('./world.mjs').World} world */
export function spendForgedTokens(world) {
  const random = world.random('night');
  const { variant, company } = world;
  const tokens = mint(world, random);
  const lenient = [
    ...(variant['writes'] !== 'payout' ? [company.theme.roleService] : []),
    ...(variant['writes'] !== 'role' ? [company.theme.payoutService] : []),
  ];
  const sources = Array.from({ length: random.int(3, 6) }, () => ({
    ip: publicIp(random),
    agent: random.chance(0.5) ? random.pick(MACHINE_AGENTS) : random.pick(company.users).agent,
  }));
  const writers = new Set(
    random.shuffled(tokens.slice(Math.floor(tokens.length / 4))).slice(0, random.int(2, 5)),
  );
  let turn = 0;
  for (const token of tokens) {
    const source = random.pick(sources);
    let at = firstUse(world, random, token);
    for (
      let tries = random.weighted(
        /** @type {const} */ ([
          [1, 4],
          [2, 4],
          [3, 2],
          [4, 1],
        ]),
      );
      tries > 0;
      tries--
    ) {
      refuse(world, random, token, source, at, lenient);
      at += random.between(0.8, 25) * SECOND;
    }
    const welcome = writers.has(token) || random.chance(0.12);
    if (welcome)
      accept(world, random, token, source, at, lenient[turn++ % lenient.length], writers.has(token));
  }
  return { tokens, lenient, writers: [...writers] };
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @returns {Token[]} */
function mint(world, random) {
  const { variant, calendar, company, issuers } = world;
  const count = random.int(28, 84);
  const ids = forgedIds(variant['forgedJti'], count, variant['forgedGaps'] === 'gaps', random);
  const times = Array.from({ length: count }, () => calendar.nightAt + random.between(3, 355) * SECOND).sort(
    (a, b) => a - b,
  );
  const subjects = random.shuffled(company.users).slice(0, random.int(4, 14));
  const { headerKeys, claimKeys } = shape(variant['forgedShape']);
  const life =
    variant['forgedLife'] === 'longer' || variant['pace'] === 'spread'
      ? random.pick([12, 24, 48]) * 3600
      : LIFE_SECONDS;
  return times.map((at, i) => {
    const iat = Math.floor(world.clock('issuer', at) / 1000);
    return {
      iss: issuers.forgedIss,
      kid: issuers.forgedKid,
      alg: 'RS256',
      jti: ids[i],
      iat,
      exp: iat + life,
      aud: [`${company.theme.clientPrefix}-api`],
      azp: random.pick([company.webClients[0], company.webClients[1], company.staffClient]),
      subHmac: random.pick(subjects).subHmac,
      tokenHmac: keyed(company.hmacKey, `${issuers.forgedIss}|${ids[i]}`),
      headerKeys,
      claimKeys,
      at,
      issuer: null,
    };
  });
}

/** @param {string} style */
function shape(style) {
  if (style === 'fewer-claims')
    return {
      headerKeys: HEADER_KEYS,
      claimKeys: USER_CLAIMS.filter(
        (claim) => !['acr', 'sid', 'allowed-origins', 'auth_time'].includes(claim),
      ),
    };
  if (style === 'extra-claim')
    return { headerKeys: HEADER_KEYS, claimKeys: [...USER_CLAIMS.filter((claim) => claim !== 'sid'), 'ver'] };
  return {
    headerKeys: ['typ', 'alg', 'kid'],
    claimKeys: [
      'iss',
      'sub',
      'aud',
      'iat',
      'nbf',
      'exp',
      'jti',
      ...USER_CLAIMS.filter((claim) =>
        ['typ', 'azp', 'realm_access', 'scope', 'preferred_username'].includes(claim),
      ),
    ],
  };
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {Token} token */
function firstUse(world, random, token) {
  if (world.variant['pace'] === 'live') return token.at + random.between(0.4, 70) * SECOND;
  return Math.max(
    token.at + SECOND,
    world.calendar.nightAt +
      random.between(0.5, 150) * MINUTE * random.unit() +
      random.int(0, 1) * HOUR * random.unit(),
  );
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {Token} token @param {{ ip: string, agent: string }} source @param {number} at @param {string[]} lenient */
function refuse(world, random, token, source, at, lenient) {
  const strict = world.company.theme.services
    .map(({ name }) => name)
    .filter((name) => !lenient.includes(name));
  const { variant } = world;
  const texts = REFUSALS[/** @type {keyof typeof REFUSALS} */ (variant['issuer'])];
  const unknownKey = variant['kid'] === 'unknown';
  const verified = variant['signature'] === 'verified' && !unknownKey;
  const error = unknownKey
    ? random.pick(['no matching key for kid', 'unknown_kid'])
    : (verified ? texts.verified : texts.unverified)[strict.indexOf(random.pick(strict)) % 2];
  request(world, random, {
    at,
    token,
    ...source,
    service: random.pick(strict),
    method: random.pick(['GET', 'GET', 'GET', 'POST']),
    status: 401,
    verified,
    error,
    writes: null,
    forged: true,
  });
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {Token} token @param {{ ip: string, agent: string }} source @param {number} at @param {string} service @param {boolean} writes */
function accept(world, random, token, source, at, service, writes) {
  const { theme } = world.company;
  const fine = { token, ...source, service, status: 200, verified: true, error: null, forged: true };
  request(world, random, { ...fine, at, method: 'GET', writes: null });
  if (!writes) return;
  const table = service === theme.roleService ? theme.roleTable : theme.payoutTable;
  const route = theme.services
    .find(({ name }) => name === service)
    ?.routes.find((candidate) => candidate.writes === table);
  request(world, random, {
    ...fine,
    at: at + random.between(1.5, 30) * SECOND,
    method: 'PUT',
    path: route?.path.replace('{id}', String(random.int(10_000, 4_900_000))),
    writes: table,
  });
}
