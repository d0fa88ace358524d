import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, maskSecrets } from './mask-secrets.js';

const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln';
const opaque = '16C7e42F292c6912E7710c838347Ae178B4a';

describe('maskSecrets', () => {
  it.each([
    [`Authorization: Bearer ${token}`, 'Authorization: [masked] [masked token]'],
    [`GET /a?t=${token}&b=1`, 'GET /a?t=[masked token]&b=1'],
    [`a%3D${token}`, 'a%3D[masked token]'],
    [`eyJa.${token}`, '[masked token]'],
    [`eyJhbGciOiJub25lIn0.`, '[masked token]'],
    ['"password":"hunter22"', '"password":"[masked]"'],
    ['bearer%20abcdefgh', 'bearer%20[masked]'],
    ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: [masked] [masked]'],
    [`Proxy-Authorization: token ${opaque}`, 'Proxy-Authorization: [masked] [masked]'],
    ['authorization=ApiKey a1b2c3', 'authorization=[masked] [masked]'],
    ['Authorization: Digest username="u", response="6629"\nnext', 'Authorization: [masked] [masked]"\nnext'],
    ['{"authorization":"Basic dXNlcjpwYXNz","a":1}', '{"authorization":"[masked]","a":1}'],
    [
      `curl -H "Authorization: Basic dXNl" https://h/`,
      'curl -H "Authorization: [masked] [masked]" https://h/',
    ],
    ['{"password":"correct horse battery","a":1}', '{"password":"[masked]","a":1}'],
    ['{"password": "abcde"}', '{"password": "[masked]"}'],
    ['{"password":12345678,"a":1}', '{"password":"[masked]","a":1}'],
    [String.raw`{"password":"a\"b, c\\","a":1}`, '{"password":"[masked]","a":1}'],
    [
      String.raw`{"m":"{\"password\":\"a b\\\"c\",\"a\":1}"}`,
      String.raw`{"m":"{\"password\":\"[masked]\",\"a\":1}"}`,
    ],
    ['1,"{""password"":""a b"",""x"":1}",2', '1,"{""password"":""[masked]"",""x"":1}",2'],
    [`{'password': 'a b', 'x': 1}`, `{'password': '[masked]', 'x': 1}`],
    [String.raw`{"m":"password=hunter22\nnext"}`, String.raw`{"m":"password=[masked]\nnext"}`],
    ['password="correct horse" user=bob', 'password="[masked]" user=bob'],
    ['passwd=a pwd=b&c=d', 'passwd=[masked] pwd=[masked]&c=d'],
    ['Server=db;Password=a1;User=sa', 'Server=db;Password=[masked];User=sa'],
    ['Cookie: sid=abc; theme="dark"; t=x\r\nHost: h', 'Cookie: [masked]\r\nHost: h'],
    ['Set-Cookie: sid=abc; Path=/', 'Set-Cookie: [masked]'],
    ['{"m":"Cookie: a=b; c=d","x":1}', '{"m":"Cookie: [masked]","x":1}'],
    ['postgres://u:p@h/d', 'postgres://u:[masked]@h/d'],
    ['https://u:p@ss@h/?a=b@c', 'https://u:[masked]@h/?a=b@c'],
    [`https://${opaque}@github.com/o/r`, 'https://[masked]@github.com/o/r'],
    ['https://h/?access_token=a1&sig=b%2F2&x=1', 'https://h/?access_token=[masked]&sig=[masked]&x=1'],
    ['https://h/?X-Amz-Signature=0a&X-Amz-Date=1', 'https://h/?X-Amz-Signature=[masked]&X-Amz-Date=1'],
    [`git clone ghp_${opaque} .`, 'git clone ghp_[masked] .'],
    [`"gho_${opaque}"`, '"gho_[masked]"'],
    [`github_pat_${opaque}_b`, 'github_pat_[masked]'],
    ['glpat-abcdefghij0123456789', 'glpat-[masked]'],
    ['xoxb-123456789012-abcdefghij', 'xoxb-[masked]'],
    [`token: ${opaque}`, 'token: [masked]'],
  ])('masks %s', (text, masked) => expect(maskSecrets(text)).toBe(masked));

  it.each(
    ['accessToken', 'refresh-token', 'clientSecret', 'X-Api-Key', 'aws_session_token', 'sessionToken'].concat(
      ['secretAccessKey', 'id_token', 'ACCESS_TOKEN', 'GITHUB_TOKEN', 'newPassword', 'set-cookie', 'PASSWD'],
    ),
  )('knows the name %s in JSON, in a header, in an assignment and in a query', (name) => {
    for (const text of [`{"${name}":"`, `${name}: `, `${name}=`, `/a?${name}=`])
      expect(maskSecrets(`${text}a1b2c3d4`)).toBe(`${text}[masked]`);
  });

  it.each([
    'eyJhbGciOiJub25lIn0',
    'a plain line',
    'token:d629c6ebf5d7769ce33a06d2',
    'The bearer of bad news',
    '',
    'honeyjar.com',
    'password',
    '"accessKeyId":"AKIAIOSFODNN7EXAMPLE"',
    'X-Amz-Credential=ASIAIOSFODNN7EXAMPLE/20260101',
    '"token_id":"482113"',
    '"jti":"b7a0f5de-0000-4000-8000-1234567890ab"',
    '"kid":"token-key-2026-03"',
    'sha256:436a0e7cbb10f7d1c8b5a5c5f5b0f2d4c3b2a1908f7e6d5c4b3a291807f6e5d4',
    'password_changed: true',
    '"password":true',
    '"password":null',
    '"password":""',
    'token: 4711',
    '"token":{"jti":"a"}',
    'PWD=/home/ci/token',
    'token: ${{ secrets.GITHUB_TOKEN }}',
    'invalid_token: Token expired',
    'error="invalid_token", error_description="x"',
    'grant_type=refresh_token&a=b',
    '/run/secrets/token',
    '{"m":"password=","user":"robert"}',
    'http://[::1]:8080/a@b',
    'ssh://git@github.com/o/r',
    'https://h:443/?mail=a@b.c',
    '"rule":"auth.key-to-token"',
    'serviceAccountToken: false',
  ])('leaves %s alone', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });
});

