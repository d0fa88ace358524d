import type { DumpFrame } from '../dump.js';
import { withoutTypeArguments } from './function-name.js';
import { framesAboveOwn } from './own-frames.js';

export type MapOperation = 'assign' | 'delete' | 'clear' | 'read' | 'iterate' | 'clone' | 'grow';

/** What a stack was doing with a map, as far as frames of the runtime are shown. */
export interface MapUse {
  readonly operation: MapOperation;
  /** The map is being made larger: only a writer does that. */
  readonly grows: boolean;
  /** Hex without 0x; null where no argument tells it for certain. */
  readonly mapPointer: string | null;
}

interface Pattern {
  readonly operation: MapOperation;
  readonly test: RegExp;
  /** Position of the map among the arguments. */
  readonly mapArgument: number | null;
}

// Names of Go 1.13 to 1.27: classic maps (runtime/map*.go), Swiss maps (internal/runtime/maps), and what reflect and maps link to.
const patterns: readonly Pattern[] = [
  { operation: 'assign', test: /^(?:runtime|reflect)\.mapassign/, mapArgument: 1 },
  { operation: 'delete', test: /^(?:runtime|reflect)\.mapdelete/, mapArgument: 1 },
  { operation: 'clear', test: /^(?:runtime|reflect)\.mapclear/, mapArgument: 1 },
  { operation: 'read', test: /^(?:runtime|reflect)\.mapaccess/, mapArgument: 1 },
  {
    operation: 'iterate',
    test: /^(?:runtime|reflect)\.map(?:iter(?:init|next)|Iter(?:Start|Next))/,
    mapArgument: null,
  },
  { operation: 'clone', test: /^(?:maps\.(?:clone|Clone)|runtime\.mapclone)/, mapArgument: null },
  {
    operation: 'grow',
    test: /^runtime\.(?:evacuate|growWork|hashGrow)/,
    mapArgument: null,
  },
  {
    operation: 'grow',
    test: /^internal\/runtime\/maps\.\(\*(?:Map\)\.growTo|table\)\.(?:rehash|grow|split|reset|uncheckedPutSlot))/,
    mapArgument: null,
  },
  {
    operation: 'assign',
    test: /^internal\/runtime\/maps\.\(\*(?:Map|table)\)\.[pP]utSlot/,
    mapArgument: 0,
  },
  {
    operation: 'delete',
    test: /^internal\/runtime\/maps\.\(\*(?:Map|table)\)\.[dD]elete/,
    mapArgument: 0,
  },
  {
    operation: 'clear',
    test: /^internal\/runtime\/maps\.\(\*(?:Map|table)\)\.[cC]lear/,
    mapArgument: 0,
  },
  { operation: 'clone', test: /^internal\/runtime\/maps\.\(\*(?:Map|table)\)\.[cC]lone/, mapArgument: 0 },
  { operation: 'read', test: /^internal\/runtime\/maps\.\(\*(?:Map|table)\)\.[gG]et/, mapArgument: 0 },
  { operation: 'iterate', test: /^internal\/runtime\/maps\.\(\*Iter\)\./, mapArgument: null },
];

const writes: ReadonlySet<MapOperation> = new Set(['assign', 'delete', 'clear', 'grow']);

export function isWrite(operation: MapOperation): boolean {
  return writes.has(operation);
}

/**
 * The operation that the program's own code called: the outermost frame of the runtime that names one, since cloning iterates and
 * assigning grows. Null where the runtime hid its frames (default dumps of 1.19 to 1.23) or no map is involved.
 */
export function mapUse(frames: readonly DumpFrame[]): MapUse | null {
  const found = framesAboveOwn(frames).flatMap((frame) => {
    const name = withoutTypeArguments(frame.function);
    const pattern = patterns.find(({ test }) => test.test(name));
    return pattern === undefined ? [] : [{ pattern, frame }];
  });
  const outermost = found.at(-1);
  if (outermost === undefined) return null;
  const pointers = found.flatMap(({ pattern, frame }) => pointerArgument(frame, pattern.mapArgument) ?? []);
  return {
    operation: outermost.pattern.operation,
    grows: found.some(({ pattern }) => pattern.operation === 'grow'),
    mapPointer: pointers[0] ?? null,
  };
}

/** A question mark says that the word may be stale, and small numbers are no pointers: the first page is never mapped. */
function pointerArgument(frame: DumpFrame, position: number | null): string | null {
  if (position === null || frame.args === null) return null;
  const word = frame.args.split(', ')[position] ?? '';
  const hex = /^0x([0-9a-f]{4,16})$/.exec(word)?.[1];
  // The tables of a Swiss map have receivers of their own, so only a whole map may be compared.
  return hex === undefined || frame.function.includes('(*table)') ? null : hex;
}
