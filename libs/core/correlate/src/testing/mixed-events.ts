import type { Event } from '@faultline/model';
import { digest, event, process, second, tokenUse } from './events.js';

/** One of everything that a rule draws from, with equal times and twins that only their ids tell apart. */
export function mixedEvents(): Event[] {
  return [...hostEvents(), ...deliveryEvents(), ...tokenEvents(), ...otherEvents()];
}

function hostEvents(): Event[] {
  const [shell, tool, lsass] = [process('shell'), process('tool'), process('lsass')];
  const unseen = process('unseen', { image: 'c:\\temp\\dropped.exe' });
  return [
    event('logon', { sourceIp: '10.0.0.9', atUs: 1 }),
    event('process.start', { process: shell, logonId: '0x5a', atUs: 2 }),
    event('process.start', { process: tool, parent: shell, commandLine: 'tool c:\\temp\\a.ps1', atUs: 9 }),
    event('file.write', {
      process: shell,
      path: 'c:\\temp\\a.ps1',
      zone: { id: 3, hostUrl: 'https://files.example/a', referrerUrl: null },
      atUs: 5,
    }),
    event('file.write', { process: shell, path: 'c:\\temp\\dropped.exe', atUs: 5 }),
    event('file.write', { process: tool, path: 'c:\\temp\\dropped.exe', atUs: 5 }),
    event('network.flow', { process: unseen, atUs: 20 }),
    event('network.flow', { host: 'beta', process: tool, initiated: false, atUs: 20 }),
    event('dns.query', { process: unseen, answers: ['192.0.2.1'], atUs: 20 }),
    event('image.load', { process: tool, signed: false, atUs: 20 }),
    event('process.access', { source: tool, target: lsass, grantedAccess: 0x1f_ffff, atUs: 30 }),
    event('process.access', { source: tool, target: lsass, grantedAccess: 0x1f_ffff, atUs: 30 }),
    event('process.inject', { source: tool, target: shell, atUs: 30 }),
    event('registry.write', {
      process: tool,
      path: 'HKLM\\Run\\X',
      value: 'c:\\programs\\tool.exe',
      atUs: 3,
    }),
    event('alert', { host: 'alpha', process: lsass, atUs: 31 }),
    event('alert', { host: 'alpha', process: lsass, atUs: 31 }),
    event('alert', { host: 'alpha', process: lsass, atUs: 31 }),
  ];
}

function deliveryEvents(): Event[] {
  const step = { number: 1, name: 'Push', conclusion: null, startedAtUs: 10, completedAtUs: 10 };
  const lines = [{ atUs: 12, text: `digest: ${digest('a')}` }];
  return [
    event('vcs.push', { sender: 'ann', atUs: 1 }),
    event('cicd.run', { commit: 'c0ffee', phase: 'started', startedAtUs: 5, atUs: 5 }),
    event('cicd.run', { commit: 'c0ffee', url: 'https://ci/100', startedAtUs: 5, atUs: 20 }),
    event('cicd.run', { commit: 'c0ffee', url: 'https://ci/100', startedAtUs: 5, atUs: 20 }),
    event('cicd.job', { phase: 'started', runner: 'r1', startedAtUs: 8, atUs: 8 }),
    event('cicd.job', { startedAtUs: 8, steps: [step], atUs: 20 }),
    event('cicd.log', { lines, atUs: 21 }),
    event('cicd.job', { jobId: '2', startedAtUs: 8, steps: [step], atUs: 20 }),
    event('cicd.log', { jobId: '2', lines, atUs: 21 }),
    event('cicd.artifact', { digest: digest('a'), atUs: 22 }),
    event('cicd.artifact', { digest: digest('a'), name: 'other name', atUs: 22 }),
    event('cicd.artifact', { digest: digest('b'), runUrl: 'https://ci/100', atUs: 22 }),
    event('cicd.provenance', { subjects: [{ name: null, digest: digest('c') }], runUrl: 'https://ci/100' }),
    event('cicd.deployment', { service: 'passport', digest: digest('a'), atUs: 30 }),
    event('cicd.deployment', { service: 'passport', digest: digest('b'), atUs: 30 }),
  ];
}

function tokenEvents(): Event[] {
  const token = (jti: string) => ({ jti, iss: 'https://sso.example', kid: 'k1', tokenHmac: `h-${jti}` });
  const keys = [{ kid: 'k1', alg: null, kty: 'RSA', thumbprint: null }];
  const at = (us: number, traceId: string) => ({ atUs: second + us, traceId, sourceIp: '10.0.0.9' });
  const jtis = ['a', 'b', 'c', 'd'];
  return [
    event('jwks.observed', { service: 'passport', keys }),
    event('jwks.observed', { issuer: 'https://other.example', service: 'other', keys }),
    ...jtis.map((jti, i) => tokenUse(token(jti), at(i < 2 ? 0 : i, `t-${jti}`))),
    ...jtis.map((jti) => tokenUse(token(jti), at(900, 't-late'))),
    event('http.access', { domain: 'sso.example', service: 'front', ...at(5, 't-a') }),
    event('token.issue', { jti: 'b', userId: 'ann', sessionId: 's', sourceIp: '10.0.0.9', atUs: second - 5 }),
    event('token.issue', { jti: 'b', userId: 'bob', sessionId: 's', sourceIp: '10.0.0.9', atUs: second - 5 }),
    event('token.issue', { jti: 'd', userId: 'ann', sessionId: 's', atUs: second - 9 }),
    event('wal.boundary', { atUs: second - 3, lsn: '0/99' }),
    event('wal.context', { traceId: 't-a', signed: false, atUs: second - 3, lsn: '0/100' }),
    event('wal.context', { traceId: 't-late', tokenHmac: 'h-c', atUs: second - 3, lsn: '0/100' }),
    event('wal.context', { xid: '8', tokenHmac: 'h-c', atUs: second }),
    event('wal.change', { columns: [{ name: 'id', type: null, value: '1' }], atUs: second - 3 }),
    event('wal.change', { action: 'truncate', atUs: second - 3 }),
  ];
}

function otherEvents(): Event[] {
  const issued = { accessKeyId: 'ASIA1', roleArn: 'arn:role/app', sessionName: 'i-01234567' };
  return [
    event('cloud.call', { accessKeyId: 'AKIA1', userName: 'ann', issued, atUs: 3 }),
    event('cloud.call', { accessKeyId: 'ASIA1', sourceIp: '192.0.2.1', resources: ['s3://v/a'], atUs: 4 }),
    event('http.access', { service: 'shop', path: '/baskets/1', atUs: 70_000_000 }),
    event('crash', { atUs: 70_000_000 }),
    event('crash', { atUs: 70_000_000 }),
    event('link', { atUs: 5 }),
    event('link', { atUs: 5 }),
    event('other'),
    event('pipe'),
    event('process.end', { atUs: 99 }),
    event('file.delete', { atUs: 99 }),
    event('auth.event'),
    event('change'),
  ];
}
