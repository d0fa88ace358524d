import type { Crash } from '@faultline/model';
import type { AccessSite, MapAccesses } from './map-accesses.js';
import { printedName } from './printed-name.js';

/** Function and line of an access as the dump has them where it shows the place; else as this program would be printed. */
export function nameInDump(
  { site, access }: AccessSite,
  crash: Crash,
  { program }: MapAccesses,
): { readonly function: string; readonly line: number } {
  const name = printedName(site, program);
  // Only literals go by numbers that a compiler gives; a declared function has one name.
  if (site.function.name !== '') return { function: name, line: access.line };
  const base = baseOf(site.file.path);
  const shown = [...crash.goroutines.flatMap(({ frames }) => frames), ...crash.peer.candidates];
  const frame = shown.find(
    ({ file, line }) => line === access.line && file !== null && baseOf(file) === base,
  );
  return { function: frame?.function ?? name, line: access.line };
}

function baseOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
