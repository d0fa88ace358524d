import { ipEntity, sessionEntity, tokenViews, userEntity, type NamedEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:User)-[:OPENED]->(:Session)-[:WAS_ISSUED]->(:Token)    (:Ip)-[:OPENED]->(:Session)
// Only tokens that were used later: the rest of the ledger leads nowhere.
export const tokenIssued: LinkingRule = {
  id: 'token.issued',
  draws: '(:User)-[:OPENED]->(:Session)-[:WAS_ISSUED]->(:Token), (:Ip)-[:OPENED]->(:Session)',
  link(index, emit) {
    for (const view of index.memo(tokenViews)) {
      const { issued } = view;
      if (issued === null) continue;
      const scope = issued.realm ?? '';
      const who: NamedEntity | null =
        issued.userId !== null
          ? userEntity(issued.userId)
          : issued.clientId !== null
            ? userEntity(`client:${issued.clientId}`)
            : null;
      const session = issued.sessionId === null ? who : sessionEntity(scope, issued.sessionId);
      if (session === null) continue;
      const common = {
        rule: this.id,
        basis: 'observed',
        events: [issued.id],
        bytes: null,
        atUs: view.mintedUs,
      } as const;
      if (who !== null && who !== session)
        emit({ ...common, from: who, to: session, seq: 1, kind: 'opened' });
      if (issued.sourceIp !== null && session !== who)
        emit({ ...common, from: ipEntity(issued.sourceIp), to: session, seq: 1, kind: 'opened' });
      emit({ ...common, from: session, to: view.entity, seq: 2, kind: 'was-issued' });
    }
  },
};
