import type { Entity, Incident, RootCause } from '@faultline/model';
import { costWords, counted, countWords, intervalWords, percent } from '../text/number-words.js';
import { kindWords } from '../text/entity-words.js';
import { startedWords } from '../text/verdict-words.js';

/** A piece of a sentence. Renderers turn entities and events into links, and times into text of their zone. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'time'; readonly atUs: number }
  | { readonly kind: 'events'; readonly ids: readonly string[] };
export type Sentence = readonly Part[];

/** The answer in plain words: each field is a short paragraph. */
export interface Story {
  readonly started: readonly Sentence[];
  readonly cut: readonly Sentence[];
  readonly unknown: readonly Sentence[];
}

const text = (value: string): Part => ({ kind: 'text', text: value });
const named = (entity: Entity): Part => ({ kind: 'entity', entity });
const kind = (entity: Entity): Part => text(` ${kindWords(entity.kind)} `);
const time = (atUs: number): Part => ({ kind: 'time', atUs });
const events = (ids: readonly (string | null)[]): Part => ({
  kind: 'events',
  ids: [...new Set(ids.filter((id) => id !== null))].slice(0, 3),
});

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

function originSentence(incident: Incident, cause: RootCause | undefined): Sentence {
  const outside = incident.originNotObserved;
  if (cause === undefined)
    return [
      text(
        `Nothing in the records could be named as the start (probability that the start was not recorded: ${percent(outside)}).`,
      ),
    ];
  const certainty = `probability ${percent(cause.posterior)}, range ${intervalWords(cause.interval)}, verdict ${cause.verdict}`;
  if (outside > cause.posterior)
    return [
      text(
        `The start was probably not recorded (${percent(outside)}). The earliest entity seen with signs of compromise is the`,
      ),
      kind(cause.entity),
      named(cause.entity),
      text(' at '),
      time(cause.atUs),
      text(` (${certainty})`),
      events([cause.event]),
      text('.'),
    ];
  return [
    text(startedWords[cause.verdict]),
    kind(cause.entity),
    named(cause.entity),
    text(' at '),
    time(cause.atUs),
    text(` (${certainty})`),
    events([cause.event]),
    text('.'),
  ];
}

function evidenceSentence(cause: RootCause): Sentence {
  const speaking = cause.evidence.filter((evidence) => evidence.status === 'SIGNIFICANT');
  const families = [...new Set(speaking.map((evidence) => evidence.family))];
  if (families.length === 0) return [text('No test found anything significant about it.')];
  const missing = new Set(
    cause.evidence.filter((evidence) => evidence.status === 'MISSING').map((evidence) => evidence.family),
  );
  for (const family of families) missing.delete(family);
  const gap = missing.size === 0 ? '' : `; nothing could be tested about ${[...missing].join(', ')}`;
  const agree =
    families.length === 1
      ? 'One family of tests speaks for it'
      : `${capital(countWords(families.length))} independent families of tests agree`;
  return [
    text(`${agree}: ${families.join(', ')}`),
    events(speaking.map((evidence) => evidence.events[0] ?? null)),
    text(`${gap}.`),
  ];
}

function impactSentence(incident: Incident): Sentence {
  const first = incident.impacts[0];
  if (first === undefined) return [text('No impact is on record.')];
  const others = incident.impacts.length - 1;
  return [
    text('It reached the'),
    kind(first.entity),
    named(first.entity),
    text(' at '),
    time(first.atUs),
    text(`: ${first.why}`),
    events([first.event]),
    text(others === 0 ? '.' : `, and ${counted(others, 'more impact')}.`),
  ];
}

function list(entities: readonly Entity[], limit: number): Sentence {
  const shown = entities
    .slice(0, limit)
    .flatMap((entity, index) => (index === 0 ? [named(entity)] : [text(', '), named(entity)]));
  return entities.length > limit ? [...shown, text(` and ${String(entities.length - limit)} more`)] : shown;
}

function cutSentences({ breakpoints, certificate }: Incident): readonly Sentence[] {
  const [cheapest] = breakpoints.single.toSorted((a, b) => a.cost - b.cost);
  const { set } = breakpoints;
  if (cheapest !== undefined) {
    const count = breakpoints.single.length;
    const alone =
      count === 1
        ? 'One entity alone cuts every path: the'
        : `Each of ${countWords(count)} entities alone cuts every path; the cheapest is the`;
    const control = cheapest.control === null ? '' : `, control ${cheapest.control}`;
    return [
      [
        text(alone),
        kind(cheapest.entity),
        named(cheapest.entity),
        text(` (cost ${costWords(cheapest.cost)}${control}).`),
      ],
    ];
  }
  if (set.entities.length > 0) {
    const proof = set.optimal
      ? 'proved cheapest'
      : `nothing below ${costWords(set.lowerBound)} can be enough`;
    return [
      [
        text('No single entity cuts every path. The cheapest set found has '),
        text(
          `${counted(set.entities.length, 'entity', 'entities')}, cost ${costWords(set.cost)} (${proof}): `,
        ),
        ...list(set.entities, 5),
        text('.'),
      ],
    ];
  }
  if (certificate.uncuttablePath !== undefined)
    return [[text('No cut exists: one path runs only through entities that cannot be removed.')]];
  return [[text('No breakpoint was found.')]];
}

function massSentence({ breakpoints }: Incident): readonly Sentence[] {
  const best = breakpoints.mass.find((entry) => entry.entities.length > 0 && entry.residualMass > 0);
  if (best === undefined || breakpoints.single.length > 0) return [];
  return [
    [
      text('Removing '),
      ...list(best.entities, 3),
      text(` leaves ${percent(best.residualMass)} of the causal weight.`),
    ],
  ];
}

function unknownSentences(incident: Incident): readonly Sentence[] {
  const shown = incident.unknowns
    .slice(0, 3)
    .map((unknown): Sentence => [text(`${capital(unknown.what)}: ${unknown.effect.replace(/\.$/u, '')}.`)]);
  const rest = incident.unknowns.length - shown.length;
  const outside: Sentence = [
    text(`Probability that the start lies outside the records: ${percent(incident.originNotObserved)}.`),
  ];
  return [
    ...(incident.rootCauses.length === 0 ? [] : [outside]),
    ...shown,
    ...(rest > 0 ? [[text(`${counted(rest, 'more unknown')} below.`)]] : []),
  ];
}

/** What started it, how far it went, where to cut, what is not known. Depends on the incident only. */
export function storyOf(incident: Incident): Story {
  const cause = incident.rootCauses[0];
  const second = incident.rootCauses[1];
  const rival: readonly Sentence[] =
    cause !== undefined && second !== undefined && second.posterior >= 0.1
      ? [
          [
            text('The next candidate is the'),
            kind(second.entity),
            named(second.entity),
            text(` (${percent(second.posterior)}).`),
          ],
        ]
      : [];
  return {
    started: [
      originSentence(incident, cause),
      ...(cause === undefined ? [] : [evidenceSentence(cause)]),
      impactSentence(incident),
      ...rival,
    ],
    cut: [...cutSentences(incident), ...massSentence(incident)],
    unknown: unknownSentences(incident),
  };
}
