import { describe, expect, it } from 'vitest';
import type { Event, EventKind, EventOf, JsonObject, JsonValue } from '@faultline/model';
import { createNormaliser } from '../record-normaliser.js';

type Fields = Record<string, JsonValue>;
const sysmonChannel = 'Microsoft-Windows-Sysmon/Operational';
const loggedAt = '2025-03-01T10:00:00.250Z';

const flat = (id: number, data: Fields, channel = sysmonChannel): JsonObject => ({
  EventID: id,
  Channel: channel,
  Hostname: 'WS01.example.lan',
  '@timestamp': loggedAt,
  TimeCreated: loggedAt,
  Message: 'text',
  ...data,
});
const winlogbeat = (id: number, data: Fields, channel = sysmonChannel): JsonObject => ({
  '@timestamp': loggedAt,
  event: { kind: 'event', code: String(id) },
  host: { name: 'ws01' },
  winlog: { event_id: String(id), channel, computer_name: 'WS01.example.lan', event_data: data },
});
const evtx = (id: number, data: Fields, channel = sysmonChannel): JsonObject => ({
  Event: {
    '#attributes': { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' },
    System: {
      Provider: { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } },
      EventID: { '#attributes': { Qualifiers: 0 }, '#text': id },
      TimeCreated: { '#attributes': { SystemTime: loggedAt } },
      Channel: channel,
      Computer: 'WS01.example.lan',
    },
    EventData: data,
  },
});
const evtxList = (id: number, data: Fields): JsonObject => ({
  Event: {
    System: {
      EventID: id,
      TimeCreated: { '@SystemTime': loggedAt },
      Channel: sysmonChannel,
      Computer: 'ws01.example.lan',
    },
    EventData: { Data: Object.entries(data).map(([name, value]) => ({ '@Name': name, '#text': value })) },
  },
});

function normalise(document: JsonObject): Event {
  const result = createNormaliser().normalise({
    path: 'p',
    line: 1,
    offset: 0,
    length: 9,
    id: 'a'.repeat(32),
    text: JSON.stringify(document),
  });
  if (result.rejected !== undefined) throw new Error(`${result.rejected.code}: ${result.rejected.reason}`);
  const [event] = result.events;
  if (event === undefined) throw new Error('no event');
  return event;
}
function eventOf<K extends EventKind>(kind: K, document: JsonObject): EventOf<K> {
  const event = normalise(document);
  expect(event.kind).toBe(kind);
  return event as EventOf<K>;
}

const guid = '{0197231E-9BE6-6934-5301-000000000B00}';
const bareGuid = '0197231e-9be6-6934-5301-000000000b00';
const actor = {
  UtcTime: '2025-03-01 10:00:00.123',
  ProcessGuid: guid,
  ProcessId: '3412',
  Image: 'C:\\tools\\a.exe',
  User: 'LAB\\ann',
};
const ref = { key: bareGuid, pid: 3412, image: 'C:\\tools\\a.exe', user: 'LAB\\ann' };
const processStart = {
  ...actor,
  CommandLine: '"C:\\tools\\a.exe" -x',
  CurrentDirectory: 'C:\\tools\\',
  LogonId: '0x3e7',
  IntegrityLevel: 'High',
  Hashes: `SHA1=00,SHA256=${'AB'.repeat(32)},IMPHASH=00`,
  ParentProcessGuid: '{0197231e-9b6b-6934-2b01-000000000b00}',
  ParentProcessId: '1092',
  ParentImage: 'C:\\Windows\\explorer.exe',
  ParentUser: 'LAB\\ann',
};

