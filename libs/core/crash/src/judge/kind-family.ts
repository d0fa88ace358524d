import type { CrashKind } from '@faultline/model';

export type KindFamily = 'map' | 'race' | 'sigsegv' | 'panic' | 'deadlock' | 'other';

/** Kinds that one bug can show up as: a map race dies of a check in one run and is reported by the race detector in another. */
export function kindFamily(kind: CrashKind): KindFamily {
  switch (kind) {
    case 'map_write_write':
    case 'map_read_write':
    case 'map_iterate_write':
    case 'map_clone_write':
    case 'map_unknown':
    case 'race_report':
    case 'race_report_and_fatal':
      return 'map';
    case 'race_report_not_map':
      return 'race';
    case 'sigsegv':
    case 'panic':
    case 'deadlock':
    case 'other':
      return kind;
  }
}

/** Died of the runtime's check of a map. */
export function isMapKind(kind: CrashKind): boolean {
  return kind.startsWith('map_');
}
