import type { EventIndex, NamedEntity, Severity } from '@faultline/model';

/** Something bad that was seen to happen: the end of a chain, from which the engine walks back. */
export interface ImpactCandidate {
  readonly detection: string;
  readonly title: string;
  readonly severity: Severity;
  /** Order among impacts of one severity; larger is more certain. */
  readonly score: number;
  readonly entity: NamedEntity;
  /** Who acted, where the record says so. */
  readonly by: NamedEntity | null;
  readonly atUs: number;
  readonly event: string;
  readonly why: string;
  /** ATT&CK technique ids. */
  readonly attack: readonly string[];
  /**
   * Ids of the events that are the impact. Links into `entity` that none of them evidences are other business of that entity and are left out
   * of the walk; null: every link into the entity counts.
   */
  readonly carriers: ReadonlySet<string> | null;
  /**
   * How far back the walk may go, microseconds; null: as far as the records do. An alert about a busy service names no request, so everything
   * that ever reached the service would explain it: only what came shortly before may.
   */
  readonly horizonUs: number | null;
}

/** One detection, one file. */
export interface Detection {
  readonly id: string;
  find(index: EventIndex): readonly ImpactCandidate[];
}
