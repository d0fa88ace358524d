import type { Entity, Incident } from '@faultline/model';
import { kindWords } from '../text/entity-words.js';
import { costWords, counted, countWords, percent } from '../text/number-words.js';
import { kind, named, text, type Sentence } from './sentence.js';

function list(entities: readonly Entity[], limit: number): Sentence {
  const shown = entities
    .slice(0, limit)
    .flatMap((entity, index) => (index === 0 ? [named(entity)] : [text(', '), named(entity)]));
  return entities.length > limit ? [...shown, text(` and ${String(entities.length - limit)} more`)] : shown;
}

function singleSentence({ breakpoints }: Incident): readonly Sentence[] {
  const [cheapest] = breakpoints.single.toSorted((a, b) => a.cost - b.cost);
  if (cheapest === undefined) return [];
  const count = breakpoints.single.length;
  const alone =
    count === 1
      ? 'One entity alone cuts every path: the'
      : `Each of ${countWords(count)} entities alone cuts every path; the cheapest is the`;
  const control = cheapest.control === null ? '' : '; a control for it is listed below';
  const cost = ` (cost ${costWords(cheapest.cost)}${control}).`;
  return [[text(alone), kind(cheapest.entity), named(cheapest.entity), text(cost)]];
}

/** The cheapest set, where it says more than the single cuts do: it is the only way, or the cheaper one. */
export function setMatters({ breakpoints: { single, set } }: Incident): boolean {
  if (set.entities.length === 0) return false;
  const cheapestSingle = Math.min(...single.map((entry) => entry.cost));
  return single.length === 0 || (set.entities.length > 1 && set.cost !== null && set.cost < cheapestSingle);
}

/** `59 tokens` where all are of one kind, else `3 entities`. */
function sizeOf(entities: readonly Entity[]): string {
  const count = entities.length;
  const [first, ...others] = new Set(entities.map((entity) => entity.kind));
  return first === undefined || others.length > 0
    ? counted(count, 'entity', 'entities')
    : counted(count, kindWords(first), kindWords(first, count));
}

function setSentence(incident: Incident): readonly Sentence[] {
  const { single, set } = incident.breakpoints;
  if (!setMatters(incident)) return [];
  const proof = set.optimal ? 'proved cheapest' : `nothing below ${costWords(set.lowerBound)} can be enough`;
  const how =
    single.length === 0
      ? 'No single entity cuts every path. The cheapest set found has'
      : 'Cheaper is a set of';
  const size = sizeOf(set.entities);
  return [
    [text(`${how} ${size}, cost ${costWords(set.cost)} (${proof}): `), ...list(set.entities, 5), text('.')],
  ];
}

/** The cheapest single cut, the cheapest set where that is better, else why there is none. */
export function cutSentences(incident: Incident): readonly Sentence[] {
  const ways = [...singleSentence(incident), ...setSentence(incident)];
  if (ways.length > 0) return ways;
  return incident.certificate.uncuttablePath === undefined
    ? [[text('No breakpoint was found.')]]
    : [[text('No cut exists: one path runs only through entities that cannot be removed.')]];
}

/** What a smaller cut would leave; only said where no single entity is enough. */
export function massSentence({ breakpoints }: Incident): readonly Sentence[] {
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
