/**
 * One spelling for every way that Windows writes a path: lower case, backslashes, no `\??\` prefix, device paths kept as they are.
 * POSIX paths are left alone, because there case matters.
 */
export function normalisePath(path: string): string {
  if (!/^(?:[a-z]:|\\|%)/i.test(path)) return path;
  let text = path.replaceAll('/', '\\').toLowerCase();
  if (text.startsWith('\\??\\') || text.startsWith('\\\\?\\')) text = text.slice(4);
  return text;
}

export function baseName(path: string): string {
  const cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
  return path.slice(cut + 1);
}

const shortComponent = /^([^~]{1,6})~\d+(?:\.([^.]{1,3}))?$/;

/**
 * Resolves 8.3 names (`NAMEXY~1.EXT`) against the long paths seen on the same host: a short component becomes the long one when exactly one
 * known sibling fits it. Ambiguous names stay short, because a wrong join is worse than a missing one.
 * Cost: O(total path length) to build and per lookup. Source: [MS-FSCC] 2.1.5.2.1 (8.3 name generation).
 */
export function createLongNames(paths: Iterable<string>): (path: string) => string {
  const children = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split('\\');
    let prefix = '';
    for (const part of parts) {
      let siblings = children.get(prefix);
      if (siblings === undefined) children.set(prefix, (siblings = new Set()));
      siblings.add(part);
      prefix += `${part}\\`;
    }
  }
  const cache = new Map<string, string>();
  return (path) => {
    if (!path.includes('~')) return path;
    const known = cache.get(path);
    if (known !== undefined) return known;
    let prefix = '';
    for (const part of path.split('\\')) prefix += `${longComponent(part, children.get(prefix))}\\`;
    const long = prefix.slice(0, -1);
    cache.set(path, long);
    return long;
  };
}

function longComponent(part: string, siblings: ReadonlySet<string> | undefined): string {
  const short = shortComponent.exec(part);
  if (short === null || siblings === undefined) return part;
  const fits = [...siblings].filter((long) => long !== part && shortBasisFits(long, short[1] ?? '', short[2] ?? ''));
  return fits.length === 1 ? (fits[0] ?? part) : part;
}

function shortBasisFits(long: string, basis: string, extension: string): boolean {
  if (long.includes('~')) return false;
  const dot = long.lastIndexOf('.');
  const stem = (dot > 0 ? long.slice(0, dot) : long).replace(/[ .]/g, '');
  const tail = dot > 0 ? long.slice(dot + 1).replaceAll(' ', '') : '';
  return stem.slice(0, basis.length) === basis && tail.slice(0, 3) === extension;
}
