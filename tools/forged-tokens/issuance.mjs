// @ts-check
// Issuing a token: what the ledger remembers and what the token says. Ids are given afterwards, in order of issue,
// because sequential styles depend on that order.
import { keyAt } from './issuers.mjs';
import { keyed } from './company.mjs';
import { lawfulIds } from './lawful-ids.mjs';

/**
 * @typedef {{ iss: string, kid: string, alg: string, jti: string, iat: number, exp: number, aud: string[], azp: string, subHmac: string, tokenHmac: string,
 *   headerKeys: string[], claimKeys: string[], at: number, issuer: import('./issuers.mjs').Issuer | null }} Token
 * @typedef {{ at: number, type: string, issuer: import('./issuers.mjs').Issuer, clientId: string, userId: string | null, sessionId: string | null, ip: string,
 *   error: string | null, token: Token | null, details: Record<string, string> }} LedgerFact
 * @typedef {{ at: number, type: string, issuer: import('./issuers.mjs').Issuer, clientId: string, ip: string, subject: { id: string, subHmac: string }, sessionId?: string,
 *   machine?: boolean, details: Record<string, string> }} Request
 */

export const HEADER_KEYS = ['alg', 'typ', 'kid'];
export const USER_CLAIMS = [
  'exp',
  'iat',
  'nbf',
  'auth_time',
  'jti',
  'iss',
  'aud',
  'sub',
  'typ',
  'azp',
  'sid',
  'acr',
  'allowed-origins',
  'realm_access',
  'scope',
  'email_verified',
  'preferred_username',
];
const STAFF_CLAIMS = [...USER_CLAIMS, 'groups'];
const MACHINE_CLAIMS = [
  'exp',
  'iat',
  'nbf',
  'jti',
  'iss',
  'aud',
  'sub',
  'typ',
  'azp',
  'acr',
  'realm_access',
  'scope',
  'clientHost',
  'clientAddress',
  'client_id',
];
export const LIFE_SECONDS = 300;

/** @param {import('./world.mjs').World} world @param {Request} request @returns {Token} */
export function issue(world, request) {
  const { issuer, at, machine = false } = request;
  const iat = Math.floor(world.clock('issuer', at) / 1000);
  /** @type {Token} */
  const token = {
    iss: issuer.url,
    kid: keyAt(issuer, at).kid,
    alg: 'RS256',
    jti: '',
    iat,
    exp: iat + (machine ? 2 * LIFE_SECONDS : LIFE_SECONDS),
    aud: audience(world, request.clientId),
    azp: request.clientId,
    subHmac: request.subject.subHmac,
    tokenHmac: '',
    headerKeys: HEADER_KEYS,
    claimKeys: machine ? MACHINE_CLAIMS : issuer.realmName === 'staff' ? STAFF_CLAIMS : USER_CLAIMS,
    at,
    issuer,
  };
  world.facts.tokens.push(token);
  world.facts.ledger.push({
    at,
    type: request.type,
    issuer,
    clientId: request.clientId,
    userId: request.subject.id,
    sessionId: request.sessionId ?? null,
    ip: request.ip,
    error: null,
    token,
    details: request.details,
  });
  return token;
}

/** @param {import('./world.mjs').World} world @param {string} clientId */
function audience(world, clientId) {
  return world.company.machines.some(({ id }) => id === clientId)
    ? [`${world.company.theme.clientPrefix}-api`]
    : [`${world.company.theme.clientPrefix}-api`, 'account'];
}

/** Gives every lawful token its id and its keyed hash. @param {import('./world.mjs').World} world */
export function numberTokens(world) {
  const { facts, company, variant } = world;
  for (const issuer of world.issuers.all) {
    const random = world.random(`jti/${issuer.realmName}`);
    const nextId = lawfulIds(variant['lawfulJti'], random);
    const mine = facts.tokens.filter((token) => token.issuer === issuer).sort((a, b) => a.at - b.at);
    for (const token of mine) {
      token.jti = nextId(world.clock('issuer', token.at), token.azp);
      token.tokenHmac = keyed(company.hmacKey, `${token.iss}|${token.jti}`);
    }
  }
}

/** The issuance ledger as Keycloak writes it. @param {import('./world.mjs').World} world */
export function writeLedger(world) {
  const random = world.random('ledger-ids');
  for (const fact of [...world.facts.ledger].sort((a, b) => a.at - b.at)) {
    const details = { ...(fact.token ? { token_id: fact.token.jti } : {}), ...fact.details };
    if (fact.type === 'REFRESH_TOKEN' || fact.type === 'CODE_TO_TOKEN')
      Object.assign(details, { refresh_token_id: random.uuid(), refresh_token_type: 'Refresh' });
    if (fact.type === 'CODE_TO_TOKEN' && fact.sessionId) Object.assign(details, { code_id: fact.sessionId });
    world.write('ledger', fact.at, {
      id: random.uuid(),
      time: Math.floor(world.clock('issuer', fact.at)),
      type: fact.type,
      realmId: fact.issuer.realmId,
      realmName: fact.issuer.realmName,
      clientId: fact.clientId,
      userId: fact.userId,
      sessionId: fact.sessionId,
      ipAddress: fact.ip,
      error: fact.error,
      details,
    });
  }
}
