import { fullTime, kindWords, labelOf, visibleText } from '@faultline/report';
import { z } from 'zod';
import type { GraphQuestion } from './graph-question.js';

/*
 * Answers as text. A server may be of another version, so what is printed is parsed first; more fields than these may be there.
 */
const entity = z.object({ id: z.string(), kind: z.string(), key: z.string(), label: z.string() });
const truncated = z.boolean();
const reached = z.object({ entity, hops: z.number(), boundUs: z.number().nullable() });
const link = z.object({
  kind: z.string(),
  basis: z.string(),
  firstUs: z.number(),
  lastUs: z.number(),
  count: z.number(),
});
const pathsAnswer = z.object({
  from: entity,
  to: entity,
  paths: z.array(z.object({ entities: z.array(entity), links: z.array(link) })),
  truncated,
});
const dependentsAnswer = z.object({ entity, entities: z.array(reached), truncated });
const radiusAnswer = z.object({
  entity,
  count: z.number(),
  kinds: z.array(
    z.object({ kind: z.string(), lasting: z.boolean(), count: z.number(), nearest: z.array(reached) }),
  ),
  truncated,
});
const causesAnswer = z.object({
  entities: z.array(entity),
  causes: z.array(z.object({ entity, hops: z.array(z.number()) })),
  truncated,
});

type NamedEntity = z.infer<typeof entity>;
type Link = z.infer<typeof link>;

export function answerText(kind: GraphQuestion['kind'], answer: unknown): string {
  const lines = linesOf(kind, answer);
  return `${lines.join('\n')}\n`;
}

function linesOf(kind: GraphQuestion['kind'], answer: unknown): readonly string[] {
  switch (kind) {
    case 'paths':
      return pathLines(pathsAnswer.parse(answer));
    case 'upstream':
    case 'downstream':
      return dependentLines(kind, dependentsAnswer.parse(answer));
    case 'blast-radius':
      return radiusLines(radiusAnswer.parse(answer));
    case 'common-causes':
      return causeLines(causesAnswer.parse(answer));
  }
}

function pathLines(answer: z.infer<typeof pathsAnswer>): readonly string[] {
  const ends = `from ${words(answer.from)} to ${words(answer.to)}`;
  if (answer.paths.length === 0)
    return [
      answer.truncated ? `No way found ${ends}, but not all was searched.` : `Time allows no way ${ends}.`,
    ];
  const paths = answer.paths.flatMap(({ entities, links }, index) => [
    '',
    `Way ${index + 1}, ${links.length} ${links.length === 1 ? 'link' : 'links'}`,
    ...entities.flatMap((stop, place) => {
      const next = links[place];
      return next === undefined ? [`  ${words(stop)}`] : [`  ${words(stop)}`, `    ${linkWords(next)}`];
    }),
  ]);
  return [`Ways ${ends}, times in UTC:`, ...paths, ...more(answer.truncated)];
}

function dependentLines(kind: string, answer: z.infer<typeof dependentsAnswer>): readonly string[] {
  const up = kind === 'upstream';
  const head = up
    ? `What could have influenced ${words(answer.entity)}`
    : `What ${words(answer.entity)} could have influenced`;
  if (answer.entities.length === 0) return [`${head}: nothing that is known.`];
  const rows = answer.entities.map(({ entity: each, hops, boundUs }) => {
    const time = boundUs === null ? '' : `, ${up ? 'at the latest' : 'not before'} ${fullTime(boundUs)}`;
    return `  ${hopWords(hops)}  ${words(each)}${time}`;
  });
  return [`${head}, nearest first, times in UTC:`, ...rows, ...more(answer.truncated)];
}

function radiusLines(answer: z.infer<typeof radiusAnswer>): readonly string[] {
  const head = `${words(answer.entity)} could have influenced ${answer.count} ${answer.count === 1 ? 'entity' : 'entities'}`;
  const part = (lasting: boolean, title: string) => {
    const kinds = answer.kinds.filter((each) => each.lasting === lasting);
    const rows = kinds.flatMap(({ kind, count, nearest }) => {
      const left = count - nearest.length;
      return [
        `  ${count} ${kindWords(kind, count)}`,
        ...nearest.map(
          (each) => `    ${hopWords(each.hops)}  ${visibleText(each.entity.label || each.entity.key, 100)}`,
        ),
        ...(left > 0 ? [`    … and ${left} more`] : []),
      ];
    });
    return rows.length === 0 ? [] : ['', title, ...rows];
  };
  const lasting = part(true, 'Still there: look at these first');
  return [`${head}.`, ...lasting, ...part(false, 'What the way went through'), ...more(answer.truncated)];
}

function causeLines(answer: z.infer<typeof causesAnswer>): readonly string[] {
  const given = answer.entities.map(words).join('; ');
  if (answer.causes.length === 0)
    return [`Nothing that is known could have influenced all of: ${given}.`, ...more(answer.truncated)];
  const rows = answer.causes.map(({ entity: cause, hops }) => `  ${hops.join(' + ')} links  ${words(cause)}`);
  return [`What could have influenced all of: ${given}`, ...rows, ...more(answer.truncated)];
}

function words(each: NamedEntity): string {
  const key = each.label === each.key ? '' : ` [${visibleText(`${each.kind}:${each.key}`, 120)}]`;
  return `${kindWords(each.kind)} ${labelOf(each, 80)}${key}`;
}

function linkWords({ kind, basis, firstUs, lastUs, count }: Link): string {
  const span = firstUs === lastUs ? fullTime(firstUs) : `${fullTime(firstUs)} to ${fullTime(lastUs)}`;
  return `↓ ${visibleText(kind, 40)}, ${visibleText(basis, 20)}, ${span}${count === 1 ? '' : `, ${count} times`}`;
}

function hopWords(hops: number): string {
  return `${hops} ${hops === 1 ? 'link ' : 'links'}`.padStart(8);
}

function more(cut: boolean): readonly string[] {
  return cut ? ['', 'There may be more: a limit cut the answer short (--limit N).'] : [];
}
