import { stream, type Random } from '../../forged-tokens/random.mjs';
import { corpusDumps } from './corpus-dump.js';
import { composed, cutLog, twoServices, wrappings, type CorpusCase } from './corpus-case.js';
import { headCuts, tailCuts } from './cuts.js';
import { foreignLines } from './foreign-lines.js';
import { logWrappings } from './log-wrappings.js';
import { lostRows, movedRows } from './lost-rows.js';
import type { ContentMutation } from './mutation.js';
import { relocations } from './relocate.js';
import { subjectOf } from './row.js';

const contents: readonly ContentMutation[] = [
  ...tailCuts,
  ...headCuts,
  ...lostRows,
  ...movedRows,
  ...foreignLines,
  ...relocations,
];
/** Layers that a second one can lie over: what a container writes is stored by its host. */
const inner = logWrappings.filter(({ name }) =>
  ['times', 'colours', 'go log times', 'json lines'].includes(name),
);
const outer = logWrappings.filter(({ name }) => /^(?:docker|cri|compose|kubectl|journal|syslog)/.test(name));
const naming = logWrappings.filter(({ namesService }) => namesService);
const cuttable = logWrappings.filter(({ name }) => name !== 'cri with partials' && name !== 'crlf');

/** Takes turns, so that every mutation meets as many dumps as any other; the seed says who begins. */
function turns<T>(list: readonly T[], random: Random): () => T {
  let next = random.int(0, list.length - 1);
  return () => {
    const value = list[next++ % list.length];
    if (value === undefined) throw new Error('nothing to take turns among');
    return value;
  };
}

/** The same cases for the same seed and dumps, in the same order: seven for each dump. */
export function* corpusCases(seed: number): Generator<CorpusCase> {
  const subjects = corpusDumps().map(subjectOf);
  const first = stream(seed, 'who begins');
  const [content, second] = [turns(contents, first), turns(contents, first)];
  const [wrapping, under, over] = [turns(wrappings, first), turns(inner, first), turns(outer, first)];
  const [cut, named] = [turns(cuttable, first), turns(naming, first)];
  for (const [at, subject] of subjects.entries()) {
    const random = stream(seed, subject.dump.name);
    const other = subjects[random.int(0, subjects.length - 1)] ?? subject;
    const rarer = [
      () => composed(subject, [content(), second()], [], random),
      () => composed(subject, [], [under(), over()], random),
      () => cutLog(subject, cut(), random),
      () => twoServices([subject, other], named(), random),
    ];
    yield composed(subject, [], [], random);
    for (let i = 0; i < 2; i++) yield composed(subject, [content()], [], random);
    for (let i = 0; i < 2; i++) yield composed(subject, [], [wrapping()], random);
    yield composed(subject, [content()], [wrapping()], random);
    yield* rarer.slice(at % 4, (at % 4) + 1).map((make) => make());
  }
}
