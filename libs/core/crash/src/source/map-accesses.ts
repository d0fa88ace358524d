import { concurrentFunctions, type Concurrency } from './concurrent-functions.js';
import type { GoAccess, GoSourceIndex } from './go-file.js';
import { createGoProgram, type FunctionSite, type GoProgram } from './go-program.js';
import { grouped } from './grouped.js';
import { HeldLocks, type HeldMutex } from './held-locks.js';
import { mapAliases, type MapAliases } from './map-aliases.js';
import { Resolver } from './resolve-expression.js';

/** One access in the source, and what it may be an access to. */
export interface AccessSite {
  readonly access: GoAccess;
  readonly site: FunctionSite;
  /** Equal for accesses that may meet in one map. */
  readonly map: string;
}

/** What is known of a program's maps. */
export interface MapAccesses {
  readonly program: GoProgram;
  readonly resolver: Resolver;
  readonly aliases: MapAliases;
  readonly concurrency: Concurrency;
  readonly byMap: ReadonlyMap<string, readonly AccessSite[]>;
  readonly byFunction: ReadonlyMap<string, readonly AccessSite[]>;
  locksAt(access: AccessSite): readonly HeldMutex[];
}

const known = new WeakMap<GoSourceIndex, MapAccesses>();

/** The accesses of a program, worked out once for all its crashes. */
export function mapAccesses(index: GoSourceIndex): MapAccesses {
  const before = known.get(index);
  if (before !== undefined) return before;
  const found = collect(index);
  known.set(index, found);
  return found;
}

function collect(index: GoSourceIndex): MapAccesses {
  const program = createGoProgram(index);
  const resolver = new Resolver(program);
  const aliases = mapAliases(resolver);
  const locks = new HeldLocks(resolver);
  const sites = program.functions.flatMap((site) => accessesOf(site, resolver, aliases));
  return {
    program,
    resolver,
    aliases,
    concurrency: concurrentFunctions(resolver),
    byMap: grouped(sites, ({ map }) => map),
    byFunction: grouped(sites, ({ site }) => site.id),
    locksAt: ({ site, access }) => locks.at(site, access.at),
  };
}

function accessesOf(site: FunctionSite, resolver: Resolver, aliases: MapAliases): readonly AccessSite[] {
  return site.function.accesses.flatMap((access) => {
    const here = { file: site.file, site, at: access.at };
    const map = aliases.nameOf(access.map, here);
    return map === null || !mayBeMap(access, site, resolver) ? [] : [{ access, site, map }];
  });
}

/** Map types of the standard library, whose methods are accesses; `reflect.Value` stands for any. */
const foreignMaps = /(?:^|\.)(?:Header|Values|MIMEHeader|Value)$/;

/** False where a declared type says that it is a slice, or has this method of its own. */
function mayBeMap({ map, method, at }: GoAccess, site: FunctionSite, resolver: Resolver): boolean {
  const here = { file: site.file, site, at };
  const found = resolver.typeOf(map, here);
  if (method === null) {
    if (found === null || found.type.name !== '' || found.type.isMap) return true;
    return found.type.element === null;
  }
  if (resolver.calledBy({ kind: 'field', of: map, name: method }, here) !== null) return false;
  return found === null || foreignMaps.test(found.type.name);
}
