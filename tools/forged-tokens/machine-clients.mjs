// @ts-check
// Services that fetch tokens for themselves: a steady rhythm by day, a small cron burst every night.
import { HOUR, MINUTE, SECOND } from './calendar.mjs';
import { issue } from './issuance.mjs';
import { request } from './requests.mjs';
import { daysBetween } from './rhythm.mjs';
import { tokenEndpoint } from './sessions.mjs';

/** @param {import('./world.mjs').World} world */
export function runMachines(world) {
  const random = world.random('machines');
  const { calendar, company, traffic } = world;
  for (const machine of company.machines) {
    const pace = random.between(38, 75) / Math.max(traffic, 0.7);
    for (
      let at = calendar.startAt + random.between(0, pace) * MINUTE;
      at < calendar.endAt;
      at += pace * MINUTE * random.between(0.85, 1.15)
    )
      machineToken(world, random, machine, at, 1.1);
  }
  const cronMinute = random.pick([0, 30, 45]);
  for (const day of daysBetween(calendar.startAt, calendar.endAt, calendar.zone)) {
    // The nightly batch runs at the same local minute every night, well after the night's window.
    cronBurst(world, random, day + 4 * HOUR + cronMinute * MINUTE, random.int(5, 9), 90 * SECOND);
  }
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {number} at @param {number} count @param {number} spread */
export function cronBurst(world, random, at, count, spread) {
  for (let i = 0; i < count; i++)
    machineToken(world, random, random.pick(world.company.machines), at + random.between(0, spread), 1.6);
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {{ id: string, ip: string, agent: string }} machine @param {number} at @param {number} calls */
function machineToken(world, random, machine, at, calls) {
  const subject = {
    id: `service-account-${machine.id}`,
    subHmac: world.random(`machine/${machine.id}`).hex(32),
  };
  tokenEndpoint(world, random, at, machine.ip, machine.agent, world.issuers.main);
  const token = issue(world, {
    at,
    type: 'CLIENT_LOGIN',
    issuer: world.issuers.main,
    clientId: machine.id,
    ip: machine.ip,
    subject,
    machine: true,
    details: {
      grant_type: 'client_credentials',
      scope: 'openid',
      client_auth_method: 'client-secret',
      username: subject.id,
    },
  });
  for (let n = random.count(calls, 0.5); n > 0; n--)
    request(world, random, {
      at: at + random.between(0.1, 240) * SECOND,
      token,
      ip: machine.ip,
      agent: machine.agent,
    });
}
