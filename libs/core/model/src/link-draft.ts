import type { EntityRef } from './entity.js';
import type { Basis } from './link.js';

/** An end of a drawn link: the entity and a short name for people. */
export interface NamedEntity extends EntityRef {
  readonly label: string;
  /** Cost of removing it when the input itself says so (`faultline.link/1`); null: cannot be removed; absent: the cost table decides. */
  readonly cost?: number | null;
}

/** What a linking rule emits. The graph gives it an id and a place (`seq`) in the total order. */
export interface LinkDraft {
  readonly from: NamedEntity;
  readonly to: NamedEntity;
  readonly atUs: number;
  /** Order among links of equal time, where the source declares one; otherwise null and the content decides. */
  readonly seq: number | null;
  readonly kind: string;
  readonly rule: string;
  readonly basis: Basis;
  /** Event ids, most telling first. */
  readonly events: readonly string[];
  /** Bytes that flowed, when known. */
  readonly bytes: number | null;
}
