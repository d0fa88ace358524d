import {
  crashPlace,
  type CrashRequests,
  type EventOf,
  type NamedEntity,
  serviceEntity,
} from '@faultline/model';

/** What a crash took down, and whether the log of the crash says so itself. */
export interface CrashedPlace {
  readonly entity: NamedEntity;
  readonly basis: 'observed' | 'inferred';
}

/** A log that names no service is joined to the one that its requests name. Null: no record says what went down, or nothing did. */
export function placeOfCrash(
  event: EventOf<'crash'>,
  requests: CrashRequests | undefined,
): CrashedPlace | null {
  if (!isDeath(event)) return null;
  const served = requests?.service ?? null;
  if (event.service === null && served !== null) return { entity: serviceEntity(served), basis: 'inferred' };
  const entity = crashPlace(event);
  return entity === null ? null : { entity, basis: 'observed' };
}

/** The race detector reports and lets the program go on. */
export function isDeath({ crash }: EventOf<'crash'>): boolean {
  return crash.kind !== 'race_report' && crash.kind !== 'race_report_not_map';
}
