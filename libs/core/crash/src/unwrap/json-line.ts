import type { Unwrapped } from './unwrapped.js';

/** Fields in which shippers and loggers keep the line, the most certain first. */
const textFields = [
  'log',
  'MESSAGE',
  'message',
  'msg',
  '@message',
  'text',
  'line',
  'short_message',
  'textPayload',
  'body',
];
/** Fields that tell two programs apart. Names of a time, a level or a position would tear a dump to pieces. */
const sourceFields = [
  'stream',
  '_SYSTEMD_UNIT',
  '_PID',
  'SYSLOG_IDENTIFIER',
  '_HOSTNAME',
  'CONTAINER_ID',
  'CONTAINER_NAME',
  'container_id',
  'container_name',
  'container',
  'kubernetes',
  'pod',
  'pod_name',
  'namespace',
  'service',
  'host',
  'hostname',
  'process',
  'pid',
  'logStream',
  'log_stream',
  'docker',
  'agent',
  'app',
  'instance',
  'attrs',
  'labels',
  'resource',
];
const innerFields = [
  'id',
  'name',
  'pid',
  'pod',
  'pod_name',
  'container_name',
  'namespace_name',
  'container',
  'container_id',
  'hostname',
  'tag',
  'service',
  'instance',
];
const dockerFields = new Set(['log', 'stream', 'time', 'attrs']);
const sourceCharsMax = 256;

/**
 * A JSON object that carries the line in a field: Docker's json-file driver, journald as JSON, ECS and the usual loggers, Loki and Fluent Bit. A Docker
 * record whose text does not end with a line break goes on in the next one.
 */
export function unwrapJsonLine(line: string): Unwrapped | null {
  if (line.charCodeAt(0) !== 123 || line.charCodeAt(line.length - 1) !== 125) return null;
  const record = parseObject(line);
  if (record === null) return null;
  for (const field of textFields) {
    const text = textOf(record[field]);
    if (text !== null)
      return { text: trimBreak(text), source: sourceOf(record), partial: partOf(record, field, text) };
  }
  return null;
}

function parseObject(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** journald writes text with control characters as an array of bytes. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value) || value.length === 0 || value.length > 65_536)
    return isObject(value) ? textOf(value['message'] ?? value['original']) : null;
  let text = '';
  for (const byte of value) {
    if (typeof byte !== 'number' || byte < 0 || byte > 255) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

function partOf(
  record: Readonly<Record<string, unknown>>,
  field: string,
  text: string,
): Unwrapped['partial'] {
  if (record['partial_message'] === 'true' || record['logtag'] === 'P') return 'yes';
  if (field !== 'log' || text.endsWith('\n') || !('stream' in record)) return 'no';
  return Object.keys(record).every((key) => dockerFields.has(key)) ? 'perhaps' : 'no';
}

function trimBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

function sourceOf(record: Readonly<Record<string, unknown>>): string {
  const parts: string[] = [];
  for (const field of sourceFields) {
    const value = record[field];
    if (isObject(value)) for (const inner of innerFields) addPart(parts, `${field}.${inner}`, value[inner]);
    else addPart(parts, field, value);
  }
  return parts.join(',').slice(0, sourceCharsMax);
}

function addPart(parts: string[], field: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number') parts.push(`${field}=${value}`);
}

/** One member of a JSON object that is printed over several lines: `  "message": "fatal error: …",`. */
export function unwrapJsonMember(line: string): Unwrapped | null {
  const text = line.trim();
  const colon = text.charCodeAt(0) === 34 ? text.indexOf('":') : -1;
  if (colon < 2 || !textFields.includes(text.slice(1, colon))) return null;
  const value = text
    .slice(colon + 2)
    .replace(/,$/, '')
    .trim();
  const record = value.startsWith('"') ? parseObject(`{"log":${value}}`) : null;
  const inner = record === null ? null : textOf(record['log']);
  return inner === null ? null : { text: trimBreak(inner), source: '', partial: 'no' };
}
