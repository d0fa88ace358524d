import type { Entity, Incident } from '@faultline/model';
import { costWords, counted, countWords, percent } from '../text/number-words.js';
import { kind, named, text, type Sentence } from './sentence.js';

function list(entities: readonly Entity[], limit: number): Sentence {
  const shown = entities
    .slice(0, limit)
    .flatMap((entity, index) => (index === 0 ? [named(entity)] : [text(', '), named(entity)]));
  return entities.length > limit ? [...shown, text(` and ${String(entities.length - limit)} more`)] : shown;
}

/** The cheapest single cut, else the cheapest set and how good it is, else why there is none. */
export function cutSentences({ breakpoints, certificate }: Incident): readonly Sentence[] {
  const [cheapest] = breakpoints.single.toSorted((a, b) => a.cost - b.cost);
  const { set } = breakpoints;
  if (cheapest !== undefined) {
    const count = breakpoints.single.length;
    const alone =
      count === 1
        ? 'One entity alone cuts every path: the'
        : `Each of ${countWords(count)} entities alone cuts every path; the cheapest is the`;
    const control = cheapest.control === null ? '' : '; a control for it is listed below';
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
