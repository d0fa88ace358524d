import type { Event, JsonObject, ProcessRef, RawRecord } from '@faultline/model';
import { at, booleanOf, numberAt, textAt, textsAt } from '../json/fields.js';
import { refOf } from '../record-ref.js';
import { hostOf, processAt, userOf } from './ecs-document.js';

/** A host or authentication event by `event.category` and `event.type`; null when nothing fits and the event is `other`. */
export function ecsHostEvent(
  d: JsonObject,
  record: RawRecord,
  atUs: number,
  observedAtUs: number | null,
): Event | null {
  const categories = textsAt(d, 'event.category');
  const types = textsAt(d, 'event.type');
  const host = hostOf(d);
  const base = {
    id: record.id,
    atUs,
    observedAtUs,
    clock: null,
    dataset: textAt(d, 'event.dataset') ?? textAt(d, 'event.module') ?? 'ecs',
    record: refOf(record),
  };
  if (categories.includes('authentication'))
    return host === null ? authentication(d, base) : logon(d, base, host);
  if (host === null) return null;
  const hosted = { ...base, host };
  const process = processAt(d, 'process', userOf(d, 'user'));
  const is = (type: string) => types.includes(type);
  if (categories.includes('process') && process !== null) {
    if (is('start')) return processStart(d, hosted, process);
    return is('end') ? { ...hosted, kind: 'process.end', process } : null;
  }
  if (categories.includes('file') && process !== null) return fileEvent(d, hosted, process, is);
  if (categories.includes('library') && process !== null) {
    const path = textAt(d, 'dll.path') ?? textAt(d, 'file.path');
    if (path === null) return null;
    return {
      ...hosted,
      kind: 'image.load',
      process,
      path,
      signed: booleanOf(at(d, 'dll.code_signature.exists')),
      signer: textAt(d, 'dll.code_signature.subject_name'),
      sha256: textAt(d, 'dll.hash.sha256'),
    };
  }
  if (categories.includes('registry') && process !== null) {
    const path = textAt(d, 'registry.path');
    return path === null
      ? null
      : {
          ...hosted,
          kind: 'registry.write',
          process,
          path,
          value: textsAt(d, 'registry.data.strings').join('\n') || null,
        };
  }
  return categories.includes('network') || at(d, 'dns.question.name') !== undefined
    ? networkEvent(d, hosted, process)
    : null;
}

type Base = Pick<Event, 'id' | 'atUs' | 'observedAtUs' | 'clock' | 'dataset' | 'record'>;
type Hosted = Base & { readonly host: string };

function processStart(d: JsonObject, hosted: Hosted, process: ProcessRef): Event {
  return {
    ...hosted,
    kind: 'process.start',
    process,
    parent: processAt(d, 'process.parent', null),
    commandLine: textAt(d, 'process.command_line') ?? (textsAt(d, 'process.args').join(' ') || null),
    workingDirectory: textAt(d, 'process.working_directory'),
    sha256: textAt(d, 'process.hash.sha256'),
    integrity: textAt(d, 'process.Ext.token.integrity_level_name'),
    logonId: textAt(d, 'user.logon_id') ?? textAt(d, 'process.session_leader.entity_id'),
  };
}

function fileEvent(
  d: JsonObject,
  hosted: Hosted,
  process: ProcessRef,
  is: (type: string) => boolean,
): Event | null {
  const path = textAt(d, 'file.path');
  if (path === null) return null;
  if (is('deletion')) return { ...hosted, kind: 'file.delete', process, path };
  if (!is('creation') && !is('change')) return null;
  return { ...hosted, kind: 'file.write', process, path, sha256: textAt(d, 'file.hash.sha256'), zone: null };
}

function networkEvent(d: JsonObject, hosted: Hosted, process: ProcessRef | null): Event | null {
  const question = textAt(d, 'dns.question.name');
  if (question !== null)
    return {
      ...hosted,
      kind: 'dns.query',
      process,
      name: question,
      answers: [...textsAt(d, 'dns.resolved_ip')],
    };
  const sourceIp = textAt(d, 'source.ip');
  const destinationIp = textAt(d, 'destination.ip');
  if (sourceIp === null || destinationIp === null) return null;
  const direction = textAt(d, 'network.direction');
  return {
    ...hosted,
    kind: 'network.flow',
    process,
    initiated: direction !== 'ingress' && direction !== 'inbound',
    sourceIp,
    sourcePort: numberAt(d, 'source.port'),
    destinationIp,
    destinationPort: numberAt(d, 'destination.port'),
    destinationDomain: textAt(d, 'destination.domain'),
  };
}

function logon(d: JsonObject, base: Base, host: string): Event {
  const outcome = textAt(d, 'event.outcome');
  const user = userOf(d, 'user') ?? userOf(d, 'user.target');
  return {
    ...base,
    host,
    kind: 'logon',
    user: user ?? 'unknown',
    outcome: outcome === 'success' || outcome === 'failure' ? outcome : 'unknown',
    logonId: textAt(d, 'user.logon_id'),
    logonType: numberAt(d, 'winlog.event_data.LogonType'),
    sourceIp: textAt(d, 'source.ip') ?? textAt(d, 'client.ip'),
    process: processAt(d, 'process', user),
  };
}

/** Authentication at a service, not on a host. */
function authentication(d: JsonObject, base: Base): Event {
  const failed = textAt(d, 'event.outcome') === 'failure';
  return {
    ...base,
    kind: 'auth.event',
    type: textAt(d, 'event.action') ?? (failed ? 'LOGIN_ERROR' : 'LOGIN'),
    realm: textAt(d, 'organization.name'),
    clientId: textAt(d, 'service.name'),
    userId: userOf(d, 'user'),
    sessionId: textAt(d, 'session.id'),
    sourceIp: textAt(d, 'source.ip') ?? textAt(d, 'client.ip'),
    error: failed ? (textAt(d, 'event.reason') ?? textAt(d, 'error.message') ?? 'failure') : null,
  };
}
