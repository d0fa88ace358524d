// @ts-check
// People: log in, get a token, refresh it, use it, now and then too late. Anonymous requests and the issuer's own access lines ride along.
import { MINUTE, SECOND } from './calendar.mjs';
import { MACHINE_AGENTS, publicIp } from './company.mjs';
import { issue } from './issuance.mjs';
import { request } from './requests.mjs';
import { daysBetween, isWeekend, momentsOfDay } from './rhythm.mjs';

/** @param {import('./world.mjs').World} world */
export function livePeople(world) {
  const random = world.random('sessions');
  const { calendar, company, traffic } = world;
  for (const day of daysBetween(calendar.startAt, calendar.endAt, calendar.zone)) {
    const weekend = isWeekend(day, calendar.zone) ? 0.62 : 1;
    for (const at of momentsOfDay(random, day, random.count(92 * traffic * weekend, 0.12)))
      session(
        world,
        random,
        at,
        random.pick(company.users),
        random.pick(company.webClients),
        world.issuers.main,
      );
    const staffIssuer = world.issuers.staff ?? world.issuers.main;
    if (weekend === 1)
      for (const at of momentsOfDay(random, day, random.count(9 * traffic + 3, 0.2)))
        session(world, random, at, random.pick(company.staff), company.staffClient, staffIssuer);
    anonymous(world, random, day, weekend);
  }
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {number} startAt @param {import('./company.mjs').User} user @param {string} clientId @param {import('./issuers.mjs').Issuer} issuer */
function session(world, random, startAt, user, clientId, issuer) {
  const sessionId = random.uuid();
  const ip = random.chance(0.12) ? publicIp(random) : user.ip;
  const scope = random.pick(['openid', 'openid profile', 'openid profile email']);
  const base = { issuer, clientId, ip, sessionId, subject: user };
  const fact = { issuer, clientId, ip, token: null };
  let at = startAt;
  for (
    let wrong = random.weighted(
      /** @type {const} */ ([
        [0, 91],
        [1, 7],
        [2, 2],
      ]),
    );
    wrong > 0;
    wrong--
  ) {
    world.facts.ledger.push({
      ...fact,
      at,
      type: 'LOGIN_ERROR',
      userId: user.id,
      sessionId: null,
      error: 'invalid_user_credentials',
      details: {
        auth_method: 'openid-connect',
        auth_type: 'code',
        redirect_uri: `https://${clientId}.${world.company.domain}/callback`,
        username: user.subHmac.slice(0, 10),
      },
    });
    at += random.between(6, 25) * SECOND;
  }
  world.facts.ledger.push({
    ...fact,
    at,
    type: 'LOGIN',
    userId: user.id,
    sessionId,
    error: null,
    details: {
      auth_method: 'openid-connect',
      auth_type: 'code',
      consent: 'no_consent_required',
      redirect_uri: `https://${clientId}.${world.company.domain}/callback`,
    },
  });
  at += random.between(0.25, 1.9) * SECOND;
  tokenEndpoint(world, random, at, ip, user.agent, issuer);
  let token = issue(world, {
    ...base,
    at,
    type: 'CODE_TO_TOKEN',
    details: { grant_type: 'authorization_code', scope, client_auth_method: 'client-secret' },
  });
  for (let turn = 0; turn < 12; turn++) {
    use(world, random, token, at, ip, user.agent);
    if (random.chance(0.42)) break;
    at += random.between(232, 296) * SECOND;
    tokenEndpoint(world, random, at, ip, user.agent, issuer);
    token = issue(world, {
      ...base,
      at,
      type: 'REFRESH_TOKEN',
      details: { grant_type: 'refresh_token', scope, client_auth_method: 'client-secret' },
    });
  }
  if (random.chance(0.22))
    world.facts.ledger.push({
      ...fact,
      at: at + random.between(20, 200) * SECOND,
      type: 'LOGOUT',
      userId: user.id,
      sessionId,
      error: null,
      details: { redirect_uri: `https://${clientId}.${world.company.domain}/` },
    });
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {import('./issuance.mjs').Token} token @param {number} at @param {string} ip @param {string} agent */
function use(world, random, token, at, ip, agent) {
  for (let calls = random.count(1.7, 0.5); calls > 0; calls--)
    request(world, random, { at: at + random.between(0.3, 228) * SECOND, token, ip, agent });
  // A tab that slept: the token is from the ledger but its time is over.
  if (random.chance(0.02))
    request(world, random, { at: at + random.between(400, 1500) * SECOND, token, ip, agent, method: 'GET' });
}

/** The issuer's own access lines carry no token; their `url.domain` is what joins service and issuer. @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {number} at @param {string} ip @param {string} agent @param {import('./issuers.mjs').Issuer} issuer */
export function tokenEndpoint(world, random, at, ip, agent, issuer) {
  if (!random.chance(0.2)) return;
  world.facts.accesses.push({
    at: at + random.between(0.01, 0.2) * SECOND,
    service: world.company.issuerService,
    method: 'POST',
    path: `/realms/${issuer.realmName}/protocol/openid-connect/token`,
    status: 200,
    ip,
    agent,
    trace: random.hex(32),
    token: null,
    verified: false,
    error: null,
    writes: null,
    host: issuer.host,
  });
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {number} day @param {number} weekend */
function anonymous(world, random, day, weekend) {
  const { company, issuers } = world;
  const plain = { token: null, verified: false, error: null, writes: null };
  for (const at of momentsOfDay(random, day, random.count(46 * world.traffic * weekend, 0.2))) {
    const service = random.pick(company.theme.services);
    const health = random.chance(0.35);
    const refused = !health && random.chance(0.3);
    world.facts.accesses.push({
      ...plain,
      at,
      service: service.name,
      method: 'GET',
      path: health
        ? random.pick(['/healthz', '/readyz'])
        : refused
          ? service.routes[0].path
          : random.pick(['/v1/status', '/favicon.ico', '/robots.txt']),
      status: health ? 200 : refused ? 401 : random.pick([200, 404]),
      ip: health ? `10.4.${random.int(0, 3)}.${random.int(2, 60)}` : publicIp(random),
      agent: health ? 'kube-probe/1.31' : random.pick(company.users).agent,
      trace: random.hex(32),
    });
  }
  // Services fetch keys from the issuer, on its public and on its internal name.
  for (
    let at = day + random.between(1, 55) * MINUTE;
    at < day + 24 * 60 * MINUTE;
    at += random.between(70, 150) * MINUTE
  ) {
    const inside = random.chance(0.45);
    world.facts.accesses.push({
      ...plain,
      at,
      service: company.issuerService,
      method: 'GET',
      path: `/realms/${company.realm}/protocol/openid-connect/certs`,
      status: 200,
      ip: `10.4.${random.int(0, 3)}.${random.int(2, 60)}`,
      agent: random.pick(MACHINE_AGENTS),
      trace: random.hex(32),
      host: inside ? company.internalSsoHost : issuers.main.host,
    });
  }
}
