import type { EventIndex, LinkDraft } from '@faultline/model';

export type Emit = (draft: LinkDraft) => void;

/**
 * One way in which information or control flows from one entity to another. A rule reads events, draws links and keeps no state, so the
 * graph does not depend on the order in which records arrived.
 */
export interface LinkingRule {
  /** Stable name, printed as `rule` of every link it draws. */
  readonly id: string;
  /** The edge in Cypher's notation, for docs. */
  readonly draws: string;
  link(index: EventIndex, emit: Emit): void;
}
