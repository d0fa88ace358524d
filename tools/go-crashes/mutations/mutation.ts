import type { Random } from '../../forged-tokens/random.mjs';
import type { Row, Subject } from './row.js';

/** Changes what a dump holds: rows go, come or are renamed. */
export interface ContentMutation {
  readonly name: string;
  /** Every row is still there once, even if in another place. */
  readonly lossless: boolean;
  readonly apply: (subject: Subject, random: Random) => Subject;
}

/** Changes how each row is written down. */
export interface Wrapping {
  readonly name: string;
  /** `service` tells streams apart where a log holds several. */
  readonly wrap: (rows: readonly Row[], service: string, random: Random) => readonly Row[];
  /** The wrapping names the service on each row, so that two of them can be told apart. */
  readonly namesService: boolean;
  readonly lineEnd?: string;
  /** One line of it could as well be a sentence that quotes the message: it takes a stack to know better. */
  readonly looksLikeQuoting?: boolean;
}

export function onRows(
  name: string,
  lossless: boolean,
  change: (rows: readonly Row[], random: Random, subject: Subject) => readonly Row[],
): ContentMutation {
  return {
    name,
    lossless,
    apply: (subject, random) => ({ ...subject, rows: change(subject.rows, random, subject) }),
  };
}
