import { describe, expect, it } from 'vitest';
import { badlyHandledTwin, token } from '../testing/hostile-twins.js';
import { failureOf, onlyEvent, recognisers } from '../testing/normalise-document.js';

const access = {
  '@timestamp': '2026-03-08T14:43:57.725Z',
  event: { kind: 'event', category: ['web'], type: ['access'], outcome: 'failure', dataset: 'orders.access' },
  service: { name: 'orders-api', environment: 'prod' },
  source: { ip: '203.0.113.46' },
  http: { request: { method: 'GET' }, response: { status_code: 401, bytes: 4062 } },
  url: { domain: 'API.example.com', path: '/v1/items' },
  user_agent: { original: 'okhttp/4.12.0' },
  trace: { id: '86f6117a54226d7f54579b79642aef8f' },
};
const group = {
  iss: 'https://sso.example.lan/realms/main',
  kid: 'k-1',
  alg: 'RS256',
  typ: 'JWT',
  jti: 'j-1',
  iat: 1804751190,
  nbf: 1804751190,
  exp: 1804751490,
  aud: ['a', 'b'],
  azp: 'shop-web',
  sub_hmac: 'ab12',
  token_hmac: 'cd34',
  header_keys: ['alg', 'typ', 'kid'],
  claim_keys: ['exp', 'iat'],
  verified: false,
  error: 'token_expired',
};
const use = { ...access, token: group };

describe('service-access', () => {
  it('reads the use of a token', () => {
    const event = onlyEvent('service-access', 'token.use', use);
    expect(event).toMatchObject({
      atUs: 1772981037725000,
      dataset: 'orders.access',
      service: 'orders-api',
      environment: 'prod',
      sourceIp: '203.0.113.46',
      method: 'GET',
      status: 401,
      domain: 'api.example.com',
      path: '/v1/items',
      traceId: '86f6117a54226d7f54579b79642aef8f',
    });
    expect(event.token).toEqual({
      iss: 'https://sso.example.lan/realms/main',
      kid: 'k-1',
      alg: 'RS256',
      typ: 'JWT',
      jti: 'j-1',
      iatUs: 1804751190000000,
      nbfUs: 1804751190000000,
      expUs: 1804751490000000,
      aud: ['a', 'b'],
      azp: 'shop-web',
      subHmac: 'ab12',
      tokenHmac: 'cd34',
      headerKeys: ['alg', 'typ', 'kid'],
      claimKeys: ['exp', 'iat'],
      verified: false,
      error: 'token_expired',
    });
  });

  it('reads an access without a token', () => {
    expect(onlyEvent('service-access', 'http.access', access)).not.toHaveProperty('token');
  });

  it('reads ECS with dotted keys', () => {
    const flat = {
      '@timestamp': '2026-03-08T14:43:57.725Z',
      'service.name': 'orders-api',
      'http.response.status_code': '401',
      'trace.id': 'abc',
    };
    expect(onlyEvent('service-access', 'http.access', flat)).toMatchObject({
      service: 'orders-api',
      status: 401,
      traceId: 'abc',
    });
  });

  it.each([
    [{ ...access, service: {} }, 'api.example.com'],
    [{ ...access, service: {}, url: {}, host: { name: 'web01' } }, 'web01'],
  ])('names the service by what is there', (document, service) => {
    expect(onlyEvent('service-access', 'http.access', document).service).toBe(service);
  });

  it('rejects an access to nobody knows what', () => {
    expect(failureOf('service-access', { ...access, service: {}, url: {} }).code).toBe('FL_RECORD_SHAPE');
  });

  it('leaves alerts about requests to their own source', () => {
    const alert = { ...access, event: { kind: 'alert' }, rule: { id: 'http-401-rate', name: 'x' } };
    expect(recognisers(alert)).not.toContain('service-access');
  });

  it('reads one audience as a list of one', () => {
    expect(
      onlyEvent('service-access', 'token.use', { ...access, token: { ...group, aud: 'a' } }).token.aud,
    ).toEqual(['a']);
  });

  it.each(['-1', '1e400', '"1804751190"', '1e300', '[]', 'null', '{}'])(
    'takes a forged time claim of %s for none',
    (iat) => {
      const text = JSON.stringify(use).replace('"iat":1804751190', `"iat":${iat}`);
      expect(onlyEvent('service-access', 'token.use', text).token.iatUs).toBeNull();
    },
  );

  it('reads fractional time claims (RFC 7519 §2)', () => {
    const document = { ...access, token: { ...group, iat: 1804751190.25 } };
    expect(onlyEvent('service-access', 'token.use', document).token.iatUs).toBe(1804751190250000);
  });

  it('never keeps a raw token, wherever the sender put it', () => {
    const leaking = {
      ...use,
      http: {
        request: { method: 'GET', headers: { authorization: `Bearer ${token}` } },
        response: { status_code: 401 },
      },
      url: { domain: 'api.example.com', path: `/cb/${token}`, original: `/cb?access_token=${token}` },
      user_agent: { original: `agent ${token}` },
      token: {
        ...group,
        jti: token,
        token_hmac: token,
        kid: token,
        aud: [token, 'a'],
        error: `bad: ${token}`,
      },
    };
    const event = onlyEvent('service-access', 'token.use', leaking);
    expect(JSON.stringify(event)).not.toContain('eyJ');
    expect(event.token).toMatchObject({ jti: null, tokenHmac: null, kid: null, aud: ['a'] });
  });

  it('reads a record whose token is raw text as a plain access', () => {
    const event = onlyEvent('service-access', 'http.access', { ...access, token });
    expect(JSON.stringify(event)).not.toContain('eyJ');
  });

  it('sees a token behind JSON escapes', () => {
    const text = JSON.stringify({ ...access, service: { name: token } }).replace('"eyJ', '"\\u0065yJ');
    expect(JSON.stringify(onlyEvent('service-access', 'http.access', text))).not.toContain('eyJ');
  });

  it('drops the query of a path', () => {
    const document = { ...access, url: { original: '/v1/items?user=a#top' } };
    expect(onlyEvent('service-access', 'http.access', document).path).toBe('/v1/items');
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(use, 1000)).toBeNull());
});
