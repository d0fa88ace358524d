// @ts-check
// Access lines of the services: ECS, with the group `token` where the service looked into one.
import { iso } from './calendar.mjs';

/**
 * @typedef {{ at: number, service: string, method: string, path: string, status: number, ip: string, agent: string, trace: string,
 *   token: import('./issuance.mjs').Token | null, verified: boolean, error: string | null, writes: string | null, host?: string, forged?: boolean }} Access
 */

/** @param {import('./world.mjs').World} world @param {string} service */
export function hostOf(world, service) {
  const { company } = world;
  if (service === company.issuerService) return world.issuers.main.host;
  return company.apiPerService ? `${service}.${company.domain}` : company.apiHost;
}

/** @param {import('./world.mjs').World} world */
export function writeAccessLogs(world) {
  const random = world.random('access-lines');
  for (const access of [...world.facts.accesses].sort((a, b) => a.at - b.at)) {
    world.write(`access/${access.service}`, access.at, accessLine(world, access, random));
  }
}

/** @param {import('./world.mjs').World} world @param {Access} access @param {import('./random.mjs').Random} random */
function accessLine(world, access, random) {
  const { token } = access;
  return {
    '@timestamp': iso(world.clock(`access/${access.service}`, access.at)),
    event: {
      kind: 'event',
      category: ['web'],
      type: ['access'],
      outcome: access.status < 400 ? 'success' : 'failure',
      dataset: `${access.service}.access`,
    },
    service: { name: access.service, environment: 'prod' },
    source: { ip: access.ip },
    http: {
      request: { method: access.method },
      response: {
        status_code: access.status,
        bytes:
          access.status === 401 ? random.int(88, 240) : access.status === 204 ? 0 : random.int(140, 9200),
      },
    },
    url: { domain: access.host ?? hostOf(world, access.service), path: access.path },
    user_agent: { original: access.agent },
    trace: { id: access.trace },
    ...(token ? { token: tokenGroup(token, access) } : {}),
  };
}

/** @param {import('./issuance.mjs').Token} token @param {Access} access */
function tokenGroup(token, access) {
  return {
    iss: token.iss,
    kid: token.kid,
    alg: token.alg,
    typ: 'JWT',
    jti: token.jti,
    iat: token.iat,
    nbf: token.iat,
    exp: token.exp,
    aud: token.aud,
    azp: token.azp,
    sub_hmac: token.subHmac,
    token_hmac: token.tokenHmac,
    header_keys: token.headerKeys,
    claim_keys: token.claimKeys,
    verified: access.verified,
    error: access.error,
  };
}
