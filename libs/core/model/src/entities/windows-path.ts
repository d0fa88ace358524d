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

const shortComponent = /^([^~]{1,6})~(\d{1,6})(?:\.([^.]{1,3}))?$/;
/** A name that fits 8.3 as it is has no other short name. */
const fitsAsItIs = /^[^ .+,;=[\]]{1,8}(?:\.[^ .+,;=[\]]{1,3})?$/;

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
  const [, basis = '', number = '', extension = ''] = short;
  const fits = [...siblings].filter((long) => long !== part && isShortened(long, basis, number, extension));
  return fits.length === 1 ? (fits[0] ?? part) : part;
}

function isShortened(long: string, basis: string, number: string, extension: string): boolean {
  if (long.includes('~') || fitsAsItIs.test(long)) return false;
  const dot = long.lastIndexOf('.');
  const stem = legalInShortName(dot > 0 ? long.slice(0, dot) : long);
  const tail = dot > 0 ? legalInShortName(long.slice(dot + 1)) : '';
  // Eight characters hold basis, tilde and number.
  return stem.slice(0, 7 - number.length) === basis && tail.slice(0, 3) === extension;
}

function legalInShortName(text: string): string {
  return text.replace(/[ .]/g, '').replace(/[+,;=[\]]/g, '_');
}
