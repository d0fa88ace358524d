// @ts-check
// Oddities beside the story that must not be taken for its cause. Those of CI live in work-plan.mjs and runner-setup.mjs.
import { MINUTE, SECOND } from './calendar.mjs';
import { keyed, publicIp } from './company.mjs';
import { cronBurst } from './machine-clients.mjs';
import { issue } from './issuance.mjs';
import { keyAt } from './issuers.mjs';
import { request } from './requests.mjs';

/** @param {import('./world.mjs').World} world */
export function playDecoys(world) {
  const wanted = new Set(world.variant['decoys'].split('+'));
  const { nightAt } = world.calendar;
  if (!world.benign && (wanted.has('brute-force') || wanted.has('garbage-tokens')))
    guessPasswords(world, wanted.has('garbage-tokens'));
  if (wanted.has('cron-burst') || world.benign) {
    const random = world.random('cron-burst');
    cronBurst(world, random, nightAt + random.between(0, 20) * SECOND, random.int(22, 40), 5.5 * MINUTE);
  }
  if (wanted.has('stale-client') || world.benign) sleepyClient(world);
}

/** One address tries passwords, then walks over the interfaces without a token or with tokens that verify nowhere. @param {import('./world.mjs').World} world @param {boolean} garbage */
function guessPasswords(world, garbage) {
  const random = world.random('guessing');
  const { company, issuers, facts, calendar } = world;
  const ip = publicIp(random);
  const agent = random.pick(['python-requests/2.31.0', 'curl/8.5.0', 'Go-http-client/2.0']);
  let at = calendar.nightAt + random.between(-70, 5) * MINUTE;
  for (let tries = random.int(60, 150); tries > 0; tries--) {
    at += random.between(2, 24) * SECOND;
    const known = random.chance(0.3);
    facts.ledger.push({
      at,
      type: 'LOGIN_ERROR',
      issuer: issuers.main,
      clientId: company.webClients[0],
      userId: known ? random.pick(company.users).id : null,
      sessionId: null,
      ip,
      error: known ? 'invalid_user_credentials' : 'user_not_found',
      token: null,
      details: {
        auth_method: 'openid-connect',
        auth_type: 'code',
        redirect_uri: `https://${company.webClients[0]}.${company.domain}/callback`,
        username: random.hex(10),
      },
    });
    if (!random.chance(0.45)) continue;
    const service = random.pick(company.theme.services);
    const call = {
      at: at + random.between(0.5, 8) * SECOND,
      service: service.name,
      method: 'GET',
      path: service.routes[0].path,
      status: 401,
      ip,
      agent,
      trace: random.hex(32),
      verified: false,
      writes: null,
    };
    facts.accesses.push(
      garbage
        ? {
            ...call,
            token: scrap(world, random, at),
            error: random.pick(['signature_invalid', 'bad signature']),
          }
        : { ...call, token: null, error: null },
    );
  }
}

/** A token put together by hand: public issuer and key id copied from the key page, signature by some other key. @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {number} at @returns {import('./issuance.mjs').Token} */
function scrap(world, random, at) {
  const { company, issuers } = world;
  const iat = Math.floor(at / 1000) - random.int(0, 4000);
  const jti = random.uuid();
  return {
    iss: issuers.main.url,
    kid: keyAt(issuers.main, at).kid,
    alg: 'RS256',
    jti,
    iat,
    exp: iat + 86_400,
    aud: [`${company.theme.clientPrefix}-api`],
    azp: company.webClients[0],
    subHmac: keyed(company.hmacKey, random.hex(8)),
    tokenHmac: keyed(company.hmacKey, jti),
    headerKeys: ['typ', 'alg', 'kid'],
    claimKeys: ['sub', 'iat', 'exp', 'iss', 'jti'],
    at,
    issuer: null,
  };
}

/** A phone with a wrong clock keeps sending tokens after their time: many 401, every token in the ledger. @param {import('./world.mjs').World} world */
function sleepyClient(world) {
  const random = world.random('sleepy');
  const { company, issuers, calendar } = world;
  const user = random.pick(company.users);
  const sessionId = random.uuid();
  let at = calendar.nightAt - random.between(20, 40) * MINUTE;
  for (let turn = random.int(5, 9); turn > 0; turn--) {
    const token = issue(world, {
      at,
      type: 'REFRESH_TOKEN',
      issuer: issuers.main,
      clientId: company.webClients[1],
      ip: user.ip,
      subject: user,
      sessionId,
      details: { grant_type: 'refresh_token', scope: 'openid', client_auth_method: 'client-secret' },
    });
    for (let n = random.int(3, 8); n > 0; n--)
      request(world, random, {
        at: at + random.between(395, 520) * SECOND,
        token,
        ip: user.ip,
        agent: user.agent,
        method: 'GET',
      });
    at += random.between(420, 560) * SECOND;
  }
}
