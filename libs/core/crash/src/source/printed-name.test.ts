import { describe, expect, it } from 'vitest';
import type { GoFile, GoFunction, GoVariable } from './go-file.js';
import { createGoProgram } from './go-program.js';
import { printedName } from './printed-name.js';

const receiver = (name: string, isPointer: boolean): GoVariable => {
  const type = { name, isMap: false, isPointer, element: null };
  return { name: 's', type, value: null, at: 0, until: 1_000 };
};

function written(name: string, at: number, change: Partial<GoFunction> = {}): GoFunction {
  const nothing = {
    parameters: [],
    results: [],
    variables: [],
    accesses: [],
    calls: [],
    locks: [],
    flows: [],
    returns: [],
  };
  const place = { line: at, lastLine: at, at, parent: null, use: 'declared' as const };
  return { name, receiver: null, isGeneric: false, ...place, ...nothing, ...change };
}

function namesIn(packageName: string, importPath: string): readonly string[] {
  const file: GoFile = {
    path: 'a.go',
    package: packageName,
    importPath,
    imports: [],
    types: [],
    variables: [],
    isBroken: false,
    functions: [
      written('Feed', 0, { isGeneric: true }),
      written('Set', 1, { receiver: receiver('Store', true) }),
      written('Get', 2, { receiver: receiver('Store', false), isGeneric: true }),
      written('', 9, { parent: 1 }),
      written('', 5, { parent: 1 }),
      written('', 6, { parent: 4 }),
      written('', 20),
    ],
  };
  const program = createGoProgram({ files: [file], leftOut: [] });
  return program.functions.map((site) => printedName(site, program));
}

describe('names as the runtime prints them', () => {
  it('have receivers, instances, and numbers for function literals in the order of the text', () => {
    expect(namesIn('main', 'example.com/shop')).toEqual([
      'main.Feed[...]',
      'main.(*Store).Set',
      'main.Store[...].Get',
      'main.(*Store).Set.func2',
      'main.(*Store).Set.func1',
      'main.(*Store).Set.func1.1',
      'main.init.func1',
    ]);
  });

  it('have the import path with the dots of its last part escaped', () => {
    expect(namesIn('cache', 'gopkg.in/shop/cache.v2')[1]).toBe('gopkg.in/shop/cache%2ev2.(*Store).Set');
    expect(namesIn('cache', '')[1]).toBe('cache.(*Store).Set');
  });
});
