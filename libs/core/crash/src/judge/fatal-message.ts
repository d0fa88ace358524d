import type { CrashKind, CrashRole } from '@faultline/model';

export interface MapFatal {
  readonly kind: CrashKind;
  /** Of the goroutine that died: the runtime checks on entry and names what that goroutine was about to do. */
  readonly role: CrashRole;
}

// Every message of a map check in Go 1.13 to 1.27; what the other goroutine did is always a write.
const mapFatals: ReadonlyMap<string, MapFatal> = new Map([
  ['concurrent map writes', { kind: 'map_write_write', role: 'writer' }],
  ['concurrent map read and map write', { kind: 'map_read_write', role: 'reader' }],
  ['concurrent map iteration and map write', { kind: 'map_iterate_write', role: 'iterator' }],
  ['concurrent map clone and map write', { kind: 'map_clone_write', role: 'cloner' }],
  ['small map with no empty slot (concurrent map writes?)', { kind: 'map_write_write', role: 'writer' }],
] as const);

/** Null for every other death: `bad map state` and the like prove no race, however often one causes them. */
export function mapFatal(message: string): MapFatal | null {
  return mapFatals.get(message.trim()) ?? null;
}

export function isDeadlock(message: string): boolean {
  return /^(?:all goroutines are asleep|no goroutines \(main called runtime\.Goexit\)) - deadlock!/.test(
    message,
  );
}

/** Deaths by a signal that the program could not recover from. */
export function isFault(message: string): boolean {
  return (
    message === 'fault' ||
    message.startsWith('unexpected signal during runtime execution') ||
    message.startsWith('signal arrived during external code execution')
  );
}
