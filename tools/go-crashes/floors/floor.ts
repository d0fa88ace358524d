import type { CorpusCase } from '../mutations/corpus-case.js';

/** What a simpler reader finds; it has no word for more. */
export interface FloorAnswer {
  readonly kind: string | undefined;
  readonly function: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** It takes the crash for a fact. */
  readonly believed: boolean;
}

export type Floor = (text: string) => FloorAnswer;

export interface FloorScore {
  readonly asked: { readonly kind: number; readonly site: number };
  readonly right: { readonly kind: number; readonly site: number };
  readonly forgeriesBelieved: number;
}

export const noScore: FloorScore = {
  asked: { kind: 0, site: 0 },
  right: { kind: 0, site: 0 },
  forgeriesBelieved: 0,
};

/**
 * Adds one case. A floor is asked about map fatals only, about the first one where a text holds two, and its site is right without a line
 * where the file row is lost: in its favour, since it makes no other promise.
 */
export function withCase(score: FloorScore, { known }: CorpusCase, answer: FloorAnswer): FloorScore {
  const asked = known.filter(({ kinds }) => kinds?.some((kind) => /^map_(?!unknown)/.test(kind)));
  const kindRight = asked.some(({ kinds }) => kinds?.includes(answer.kind ?? ''));
  const sites = asked.flatMap(({ crashing }) => (typeof crashing === 'string' ? [] : [crashing]));
  const siteRight = sites.some(
    ({ site, fileKnown }) =>
      answer.function === decodeURIComponent(site.function) && (!fileKnown || answer.line === site.line),
  );
  const believed = known.every(({ forged }) => forged === 'yes') && answer.believed;
  return {
    asked: {
      kind: score.asked.kind + Math.min(1, asked.length),
      site: score.asked.site + Math.min(1, sites.length),
    },
    right: { kind: score.right.kind + Number(kindRight), site: score.right.site + Number(siteRight) },
    forgeriesBelieved: score.forgeriesBelieved + Number(believed),
  };
}
