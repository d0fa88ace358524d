import type { Random } from '../../forged-tokens/random.mjs';
import type { Wrapping } from './mutation.js';
import type { Row } from './row.js';

const two = (n: number): string => String(n).padStart(2, '0');

/** A clock that goes on by some microseconds a row, as a burst of lines does. */
function clockOf(random: Random): () => { second: number; micro: number } {
  let micros = random.int(0, 900_000);
  const second = random.int(0, 40);
  return () => {
    micros += random.int(1, 40);
    return { second: second + Math.floor(micros / 1_000_000), micro: micros % 1_000_000 };
  };
}

const iso = (at: { second: number; micro: number }, zone = 'Z'): string =>
  `2026-11-26T02:14:${two(at.second)}.${String(at.micro).padStart(6, '0')}${zone}`;

interface Line {
  readonly service: string;
  readonly pid: number;
  readonly clock: () => { second: number; micro: number };
  readonly random: Random;
}

/** A wrapping that writes one line for each row. */
function perRow(
  name: string,
  namesService: boolean,
  write: (text: string, line: Line) => string | undefined,
): Wrapping {
  return {
    name,
    namesService,
    wrap: (rows, service, random) => {
      const line: Line = { service, pid: random.int(200, 90_000), clock: clockOf(random), random };
      return rows.flatMap((row) => {
        const text = write(row.text, line);
        return text === undefined ? [] : [{ ...row, text }];
      });
    },
  };
}

/** containerd cuts a row that is longer than its buffer (16 kB; here less, so that it happens) into parts tagged P, the last is F. */
function criPieces(row: Row, line: Line, pieceLength: number): readonly Row[] {
  const pieces = row.text.match(new RegExp(`.{1,${pieceLength}}`, 'gsu')) ?? [''];
  return pieces.map((piece, at) => {
    const last = at === pieces.length - 1;
    return {
      text: `${iso(line.clock())} stderr ${last ? 'F' : 'P'} ${piece}`,
      part: last ? row.part : 'other',
    };
  });
}

const cri = (name: string, pieceLength: number): Wrapping => ({
  name,
  namesService: false,
  wrap: (rows, service, random) => {
    const line: Line = { service, pid: 1, clock: clockOf(random), random };
    return rows.flatMap((row) => criPieces(row, line, pieceLength));
  },
});

/** systemd forgets empty lines. */
const journalText = (text: string): string | undefined => (text === '' ? undefined : text);

const journalFields = (text: string, { service, pid, clock }: Line): Readonly<Record<string, string>> => ({
  __REALTIME_TIMESTAMP: String(1_795_658_047_000_000 + clock().micro),
  _TRANSPORT: 'stdout',
  PRIORITY: '6',
  SYSLOG_IDENTIFIER: service,
  _SYSTEMD_UNIT: `${service}.service`,
  _PID: String(pid),
  MESSAGE: text,
});

const quoting = (wrapping: Wrapping): Wrapping => ({ ...wrapping, looksLikeQuoting: true });

/** How logs write a row down (go-crash.md, section 3). */
export const logWrappings: readonly Wrapping[] = [
  perRow('docker json', false, (text, { clock }) =>
    JSON.stringify({ log: `${text}\n`, stream: 'stderr', time: iso(clock()) }),
  ),
  cri('cri', 16_000),
  cri('cri with partials', 24),
  perRow('journal short', true, (text, { service, pid, clock }) =>
    journalText(text) === undefined
      ? undefined
      : `Nov 26 02:14:${two(clock().second)} node-3 ${service}[${pid}]: ${text}`,
  ),
  perRow('journal short-iso', true, (text, { service, pid, clock }) =>
    journalText(text) === undefined
      ? undefined
      : `${iso(clock(), '+0100')} node-3 ${service}[${pid}]: ${text}`,
  ),
  perRow('journal json', true, (text, line) =>
    journalText(text) === undefined ? undefined : JSON.stringify(journalFields(text, line)),
  ),
  perRow('journal export', true, (text, line) =>
    journalText(text) === undefined
      ? undefined
      : `${Object.entries(journalFields(text, line))
          .map(([name, value]) => `${name}=${value}`)
          .join('\n')}\n`,
  ),
  perRow(
    'syslog',
    true,
    (text, { service, pid, clock }) =>
      `<11>Nov 26 02:14:${two(clock().second)} node-3 ${service}[${pid}]: ${text.replaceAll('\t', '#011')}`,
  ),
  perRow(
    'syslog rfc5424',
    true,
    (text, { service, pid, clock }) =>
      `<11>1 ${iso(clock())} node-3 ${service} ${pid} - - ${text.replaceAll('\t', '#011')}`,
  ),
  perRow('compose', true, (text, { service }) => `${service}-1  | ${text}`),
  perRow('compose with times', true, (text, { service, clock }) => `${service}-1  | ${iso(clock())} ${text}`),
  perRow(
    'kubectl prefix',
    true,
    (text, { service }) => `[pod/${service}-7d9c5b6f4-x2x8k/${service}] ${text}`,
  ),
  perRow(
    'kubectl prefix with times',
    true,
    (text, { service, clock }) => `[pod/${service}-7d9c5b6f4-x2x8k/${service}] ${iso(clock())} ${text}`,
  ),
  quoting(perRow('stern', true, (text, { service }) => `${service}-7d9c5b6f4-x2x8k ${service} ${text}`)),
  perRow(
    'csv rows',
    true,
    (text, { service, clock }) => `${iso(clock())},${service},stderr,"${text.replaceAll('"', '""')}"`,
  ),
  perRow('times', false, (text, { clock }) => `${iso(clock())} ${text}`),
  perRow('go log times', false, (text, { clock }) => `2026/11/26 02:14:${two(clock().second)} ${text}`),
  perRow('times in brackets', false, (text, { clock }) => `[${iso(clock())}] ${text}`),
  perRow('json lines', true, (text, { service, clock }) =>
    JSON.stringify({ timestamp: iso(clock()), severity: 'ERROR', service, message: text }),
  ),
  perRow('colours', false, (text, { random }) =>
    random.chance(0.5) ? `\x1b[31m${text}\x1b[0m` : `\x1b[1;31m${text}\x1b[0m\x1b[K`,
  ),
  perRow('coloured compose', true, (text, { service }) => `\x1b[36m${service}-1  |\x1b[0m ${text}`),
  { name: 'crlf', namesService: false, wrap: (rows) => rows, lineEnd: '\r\n' },
  quoting(perRow('quoted in a mail', false, (text) => `> ${text}`)),
  quoting(perRow('indented', false, (text) => `    ${text}`)),
  perRow('tabs as spaces', false, (text) => text.replace(/^\t+/, (tabs) => ' '.repeat(8 * tabs.length))),
];
