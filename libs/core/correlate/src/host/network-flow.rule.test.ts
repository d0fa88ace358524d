import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn, leadsTo } from '../testing/drawn.js';
import { event, process, second } from '../testing/events.js';
import { networkFlow } from './network-flow.rule.js';

const opened = (given: Partial<EventOf<'network.flow'>> = {}) =>
  event('network.flow', { process: process('client'), atUs: 10, ...given });
const accepted = (given: Partial<EventOf<'network.flow'>> = {}) =>
  event('network.flow', { host: 'beta', process: process('server'), initiated: false, atUs: 20, ...given });

it('draws what a process opens, and the answer of the address', () => {
  expect(drawn(networkFlow, opened())).toEqual([
    'process alpha/client -[opened]-> flow 10.0.0.1:50000>10.0.0.2:445 @10 observed',
    'ip 10.0.0.2 -[answered]-> process alpha/client @10 observed',
  ]);
});

it('draws the name of the destination where the record has it', () => {
  expect(drawn(networkFlow, opened({ destinationDomain: 'Files.Example.' }))[0]).toBe(
    'domain files.example -[resolved-to]-> ip 10.0.0.2 @10 observed',
  );
});

it('draws what a process accepts, from the remote address', () => {
  expect(drawn(networkFlow, accepted())).toEqual([
    'flow 10.0.0.1:50000>10.0.0.2:445 -[accepted-by]-> process beta/server @20 observed',
    'ip 10.0.0.1 -[connected-to]-> process beta/server @20 observed',
  ]);
});

it('joins both ends of one connection, even where one writes addresses as IPv6', () => {
  const mapped = accepted({ sourceIp: '::ffff:10.0.0.1', destinationIp: '::ffff:10.0.0.2' });
  for (const end of [accepted(), mapped])
    expect(leadsTo([opened(), end], 'process alpha/client', 'process beta/server')).toBe(true);
});

it.each([
  ['a second behind', 20, 19, 20],
  ['right', 20, 21, 21],
  ['so far behind that it is another connection of the same port', 20, 17, 17],
])('accepts after the opening though the clock of that host is %s', (_name, openedS, acceptedS, drawnS) => {
  const [open, accept] = [opened({ atUs: openedS * second }), accepted({ atUs: acceptedS * second })];
  expect(drawn(networkFlow, open, accept)).toContain(
    `flow 10.0.0.1:50000>10.0.0.2:445 -[accepted-by]-> process beta/server @${drawnS * second} observed`,
  );
});

it('does not join two processes that merely talk to the same address', () => {
  const other = opened({ host: 'beta', process: process('other'), sourceIp: '10.0.0.3', atUs: 20 });
  expect(leadsTo([opened(), other], 'process alpha/client', 'process beta/other')).toBe(false);
});

it('does not join the end of another connection from the same port to another service', () => {
  expect(
    leadsTo([opened(), accepted({ destinationPort: 80 })], 'process alpha/client', 'process beta/server'),
  ).toBe(false);
});

describe('draws nothing', () => {
  it('for a connection of no process', () => {
    expect(drawn(networkFlow, opened({ process: null }))).toEqual([]);
  });

  it.each([
    ['IPv4 multicast', '224.0.0.251'],
    ['site multicast', '239.255.255.250'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 multicast', 'ff02::1:3'],
    ['IPv6 multicast in full', 'FF02:0:0:0:0:0:1:3'],
    ['loopback', '127.0.0.1'],
    ['IPv6 loopback', '::1'],
    ['IPv6 loopback in full, as Sysmon writes it', '0:0:0:0:0:0:0:1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['unspecified', '0.0.0.0'],
    ['IPv6 unspecified', '::'],
    ['IPv6 unspecified in full', '0:0:0:0:0:0:0:0'],
    ['IPv6 link-local', 'fe80::1'],
    ['IPv6 link-local in upper case', 'FE80:0:0:0:1:2:3:4'],
    ['no address', ''],
    ['a dash for no address', '-'],
  ])('for %s', (_name, ip) => {
    expect(drawn(networkFlow, opened({ destinationIp: ip }), accepted({ sourceIp: ip }))).toEqual([]);
  });

  it.each(['169.254.169.254', '22.4.0.1', '2001:db8::1', '1.1.1.1'])('but %s is somebody', (ip) => {
    expect(drawn(networkFlow, opened({ destinationIp: ip }))).toHaveLength(2);
  });
});
