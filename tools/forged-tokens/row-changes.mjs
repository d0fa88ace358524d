// @ts-check
// wal2json v2: one small transaction per writing request, with the context message that names the request.
import { postgresTime } from './calendar.mjs';
import { exact, exactJson } from './exact-json.mjs';

/** @typedef {{ table: import('./themes.mjs').Table, action: 'U' | 'I', values: Record<string, string | number | boolean> }} RowChange */

const WORDS = ['north', 'amber', 'quill', 'delta', 'ridge', 'lumen', 'cobalt', 'fern', 'harbor', 'sable'];

/** @param {import('./world.mjs').World} world */
export function writeRowChanges(world) {
  const random = world.random('wal');
  let xid = random.int(60_000, 900_000);
  let lsn = BigInt(random.int(0x0a00, 0x3f00)) << 20n;
  const writing = world.facts.accesses
    .filter(({ writes }) => writes)
    .map((access) => ({ access, at: access.at + random.between(3, 60) + random.int(0, 999) / 1000 }));
  // The log is in commit order, not in order of arrival of the requests.
  for (const { access, at } of writing.sort((a, b) => a.at - b.at)) {
    const spec = world.company.theme.services.find(({ name }) => name === access.service);
    const table = spec?.tables.find(({ name }) => name === access.writes);
    if (!table) continue;
    const step = () => lsnText((lsn += BigInt(random.int(0x38, 0x1f8))));
    const head = { xid: (xid += random.int(1, 4)), timestamp: postgresTime(world.clock('wal', at)) };
    const begin = step();
    const body = [
      {
        action: 'M',
        ...head,
        lsn: step(),
        transactional: true,
        prefix: 'faultline',
        content: JSON.stringify({
          service: access.service,
          trace_id: access.trace,
          token_hmac: access.token?.tokenHmac ?? null,
        })
          .replaceAll('":', '": ')
          .replaceAll(',"', ', "'),
      },
    ];
    const rows = access.forged
      ? 1
      : random.weighted(
          /** @type {const} */ ([
            [1, 7],
            [2, 2],
            [3, 1],
          ]),
        );
    for (let i = 0; i < rows; i++)
      body.push(/** @type {any} */ (rowLine(random, table, access, head, step(), at)));
    const end = step();
    const commit = { action: 'C', ...head, lsn: end, nextlsn: lsnText(lsn + 0x30n) };
    for (const record of [{ action: 'B', ...head, lsn: begin, nextlsn: end }, ...body, commit])
      world.write('wal', at, exactJson(record), access.forged === true);
  }
}

/** @param {import('./random.mjs').Random} random @param {import('./themes.mjs').Table} table @param {import('./access-log.mjs').Access} access @param {{ xid: number, timestamp: string }} head @param {string} lsn @param {number} at */
function rowLine(random, table, access, head, lsn, at) {
  const action = access.method === 'POST' ? 'I' : 'U';
  const key = { name: table.key.name, type: table.key.type, value: exact(bigId(random)) };
  const columns = [
    key,
    ...table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      value: cell(random, column, access.forged === true, at),
    })),
  ];
  return {
    action,
    ...head,
    lsn,
    schema: 'public',
    table: table.name,
    columns,
    ...(action === 'U' ? { identity: [key] } : {}),
    pk: [{ name: table.key.name, type: table.key.type }],
  };
}

/** Ids beyond 2^53: a reader that goes through doubles would merge neighbours. @param {import('./random.mjs').Random} random */
function bigId(random) {
  return 9007199254740993n + BigInt(random.int(0, 4_000_000)) * 4096n + BigInt(random.int(0, 4095));
}

/** @param {import('./random.mjs').Random} random @param {import('./themes.mjs').Column} column @param {boolean} forged @param {number} at */
function cell(random, { name, type }, forged, at) {
  if (name === 'role')
    return forged
      ? random.pick(['admin', 'owner', 'superuser'])
      : random.pick(['member', 'viewer', 'editor']);
  if (name === 'iban')
    return `${random.pick(['DE', 'LT', 'GB', 'NL', 'EE'])}${random.int(10, 99)}${Array.from({ length: 18 }, () => random.int(0, 9)).join('')}`;
  if (name === 'state') return random.pick(['open', 'paid', 'packed', 'closed', 'held']);
  if (name === 'currency') return random.pick(['EUR', 'USD', 'CNY']);
  if (type === 'bigint') return exact(bigId(random));
  if (type.startsWith('numeric'))
    return exact(
      `${random.int(10, 90_071_992)}${random.int(1_000_000, 9_999_999)}${random.int(100, 999)}.${String(random.int(0, 999_999_999)).padStart(9, '0')}`,
    );
  if (type === 'boolean') return random.chance(0.9);
  if (type === 'timestamp with time zone') return postgresTime(at - random.between(0.4, 2));
  if (type === 'character(2)') return random.pick(['DE', 'JP', 'BR', 'CN', 'IN']);
  return `${random.pick(WORDS)} ${random.pick(WORDS)}`;
}

/** @param {bigint} lsn */
const lsnText = (lsn) =>
  `${(lsn >> 32n).toString(16).toUpperCase()}/${(lsn & 0xffffffffn).toString(16).toUpperCase()}`;
