import { createSets } from '../fuse/disjoint-sets.js';
import type { GoCall, GoExpression } from './go-file.js';
import type { FunctionSite } from './go-program.js';
import type { Resolver, Standpoint } from './resolve-expression.js';

/** Tells whether two expressions may be the same map. */
export interface MapAliases {
  /** Equal for what may be the same; null where nothing is known. */
  nameOf(expression: GoExpression, here: Standpoint): string | null;
}

/**
 * Joins what flows into each other: assignments, arguments, results, fields of literals. Blind to order and paths, so it joins too much rather than
 * too little. Cost practically linear in the sources.
 */
export function mapAliases(resolver: Resolver): MapAliases {
  const sets = createSets();
  const join = (to: string | null, from: string | null): void => {
    if (to === null || from === null || to === from) return;
    sets.join(to, from);
    // Maps in the map are shared too.
    sets.join(`${to}[]`, `${from}[]`);
  };
  for (const site of resolver.program.functions) {
    const here = (at: number): Standpoint => ({ file: site.file, site, at });
    for (const { to, from, at } of site.function.flows) {
      join(resolver.keyOf(to, here(at)), resolver.keyOf(from, here(at)));
    }
    for (const { value, at } of site.function.returns)
      join(`result ${site.id}`, resolver.keyOf(value, here(at)));
    for (const call of site.function.calls) joinCall(resolver, site, call, join);
  }
  for (const file of resolver.program.files) {
    for (const { name, value, at } of file.variables) {
      const here = { file, site: null, at };
      if (value !== null) join(resolver.keyOf({ kind: 'name', name }, here), resolver.keyOf(value, here));
    }
  }
  return {
    nameOf: (expression, here) => {
      const key = resolver.keyOf(expression, here);
      return key === null ? null : sets.find(key);
    },
  };
}

function joinCall(
  resolver: Resolver,
  site: FunctionSite,
  call: GoCall,
  join: (to: string | null, from: string | null) => void,
): void {
  const here = { file: site.file, site, at: call.at };
  const { callee } = call;
  const called = calledSite(resolver, call, here);
  if (called === null) return;
  const within = { file: called.file, site: called, at: called.function.at };
  for (const [index, argument] of call.arguments.entries()) {
    const parameter = called.function.parameters[index];
    if (parameter === undefined || parameter.name === '') continue;
    join(resolver.keyOf({ kind: 'name', name: parameter.name }, within), resolver.keyOf(argument, here));
  }
  const { receiver } = called.function;
  if (receiver !== null && receiver.name !== '' && callee.kind === 'field') {
    join(resolver.keyOf({ kind: 'name', name: receiver.name }, within), resolver.keyOf(callee.of, here));
  }
}

/** The function literal that is called where it stands, or the function that the name means. */
function calledSite(
  resolver: Resolver,
  call: GoCall,
  here: Standpoint & { readonly site: FunctionSite },
): FunctionSite | null {
  const sites = resolver.program.functionsOf(here.file);
  const literal = call.literals
    .map((index) => sites[index])
    .find((site) => site?.function.use === 'go' || site?.function.use === 'called');
  return literal ?? resolver.calledBy(call.callee, here);
}
