import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn, leadsTo } from '../testing/drawn.js';
import { digest, event, hour, tokenUse } from '../testing/events.js';
import { artifactDeployed } from './artifact-deployed.rule.js';

const deployed = (given: Partial<EventOf<'cicd.deployment'>> = {}) =>
  event('cicd.deployment', { id: 'd1', digest: digest('a'), atUs: 5, ...given });

it('draws the artifact deployed, and the deployment replacing the code of the service', () => {
  expect(drawn(artifactDeployed, deployed())).toEqual([
    `artifact ${digest('a')} -[deployed-by]-> deployment orders/prod/d1 @5 observed`,
    'deployment orders/prod/d1 -[replaced-code-of]-> service orders @5 observed',
  ]);
});

it('leads from the artifact to the service within the one instant that both links have', () => {
  expect(leadsTo([deployed()], `artifact ${digest('a')}`, 'service orders')).toBe(true);
});

it('names the artifact by its package URL where there is no digest', () => {
  expect(drawn(artifactDeployed, deployed({ digest: null, purl: 'pkg:oci/orders@1.2' }))[0]).toBe(
    'artifact pkg:oci/orders@1.2 -[deployed-by]-> deployment orders/prod/d1 @5 observed',
  );
});

it('draws the deployment alone where nothing says what was deployed', () => {
  expect(drawn(artifactDeployed, deployed({ digest: null }))).toEqual([
    'deployment orders/prod/d1 -[replaced-code-of]-> service orders @5 observed',
  ]);
});

it.each(['deployed', 'upgraded', 'rolledback'] as const)('draws a service that was %s', (phase) => {
  expect(drawn(artifactDeployed, deployed({ phase }))).toHaveLength(2);
});

it('draws nothing for a removal: it brings no code', () => {
  expect(drawn(artifactDeployed, deployed({ phase: 'removed' }))).toEqual([]);
});

describe('a deployment that a later one superseded', () => {
  const later = deployed({ id: 'd2', digest: digest('b'), atUs: 2 * hour });
  const jwks = event('jwks.observed', {
    service: 'orders',
    keys: [{ kid: 'k', alg: null, kty: 'RSA', thumbprint: null }],
  });
  const use = tokenUse(
    { jti: 'j', iss: 'https://sso.example', kid: 'k' },
    { service: 'api', atUs: 3 * hour },
  );
  const token = 'token https://sso.example#j';

  it('is its own entity, and the later one reaches what happens after it', () => {
    const events = [deployed(), later, jwks, use];
    expect(leadsTo(events, `artifact ${digest('b')}`, token)).toBe(true);
  });

  it('that came after the token does not reach it', () => {
    const after = deployed({ id: 'd3', digest: digest('c'), atUs: 4 * hour });
    expect(leadsTo([deployed(), jwks, use, after], `artifact ${digest('c')}`, token)).toBe(false);
    expect(leadsTo([deployed(), jwks, use, after], `artifact ${digest('a')}`, token)).toBe(true);
  });
});
