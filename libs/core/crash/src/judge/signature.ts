import type { CrashKind, CrashRole, Sha256 } from '@faultline/model';
import type { DumpFrame } from '../dump.js';
import { declaredName, isClosure, isCompilerWrapper, withoutTypeArguments } from './function-name.js';
import { kindFamily } from './kind-family.js';
import { ownFrames, type OwnFrame } from './own-frames.js';

/** One side of a crash: what it did, its stack, and where its goroutine was started. */
export interface CrashSide {
  readonly role: CrashRole;
  readonly frames: readonly DumpFrame[];
  readonly createdBy: DumpFrame | null;
}

/** The kind's family, then the program's own functions nearest to the map. Equal keys are one bug. */
export function sideKey(kind: CrashKind, side: CrashSide): string {
  return [kindFamily(kind), ...ownPath(side), ...access(kind, side)].join('\n');
}

/**
 * `sha256:…` of one bug: the same over releases of Go, rebuilds, moved lines, levels of GOTRACEBACK, elided rows and log wrappings. A
 * report of the race detector has two sides; the one that reads counts, or the smaller name of two that write, so that it equals the
 * fatal error that the runtime raises for a reader. Cost: linear in the frames.
 */
export function crashSignature(
  kind: CrashKind,
  sides: readonly CrashSide[],
  detail: string,
  sha256: Sha256,
): string {
  const readers = sides.filter(({ role }) => role !== 'writer');
  // A race on something else than a map never becomes a fatal error, so both sides count.
  const both = kindFamily(kind) === 'race' || readers.length === 0;
  const keys = (both ? sides : readers).map((side) => sideKey(kind, side)).sort();
  const key = kindFamily(kind) === 'race' ? keys.join('\n\n') : (keys[0] ?? `${kind} without a place`);
  return `sha256:${sha256(`faultline.crash/1\n${key}\n${detail}`)}`;
}

/**
 * Closures of one function have only numbers to tell them apart, and those change with the release. There reading and writing is told
 * apart; in a named function both are one bug (`m[k] = append(m[k], v)`). Iterating and cloning read: which message a release prints for
 * one bug differs (maps.Clone: 1.23, 1.24, 1.25).
 */
function access(kind: CrashKind, { role, frames }: CrashSide): readonly string[] {
  const [first] = ownFrames(frames);
  if (kindFamily(kind) !== 'map' || first === undefined || !isClosure(first.name)) return [];
  if (role === 'unknown') return ['unknown'];
  return [role === 'writer' ? 'write' : 'read'];
}

/**
 * The function that touched the map and, where that alone may serve many maps, who called it. A method on a pointer owns its map; a plain
 * function, a method on a value or of a generic type may get the map from its caller, and so may code of a dependency.
 */
export function ownPath(side: CrashSide): readonly string[] {
  const own = withoutStarter(side);
  const [first] = own;
  if (first === undefined) return side.createdBy === null ? [] : [`started in ${plainName(side.createdBy)}`];
  const name = nameOf(first);
  if (ownsItsMap(first)) return [name];
  // In a recursion the caller is the function itself, and how deep it went or what was elided says nothing about the bug.
  const names = own.map(nameOf);
  if (names.includes(name, 1)) return [name];
  const caller = own.find(
    (frame) => nameOf(frame) !== name && (first.origin !== 'dependency' || frame.origin === 'program'),
  );
  return caller === undefined ? [name] : [name, nameOf(caller)];
}

function ownsItsMap({ name, frame, origin }: OwnFrame): boolean {
  return origin !== 'dependency' && declaredName(name).startsWith('(') && !frame.function.includes('[');
}

/** What the compiler puts around the call behind `go`: gowrap1 (1.22), up to 1.21 a closure at the line of the go statement. Default dumps hide it, others do not. */
function withoutStarter({ frames, createdBy }: CrashSide): readonly OwnFrame[] {
  const own = ownFrames(frames).filter(({ name }) => !isCompilerWrapper(name));
  const last = own.at(-1);
  if (own.length < 2 || last === undefined || !isClosure(last.name) || createdBy === null) return own;
  const started =
    last.frame.line !== null && last.frame.line === createdBy.line && last.frame.file === createdBy.file;
  return started ? own.slice(0, -1) : own;
}

function nameOf({ name }: OwnFrame): string {
  return `${plainPath(name.importPath)}.${declaredName(name)}`;
}

function plainName(frame: DumpFrame): string {
  return withoutTypeArguments(frame.function).replace(/(?:\.(?:func|gowrap)\d+|\.\d+|-fm)+$/, '');
}

/** Vendored or not, and whatever its major version: the same code. */
function plainPath(importPath: string): string {
  const vendor = importPath.lastIndexOf('/vendor/');
  const path = vendor < 0 ? importPath.replace(/^vendor\//, '') : importPath.slice(vendor + 8);
  return path.replace(/\/v\d+(?=\/|$)/, '').replace(/\.v\d+$/, '');
}
