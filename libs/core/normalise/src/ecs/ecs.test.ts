import { describe, expect, it } from 'vitest';
import type { Event, JsonValue } from '@faultline/model';
import { createNormaliser } from '../record-normaliser.js';
import { sourceNormalisers } from '../registry.js';

const timestamp = '2026-03-08T14:43:57.725Z';
const atUs = 1772981037725000;
function normalise(fields: Record<string, JsonValue>): Event | undefined {
  const text = JSON.stringify({ '@timestamp': timestamp, ...fields });
  const result = createNormaliser().normalise({
    path: 'p',
    line: 1,
    offset: 0,
    length: text.length,
    id: 'i',
    text,
  });
  if (result.rejected !== undefined) throw new Error(result.rejected.reason);
  return result.events[0];
}
const host = { host: { name: 'h1' } };
const process = {
  process: {
    entity_id: 'p-1',
    pid: 7,
    executable: '/bin/sh',
    command_line: 'sh -c x',
    parent: { entity_id: 'p-0', pid: 1 },
  },
  user: { name: 'ann' },
};
const ref = { key: 'p-1', pid: 7, image: '/bin/sh', user: 'ann' };

describe('ECS documents', () => {
  it('of kind alert are alerts, also about the web', () => {
    expect(
      normalise({
        event: { kind: 'alert', category: ['authentication', 'web'], severity: 47, module: 'gateway' },
        rule: { id: 'http-401-rate', name: 'Repeated 401' },
        source: { ip: '203.0.113.1' },
        service: { name: 'orders-api' },
        http: { response: { status_code: 401 } },
        message: 'm',
      }),
    ).toMatchObject({
      kind: 'alert',
      atUs,
      rule: 'http-401-rate',
      name: 'Repeated 401',
      severity: 47,
      sourceIp: '203.0.113.1',
      service: 'orders-api',
      httpStatus: 401,
      count: 1,
      host: null,
      message: 'm',
    });
  });

  it.each<[string, Record<string, JsonValue>, Partial<Event>]>([
    [
      'process',
      { event: { category: ['process'], type: ['start'] } },
      {
        kind: 'process.start',
        process: ref,
        commandLine: 'sh -c x',
        parent: { key: 'p-0', pid: 1, image: null, user: null },
      },
    ],
    ['end', { event: { category: 'process', type: 'end' } }, { kind: 'process.end', process: ref }],
    [
      'file',
      { event: { category: ['file'], type: ['creation'] }, file: { path: '/a' } },
      { kind: 'file.write', path: '/a', process: ref },
    ],
    [
      'deletion',
      { event: { category: ['file'], type: ['deletion'] }, file: { path: '/a' } },
      { kind: 'file.delete', path: '/a' },
    ],
    [
      'flow',
      {
        event: { category: ['network'] },
        source: { ip: '10.0.0.1', port: 1 },
        destination: { ip: '10.0.0.2', port: 2 },
        network: { direction: 'ingress' },
      },
      { kind: 'network.flow', initiated: false, sourceIp: '10.0.0.1', destinationPort: 2 },
    ],
    [
      'dns',
      {
        event: { category: ['network'] },
        dns: { question: { name: 'a.example' }, resolved_ip: ['192.0.2.1'] },
      },
      { kind: 'dns.query', name: 'a.example', answers: ['192.0.2.1'] },
    ],
    [
      'registry',
      { event: { category: ['registry'] }, registry: { path: 'HKLM\\a', data: { strings: ['x'] } } },
      { kind: 'registry.write', path: 'HKLM\\a', value: 'x' },
    ],
    [
      'logon',
      { event: { category: ['authentication'], outcome: 'failure' }, source: { ip: '10.0.0.9' } },
      { kind: 'logon', user: 'ann', outcome: 'failure', sourceIp: '10.0.0.9' },
    ],
    [
      'unknown',
      { event: { category: ['iam'], action: 'group-added' } },
      { kind: 'other', action: 'group-added', host: 'h1' },
    ],
  ])('about a host: %s', (_, fields, expected) =>
    expect(normalise({ ...host, ...process, ...fields })).toMatchObject({ atUs, ...expected }),
  );

  it('may have flat names', () => {
    expect(
      normalise({
        'event.category': 'process',
        'event.type': 'start',
        'host.name': 'h1',
        'process.pid': 7,
        'process.name': 'sh',
      }),
    ).toMatchObject({
      kind: 'process.start',
      host: 'h1',
      process: { key: '7@', pid: 7, image: 'sh' },
    });
  });

  it('about a sign-in without a host are authentication at a service', () => {
    expect(
      normalise({
        event: { category: ['authentication'], action: 'sign-in', outcome: 'failure' },
        user: { name: 'ann' },
      }),
    ).toMatchObject({
      kind: 'auth.event',
      type: 'sign-in',
      userId: 'ann',
      error: 'failure',
    });
  });

  it('about a process without a host are kept as other', () => {
    expect(normalise({ ...process, event: { category: ['process'], type: ['start'] } })).toMatchObject({
      kind: 'other',
    });
  });
});

describe('each document', () => {
  it.each<Record<string, JsonValue>>([
    { event: { kind: 'alert', category: ['web'] } },
    { event: { category: ['process'], type: ['start'] }, host: { name: 'h' } },
    {
      event: { kind: 'event', category: ['web'], type: ['access'] },
      http: { response: { status_code: 200 } },
      service: { name: 's' },
    },
    { event: { category: ['web'] }, token: { iss: 'i' }, service: { name: 's' } },
    { event: { code: '1', kind: 'event' }, winlog: { event_id: 1 } },
    { eventName: 'GetObject', eventSource: 's3.amazonaws.com' },
    { EventID: 1, Channel: 'c', Hostname: 'h' },
  ])('has at most one owner: %j', (fields) => {
    const document = { '@timestamp': timestamp, ...fields };
    expect(
      sourceNormalisers.filter((source) => source.recognises(document)).map((source) => source.name).length,
    ).toBeLessThanOrEqual(1);
  });
});
