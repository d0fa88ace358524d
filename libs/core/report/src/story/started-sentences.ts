import type { Impact, Incident, RootCause } from '@faultline/model';
import { countWords, intervalWords, percent } from '../text/number-words.js';
import { startedWords } from '../text/verdict-words.js';
import { capital, events, kind, named, text, time, type Sentence } from './sentence.js';

/** Who started it, how surely; or that the start lies outside the records. */
export function originSentence(incident: Incident, cause: RootCause | undefined): Sentence {
  const outside = incident.originNotObserved;
  if (cause === undefined)
    return [
      text(
        `Nothing in the records could be named as the start (probability that the start was not recorded: ${percent(outside)}).`,
      ),
    ];
  const range = intervalWords(cause.interval);
  const certainty = `probability ${percent(cause.posterior)}${range === null ? '' : `, range ${range}`}, verdict ${cause.verdict}`;
  if (outside > cause.posterior)
    return [
      text(
        `The start was probably not recorded (${percent(outside)}). The best candidate in the records is the`,
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

/** Which families of tests agree, and which could not be asked. */
export function evidenceSentence(cause: RootCause): Sentence {
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

/** The impact that the drawn chain ends at, after its start; an alert only where nothing more concrete is reached. */
function mainImpact({ impacts, chain, rootCauses }: Incident): Impact | undefined {
  const reached = new Set(chain.links.map((link) => link.to));
  const startUs = rootCauses[0]?.atUs ?? -Infinity;
  const drawn = impacts.filter((impact) => reached.has(impact.entity.id) && impact.atUs >= startUs);
  return drawn.find((impact) => impact.entity.kind !== 'alert') ?? drawn[0] ?? impacts[0];
}

/** How far it went. */
export function impactSentence(incident: Incident): Sentence {
  const impact = mainImpact(incident);
  if (impact === undefined) return [text('No impact is on record.')];
  const others = incident.impacts.length - 1;
  // An impact from before the named start is on record all the same, but nothing that started later can have reached it.
  const later = impact.atUs >= (incident.rootCauses[0]?.atUs ?? -Infinity);
  return [
    text(later ? 'It reached the' : 'The impact on record is the'),
    kind(impact.entity),
    named(impact.entity),
    text(' at '),
    time(impact.atUs),
    text(`: ${impact.why.replace(/\.$/u, '')}`),
    events([impact.event]),
    text(
      others === 0
        ? '.'
        : `. There ${others === 1 ? 'is one more impact' : `are ${countWords(others)} more impacts`}.`,
    ),
  ];
}

/** The second candidate, where it is likely enough to matter. */
export function rivalSentence({ rootCauses }: Incident): readonly Sentence[] {
  const second = rootCauses[1];
  if (second === undefined || second.posterior < 0.1) return [];
  return [
    [
      text('The next candidate is the'),
      kind(second.entity),
      named(second.entity),
      text(` (${percent(second.posterior)}).`),
    ],
  ];
}
