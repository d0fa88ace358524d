import type { EventOf, RawRecord } from '@faultline/model';
import { severityOf } from '../alert/severity.js';
import { numberOf, textOf } from '../json/fields.js';
import { refOf } from '../record-ref.js';
import type { NormaliseFailure, TextNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { alertHeader, type AlertColumn, type AlertHeader } from './alert-columns.js';
import { csvFields } from './csv-line.js';

/** A list of alerts with a header. Remembers the header, so each file needs its own; a second header (joined files) replaces the first. */
export function createAlertCsv(): TextNormaliser {
  let header: AlertHeader | null = null;
  return {
    name: 'alert-csv',
    kind: 'siem',
    recognisesLine: (text) => header !== null || alertHeader(withoutBom(text)) !== null,
    normaliseLine(text, record) {
      const line = withoutBom(text);
      const first = header === null || startsLike(line, header) ? alertHeader(line) : null;
      if (first !== null) {
        header = first;
        return [];
      }
      return header === null ? noHeader : alertOf(line, header, record);
    },
    unmappedOf(text) {
      const line = withoutBom(text);
      if (header === null) {
        header = alertHeader(line);
        return {};
      }
      return rest(line, header);
    },
  };
}

const noHeader: NormaliseFailure = {
  code: 'FL_RECORD_UNRECOGNISED',
  reason: 'No header line came before this line of an alert list.',
};

function alertOf(
  line: string,
  header: AlertHeader,
  record: RawRecord,
): readonly [EventOf<'alert'>] | NormaliseFailure {
  const fields = csvFields(line, header.delimiter);
  if (fields === null || fields.length !== header.columns.length) {
    return {
      code: 'FL_RECORD_SHAPE',
      reason: `The line has ${fields === null ? 'an open quote' : `${fields.length} fields`}, the header names ${header.columns.length}.`,
    };
  }
  const field = (column: AlertColumn): string | null => textOf(fields[header.at[column]]?.trim());
  const atUs = timeToUs(field('time') ?? undefined);
  if (atUs === null)
    return {
      code: 'FL_RECORD_TIME',
      reason: 'The time column holds no time (ISO 8601, or epoch seconds to microseconds).',
    };
  const name = field('name') ?? field('rule') ?? 'alert';
  return [
    {
      id: record.id,
      atUs,
      observedAtUs: null,
      clock: null,
      dataset: 'alert.csv',
      record: refOf(record),
      kind: 'alert',
      rule: field('rule') ?? name,
      name,
      severity: severityOf(field('severity') ?? undefined, 100),
      host: field('host') ?? field('ip'),
      service: field('service'),
      sourceIp: field('sourceIp'),
      destinationIp: field('destinationIp'),
      user: field('user'),
      process: null,
      httpStatus: numberOf(field('status')),
      count: Math.max(1, numberOf(field('count')) ?? 1),
      message: null,
    },
  ];
}

function rest(line: string, header: AlertHeader): Record<string, string> {
  const mapped = new Set(Object.values(header.at));
  const fields = csvFields(line, header.delimiter) ?? [];
  return Object.fromEntries(
    header.columns
      .map((column, i): [string, string] => [column, fields[i] ?? ''])
      .filter((_, i) => !mapped.has(i)),
  );
}

function startsLike(line: string, header: AlertHeader): boolean {
  const first = header.columns[0] ?? '';
  return line.startsWith(first) || line.startsWith(`"${first}"`);
}

function withoutBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