describe('Sysmon events', () => {
  it('are the same in all dialects', () => {
    const [first, ...others] = [flat, winlogbeat, evtx, evtxList].map((dialect) =>
      normalise(dialect(1, processStart)),
    );
    expect(first).toEqual({
      id: 'a'.repeat(32),
      atUs: 1740823200123000,
      observedAtUs: 1740823200250000,
      clock: 'ws01.example.lan/sysmon/1',
      dataset: 'windows.sysmon',
      record: { path: 'p', line: 1, offset: 0, length: 9 },
      host: 'ws01.example.lan',
      kind: 'process.start',
      process: ref,
      parent: {
        key: '0197231e-9b6b-6934-2b01-000000000b00',
        pid: 1092,
        image: 'C:\\Windows\\explorer.exe',
        user: 'LAB\\ann',
      },
      commandLine: '"C:\\tools\\a.exe" -x',
      workingDirectory: 'C:\\tools\\',
      sha256: 'ab'.repeat(32),
      integrity: 'High',
      logonId: '0x3e7',
    });
    for (const other of others) expect(other).toEqual(first);
  });

  it('read the guid whatever its braces, case and key name', () => {
    const data = {
      UtcTime: '2025-03-01 10:00:00.123456',
      SourceProcessGUID: guid,
      SourceProcessId: 1,
      SourceImage: 'a',
      TargetProcessGuid: bareGuid.toUpperCase(),
      TargetProcessId: '0x2',
      TargetImage: 'C:\\Windows\\System32\\lsass.exe',
      GrantedAccess: '0x1FFFFF',
      CallTrace:
        'C:\\Windows\\SYSTEM32\\ntdll.dll+9d4c4|UNKNOWN(000002BAA0700000)|C:\\Windows\\System32\\DBGCORE.dll+1',
    };
    expect(eventOf('process.access', flat(10, data))).toMatchObject({
      atUs: 1740823200123456,
      source: { key: bareGuid, pid: 1 },
      target: { key: bareGuid, pid: 2 },
      grantedAccess: 0x1fffff,
      callerUnbacked: true,
      callerDumps: true,
    });
  });

  it('give no dump and no unbacked caller to an ordinary call', () => {
    const data = {
      SourceProcessGUID: guid,
      TargetProcessGUID: guid,
      GrantedAccess: '0x1000',
      CallTrace: 'C:\\Windows\\System32\\KERNELBASE.dll+2c13e',
    };
    expect(eventOf('process.access', flat(10, data))).toMatchObject({
      grantedAccess: 0x1000,
      callerUnbacked: false,
      callerDumps: false,
    });
  });

  it.each([11, 15])('of id %i take the zone stream off the path and keep what it says', (id) => {
    const data = {
      ...actor,
      TargetFilename: 'C:\\Users\\ann\\Downloads\\setup.exe:Zone.Identifier',
      Hash: `SHA256=${'AB'.repeat(32)}`,
      Contents:
        '[ZoneTransfer]  ZoneId=3  ReferrerUrl=https://ref.example/a?b=c  HostUrl=https://files.example/setup.exe  ',
    };
    expect(eventOf('file.write', flat(id, data))).toMatchObject({
      path: 'C:\\Users\\ann\\Downloads\\setup.exe',
      sha256: null,
      zone: { id: 3, hostUrl: 'https://files.example/setup.exe', referrerUrl: 'https://ref.example/a?b=c' },
    });
  });

  it('tell a marked file whose mark says nothing from an unmarked file', () => {
    expect(
      eventOf('file.write', flat(11, { ...actor, TargetFilename: 'C:\\a.exe:Zone.Identifier' })).zone,
    ).toEqual({ id: null, hostUrl: null, referrerUrl: null });
    expect(
      eventOf(
        'file.write',
        flat(15, { ...actor, TargetFilename: 'C:\\a.exe', Hash: `SHA256=${'AB'.repeat(32)}` }),
      ),
    ).toMatchObject({ zone: null, sha256: 'ab'.repeat(32) });
  });

  it.each<[number, Fields, Partial<Event>]>([
    [2, { TargetFilename: 'C:\\b' }, { kind: 'file.write', path: 'C:\\b' }],
    [
      3,
      {
        Initiated: 'true',
        SourceIp: '::ffff:10.0.0.1',
        SourcePort: '50000',
        DestinationIp: '192.0.2.7',
        DestinationPort: 443,
        DestinationHostname: '-',
      },
      {
        kind: 'network.flow',
        initiated: true,
        sourceIp: '10.0.0.1',
        sourcePort: 50000,
        destinationIp: '192.0.2.7',
        destinationPort: 443,
        destinationDomain: null,
      },
    ],
    [5, {}, { kind: 'process.end' }],
    [
      7,
      { ImageLoaded: 'C:\\x.dll', Signed: 'false', Signature: '-' },
      { kind: 'image.load', path: 'C:\\x.dll', signed: false, signer: null },
    ],
    [9, { Device: '\\Device\\Harddisk0' }, { kind: 'other', action: 'sysmon/9' }],
    [
      12,
      { EventType: 'CreateKey', TargetObject: 'HKLM\\a' },
      { kind: 'registry.write', path: 'HKLM\\a', value: null },
    ],
    [
      13,
      { TargetObject: 'HKLM\\a\\b', Details: 'DWORD (0x1)' },
      { kind: 'registry.write', path: 'HKLM\\a\\b', value: 'DWORD (0x1)' },
    ],
    [14, { TargetObject: 'HKLM\\a', NewName: 'HKLM\\c' }, { kind: 'registry.write', path: 'HKLM\\c' }],
    [17, { PipeName: '\\p' }, { kind: 'pipe', name: '\\p', created: true }],
    [18, { PipeName: '\\p' }, { kind: 'pipe', name: '\\p', created: false }],
    [
      22,
      { QueryName: 'a.example', QueryResults: 'type:  5 b.example;::ffff:192.0.2.7;2001:db8::1;' },
      { kind: 'dns.query', name: 'a.example', answers: ['b.example', '192.0.2.7', '2001:db8::1'] },
    ],
    [23, { TargetFilename: 'C:\\b' }, { kind: 'file.delete', path: 'C:\\b' }],
    [26, { TargetFilename: 'C:\\b' }, { kind: 'file.delete', path: 'C:\\b' }],
    [255, {}, { kind: 'other', action: 'sysmon/255' }],
  ])('of id %i', (id, data, expected) => {
    for (const dialect of [flat, winlogbeat, evtx])
      expect(normalise(dialect(id, { ...actor, ...data }))).toMatchObject(expected);
  });

  it('of id 8 are an injection', () => {
    const data = {
      SourceProcessGuid: guid,
      SourceProcessId: '1',
      SourceImage: 'a',
      TargetProcessGuid: guid,
      TargetProcessId: '2',
      TargetImage: 'b',
    };
    expect(eventOf('process.inject', flat(8, data))).toMatchObject({
      source: { key: bareGuid, image: 'a' },
      target: { image: 'b' },
    });
  });

  it('without a readable UtcTime run on the collector’s clock', () => {
    expect(normalise(flat(5, { ...actor, UtcTime: 'soon' }))).toMatchObject({
      atUs: 1740823200250000,
      clock: 'ws01.example.lan/collector',
    });
  });
});

