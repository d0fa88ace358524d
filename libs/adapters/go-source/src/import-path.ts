import { posix } from 'node:path';

/** The module path of a go.mod; null where it says none. */
export function modulePathOf(text: string): string | null {
  return /^\s*module\s+"?([^\s"]+)"?/m.exec(text)?.[1] ?? null;
}

/** Import path of the package that a file belongs to, by the nearest go.mod above it or the vendor folder; empty where there is none. */
export function importPathOf(file: string, modules: ReadonlyMap<string, string>): string {
  const folder = posix.dirname(file);
  const vendor = /(?:^|\/)vendor\/(.+)$/.exec(folder)?.[1];
  if (vendor !== undefined) return vendor;
  for (let above = folder; ; above = posix.dirname(above)) {
    const module = modules.get(above);
    if (module !== undefined) {
      const below = posix.relative(above, folder);
      return below === '' ? module : `${module}/${below}`;
    }
    if (above === '.' || above === '/') return '';
  }
}
