import { declaredName, parseFunctionName } from '../judge/function-name.js';
import type { FunctionSite, GoProgram } from './go-program.js';
import type { GoFile } from './go-file.js';

export interface FramePlace {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** The functions of the source that a frame can be, literals within them included; the innermost at the line first. */
export interface FoundFrame {
  readonly file: GoFile;
  readonly sites: readonly FunctionSite[];
}

/**
 * The file that a frame names, by the end of its path: builds elsewhere, `-trimpath`, vendor folders and Windows change only its start. Of several
 * the one that has the function wins, then the longer common end. Where the file row is lost the function's name must do.
 */
export function findFrame(frame: FramePlace, program: GoProgram): FoundFrame | null {
  const name = parseFunctionName(frame.function);
  const declared = frame.function === '' ? '' : declaredName(name);
  const ranked = program.files
    .map((file) => {
      const sites = sitesNamed(declared, file, program);
      const common = frame.file === null ? 0 : commonEnd(frame.file, file.path);
      const isPackage = file.importPath !== '' && file.importPath === name.importPath;
      const isMain = name.importPath === 'main' && file.package === 'main';
      return {
        file,
        sites,
        common,
        score: (sites.length > 0 ? 100 : 0) + (isPackage || isMain ? 10 : 0) + common,
      };
    })
    .filter(({ common, sites }) => (frame.file === null ? sites.length > 0 : common > 0))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined) return null;
  // Without a path two functions of one name cannot be told apart.
  if (frame.file === null && second !== undefined && second.score === best.score) return null;
  return { file: best.file, sites: best.sites };
}

/** How many parts of the paths are equal from the end; the name of the file must be. */
function commonEnd(printed: string, path: string): number {
  const left = printed
    .replaceAll('\\', '/')
    .replace(/@v[^/]+/g, '')
    .split('/');
  const right = path.split('/');
  let common = 0;
  while (common < right.length && common < left.length && left.at(-1 - common) === right.at(-1 - common))
    common++;
  return common;
}

/** `(*Store).Set`, `Store.Set`, `start`: the declared function, and all literals in it. */
function sitesNamed(declared: string, file: GoFile, program: GoProgram): readonly FunctionSite[] {
  const parts = declared.replace(/[()*]/g, '').split('.');
  const [name = '', receiver] = parts.reverse();
  const all = program.functionsOf(file);
  const root = all.find(({ function: written }) => {
    return written.name === name && name !== '' && (written.receiver?.type?.name ?? undefined) === receiver;
  });
  if (root === undefined) return [];
  return all.filter((site) => site === root || isWithin(site, root, program));
}

function isWithin(site: FunctionSite, root: FunctionSite, program: GoProgram): boolean {
  for (let at = program.parentOf(site); at !== null; at = program.parentOf(at)) if (at === root) return true;
  return false;
}
