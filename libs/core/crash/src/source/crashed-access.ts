import type { Crash } from '@faultline/model';
import type { GoAccess } from './go-file.js';
import { heldMaps } from './held-maps.js';
import { findFrame, type FoundFrame } from './find-frame.js';
import type { FunctionSite } from './go-program.js';
import type { AccessSite, MapAccesses } from './map-accesses.js';

/** A build may be a few commits away from the source at hand: lines move, functions mostly stay. */
const shiftMaxLines = 20;

type Operation = GoAccess['operation'];
type Place = NonNullable<Crash['crashing']>;

const operationsOf: Readonly<Record<Place['role'], readonly Operation[]>> = {
  writer: ['write', 'delete', 'clear'],
  reader: ['read', 'iterate', 'clone'],
  iterator: ['iterate', 'clone', 'read'],
  cloner: ['clone', 'iterate', 'read'],
  unknown: ['read', 'write', 'delete', 'clear', 'iterate', 'clone'],
};

/** The access at which a program died, the most likely one first; empty where the source does not have the place. */
export function crashedAccesses(crashing: Place, accesses: MapAccesses): readonly AccessSite[] {
  const frame = findFrame(crashing, accesses.program);
  if (frame === null) return [];
  const fitting = operationsOf[crashing.role];
  const sites = frame.sites.length > 0 ? frame.sites : accesses.program.functionsOf(frame.file);
  // Where the function is not in the file, a line nearby says nothing.
  const shiftMax = frame.sites.length > 0 ? shiftMaxLines : 0;
  const distance = (line: number): number => (crashing.line === null ? 0 : Math.abs(line - crashing.line));
  const written = sites
    .flatMap((site) => accesses.byFunction.get(site.id) ?? [])
    .filter(({ access }) => fitting.includes(access.operation) && distance(access.line) <= shiftMax);
  const passed = crashing.line === null ? [] : passedMaps(frame, sites, crashing, accesses);
  const rank = (operation: Operation): number => fitting.indexOf(operation) / 10;
  return [...written, ...passed].sort(
    (a, b) =>
      distance(a.access.line) +
      rank(a.access.operation) -
      (distance(b.access.line) + rank(b.access.operation)),
  );
}

/** `json.Marshal(m)`: the program hands the map, or what holds it, to code that is not among the sources. */
function passedMaps(
  frame: FoundFrame,
  sites: readonly FunctionSite[],
  crashing: Place,
  accesses: MapAccesses,
): readonly AccessSite[] {
  const operation = crashing.role === 'writer' ? 'write' : 'iterate';
  return sites.flatMap((site) => {
    const calls = site.function.calls.filter(({ line }) => line === crashing.line);
    return calls.flatMap(({ callee, arguments: given, at, line }) => {
      const here = { file: frame.file, site, at };
      // A method may walk what it belongs to: `tree.Encode()`.
      const passed = [...given, ...(callee.kind === 'field' ? [callee.of] : [])];
      return passed.flatMap((map) => {
        const whole = { access: { operation, map, method: null, at, line } as const, site };
        const names = [accesses.aliases.nameOf(map, here), ...heldMaps(map, here, accesses)];
        return names.flatMap((name) =>
          name !== null && accesses.byMap.has(name) ? [{ ...whole, map: name }] : [],
        );
      });
    });
  });
}