describe('the Event table of Log Analytics', () => {
  it('keeps EventData as XML', () => {
    const xml = `<DataItem type="System.XmlData"><EventData><Data Name="UtcTime">2025-03-01 10:00:00.123</Data><Data Name="ProcessGuid">${guid}</Data><Data Name="ProcessId">3412</Data><Data Name="Image">C:\\tools\\a.exe</Data><Data Name="RuleName"/><Data Name="User">LAB\\ann</Data><Data Name="CommandLine">a &lt;b&gt; &amp;amp; &#x41;</Data></EventData></DataItem>`;
    const document = {
      TimeGenerated: loggedAt,
      Computer: 'WS01.example.lan',
      EventID: 1,
      EventLog: sysmonChannel,
      Source: 'Microsoft-Windows-Sysmon',
      EventData: xml,
    };
    expect(eventOf('process.start', document)).toMatchObject({
      process: ref,
      commandLine: 'a <b> &amp; A',
      atUs: 1740823200123000,
    });
  });

  it('survives XML that is cut anywhere', () => {
    const xml = '<Data Name="UtcTime">x</Data><Data Name="Image">&#x110000;</Data>';
    for (let end = 0; end <= xml.length; end++) {
      const document = {
        TimeGenerated: loggedAt,
        Computer: 'h',
        EventID: 1,
        EventLog: 'System',
        EventData: xml.slice(0, end),
      };
      expect(normalise(document).kind).toBe('other');
    }
  });
});

