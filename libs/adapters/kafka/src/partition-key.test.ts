import { type Event, eventSchema } from '@faultline/model';
import { sampleEvent } from '@faultline/pipeline/testing';
import { describe, expect, it } from 'vitest';
import { partitionKeyOf } from './partition-key.js';

const { id, atUs, observedAtUs, clock, dataset, record } = sampleEvent(1);
const base = { id, atUs, observedAtUs, clock, dataset, record };

function eventOf(fields: Readonly<Record<string, unknown>>): Event {
  return eventSchema.parse({ ...base, ...fields });
}

const request = {
  service: 'shop',
  environment: null,
  sourceIp: null,
  method: null,
  status: 401,
  domain: null,
  path: null,
  userAgent: null,
  traceId: null,
};
const token = {
  iss: 'https://id.example',
  kid: 'k1',
  alg: 'RS256',
  typ: null,
  jti: null,
  iatUs: null,
  nbfUs: null,
  expUs: null,
  aud: [],
  azp: null,
  subHmac: null,
  tokenHmac: null,
  headerKeys: [],
  claimKeys: [],
  verified: null,
  error: null,
};
const process = { key: 'p', pid: 1, image: null, user: null };
const alert = {
  kind: 'alert',
  rule: 'r',
  name: 'n',
  severity: null,
  host: null,
  service: null,
  sourceIp: null,
  destinationIp: null,
  user: null,
  process: null,
  httpStatus: null,
  count: 1,
  message: null,
};
const artifact = {
  kind: 'cicd.artifact',
  phase: 'signed',
  purl: 'pkg:x/y',
  name: 'y',
  digest: null,
  commit: null,
};

describe('partitionKeyOf', () => {
  it('keeps the events of a host together, however its name is written', () => {
    const start = eventOf({ kind: 'process.end', host: 'WS-1', process });
    const other = eventOf({ kind: 'other', action: 'a', host: 'ws-1', service: null });
    expect(partitionKeyOf(start)).toBe('host:ws-1');
    expect(partitionKeyOf(other)).toBe('host:ws-1');
  });

  it('keeps the tokens of one issuer and key with the key set that names it', () => {
    const use = eventOf({ kind: 'token.use', ...request, token });
    const keys = [{ kid: 'k1', alg: null, kty: 'RSA', thumbprint: null }];
    const jwks = eventOf({ kind: 'jwks.observed', issuer: token.iss, service: null, keys });
    expect(partitionKeyOf(use)).toBe('token:https://id.example|k1');
    expect(partitionKeyOf(jwks)).toBe(partitionKeyOf(use));
  });

  it('falls back to the service when a token says neither issuer nor key', () => {
    const use = eventOf({ kind: 'token.use', ...request, token: { ...token, iss: null, kid: null } });
    expect(partitionKeyOf(use)).toBe('service:shop');
  });

  it('keeps delivery by repository, else by chain, else by run', () => {
    const push = { kind: 'vcs.push', repository: 'a/b', ref: null, commit: 'c', before: null, sender: null };
    expect(partitionKeyOf(eventOf({ ...push, commits: [] }))).toBe('repository:a/b');
    expect(partitionKeyOf(eventOf({ ...artifact, runUrl: 'u', chainId: 'c1' }))).toBe('chain:c1');
    expect(partitionKeyOf(eventOf({ ...artifact, runUrl: 'u', chainId: null }))).toBe('run:u');
    expect(partitionKeyOf(eventOf({ ...artifact, runUrl: null, chainId: null }))).toBe('dataset:sample');
  });

  it('keeps the changes of one relation together', () => {
    const change = { kind: 'wal.change', xid: '1', lsn: '0/1', action: 'insert', columns: [], identity: [] };
    const key = partitionKeyOf(eventOf({ ...change, schema: 'public', table: 'orders' }));
    expect(key).toBe('wal:sample|public.orders');
  });

  it('keeps alerts by their place', () => {
    expect(partitionKeyOf(eventOf({ ...alert, host: 'H', service: 's' }))).toBe('host:h');
    expect(partitionKeyOf(eventOf({ ...alert, service: 's' }))).toBe('service:s');
    expect(partitionKeyOf(eventOf({ ...alert, destinationIp: '10.0.0.1' }))).toBe('ip:10.0.0.1');
    expect(partitionKeyOf(eventOf(alert))).toBe('dataset:sample');
  });

  it('bounds a key that an attacker makes long', () => {
    const event = eventOf({ kind: 'process.end', host: 'h'.repeat(1_000_000), process });
    expect(partitionKeyOf(event)).toHaveLength(256);
  });
});
