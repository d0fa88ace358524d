import { isJsonObject, type JsonObject, type RawRecord } from '@faultline/model';
import { at, numberOf, textOf } from '../json/fields.js';
import { parseRecord } from '../json/parse-record.js';
import type { CrashPlace } from './nowhere.js';
import { pathPlace } from './path-place.js';
import { textPlace } from './text-place.js';

const nameCharsMax = 256;
const hostFields = [
  'host.name',
  '_HOSTNAME',
  'hostname',
  'Hostname',
  'host',
  'kubernetes.host',
  'kubernetes.node.name',
];
const serviceFields = ['service.name', 'service', 'app', 'application', 'attrs.service'];
const containerFields = [
  'container_name',
  'container.name',
  'CONTAINER_NAME',
  'kubernetes.container_name',
  'kubernetes.container.name',
  'container',
  'attrs.tag',
  'container_id',
  'container.id',
  'CONTAINER_ID',
  'docker.container_id',
];
const pidFields = ['_PID', 'process.pid', 'pid', 'SYSLOG_PID'];
const programFields = ['SYSLOG_IDENTIFIER', '_COMM', 'process.name', 'program'];
/** Labels by which Compose and Kubernetes name what a container is a part of. Their names hold dots. */
const labelFields = [
  'com.docker.compose.service',
  'app.kubernetes.io/name',
  'app.kubernetes.io_name',
  'k8s-app',
  'app',
];
const labelHolders = ['attrs', 'kubernetes.labels', 'labels', 'container.labels', 'resource'];

/** Cost: one parse of the record. */
export function crashPlaceOf(record: RawRecord): CrashPlace {
  const parsed = parseRecord(record.text);
  const place =
    'value' in parsed && isJsonObject(parsed.value) ? documentPlace(parsed.value) : textPlace(record.text);
  return place.container === null ? { ...place, container: pathPlace(record.path) } : place;
}

function documentPlace(document: JsonObject): CrashPlace {
  return {
    host: first(document, hostFields),
    service: first(document, serviceFields) ?? label(document),
    container: first(document, containerFields),
    pid: pidFields.reduce<number | null>((found, field) => found ?? numberOf(at(document, field)), null),
    program: first(document, programFields),
    unit: first(document, ['_SYSTEMD_UNIT', 'systemd.unit', 'unit']),
  };
}

function first(document: JsonObject, fields: readonly string[]): string | null {
  for (const field of fields) {
    const text = textOf(at(document, field));
    if (text !== null) return text.slice(0, nameCharsMax);
  }
  return null;
}

function label(document: JsonObject): string | null {
  for (const holder of labelHolders) {
    const labels = at(document, holder);
    if (!isJsonObject(labels)) continue;
    for (const field of labelFields) {
      const text = textOf(labels[field]);
      if (text !== null) return text.slice(0, nameCharsMax);
    }
  }
  return null;
}
