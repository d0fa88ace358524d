import type { Event } from '@faultline/model';
import { numberOf, booleanOf, textOf } from '../json/fields.js';
import { refOf } from '../record-ref.js';
import { isoToUs } from '../time/parse-time.js';
import { callsDump, callsFromUnbacked } from './call-trace.js';
import { otherWindowsEvent } from './other-event.js';
import { answersOf, guidOf, plainIp, processOf, sha256Of } from './sysmon-fields.js';
import type { WindowsRecord } from './windows-record.js';
import { markedFile, zoneOf } from './zone-stream.js';

const dataset = 'windows.sysmon';

/** Fields of EventData that the functions below read. */
export const sysmonFields: readonly string[] = [
  'UtcTime',
  'ProcessGuid',
  'ProcessId',
  'Image',
  'User',
  'CommandLine',
  'CurrentDirectory',
  'LogonId',
  'IntegrityLevel',
  'Hashes',
  'Hash',
  'ParentProcessGuid',
  'ParentProcessId',
  'ParentImage',
  'ParentUser',
  'SourceProcessGuid',
  'SourceProcessGUID',
  'SourceProcessId',
  'SourceImage',
  'SourceUser',
  'TargetProcessGuid',
  'TargetProcessGUID',
  'TargetProcessId',
  'TargetImage',
  'TargetUser',
  'GrantedAccess',
  'CallTrace',
  'ImageLoaded',
  'Signed',
  'Signature',
  'TargetFilename',
  'Contents',
  'TargetObject',
  'NewName',
  'Details',
  'EventType',
  'PipeName',
  'Initiated',
  'SourceIp',
  'SourcePort',
  'DestinationIp',
  'DestinationPort',
  'DestinationHostname',
  'QueryName',
  'QueryResults',
];

/** Sysmon's `UtcTime` is the event's own clock; the logged time is the yardstick that `alignClocks` holds against it. */
export function sysmonEvent(w: WindowsRecord): Event {
  const { data: d, record } = w;
  const utc = typeof d['UtcTime'] === 'string' ? isoToUs(d['UtcTime']) : null;
  const id = record.id;
  const atUs = utc ?? w.loggedAtUs;
  const observedAtUs = w.loggedAtUs;
  const clock = utc === null ? w.clocks.collector : w.clocks.sysmon(w.eventId);
  const host = w.clocks.host;
  const ref = refOf(record);
  switch (w.eventId) {
    case 10:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'process.access',
        source: processOf(
          d['SourceProcessGUID'] ?? d['SourceProcessGuid'],
          d['SourceProcessId'],
          d['SourceImage'],
          d['SourceUser'],
        ),
        target: processOf(
          d['TargetProcessGUID'] ?? d['TargetProcessGuid'],
          d['TargetProcessId'],
          d['TargetImage'],
          d['TargetUser'],
        ),
        grantedAccess: numberOf(d['GrantedAccess']) ?? 0,
        callerUnbacked: callsFromUnbacked(d['CallTrace']),
        callerDumps: callsDump(d['CallTrace']),
      };
    case 7:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'image.load',
        process: actor(w),
        path: textOf(d['ImageLoaded']) ?? '',
        signed: booleanOf(d['Signed']),
        signer: textOf(d['Signature']),
        sha256: sha256Of(d['Hashes']),
      };
    case 12:
    case 13:
    case 14:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'registry.write',
        process: actor(w),
        path: textOf(d['NewName']) ?? textOf(d['TargetObject']) ?? '',
        value: textOf(d['Details']),
      };
    case 17:
    case 18:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'pipe',
        process: actor(w),
        name: textOf(d['PipeName']) ?? '',
        created: w.eventId === 17,
      };
    case 1:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'process.start',
        process: actor(w),
        parent: parentOf(w),
        commandLine: textOf(d['CommandLine']),
        workingDirectory: textOf(d['CurrentDirectory']),
        sha256: sha256Of(d['Hashes']),
        integrity: textOf(d['IntegrityLevel']),
        logonId: textOf(d['LogonId']),
      };
    case 5:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'process.end',
        process: actor(w),
      };
    case 8:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'process.inject',
        source: processOf(
          d['SourceProcessGuid'] ?? d['SourceProcessGUID'],
          d['SourceProcessId'],
          d['SourceImage'],
          d['SourceUser'],
        ),
        target: processOf(
          d['TargetProcessGuid'] ?? d['TargetProcessGUID'],
          d['TargetProcessId'],
          d['TargetImage'],
          d['TargetUser'],
        ),
      };
    // 2 changes a file's creation time, which is what unpackers and downloaders do last; 29 is a finished executable.
    case 2:
    case 11:
    case 15:
    case 29: {
      const path = textOf(d['TargetFilename']) ?? '';
      const marked = markedFile(path);
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'file.write',
        process: actor(w),
        path: marked ?? path,
        // The hash of event 15 is that of the stream, so it says nothing about a marked file.
        sha256: marked === null ? sha256Of(d['Hash'] ?? d['Hashes']) : null,
        zone: marked === null ? null : zoneOf(d['Contents']),
      };
    }
    case 23:
    case 26:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'file.delete',
        process: actor(w),
        path: textOf(d['TargetFilename']) ?? '',
      };
    case 3:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'network.flow',
        process: actor(w),
        initiated: booleanOf(d['Initiated']) ?? true,
        sourceIp: plainIp(textOf(d['SourceIp']) ?? ''),
        sourcePort: numberOf(d['SourcePort']),
        destinationIp: plainIp(textOf(d['DestinationIp']) ?? ''),
        destinationPort: numberOf(d['DestinationPort']),
        destinationDomain: textOf(d['DestinationHostname']),
      };
    case 22:
      return {
        id,
        atUs,
        observedAtUs,
        clock,
        dataset,
        record: ref,
        host,
        kind: 'dns.query',
        process: actor(w),
        name: textOf(d['QueryName']) ?? '',
        answers: answersOf(d['QueryResults']),
      };
    default:
      return otherWindowsEvent(w, atUs, clock);
  }
}

/** The process that acts; all ids but 8 and 10 name it the same way. */
function actor({ data: d }: WindowsRecord) {
  return processOf(d['ProcessGuid'], d['ProcessId'], d['Image'], d['User']);
}

function parentOf({ data: d }: WindowsRecord) {
  const known = guidOf(d['ParentProcessGuid']) !== null || textOf(d['ParentImage']) !== null;
  return known
    ? processOf(d['ParentProcessGuid'], d['ParentProcessId'], d['ParentImage'], d['ParentUser'])
    : null;
}
