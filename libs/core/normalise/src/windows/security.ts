import type { Event, JsonValue, ProcessRef } from '@faultline/model';
import { numberOf, textOf } from '../json/fields.js';
import { refOf } from '../record-ref.js';
import { otherWindowsEvent } from './other-event.js';
import { plainIp } from './sysmon-fields.js';
import type { WindowsRecord } from './windows-record.js';

const dataset = 'windows.security';

/** Fields of EventData that the functions below read. */
export const securityFields: readonly string[] = [
  'SubjectUserName',
  'SubjectDomainName',
  'SubjectLogonId',
  'TargetUserName',
  'TargetDomainName',
  'TargetLogonId',
  'LogonType',
  'IpAddress',
  'ProcessId',
  'ProcessID',
  'ProcessName',
  'NewProcessId',
  'NewProcessName',
  'ParentProcessName',
  'CommandLine',
  'MandatoryLabel',
  'ObjectType',
  'ObjectName',
  'ObjectValueName',
  'NewValue',
  'AccessMask',
  'Application',
  'Direction',
  'SourceAddress',
  'SourcePort',
  'DestAddress',
  'DestPort',
];

/** FILE_WRITE_DATA or FILE_APPEND_DATA, and DELETE, of winnt.h. */
const writeRights = 0x6;
const deleteRight = 0x10000;

/** Events of the Security channel. They name processes by pid only; their time is the one they were logged at. */
export function securityEvent(w: WindowsRecord): Event {
  const { data: d, record } = w;
  const base = {
    id: record.id,
    atUs: w.loggedAtUs,
    observedAtUs: w.loggedAtUs,
    clock: w.clocks.collector,
    dataset,
    record: refOf(record),
    host: w.clocks.host,
  };
  switch (w.eventId) {
    case 4624:
    case 4625:
    case 4648:
    case 4672:
      return logon(w, base);
    case 4688: {
      const user = subjectOf(w);
      const pid = numberOf(d['NewProcessId']);
      return {
        ...base,
        kind: 'process.start',
        process: {
          key: `${pid ?? '?'}@${w.loggedAtUs}`,
          pid,
          image: textOf(d['NewProcessName']),
          user: targetOf(w) ?? user,
        },
        parent: byPid(d['ProcessId'], d['ParentProcessName'], user),
        commandLine: textOf(d['CommandLine']),
        workingDirectory: null,
        sha256: null,
        integrity: textOf(d['MandatoryLabel']),
        logonId: textOf(d['SubjectLogonId']),
      };
    }
    case 4689:
      return { ...base, kind: 'process.end', process: caller(w) };
    case 4656:
    case 4663:
      return objectAccess(w, base) ?? otherWindowsEvent(w, w.loggedAtUs, w.clocks.collector);
    case 4657:
      return {
        ...base,
        kind: 'registry.write',
        process: caller(w),
        path: [textOf(d['ObjectName']), textOf(d['ObjectValueName'])]
          .filter((part) => part !== null)
          .join('\\'),
        value: textOf(d['NewValue']),
      };
    case 5156:
      return flow(w, base);
    default:
      return otherWindowsEvent(w, w.loggedAtUs, w.clocks.collector);
  }
}

type Base = Pick<Event, 'id' | 'atUs' | 'observedAtUs' | 'clock' | 'dataset' | 'record'> & {
  readonly host: string;
};

function logon(w: WindowsRecord, base: Base): Event {
  const { data: d } = w;
  // 4672 grants privileges to its subject; the others name who logs on as the target.
  const isGrant = w.eventId === 4672;
  const ip = textOf(d['IpAddress']);
  return {
    ...base,
    kind: 'logon',
    user: (isGrant ? subjectOf(w) : targetOf(w)) ?? 'unknown',
    // 4648 says that credentials were tried, not whether they worked.
    outcome: w.eventId === 4625 ? 'failure' : w.eventId === 4648 ? 'unknown' : 'success',
    logonId: textOf(isGrant ? d['SubjectLogonId'] : d['TargetLogonId']),
    logonType: numberOf(d['LogonType']),
    sourceIp: ip === null ? null : plainIp(ip),
    process: textOf(d['ProcessName']) === null ? null : caller(w),
  };
}

function objectAccess(w: WindowsRecord, base: Base): Event | null {
  const { data: d } = w;
  const mask = numberOf(d['AccessMask']) ?? 0;
  const name = textOf(d['ObjectName']);
  if (name === null) return null;
  switch (textOf(d['ObjectType'])) {
    case 'Process':
      return {
        ...base,
        kind: 'process.access',
        source: caller(w),
        target: { key: `@${name.toLowerCase()}`, pid: null, image: name, user: null },
        grantedAccess: mask,
        callerUnbacked: false,
        callerDumps: false,
      };
    case 'File':
      // 4656 only asks for a handle; 4663 is the use of the right.
      if (w.eventId !== 4663) return null;
      if ((mask & writeRights) !== 0)
        return { ...base, kind: 'file.write', process: caller(w), path: name, sha256: null, zone: null };
      return (mask & deleteRight) !== 0
        ? { ...base, kind: 'file.delete', process: caller(w), path: name }
        : null;
    default:
      return null;
  }
}

function flow(w: WindowsRecord, base: Base): Event {
  const { data: d } = w;
  // Direction is a message id: %%14592 inbound, %%14593 outbound. An inbound packet's source is the remote end, as in Sysmon 3.
  const direction = textOf(d['Direction']);
  return {
    ...base,
    kind: 'network.flow',
    process: byPid(d['ProcessID'] ?? d['ProcessId'], d['Application'], null),
    initiated: direction !== '%%14592' && direction !== 'Inbound',
    sourceIp: plainIp(textOf(d['SourceAddress']) ?? ''),
    sourcePort: numberOf(d['SourcePort']),
    destinationIp: plainIp(textOf(d['DestAddress']) ?? ''),
    destinationPort: numberOf(d['DestPort']),
    destinationDomain: null,
  };
}

function caller(w: WindowsRecord): ProcessRef {
  return byPid(w.data['ProcessId'] ?? w.data['ProcessID'], w.data['ProcessName'], subjectOf(w));
}

/** `pid@` without a start time: whichever process of the host has this pid at the time of the event. */
function byPid(value: JsonValue | undefined, image: JsonValue | undefined, user: string | null): ProcessRef {
  const pid = numberOf(value);
  return { key: `${pid ?? '?'}@`, pid, image: textOf(image), user };
}

function subjectOf({ data: d }: WindowsRecord): string | null {
  return account(d['SubjectDomainName'], d['SubjectUserName']);
}

function targetOf({ data: d }: WindowsRecord): string | null {
  return account(d['TargetDomainName'], d['TargetUserName']);
}

function account(domain: JsonValue | undefined, name: JsonValue | undefined): string | null {
  const user = textOf(name);
  const realm = textOf(domain);
  return user === null ? null : realm === null ? user : `${realm}\\${user}`;
}
