interface Frame {
  readonly function: string;
  readonly file: string | null;
}

/** Frames of Go itself and its standard library, which tell less than the program's own: they are dimmed, never hidden. */
export function isGoFrame({ function: name, file }: Frame): boolean {
  const path = name.slice(0, name.indexOf('.', name.lastIndexOf('/') + 1));
  const root = path.split('/')[0] ?? '';
  if (root === 'runtime' || root === 'internal' || root === 'reflect') return true;
  if (root === '' || root === 'main' || root.includes('.')) return false;
  const slashed = (file ?? '').replaceAll('\\', '/');
  // Where Go is installed, or trimmed to the import path.
  return /(?:^|\/)\.?go[^/]*\/src\//i.test(slashed) || slashed.startsWith(`${path}/`);
}
