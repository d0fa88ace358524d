import type { Basis, LinkDraft } from '@faultline/model';
import { EntityTable } from './entity-table.js';
import { WordTable } from './word-table.js';

/** From the strongest to the weakest statement; merged links keep the strongest. */
export const basesByStrength: readonly Basis[] = ['observed', 'inferred', 'claimed'];

/** Drafts as columns, in order of arrival; numbers of entities, kinds and rules are still those of first mention. */
export interface LinkColumns {
  readonly entities: EntityTable;
  readonly words: WordTable;
  readonly from: number[];
  readonly to: number[];
  readonly atUs: number[];
  /** Declared order among links of equal time; Infinity where none was declared, so that those come last. */
  readonly declared: number[];
  readonly kind: number[];
  readonly rule: number[];
  readonly basis: number[];
  /** -1 where unknown. */
  readonly bytes: number[];
  readonly events: (readonly string[])[];
}

/**
 * Reads drafts once. A link from an entity to itself says nothing about flow between entities and is left out; so is one without a finite
 * time, which could not be ordered (normalisation never emits one).
 */
export function readColumns(drafts: Iterable<LinkDraft>): LinkColumns {
  const columns: LinkColumns = {
    entities: new EntityTable(),
    words: new WordTable(),
    from: [],
    to: [],
    atUs: [],
    declared: [],
    kind: [],
    rule: [],
    basis: [],
    bytes: [],
    events: [],
  };
  for (const draft of drafts) {
    const { from, to } = draft;
    if (from.key === to.key && from.kind === to.kind) continue;
    if (!Number.isFinite(draft.atUs)) continue;
    columns.from.push(columns.entities.intern(from));
    columns.to.push(columns.entities.intern(to));
    columns.atUs.push(draft.atUs + 0);
    columns.declared.push(draft.seq !== null && Number.isFinite(draft.seq) ? draft.seq + 0 : Infinity);
    columns.kind.push(columns.words.intern(draft.kind));
    columns.rule.push(columns.words.intern(draft.rule));
    columns.basis.push(basesByStrength.indexOf(draft.basis));
    columns.bytes.push(draft.bytes !== null && draft.bytes >= 0 ? draft.bytes : -1);
    columns.events.push(draft.events);
  }
  return columns;
}
