import type { EventOf, RawRecord } from '@faultline/model';
import { severityOf } from '../alert/severity.js';
import { numberOf, textOf } from '../json/fields.js';
import { refOf } from '../record-ref.js';
import type { NormaliseFailure } from '../source-normaliser.js';
import { cefTimeToUs, syslogTimeToUs } from './cef-time.js';
import type { CefRecord } from './scan-cef.js';

/** Keys that `cefAlert` reads; the rest of the extension is unmapped. Custom fields count by their label. */
export const cefKeys: ReadonlySet<string> = new Set([
  'rt',
  'start',
  'end',
  'src',
  'dst',
  'suser',
  'duser',
  'dhost',
  'dvchost',
  'cnt',
  'msg',
]);
const serviceLabels = ['service', 'service.name', 'servicename', 'application'];
const statusLabels = ['http.response.status_code', 'status', 'statuscode', 'responsecode', 'http status'];

export function cefAlert(
  cef: CefRecord,
  syslogHeader: string,
  record: RawRecord,
): readonly [EventOf<'alert'>] | NormaliseFailure {
  const field = (key: string): string | null => (cef.ambiguous.has(key) ? null : textOf(cef.fields.get(key)));
  const atUs =
    cefTimeToUs(field('rt') ?? undefined) ??
    cefTimeToUs(field('end') ?? undefined) ??
    cefTimeToUs(field('start') ?? undefined) ??
    syslogTimeToUs(syslogHeader);
  if (atUs === null) {
    return {
      code: 'FL_RECORD_TIME',
      reason:
        'No rt, end or start, and no RFC 5424 header: an RFC 3164 time has no year. Let the sender add rt.',
    };
  }
  const custom = customFields(cef);
  const labelled = (labels: readonly string[]): string | null =>
    labels.map((label) => custom.get(label)).find((value) => value !== undefined) ?? null;
  return [
    {
      id: record.id,
      atUs,
      observedAtUs: null,
      clock: null,
      dataset: `cef.${cef.product.toLowerCase()}`,
      record: refOf(record),
      kind: 'alert',
      rule: cef.signatureId === '' ? cef.name : cef.signatureId,
      name: cef.name === '' ? cef.signatureId : cef.name,
      severity: severityOf(cef.severity, 10),
      // The syslog header names the reporting device, which is rarely the host the alert is about.
      host: field('dhost') ?? field('dvchost'),
      service: labelled(serviceLabels),
      sourceIp: field('src'),
      destinationIp: field('dst'),
      user: field('duser') ?? field('suser'),
      process: null,
      httpStatus: numberOf(labelled(statusLabels)),
      count: Math.max(1, numberOf(field('cnt')) ?? 1),
      message: field('msg'),
    },
  ];
}

/** `cs1=value cs1Label=name` → name → value. `cs1` without its label means nothing. */
function customFields(cef: CefRecord): ReadonlyMap<string, string> {
  const custom = new Map<string, string>();
  for (const [key, value] of cef.fields) {
    if (!key.endsWith('Label')) continue;
    const name = key.slice(0, -5);
    const labelled = cef.ambiguous.has(name) || cef.ambiguous.has(key) ? undefined : cef.fields.get(name);
    if (labelled !== undefined && labelled !== '') custom.set(value.toLowerCase(), labelled);
  }
  return custom;
}
