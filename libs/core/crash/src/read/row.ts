import type { DumpSignal } from '../dump.js';
import type { CreatedRow } from './created-row.js';
import type { FileRow } from './file-row.js';
import type { FunctionRow } from './function-row.js';
import type { GoroutineHeader } from './goroutine-header.js';
import type { RaceAccessRow, RaceCreatedRow } from './race-row.js';

/** One line of a dump by what it is. A line that is none of these belongs to somebody else. */
export type Row =
  | { readonly kind: 'blank' }
  | { readonly kind: 'fatal'; readonly text: string; readonly column: number }
  | { readonly kind: 'panic'; readonly message: string; readonly column: number }
  | { readonly kind: 'signal'; readonly signal: DumpSignal }
  | { readonly kind: 'signal-head'; readonly signal: DumpSignal }
  | { readonly kind: 'preamble' }
  | { readonly kind: 'thread' }
  | { readonly kind: 'system-stack' }
  | { readonly kind: 'goroutine'; readonly header: GoroutineHeader }
  | { readonly kind: 'function'; readonly row: FunctionRow; readonly indented: boolean }
  | { readonly kind: 'file'; readonly row: FileRow }
  | { readonly kind: 'created'; readonly row: CreatedRow }
  | { readonly kind: 'elided'; readonly frames: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'register' }
  | { readonly kind: 'race-rule' }
  | { readonly kind: 'race-start' }
  | { readonly kind: 'race-access'; readonly access: RaceAccessRow }
  | { readonly kind: 'race-created'; readonly created: RaceCreatedRow }
  | { readonly kind: 'race-lost' }
  | { readonly kind: 'race-count' };
