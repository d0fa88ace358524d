import type { JsonValue, ProcessRef } from '@faultline/model';
import { numberOf, textOf } from '../json/fields.js';

const nullGuid = '00000000-0000-0000-0000-000000000000';

/** ProcessGuid without braces, in lower case, as dialects differ in both; null for the all-zero guid of a process Sysmon did not see. */
export function guidOf(value: JsonValue | undefined): string | null {
  if (typeof value !== 'string') return null;
  const bare = value.charCodeAt(0) === 123 && value.length === 38 ? value.slice(1, 37) : value;
  return bare.length !== 36 || bare === nullGuid ? null : bare.toLowerCase();
}

/**
 * A process as Sysmon names it; without a guid the pid alone, which is unique only while that process lives. The same process is named by
 * thousands of events: they share one value, which saves most of the memory that events take.
 */
export function processOf(
  guid: JsonValue | undefined,
  pid: JsonValue | undefined,
  image: JsonValue | undefined,
  user: JsonValue | undefined,
): ProcessRef {
  if (typeof guid !== 'string') return newProcess(null, pid, image, user);
  const known = processes.get(guid);
  if (known !== undefined && known.pid === pid && known.image === image && known.user === user)
    return known.ref;
  const ref = newProcess(guidOf(guid), pid, image, user);
  if (processes.size >= processesMax) processes.clear();
  processes.set(guid, { pid, image, user, ref });
  return ref;
}

interface KnownProcess {
  readonly pid: JsonValue | undefined;
  readonly image: JsonValue | undefined;
  readonly user: JsonValue | undefined;
  readonly ref: ProcessRef;
}
const processes = new Map<string, KnownProcess>();
/** An attacker may write a new guid in every line; the memo starts again instead of growing. */
const processesMax = 16_384;

function newProcess(
  guid: string | null,
  pid: JsonValue | undefined,
  image: JsonValue | undefined,
  user: JsonValue | undefined,
): ProcessRef {
  const pidNumber = numberOf(pid);
  return { key: guid ?? `${pidNumber ?? '?'}@`, pid: pidNumber, image: textOf(image), user: textOf(user) };
}

/** SHA-256 of `SHA1=…,MD5=…,SHA256=…`, in lower case. */
export function sha256Of(value: JsonValue | undefined): string | null {
  if (typeof value !== 'string') return null;
  const start = value.indexOf('SHA256=') + 7;
  if (start < 7) return null;
  const hash = value.slice(start, start + 64).toLowerCase();
  return hash.length === 64 ? hash : null;
}

/** QueryResults `type:  5 alias.example;::ffff:192.0.2.1;` → names and addresses, IPv4 in its own form. */
export function answersOf(value: JsonValue | undefined): string[] {
  if (typeof value !== 'string' || value === '-' || value === '') return [];
  const answers: string[] = [];
  for (const part of value.split(';', answersMax)) {
    const answer = part.startsWith('type:') ? part.slice(part.lastIndexOf(' ') + 1) : part.trim();
    if (answer !== '') answers.push(plainIp(answer));
  }
  return answers;
}

/** One DNS answer has at most a few hundred records; a longer list is garbage. */
const answersMax = 512;

/** An IPv4 address mapped into IPv6 (RFC 4291 §2.5.5.2) is the same host. */
export function plainIp(ip: string): string {
  return ip.startsWith('::ffff:') && ip.includes('.') ? ip.slice(7) : ip;
}
