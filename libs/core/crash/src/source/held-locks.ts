import type { GoExpression } from './go-file.js';
import type { FunctionSite } from './go-program.js';
import type { Resolver } from './resolve-expression.js';

/** A mutex that is held at some place. */
export interface HeldMutex {
  /** Equal for the same mutex, as far as names and types tell. */
  readonly key: string;
  /** As it is written there: `s.mu`. */
  readonly written: string;
  readonly isReadLock: boolean;
  /** It lies in a value that the call copied, so every call has its own. */
  readonly isCopy: boolean;
}

/** Callers of callers: further up it is no longer clear which call led here. */
const callersMax = 3;

/** Which locks are held where: in the function itself, and by every caller of it alike. */
export class HeldLocks {
  readonly #callers = new Map<string, { readonly site: FunctionSite; readonly at: number }[]>();
  readonly #roots = new Set<string>();

  constructor(private readonly resolver: Resolver) {
    for (const site of resolver.program.functions) this.#noteCalls(site);
  }

  at(site: FunctionSite, at: number, depth = 0): readonly HeldMutex[] {
    const own = this.#own(site, at);
    return [
      ...own,
      ...this.#byCallers(site, depth).filter(({ key }) => own.every((each) => each.key !== key)),
    ];
  }

  #noteCalls(site: FunctionSite): void {
    const sites = this.resolver.program.functionsOf(site.file);
    for (const call of site.function.calls) {
      const called = this.resolver.calledBy(call.callee, { file: site.file, site, at: call.at });
      if (called !== null) {
        if (call.isGo) this.#roots.add(called.id);
        else this.#callers.set(called.id, [...(this.#callers.get(called.id) ?? []), { site, at: call.at }]);
      }
      for (const index of call.literals) {
        const literal = sites[index];
        if (literal?.function.use === 'called') this.#callers.set(literal.id, [{ site, at: call.at }]);
      }
    }
  }

  #own(site: FunctionSite, at: number): readonly HeldMutex[] {
    const held = new Map<string, HeldMutex>();
    for (const call of site.function.locks) {
      // What an inner block unlocks, it unlocks for itself: mostly right before it returns.
      if (call.at >= at || call.from > at || call.until < at) continue;
      const here = { file: site.file, site, at: call.at };
      const key = this.resolver.keyOf(call.mutex, here) ?? `? ${writtenAs(call.mutex)}`;
      const embedded = this.resolver.typeSiteOf(call.mutex, here);
      const name = embedded === null ? key : `embedded ${embedded.id}`;
      if (call.method === 'Unlock' || call.method === 'RUnlock') held.delete(name);
      else {
        const written = writtenAs(call.mutex);
        held.set(name, {
          key: name,
          written,
          isReadLock: call.method === 'RLock',
          isCopy: isCopy(site, call.mutex),
        });
      }
    }
    return [...held.values()];
  }

  /** A function that is never called by name, or runs as a goroutine of its own, holds nothing at its start. */
  #byCallers(site: FunctionSite, depth: number): readonly HeldMutex[] {
    const callers = this.#callers.get(site.id) ?? [];
    if (depth >= callersMax || callers.length === 0 || callers.length > 50 || this.#roots.has(site.id))
      return [];
    const [first, ...rest] = callers.map((caller) => this.at(caller.site, caller.at, depth + 1));
    return (first ?? []).filter(({ key }) => rest.every((held) => held.some((each) => each.key === key)));
  }
}

/** `r.Lock()` and `r.mu.Lock()` where the method has `(r T)`: the lock is in a copy. A pointer within the value would be shared. */
function isCopy({ function: { receiver } }: FunctionSite, mutex: GoExpression): boolean {
  if (receiver === null || receiver.type === null || receiver.type.isPointer) return false;
  const base = mutex.kind === 'field' ? mutex.of : mutex;
  return base.kind === 'name' && base.name === receiver.name;
}

export function writtenAs(expression: GoExpression): string {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'field':
      return `${writtenAs(expression.of)}.${expression.name}`;
    case 'element':
      return `${writtenAs(expression.of)}[…]`;
    case 'call':
      return `${writtenAs(expression.of)}(…)`;
    case 'literal':
      return `${expression.type.name}{…}`;
    case 'other':
      return '…';
  }
}
