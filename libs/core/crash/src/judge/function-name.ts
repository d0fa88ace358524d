/** A function as the runtime prints it, taken apart: `shop/cart.(*Store[...]).Set.func1` has the segments `(*Store)`, `Set` and `func1`. */
export interface FunctionName {
  /** Without type arguments; dots are no longer escaped as `%2e`. */
  readonly importPath: string;
  readonly segments: readonly string[];
  /** The printed name had type arguments: the map may belong to any instance. */
  readonly generic: boolean;
}

export function parseFunctionName(printed: string): FunctionName {
  const plain = withoutTypeArguments(printed);
  const dot = plain.indexOf('.', plain.lastIndexOf('/') + 1);
  const generic = plain.length !== printed.length;
  if (dot < 0) return { importPath: '', segments: [plain], generic };
  return {
    importPath: plain.slice(0, dot).replaceAll('%2e', '.'),
    segments: plain.slice(dot + 1).split('.'),
    generic,
  };
}

/** The race detector prints `Set[go.shape.string,…]`, a dump `Set[...]`, and both may hold slashes and dots that are no part of the path. */
export function withoutTypeArguments(printed: string): string {
  if (!printed.includes('[')) return printed;
  let depth = 0;
  let plain = '';
  for (const character of printed) {
    if (character === '[') depth++;
    if (depth === 0) plain += character;
    if (character === ']' && depth > 0) depth--;
  }
  return plain;
}

/** `gowrap1`, `deferwrap2`: made by the compiler around the call behind `go` or `defer`, from Go 1.21. */
export function isCompilerWrapper(name: FunctionName): boolean {
  return /^(?:gowrap|deferwrap)\d+$/.test(name.segments.at(-1) ?? '');
}

/** Written as a function literal, or made by the compiler in its place. */
export function isClosure(name: FunctionName): boolean {
  return isClosureSegment(name.segments.at(-1) ?? '');
}

/**
 * The declared function that this code is written in: `main.start.func1.2`, `main.start.gowrap1`, `main.start-range1` are all `start`. A
 * closure that came along by inlining carries the names of all functions around it (`main.main.start.func1`, Go 1.21): the last one counts.
 */
export function declaredName(name: FunctionName): string {
  const kept = name.segments.filter((segment) => segment !== '').map(withoutSuffix);
  let end = kept.length;
  while (end > 1 && isClosureSegment(kept[end - 1] ?? '')) end--;
  const inlined = end < kept.length;
  const names = kept.slice(0, end).filter((segment, at) => at === 0 || !isClosureSegment(segment));
  const receiver = names.findLastIndex((segment) => segment.startsWith('('));
  if (receiver >= 0) return names.slice(receiver, receiver + 2).join('.');
  if (names[0] === 'glob') return 'init';
  if (names.length > 2) return names.at(-1) ?? '';
  // No type can be called main or init: behind them stands the function that was inlined.
  if (inlined && names.length === 2 && (names[0] === 'main' || names[0] === 'init')) return names[1] ?? '';
  return names.join('.');
}

function withoutSuffix(segment: string): string {
  return segment.replace(/(?:-fm|-range\d+)$/, '');
}

function isClosureSegment(segment: string): boolean {
  return /^(?:func|gowrap|deferwrap)?\d+$/.test(segment.replace(/-range\d+$/, ''));
}
