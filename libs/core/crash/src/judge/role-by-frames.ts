import type { CrashRole } from '@faultline/model';
import type { DumpFrame } from '../dump.js';
import { mapUse, type MapOperation } from './map-operation.js';

const roleOfOperation: Readonly<Record<MapOperation, CrashRole>> = {
  assign: 'writer',
  delete: 'writer',
  clear: 'writer',
  grow: 'writer',
  read: 'reader',
  iterate: 'iterator',
  clone: 'cloner',
};

/** What a goroutine did with the map by the frames of the runtime; `unknown` where those are hidden. */
export function roleByFrames(frames: readonly DumpFrame[]): CrashRole {
  const use = mapUse(frames);
  return use === null ? 'unknown' : roleOfOperation[use.operation];
}
