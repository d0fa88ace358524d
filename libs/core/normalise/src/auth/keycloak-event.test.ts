import { describe, expect, it } from 'vitest';
import { badlyHandledTwin, token } from '../testing/hostile-twins.js';
import { failureOf, onlyEvent } from '../testing/normalise-document.js';

const refresh = {
  id: 'b9f5',
  time: 1772967149015,
  type: 'REFRESH_TOKEN',
  realmId: '0e5b',
  realmName: 'main',
  clientId: 'shop-web',
  userId: 'u-1',
  sessionId: 's-1',
  ipAddress: '91.22.118.87',
  error: null,
  details: {
    token_id: '01KK6H7F',
    grant_type: 'refresh_token',
    scope: 'openid',
    refresh_token_id: 'r-1',
  },
};

describe('keycloak-event', () => {
  it('reads the issue of a token', () => {
    expect(onlyEvent('keycloak-event', 'token.issue', refresh)).toMatchObject({
      id: '0123456789abcdef0123456789abcdef',
      atUs: 1772967149015000,
      type: 'REFRESH_TOKEN',
      realm: 'main',
      clientId: 'shop-web',
      userId: 'u-1',
      sessionId: 's-1',
      sourceIp: '91.22.118.87',
      jti: '01KK6H7F',
    });
  });

  it('keeps an issue whose token is not named, so that the gap in the ledger can be measured', () => {
    expect(onlyEvent('keycloak-event', 'token.issue', { ...refresh, details: {} }).jti).toBeNull();
  });

  it.each(['CODE_TO_TOKEN', 'CLIENT_LOGIN', 'TOKEN_EXCHANGE'])('takes %s for an issue', (type) => {
    expect(onlyEvent('keycloak-event', 'token.issue', { ...refresh, type }).type).toBe(type);
  });

  it('takes a log-in for an issue only when it names the token (password grant)', () => {
    expect(onlyEvent('keycloak-event', 'token.issue', { ...refresh, type: 'LOGIN' })).toBeDefined();
    expect(
      onlyEvent('keycloak-event', 'auth.event', { ...refresh, type: 'LOGIN', details: { code_id: 's-1' } }),
    ).toBeDefined();
  });

  it.each(['LOGOUT', 'INTROSPECT_TOKEN', 'USER_INFO_REQUEST', 'REFRESH_TOKEN_ERROR'])(
    'issues nothing at %s',
    (type) => {
      expect(onlyEvent('keycloak-event', 'auth.event', { ...refresh, type })).toBeDefined();
    },
  );

  it('issues nothing where the event failed', () => {
    const failed = { ...refresh, error: 'invalid_token' };
    expect(onlyEvent('keycloak-event', 'auth.event', failed).error).toBe('invalid_token');
  });

  it('takes the realm id where the name is missing', () => {
    const { realmName: _, ...old } = refresh;
    expect(onlyEvent('keycloak-event', 'token.issue', old).realm).toBe('0e5b');
  });

  it.each([null, 'soon', -1, 1e300])('rejects a record whose time is %s', (time) => {
    expect(failureOf('keycloak-event', { ...refresh, time }).code).toBe('FL_RECORD_TIME');
  });

  it('never takes a whole token for the id of one', () => {
    const leaking = { ...refresh, details: { token_id: token }, error: `bad token ${token}` };
    expect(JSON.stringify(onlyEvent('keycloak-event', 'auth.event', leaking))).not.toContain('eyJ');
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(refresh)).toBeNull());
});

describe('keycloak-admin-event', () => {
  const created = {
    time: 1772967149015,
    realmId: '0e5b',
    operationType: 'CREATE',
    resourceType: 'CLIENT',
    resourcePath: 'clients/1',
    authDetails: { userId: 'u-2', ipAddress: '10.0.0.1' },
  };

  it('keeps what an administrator did', () => {
    expect(onlyEvent('keycloak-admin-event', 'other', created).action).toBe('keycloak.admin.create.client');
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(created)).toBeNull());
});
