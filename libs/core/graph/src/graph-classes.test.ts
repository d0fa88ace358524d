import fc from 'fast-check';
import { entityKinds, type NamedEntity } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { classEntity } from './graph-classes.js';

function classOf(kind: string, key: string, label = key): string {
  const { kind: group, key: sort } = classEntity({ kind, key, label });
  return `${group} ${sort}`;
}

describe('classEntity', () => {
  it.each([
    ['process', 'alpha/{guid}', 'Cmd.EXE', 'process-group alpha/cmd.exe'],
    ['process', 'alpha/4', 'pid 4', 'process-group alpha/unknown image'],
    ['file', 'alpha:c:\\temp\\a.exe', 'a.exe', 'file-group alpha:c:\\temp\\'],
    ['file', 'web:/var/log/a', 'a', 'file-group web:/var/log/'],
    ['registry-value', 'a:hklm\\software\\b\\c\\d\\e', 'e', 'registry-value-group a:hklm\\software\\b\\c'],
    ['ip', '192.0.2.7', '192.0.2.7', 'ip-group 192.0.2.0/24'],
    ['ip', '2001:db8:1:2::3', '', 'ip-group 2001:db8:1::/48'],
    ['ip', '::1', '', 'ip-group ::/48'],
    ['ip', '2001:db8::1', '', 'ip-group 2001:db8::/48'],
    ['url', 'https://u:[masked]@Shop.example:8443/a?b=1', '', 'url-group shop.example:8443'],
    ['flow', '10.0.0.1:5123>10.0.0.2:443', '', 'flow-group 10.0.0.2:443'],
    ['session', 'alpha/0x5a', '', 'session-group alpha'],
    ['token', 'https://sso.example/realms/a#j-1', '', 'token-group https://sso.example/realms/a'],
    ['token', 'hmac:00ff', '', 'token-group '],
    ['request', 'orders/4bf92f', 'GET /a/1?x=2 → 200', 'request-group orders GET /a/{id}'],
    ['request', 'orders/4bf92f', 'request  → ?', 'request-group orders request '],
    ['commit', 'c0ffee', 'org/app commit c0ffee', 'commit-group org/app'],
    ['commit', 'c0ffee', 'commit c0ffee', 'commit-group '],
    ['build', 'org/app/runs/71/attempts/2', 'release 71.2', 'build-group org/app release'],
    ['build-job', 'org/app/runs/71/attempts/1/jobs/9', 'job deploy (9)', 'build-job-group org/app deploy'],
    [
      'build-step',
      'org/app/runs/71/attempts/1/jobs/9/steps/3:Push',
      'step “Push” of deploy',
      'build-step-group org/app deploy/Push',
    ],
    ['artifact', 'sha256:aa', 'orders-api sha256:aabbccddeeff', 'artifact-group orders-api'],
    ['deployment', 'orders/prod/e1', 'deployment of orders to prod', 'deployment-group orders/prod'],
    ['database-transaction', '7@0/1A2B3C4', 'transaction 7', 'database-transaction-group 0/01'],
    ['row', 'public.orders/id=7/8', 'orders id=7/8', 'row-group public.orders'],
  ])('puts %s %s (%s) into %s', (kind, key, label, expected) => {
    expect(classOf(kind, key, label)).toBe(expected);
  });

  it.each([
    ['host', 'web-1'],
    ['user', 'alice'],
    ['service', 'orders'],
    ['signing-key', 'k1'],
    ['ip', 'not an address'],
    ['file', 'bare-name'],
    ['url', 'nonsense'],
    ['a word of the input', 'x'],
    ['__proto__', 'x'],
    ['constructor', 'x'],
  ])('leaves %s %s by itself', (kind, key) => expect(classOf(kind, key)).toBe(`${kind} ${key}`));

  it.each([
    ['/v2/users/42/orders/7f3e9a1c2b', '/v2/users/{id}/orders/{id}'],
    ['/a/6ba7b810-9dad-11d1-80b4-00c04fd430c8', '/a/{id}'],
    [`/${'x'.repeat(41)}/b`, '/{id}/b'],
    ['/a%2fb/c', '/{id}/c'],
    ['/1/2/3/4/5/6/7/8/9/10', '/{id}/{id}/{id}/{id}/{id}/{id}/{id}/{id}/…'],
    ['/oauth2/token', '/oauth2/token'],
  ])('makes one route of %s', (path, route) => {
    expect(classOf('request', 's/1', `GET ${path} → 200`)).toBe(`request-group s GET ${route}`);
  });

  it('takes any text, gives the same each time, and its label is never empty', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.ipV6(), fc.ipV4());
    const entity = fc.record({ kind: fc.constantFrom(...entityKinds), key: text, label: text });
    fc.assert(
      fc.property(entity, (given: NamedEntity) => {
        const once = classEntity(given);
        expect(classEntity({ ...given })).toEqual(once);
        if (once !== given) expect([once.kind, once.label.length > 0]).toEqual([`${given.kind}-group`, true]);
      }),
    );
  });

  it('keeps routes short and ends soon, however long the path is', () => {
    const route = classOf('request', 's/1', `GET ${'/abc'.repeat(100_000)} → 200`);
    expect(route.length).toBeLessThan(100);
    expect(classOf('request', 's/1', `GET /${'9'.repeat(1_000_000)} → 200`)).toBe(
      'request-group s GET /{id}',
    );
  });
});
