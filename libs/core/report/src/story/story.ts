import type { Incident } from '@faultline/model';
import { counted, percent } from '../text/number-words.js';
import { cutSentences, massSentence } from './cut-sentences.js';
import { capital, text, type Sentence } from './sentence.js';
import { evidenceSentence, impactSentence, originSentence, rivalSentence } from './started-sentences.js';

/** The answer in plain words: each field is a short paragraph. */
export interface Story {
  readonly started: readonly Sentence[];
  readonly cut: readonly Sentence[];
  readonly unknown: readonly Sentence[];
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
  return {
    started: [
      originSentence(incident, cause),
      ...(cause === undefined ? [] : [evidenceSentence(cause)]),
      impactSentence(incident),
      ...rivalSentence(incident),
    ],
    cut: [...cutSentences(incident), ...massSentence(incident)],
    unknown: unknownSentences(incident),
  };
}
