// @ts-check
// SIEM alerts: a 401-rate rule that looks at the access lines, a failed-log-in rule that looks at the ledger, and everyday noise.
import { MINUTE, iso, syslogTime } from './calendar.mjs';
import { publicIp } from './company.mjs';

/** @typedef {{ at: number, id: string, name: string, severity: number, ip: string, service: string, status: number, count: number, message: string }} Alert */

/** @param {import('./world.mjs').World} world */
export function writeAlerts(world) {
  const random = world.random('alerts');
  const dialect = world.variant['alerts'];
  for (const alert of [...unauthorised(world), ...failedLogins(world), ...noise(world, random)].sort(
    (a, b) => a.at - b.at,
  )) {
    const cef = dialect === 'cef' || (dialect === 'both' && random.chance(0.5));
    world.write(
      cef ? 'alerts-cef' : 'alerts',
      alert.at,
      cef ? cefLine(world, random, alert) : ecsLine(world, alert),
    );
  }
}

/** Five or more 401 of one service in two minutes, told once a minute. @param {import('./world.mjs').World} world @returns {Alert[]} */
function unauthorised(world) {
  const refused = world.facts.accesses.filter(({ status }) => status === 401).sort((a, b) => a.at - b.at);
  /** @type {Alert[]} */
  const alerts = [];
  for (const service of new Set(refused.map((access) => access.service))) {
    const mine = refused.filter((access) => access.service === service);
    let quietUntil = 0;
    mine.forEach((access, i) => {
      const window = mine.slice(0, i + 1).filter(({ at }) => at > access.at - 2 * MINUTE);
      if (window.length < 5 || access.at < quietUntil) return;
      quietUntil = access.at + MINUTE;
      const count = window.length;
      alerts.push({
        at: access.at + 4000,
        id: 'http-401-rate',
        name: 'Repeated HTTP 401',
        severity: Math.min(73, 42 + count),
        ip: access.ip,
        service,
        status: 401,
        count,
        message: `${count} responses with status 401 from ${service} in 120 s, last source ${access.ip}`,
      });
    });
  }
  return alerts;
}

/** @param {import('./world.mjs').World} world @returns {Alert[]} */
function failedLogins(world) {
  const failed = world.facts.ledger.filter(({ type }) => type === 'LOGIN_ERROR').sort((a, b) => a.at - b.at);
  /** @type {Map<string, number[]>} */
  const byIp = new Map();
  /** @type {Alert[]} */
  const alerts = [];
  for (const { at, ip } of failed) {
    const recent = [...(byIp.get(ip) ?? []), at].filter((time) => time > at - 5 * MINUTE);
    byIp.set(ip, recent);
    if (recent.length >= 6 && recent.length % 6 === 0)
      alerts.push({
        at: at + 3000,
        id: 'login-failure-rate',
        name: 'Repeated failed log-ins',
        severity: 47,
        ip,
        service: world.company.issuerService,
        status: 401,
        count: recent.length,
        message: `${recent.length} failed log-ins from ${ip} in 300 s`,
      });
  }
  return alerts;
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @returns {Alert[]} */
function noise(world, random) {
  const { calendar, company } = world;
  const kinds = /** @type {const} */ ([
    ['http-5xx-rate', 'HTTP 5xx above baseline', 503],
    ['http-401-rate', 'Repeated HTTP 401', 401],
    ['path-scan', 'Probe of unknown paths', 404],
    ['geo-velocity', 'Account seen in two regions', 200],
    ['tls-old-client', 'Outdated TLS client', 200],
  ]);
  /** @type {Alert[]} */
  const alerts = [];
  for (let at = calendar.startAt; at < calendar.endAt; at += random.wait(5.2 * 60) * MINUTE) {
    const [id, name, status] = random.pick(kinds);
    const service = random.pick(company.theme.services).name;
    const count = random.int(5, 9);
    alerts.push({
      at: at + random.between(1, 60) * 1000,
      id,
      name,
      severity: random.int(21, 47),
      ip: publicIp(random),
      service,
      status,
      count,
      message:
        status === 401
          ? `${count} responses with status 401 from ${service} in 120 s`
          : `${name}: ${service}`,
    });
  }
  return alerts;
}

/** @param {import('./world.mjs').World} world @param {Alert} alert */
function ecsLine(world, alert) {
  return {
    '@timestamp': iso(world.clock('siem', alert.at)),
    event: {
      kind: 'alert',
      category: [alert.id.startsWith('login') || alert.status === 401 ? 'authentication' : 'web'],
      type: ['info'],
      outcome: alert.status >= 400 ? 'failure' : 'unknown',
      severity: alert.severity,
      module: 'gateway',
    },
    rule: { id: alert.id, name: alert.name },
    source: { ip: alert.ip },
    service: { name: alert.service },
    http: { response: { status_code: alert.status } },
    message: alert.message,
  };
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {Alert} alert */
function cefLine(world, random, alert) {
  const at = world.clock('siem', alert.at);
  const path = world.company.theme.services.find(({ name }) => name === alert.service)?.routes[0].path ?? '/';
  return `<132>${syslogTime(at)} ${world.company.firewall} CEF:0|Edgeworks|edgewall|4.2|${alert.id}|${alert.name}|${Math.max(1, Math.round(alert.severity / 10))}|rt=${Math.floor(at)} src=${alert.ip} requestMethod=${random.pick(['GET', 'GET', 'POST'])} request=${path} cs1Label=service cs1=${alert.service} cn1Label=http.response.status_code cn1=${alert.status} cnt=${alert.count} outcome=failure`;
}
