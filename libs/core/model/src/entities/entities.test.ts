import { describe, expect, it } from 'vitest';
import {
  artifactEntity,
  buildEntity,
  commitEntity,
  deploymentEntity,
  jobEntity,
  stepEntity,
} from './delivery-entities.js';
import {
  domainEntity,
  fileEntity,
  flowEntity,
  ipEntity,
  processEntity,
  registryEntity,
  sessionEntity,
} from './host-entities.js';
import { requestEntity, transactionEntity } from './request-entities.js';
import { issuerHost, tokenEntity } from './token-entities.js';

const key = (entity: { readonly key: string } | null): string | undefined => entity?.key;

describe('hosts', () => {
  it('spell names of hosts, domains and values in lower case, but not the guid or path of POSIX', () => {
    const ref = { key: 'Guid', pid: 4, image: 'C:\\A\\B.exe', user: null };
    expect(processEntity('ALPHA', ref)).toEqual({ kind: 'process', key: 'alpha/Guid', label: 'B.exe' });
    expect(processEntity('a', { ...ref, image: null }).label).toBe('pid 4');
    expect(key(fileEntity('ALPHA', '/Tmp/A', (path) => path))).toBe('alpha:/Tmp/A');
    expect(key(registryEntity('A', 'HKLM\\Run\\X'))).toBe('a:hklm\\run\\x');
    expect(key(domainEntity('C2.Example.'))).toBe('c2.example');
    expect(key(sessionEntity('A', '0x5A'))).toBe('a/0x5a');
  });

  it('know one address and one connection in all spellings', () => {
    expect(key(ipEntity('::FFFF:10.0.0.1'))).toBe('10.0.0.1');
    expect(key(ipEntity('2001:DB8:0:0:0:0:0:1'))).toBe('2001:db8::1');
    const flow = {
      sourceIp: '10.0.0.1',
      sourcePort: 1,
      destinationIp: '::ffff:10.0.0.2',
      destinationPort: null,
    };
    expect(key(flowEntity(flow))).toBe('10.0.0.1:1>10.0.0.2:?');
  });
});

describe('delivery', () => {
  const job = { repository: 'org/app', runId: '1', attempt: 2, jobId: '7', jobName: 'build' };

  it('keys hold the ids of the CI system', () => {
    expect(key(commitEntity('org/app', 'c0ffee'))).toBe('c0ffee');
    expect(key(buildEntity('org/app', '1', 2, 'main'))).toBe('org/app/runs/1/attempts/2');
    expect(key(jobEntity(job))).toBe('org/app/runs/1/attempts/2/jobs/7');
    expect(key(stepEntity(job, 3, 'Push'))).toBe('org/app/runs/1/attempts/2/jobs/7/steps/3:Push');
    expect(key(stepEntity(job, null, 'Push'))).toBe('org/app/runs/1/attempts/2/jobs/7/steps/Push');
    expect(key(jobEntity({ ...job, runId: null }))).toBe('jobs/7');
    expect(key(buildEntity(null, '1', 1, null))).toBe('runs/1/attempts/1');
  });

  it('name an artifact by digest, else package URL, else name', () => {
    expect(key(artifactEntity('sha256:a', 'pkg:a', 'a'))).toBe('sha256:a');
    expect(key(artifactEntity(null, 'pkg:a', 'a'))).toBe('pkg:a');
    expect(key(artifactEntity(null, null, 'a'))).toBe('a');
  });

  it('keep deployments of one service apart', () => {
    expect(key(deploymentEntity('orders', null, 'e1'))).toBe('orders/default/e1');
  });
});

describe('tokens', () => {
  it('are their jti within the issuer, else their keyed hash, else nothing', () => {
    expect(key(tokenEntity({ jti: 'j', iss: 'i', tokenHmac: 'ab' }))).toBe('i#j');
    expect(key(tokenEntity({ jti: 'j', iss: null, tokenHmac: 'ab' }))).toBe('#j');
    expect(key(tokenEntity({ jti: null, iss: 'i', tokenHmac: 'ab' }))).toBe('hmac:ab');
    expect(tokenEntity({ jti: null, iss: 'i', tokenHmac: null })).toBeNull();
  });

  it.each([
    ['https://SSO.example:8443/realms/main', 'sso.example'],
    ['HTTP://a?x', 'a'],
    ['https://', null],
    ['sso.example', null],
    ['javascript://sso.example', null],
  ])('take the host of the issuer %s', (iss, host) => expect(issuerHost(iss)).toBe(host));
});

describe('database', () => {
  it('name a request by trace within its service, else by its record', () => {
    const request = { id: 'r', traceId: 't', service: 's', method: 'GET', path: '/a', status: 200 };
    expect(requestEntity(request)).toEqual({ kind: 'request', key: 's/t', label: 'GET /a → 200' });
    expect(key(requestEntity({ ...request, traceId: null }))).toBe('s/r');
  });

  it('name a transaction by xid and place in the log, since the xid comes back', () => {
    expect(key(transactionEntity('7', '0/1'))).toBe('7@0/1');
    expect(key(transactionEntity('7', null))).toBe('7');
  });
});