const part = fc.constantFrom(
  'password',
  'token',
  'authorization',
  'Cookie',
  'pwd',
  'accessToken',
  'Basic',
  'bearer',
  'Digest',

  '"',
  "'",
  '\\',
  '\\"',
  '\\\\\\"',
  '""',
  ':',
  '=',
  '=>',
  '%3D',
  '%22',
  '[',
  '[masked]',
  '[masked token]',
  '{',
  '}',
  ',',
  ';',
  '&',
  '?',
  '?sig=',
  '://',
  '@',
  '/',
  ' ',
  '\t',
  '\n',
  '.',
  '-',
  '_',
  '(',
  '$',
  '<',
  'ghp_',
  'xoxb-',
  'eyJ',
  token,
  opaque,
  'a',
  '1',
  '123456',
  'null',
  'masked',
  'id',
);
const hostile = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));

describe('of any text', () => {
  it('masks nothing twice', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = maskSecrets(text);
        expect(maskSecrets(once)).toBe(once);
      }),
      { numRuns: 5_000 },
    );
  });

  const secretNames = fc.constantFrom('password', 'accessToken', 'client-secret', 'X-Api-Key', 'Set-Cookie');

  it('keeps JSON what it was, and no secret in it, however deep', () => {
    fc.assert(
      fc.property(
        secretNames,
        fc.string(),
        hostile,
        fc.integer({ min: 0, max: 2 }),
        (name, secret, other, depth) => {
          const value = `S3CRET ${secret}`;
          let text = JSON.stringify({ a: 1, [name]: value, other: 'x' });
          for (let level = 0; level < depth; level++) text = JSON.stringify({ inner: text });
          let masked: Record<string, unknown> = JSON.parse(maskSecrets(text)) as Record<string, unknown>;
          for (let level = 0; level < depth; level++)
            masked = JSON.parse(String(masked['inner'])) as Record<string, unknown>;
          expect(masked).toEqual({ a: 1, [name]: '[masked]', other: 'x' });
          expect(
            () => JSON.parse(maskSecrets(JSON.stringify({ m: other, n: [other] }))) as unknown,
          ).not.toThrow();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('lets no value of a named secret through an assignment, a query or a header', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9_.~-]{8,40}$/).filter((text) => /\d/.test(text.slice(0, 8)));
    fc.assert(
      fc.property(secretNames, secret, (name, value) => {
        for (const text of [
          `${name}=${value}`,
          `a ${name}: ${value} b`,
          `https://h/?x=1&${name}=${value}&y=2`,
        ])
          expect(maskSecrets(text)).not.toContain(value);
      }),
    );
  });
});

// Far more than a minute if each part looked at the rest again, so the test would run into its limit.
it.each([
  'eyJ',
  'eyJ.',
  'bearer ',
  'password ',
  'bearer',
  ' ',
  '"',
  'authorization:',
  'password:"',
  'token=\\"',

  'password=\\',
  '\\',
  'cookie: a=',
  'authorization: digest ',
  '://',
  '://a:',
  'ghp_',
  'token',
  '?sig=',
  '@',
])('comes to an end on a megabyte of %j', (repeated) => {
  const text = repeated.repeat(Math.ceil(1e6 / repeated.length));
  expect(maskSecrets(maskSecrets(text))).toBe(maskSecrets(text));
});

it('leaves no half of a token at the edge of an excerpt', () => {
  expect(excerptOf(`${'x'.repeat(190)} ${token}`)).not.toContain('eyJ');
});
