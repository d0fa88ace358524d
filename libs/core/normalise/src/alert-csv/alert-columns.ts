import { csvFields } from './csv-line.js';

/** What an alert list may call its columns, in order of preference. Compared in lower case, `_`, `-`, `.` and blanks the same. */
const names = {
  time: [
    'time',
    '@timestamp',
    'timestamp',
    'datetime',
    'date',
    'event time',
    'alert time',
    'start time',
    'ts',
    'created',
  ],
  name: ['name', 'alert', 'alert name', 'rule name', 'signature', 'title', 'description', 'message', 'msg'],
  rule: ['rule', 'rule id', 'short', 'signature id', 'sid', 'alert type', 'type', 'code'],
  host: ['host', 'hostname', 'host name', 'computer', 'device', 'agent', 'agent name', 'asset'],
  ip: ['ip', 'host ip', 'agent ip', 'ip address'],
  sourceIp: ['src', 'src ip', 'source', 'source ip', 'srcip'],
  destinationIp: ['dst', 'dst ip', 'dest ip', 'destination', 'destination ip', 'dstip'],
  user: ['user', 'username', 'user name', 'account'],
  service: ['service', 'service name', 'application', 'app'],
  severity: ['severity', 'level', 'priority'],
  count: ['count', 'cnt', 'hits'],
  status: ['http status', 'status code', 'http response status code'],
} as const;
export type AlertColumn = keyof typeof names;

export interface AlertHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Where each known column stands; -1 when the list has none. */
  readonly at: Readonly<Record<AlertColumn, number>>;
}

/** Longer first lines are no header. */
const headerMax = 4096;

/** The header, or null when the line is none: it must name a time and what happened. */
export function alertHeader(line: string): AlertHeader | null {
  if (line.length > headerMax) return null;
  for (const delimiter of [',', ';', '\t']) {
    const fields = line.includes(delimiter) ? csvFields(line, delimiter) : null;
    if (fields === null) continue;
    const columns = fields.map(plain);
    const at = positions(columns);
    if (at.time >= 0 && (at.name >= 0 || at.rule >= 0))
      return { delimiter, columns: fields.map((field) => field.trim()), at };
  }
  return null;
}

function positions(columns: readonly string[]): Record<AlertColumn, number> {
  const find = (column: AlertColumn): number => {
    for (const name of names[column]) {
      const index = columns.indexOf(plain(name));
      if (index >= 0) return index;
    }
    return -1;
  };
  return {
    time: find('time'),
    name: find('name'),
    rule: find('rule'),
    host: find('host'),
    ip: find('ip'),
    sourceIp: find('sourceIp'),
    destinationIp: find('destinationIp'),
    user: find('user'),
    service: find('service'),
    severity: find('severity'),
    count: find('count'),
    status: find('status'),
  };
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[_. -]+/g, ' ');
}
