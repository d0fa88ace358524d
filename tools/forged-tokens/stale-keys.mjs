// @ts-check
// After a rotation some services still hold the old key set: a handful of fresh, lawful tokens meet 401 until the cache is renewed.
import { MINUTE, SECOND } from './calendar.mjs';
import { issue } from './issuance.mjs';
import { request } from './requests.mjs';

/** @param {import('./world.mjs').World} world */
export function refuseFreshKeys(world) {
  const random = world.random('stale-keys');
  const { company, issuers, calendar } = world;
  for (const key of issuers.main.keys.filter(
    ({ firstUse }) => firstUse > calendar.startAt && firstUse < calendar.endAt,
  )) {
    const service = random.pick(company.theme.services).name;
    for (let n = random.int(6, 14); n > 0; n--) {
      const user = random.pick(company.users);
      const at = key.firstUse + random.between(0.2, 6) * MINUTE;
      const token = issue(world, {
        at,
        type: 'REFRESH_TOKEN',
        issuer: issuers.main,
        clientId: random.pick(company.webClients),
        ip: user.ip,
        subject: user,
        sessionId: random.uuid(),
        details: {
          grant_type: 'refresh_token',
          scope: 'openid profile',
          client_auth_method: 'client-secret',
        },
      });
      request(world, random, {
        at: at + random.between(1, 40) * SECOND,
        token,
        ip: user.ip,
        agent: user.agent,
        service,
        method: 'GET',
        status: 401,
        verified: false,
        error: 'no matching key for kid',
      });
      request(world, random, {
        at: at + random.between(90, 200) * SECOND,
        token,
        ip: user.ip,
        agent: user.agent,
        service,
        method: 'GET',
      });
    }
  }
}
