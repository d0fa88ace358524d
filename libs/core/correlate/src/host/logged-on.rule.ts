import { ipEntity, processEntity, sessionEntity, userEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Ip)-[:OPENED]->(:Session)    (:User)-[:OPENED]->(:Session)    (:Session)-[:OWNED]->(:Process)
// A LogonId is unique within one boot of one host only, so the session's key carries the host.
export const loggedOn: LinkingRule = {
  id: 'host.logged-on',
  draws: '(:Ip)-[:OPENED]->(:Session), (:User)-[:OPENED]->(:Session), (:Session)-[:OWNED]->(:Process)',
  link(index, emit) {
    const opened = new Set<string>();
    for (const event of index.of('logon')) {
      if (event.outcome !== 'success' || event.logonId === null) continue;
      const session = sessionEntity(event.host, event.logonId);
      opened.add(session.key);
      const common = {
        to: session,
        atUs: event.atUs,
        seq: null,
        kind: 'opened',
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      } as const;
      emit({ ...common, from: userEntity(event.user) });
      if (event.sourceIp !== null && !/^(?:127\.|::1$|-$)/.test(event.sourceIp))
        emit({ ...common, from: ipEntity(event.sourceIp) });
    }
    for (const event of index.of('process.start')) {
      if (event.logonId === null) continue;
      const session = sessionEntity(event.host, event.logonId);
      // Without its logon a session is a bare number that would join unrelated processes.
      if (!opened.has(session.key)) continue;
      emit({
        from: session,
        to: processEntity(event.host, event.process),
        atUs: event.atUs,
        seq: null,
        kind: 'owned',
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      });
    }
  },
};
