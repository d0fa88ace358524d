import type { Impact, Incident, RootCause } from '@faultline/model';
import { counted, countWords, intervalWords, percent } from '../text/number-words.js';
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

/** The impact that the drawn chain ends at; an alert only where nothing more concrete is reached. */
function mainImpact({ impacts, chain }: Incident): Impact | undefined {
  const reached = new Set(chain.links.map((link) => link.to));
  const drawn = impacts.filter((impact) => reached.has(impact.entity.id));
  return drawn.find((impact) => impact.entity.kind !== 'alert') ?? drawn[0] ?? impacts[0];
}

/** How far it went. */
export function impactSentence(incident: Incident): Sentence {
  const first = mainImpact(incident);
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
