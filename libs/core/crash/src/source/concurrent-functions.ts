import type { GoFunction } from './go-file.js';
import type { FunctionSite } from './go-program.js';
import type { Resolver } from './resolve-expression.js';

/** Names under which libraries take a function to run it in a goroutine: errgroup, WaitGroup, timers, HTTP routers, worker pools. */
const runners =
  /^(?:Go|TryGo|AfterFunc|Handle|HandleFunc|HandlerFunc|Submit|Subscribe|Get|Post|Put|Patch|Delete|Use)$/;

/** Ways from a start are followed this far. */
const stepsMax = 12;

/** How a function comes to run beside others; the text goes behind "it ". */
export type Concurrency = ReadonlyMap<string, string>;

/**
 * Functions that run in goroutines of their own, or are called from there, by id. HTTP handlers count: every request has its goroutine.
 * What an interface hides is not seen. Cost linear in the calls.
 */
export function concurrentFunctions(resolver: Resolver): Concurrency {
  const found = new Map<string, string>();
  const { functions } = resolver.program;
  const isTest = ({ file }: FunctionSite): boolean => file.path.endsWith('_test.go');
  // What the program itself starts says more than what a test starts.
  spread(
    resolver,
    functions.filter((site) => !isTest(site)),
    found,
  );
  spread(resolver, functions.filter(isTest), found);
  return found;
}

function spread(resolver: Resolver, from: readonly FunctionSite[], found: Map<string, string>): void {
  let edge: FunctionSite[] = [];
  const enter = (site: FunctionSite | null | undefined, why: string): void => {
    if (!site || found.has(site.id)) return;
    found.set(site.id, why);
    edge.push(site);
  };
  for (const site of from) {
    if (isHandler(site.function)) enter(site, 'serves requests, each in a goroutine of its own');
    for (const { called, line, how } of starts(resolver, site)) {
      enter(called, `${how} at ${site.file.path}:${String(line)}`);
    }
  }
  for (let step = 0; step < stepsMax && edge.length > 0; step++) {
    const now = edge;
    edge = [];
    for (const site of now) {
      const why = found.get(site.id) ?? '';
      for (const called of callees(resolver, site))
        enter(called, step === 0 ? `is called by code that ${why}` : why);
    }
  }
}

function isHandler({ parameters: [writer, request] }: GoFunction): boolean {
  return (
    writer?.type?.name.endsWith('.ResponseWriter') === true &&
    request?.type?.name.endsWith('.Request') === true
  );
}

interface Start {
  readonly called: FunctionSite | null | undefined;
  readonly line: number;
  readonly how: string;
}

function starts(resolver: Resolver, site: FunctionSite): readonly Start[] {
  const sites = resolver.program.functionsOf(site.file);
  return site.function.calls.flatMap((call): readonly Start[] => {
    const here = { file: site.file, site, at: call.at };
    const { line } = call;
    const literals = call.literals.map((index) => sites[index]);
    if (call.isGo) {
      const how = 'runs in a goroutine started';
      return [...literals, resolver.calledBy(call.callee, here)].map((called) => ({ called, line, how }));
    }
    const name = call.callee.kind === 'field' ? call.callee.name : '';
    if (!runners.test(name)) return [];
    const named = call.arguments.map((argument) => resolver.calledBy(argument, here));
    const how = `is handed to ${name}`;
    return [...literals, ...named].map((called) => ({ called, line, how }));
  });
}

function callees(resolver: Resolver, site: FunctionSite): readonly (FunctionSite | null)[] {
  const sites = resolver.program.functionsOf(site.file);
  const called = site.function.calls.map((call) =>
    resolver.calledBy(call.callee, { file: site.file, site, at: call.at }),
  );
  // A literal most likely runs where it is written, or later at the same side.
  return [...called, ...sites.filter(({ function: { parent } }) => parent === site.index)];
}
