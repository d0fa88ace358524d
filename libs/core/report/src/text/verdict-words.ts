import type { EvidenceStatus, Severity, Verdict } from '@faultline/model';

/** How a sentence about the start of an incident begins; the root cause's name follows. */
export const startedWords: Readonly<Record<Verdict, string>> = {
  CONFIRMED: 'It started with the',
  PROBABLE: 'It probably started with the',
  SUSPECTED: 'It may have started with the',
  INSUFFICIENT: 'The evidence is not enough to say what started it; the best candidate is the',
  CONFLICT: 'The evidence contradicts itself about what started it; the best candidate is the',
};

/** What a verdict demands; the definitions are those of the fusion (see `docs/evidence.md`). */
export const verdictMeaning: Readonly<Record<Verdict, string>> = {
  CONFIRMED: 'at least 99%, three independent families of strong evidence, joined by a causal path',
  PROBABLE: 'at least 90% and two families of evidence',
  SUSPECTED: 'at least 50%',
  INSUFFICIENT: 'below 50%: the records do not carry a decision',
  CONFLICT: 'one family of evidence speaks strongly for it and another strongly against it',
};

export const statusMeaning: Readonly<Record<EvidenceStatus, string>> = {
  SIGNIFICANT: 'speaks for it',
  NOT_SIGNIFICANT: 'ran, found nothing unusual',
  EXPLAINED: 'unusual, but with an innocent cause on record',
  MISSING: 'could not run; this is not "normal"',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};
