import type { FunctionSite, GoProgram } from './go-program.js';

/** The name of a function as the runtime prints it: `main.(*Store).Set`, `example.com/shop/cart%2ev2.Feed[...].func1`. */
export function printedName(site: FunctionSite, program: GoProgram): string {
  const { file } = site;
  const path = file.package === 'main' || file.importPath === '' ? file.package : escaped(file.importPath);
  return `${path}.${localName(site, program)}`;
}

function localName(site: FunctionSite, program: GoProgram): string {
  const { name, receiver, isGeneric } = site.function;
  const instance = isGeneric ? '[...]' : '';
  if (name !== '' && receiver === null) return `${name}${instance}`;
  if (name !== '') {
    const type = `${receiver?.type?.name ?? ''}${instance}`;
    return receiver?.type?.isPointer === true ? `(*${type}).${name}` : `${type}.${name}`;
  }
  const parent = program.parentOf(site);
  const number = String(numberAmongLiterals(site, program));
  if (parent === null) return `init.func${number}`;
  // A literal in a literal has a number alone.
  return `${localName(parent, program)}.${parent.function.name === '' ? number : `func${number}`}`;
}

function numberAmongLiterals(site: FunctionSite, program: GoProgram): number {
  const siblings = program
    .functionsOf(site.file)
    .filter(({ function: other }) => other.name === '' && other.parent === site.function.parent)
    .sort((a, b) => a.function.at - b.function.at);
  return siblings.indexOf(site) + 1;
}

/** The linker escapes the dots of the last part of a path. */
function escaped(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return path.slice(0, slash) + path.slice(slash).replaceAll('.', '%2e');
}
