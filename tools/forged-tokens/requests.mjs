// @ts-check
// One request with a token to one of the services: which route, which answer, and whether a row is written.

/** @typedef {{ at: number, token: import('./issuance.mjs').Token, ip: string, agent: string, service?: string, method?: string, status?: number, error?: string | null, verified?: boolean, path?: string, writes?: string | null, forged?: boolean }} Call */

const TOKEN_ERRORS = ['token_expired'];

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {Call} call */
export function request(world, random, call) {
  const spec =
    world.company.theme.services.find(({ name }) => name === call.service) ??
    random.pick(world.company.theme.services);
  const allowed = spec.routes.filter((route) => !call.method || route.method === call.method);
  const route = random.weighted(
    (allowed.length ? allowed : spec.routes).map(
      (candidate) => /** @type {const} */ ([candidate, candidate.weight]),
    ),
  );
  const expired = world.clock(`access/${spec.name}`, call.at) / 1000 > call.token.exp;
  const status = call.status ?? (expired ? 401 : answer(random, route.method));
  world.facts.accesses.push({
    at: call.at,
    service: spec.name,
    method: route.method,
    path: call.path ?? route.path.replace('{id}', String(random.int(10_000, 4_900_000))),
    status,
    ip: call.ip,
    agent: call.agent,
    trace: random.hex(32),
    token: call.token,
    verified: call.verified ?? !expired,
    error: call.error !== undefined ? call.error : expired ? TOKEN_ERRORS[0] : null,
    writes: call.writes !== undefined ? call.writes : status < 300 ? (route.writes ?? null) : null,
    ...(call.forged ? { forged: true } : {}),
  });
}

/** @param {import('./random.mjs').Random} random @param {string} method */
function answer(random, method) {
  const fine =
    method === 'POST' ? 201 : method === 'PUT' || method === 'PATCH' ? random.pick([200, 200, 204]) : 200;
  return random.weighted(
    /** @type {const} */ ([
      [fine, 950],
      [404, 22],
      [400, 9],
      [403, 7],
      [409, 3],
      [429, 3],
      [500, 4],
      [503, 2],
    ]),
  );
}
