import {
  environmentView,
  type EventIndex,
  issuerEntity,
  issuerView,
  partitionPoint,
  serviceEntity,
  signatureRefused,
  signingKeyEntity,
  type TokenView,
  tokenViews,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Service)-[:SPEAKS_FOR]->(:Issuer)-[:SIGNS_WITH]->(:SigningKey)-[:SIGNED]->(:Token)
// Minting needs the code, the issuer's name and the key together (an AND node); in a chain each of them is a cut of its own, which says the same.
// The first two links are repeated only where something new can pass: after a deployment of the service, and for every token that the
// issuance ledger does not know.
export const tokenMinted: LinkingRule = {
  id: 'token.minted',
  draws: '(:Service)-[:SPEAKS_FOR]->(:Issuer)-[:SIGNS_WITH]->(:SigningKey)-[:SIGNED]->(:Token)',
  link(index, emit) {
    const issuers = index.memo(issuerView);
    const epochOf = index.memo(deploymentEpochs);
    const drawn = new Set<string>();
    for (const view of index.memo(tokensByMinting)) {
      const { iss, kid } = view.token;
      // A refused signature proves that the key did not sign: nothing upstream of the sender is drawn.
      if ((iss === null && kid === null) || signatureRefused(view)) continue;
      const events = [view.firstUse.id, ...(view.issued === null ? [] : [view.issued.id])];
      const common = { atUs: view.mintedUs, rule: this.id, bytes: null, events } as const;
      const issuer = iss === null ? null : issuerEntity(iss);
      const key = kid === null ? null : signingKeyEntity(kid);
      const last = key ?? issuer;
      for (const { service, basis } of signersOf(view, issuers)) {
        const mark = `${service}|${iss ?? ''}|${kid ?? ''}|${epochOf(service, view.mintedUs)}`;
        if (view.issued !== null && drawn.has(mark)) continue;
        drawn.add(mark);
        emit({
          ...common,
          from: serviceEntity(service),
          to: issuer ?? last ?? serviceEntity(service),
          seq: 0,
          kind: 'speaks-for',
          basis,
        });
      }
      if (issuer !== null && key !== null) {
        const mark = `${iss ?? ''}|${kid ?? ''}|${view.issued === null ? view.entity.key : epochOf('', view.mintedUs)}`;
        if (!drawn.has(mark))
          emit({ ...common, from: issuer, to: key, seq: 1, kind: 'signs-with', basis: 'claimed' });
        drawn.add(mark);
      }
      if (last !== null)
        emit({
          ...common,
          from: last,
          to: view.entity,
          seq: 2,
          kind: 'signed',
          basis: view.token.verified === true ? 'observed' : 'claimed',
        });
    }
  },
};

/** What is drawn once must be drawn at the earliest minting that it explains; the first use may come in another order. */
function tokensByMinting(index: EventIndex): readonly TokenView[] {
  return [...index.memo(tokenViews)].sort(
    (a, b) => a.mintedUs - b.mintedUs || (a.entity.key < b.entity.key ? -1 : 1),
  );
}

/** Who can speak for a token's issuer: the service that serves the issuer's name, and the one whose key signed. */
function signersOf(
  view: TokenView,
  issuers: ReturnType<typeof issuerView>,
): { service: string; basis: 'observed' | 'inferred' }[] {
  const byName = view.token.iss === null ? [] : issuers.servicesOf(view.token.iss);
  const byKey =
    view.token.kid === null
      ? []
      : issuers.issuersOfKey(view.token.kid).flatMap(({ issuer }) => issuers.servicesOf(issuer));
  const all = new Map<string, 'observed' | 'inferred'>();
  for (const service of byKey) all.set(service, 'inferred');
  for (const service of byName) all.set(service, 'observed');
  return [...all].map(([service, basis]) => ({ service, basis }));
}

/** How many deployments a service had before a time: the number of its running version. */
function deploymentEpochs(index: EventIndex): (service: string, atUs: number) => number {
  const times = new Map<string, number[]>();
  const all: number[] = [];
  const changesService = index.memo(environmentView);
  for (const event of index.of('cicd.deployment')) {
    if (!changesService(event.service, event.environment)) continue;
    all.push(event.atUs);
    const list = times.get(event.service);
    if (list === undefined) times.set(event.service, [event.atUs]);
    else list.push(event.atUs);
  }
  times.set('', all);
  return (service, atUs) => partitionPoint(times.get(service) ?? [], (time) => time <= atUs);
}