describe('Security events', () => {
  const subject = { SubjectUserName: 'ann', SubjectDomainName: 'LAB', SubjectLogonId: '0x3e7' };
  const security = (id: number, data: Fields) => flat(id, { ...subject, ...data }, 'Security');

  it.each<[number, Fields, Partial<Event>]>([
    [
      4624,
      {
        TargetUserName: 'bob',
        TargetDomainName: 'LAB',
        TargetLogonId: '0xc1',
        LogonType: '3',
        IpAddress: '10.0.0.9',
        ProcessName: '-',
      },
      {
        kind: 'logon',
        user: 'LAB\\bob',
        outcome: 'success',
        logonId: '0xc1',
        logonType: 3,
        sourceIp: '10.0.0.9',
        process: null,
      },
    ],
    [
      4625,
      { TargetUserName: 'bob', TargetDomainName: '-', IpAddress: '-' },
      { kind: 'logon', user: 'bob', outcome: 'failure', sourceIp: null },
    ],
    [4648, { TargetUserName: 'bob', TargetDomainName: 'LAB' }, { kind: 'logon', outcome: 'unknown' }],
    [4672, { PrivilegeList: 'SeDebugPrivilege' }, { kind: 'logon', user: 'LAB\\ann', logonId: '0x3e7' }],
    [
      4688,
      {
        NewProcessId: '0x1d18',
        NewProcessName: 'C:\\n.exe',
        ProcessId: '0x11c0',
        ParentProcessName: 'C:\\p.exe',
        TargetUserName: '-',
        CommandLine: 'n',
      },
      {
        kind: 'process.start',
        process: { key: '7448@1740823200250000', pid: 7448, image: 'C:\\n.exe', user: 'LAB\\ann' },
        parent: { key: '4544@', pid: 4544, image: 'C:\\p.exe', user: 'LAB\\ann' },
      },
    ],
    [
      4689,
      { ProcessId: '0x10', ProcessName: 'C:\\n.exe' },
      { kind: 'process.end', process: { key: '16@', pid: 16, image: 'C:\\n.exe', user: 'LAB\\ann' } },
    ],
    [
      4663,
      {
        ObjectType: 'Process',
        ObjectName: '\\Device\\HarddiskVolume2\\Windows\\System32\\lsass.exe',
        AccessMask: '0x10',
        ProcessId: '0x10',
      },
      { kind: 'process.access', grantedAccess: 16 },
    ],
    [
      4656,
      {
        ObjectType: 'Process',
        ObjectName: '\\Device\\x\\lsass.exe',
        AccessMask: '0x1410',
        ProcessId: '0x10',
      },
      { kind: 'process.access', grantedAccess: 0x1410 },
    ],
    [
      4663,
      { ObjectType: 'File', ObjectName: 'C:\\f', AccessMask: '0x2', ProcessId: '0x10' },
      { kind: 'file.write', path: 'C:\\f' },
    ],
    [
      4656,
      { ObjectType: 'File', ObjectName: 'C:\\f', AccessMask: '0x2', ProcessId: '0x10' },
      { kind: 'other', action: 'security/4656' },
    ],
    [
      5156,
      {
        ProcessID: '4',
        Application: '\\device\\a.exe',
        Direction: '%%14592',
        SourceAddress: '10.0.0.1',
        SourcePort: '1',
        DestAddress: '10.0.0.2',
        DestPort: '2',
      },
      { kind: 'network.flow', initiated: false, sourceIp: '10.0.0.1', destinationPort: 2 },
    ],
    [4697, { ServiceName: 's' }, { kind: 'other', action: 'security/4697' }],
  ])('%i', (id, data, expected) => expect(normalise(security(id, data))).toMatchObject(expected));

  it('in a Log Analytics table carry TimeGenerated and Computer', () => {
    const document = {
      TimeGenerated: '2025-03-01T10:00:00.1234567Z',
      Computer: 'WS01',
      EventID: 4689,
      Channel: 'Security',
      ProcessId: '0x10',
      Type: 'SecurityEvent',
    };
    expect(normalise(document)).toMatchObject({
      kind: 'process.end',
      host: 'ws01',
      atUs: 1740823200123456,
      clock: 'ws01/collector',
    });
  });
});

describe('Windows events of other channels', () => {
  it('are kept under channel and id', () => {
    expect(normalise(flat(7045, { ServiceName: 's' }, 'System'))).toMatchObject({
      kind: 'other',
      action: 'system/7045',
      dataset: 'windows.system',
    });
    expect(normalise(flat(4104, {}, 'Microsoft-Windows-PowerShell/Operational'))).toMatchObject({
      action: 'powershell/4104',
    });
  });

  it('with Data without names still become an event', () => {
    const document = {
      Event: {
        System: {
          EventID: 1000,
          TimeCreated: { '#attributes': { SystemTime: loggedAt } },
          Channel: 'Application',
          Computer: 'ws01',
        },
        EventData: { Data: ['a', 'b'] },
      },
    };
    expect(normalise(document)).toMatchObject({ kind: 'other', action: 'application/1000' });
  });

  it.each([
    [{ EventID: 'x', Channel: 'Security', Hostname: 'h', '@timestamp': loggedAt }, 'FL_RECORD_SHAPE'],
    [{ EventID: 1, Channel: 'Security', '@timestamp': loggedAt }, 'FL_RECORD_SHAPE'],
    [{ EventID: 1, Channel: 'Security', Hostname: 'h', '@timestamp': 'yesterday' }, 'FL_RECORD_TIME'],
  ])('that lack what an event needs are rejected: %j', (document, code) => {
    const result = createNormaliser().normalise({
      path: 'p',
      line: 1,
      offset: 0,
      length: 0,
      id: 'i',
      text: JSON.stringify(document),
    });
    expect(result.rejected?.code).toBe(code);
  });
});
