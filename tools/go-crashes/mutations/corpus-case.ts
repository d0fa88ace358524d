import type { Random } from '../../forged-tokens/random.mjs';
import { joinedWrappings } from './joined-wrappings.js';
import { logWrappings } from './log-wrappings.js';
import type { ContentMutation, Wrapping } from './mutation.js';
import type { Row, Subject } from './row.js';
import { stillKnown, type Known } from './still-known.js';

/** A text, and for each crash in it what can still be known. */
export interface CorpusCase {
  readonly dump: string;
  /** In one word for tables: which mutations, in order. */
  readonly mutations: readonly string[];
  readonly text: string;
  readonly known: readonly Known[];
}

const join = (rows: readonly Row[], lineEnd = '\n'): string =>
  rows.map(({ text }) => text + lineEnd).join('');

export const wrappings: readonly Wrapping[] = [...logWrappings, ...joinedWrappings];
/** What a single line in such a wrapping says, anybody could have said. */
function knownIn(subject: Subject, layers: readonly Wrapping[]): Known {
  const known = stillKnown(subject);
  const stack = subject.rows.some(({ part }) => part === 'header');
  const quoting = layers.some(({ looksLikeQuoting }) => looksLikeQuoting);
  return quoting && !stack ? { ...known, kinds: undefined, crashing: 'open' } : known;
}

const services = ['api', 'orders', 'billing_worker', 'web-7'];

/** First the contents change, then each wrapping writes down what the one before wrote. */
export function composed(
  subject: Subject,
  contents: readonly ContentMutation[],
  layers: readonly Wrapping[],
  random: Random,
): CorpusCase {
  const changed = contents.reduce((before, content) => content.apply(before, random), subject);
  const service = random.pick(services);
  const rows = layers.reduce((before, layer) => layer.wrap(before, service, random), changed.rows);
  return {
    dump: subject.dump.name,
    mutations: [...contents, ...layers].map(({ name }) => name),
    text: join(rows, layers.find(({ lineEnd }) => lineEnd !== undefined)?.lineEnd),
    known: [knownIn(changed, layers)],
  };
}

/** The wrapped log ends in the middle of a line. */
export function cutLog(subject: Subject, layer: Wrapping, random: Random): CorpusCase {
  const rows = layer.wrap(subject.rows, 'api', random);
  const at = random.int(0, rows.length - 1);
  const kept = rows.slice(0, at);
  const broken = rows[at]?.text ?? '';
  const piece: Row = { text: broken.slice(0, random.int(0, broken.length)), part: 'other' };
  return {
    dump: subject.dump.name,
    mutations: [layer.name, 'log cut within a line'],
    text: join(kept) + piece.text,
    known: [knownIn({ ...subject, rows: [...kept, piece] }, [layer])],
  };
}

/** Two services die at the same time, and one log holds both. */
export function twoServices(
  subjects: readonly [Subject, Subject],
  layer: Wrapping,
  random: Random,
): CorpusCase {
  const [one, other] = subjects;
  const left = layer.wrap(one.rows, 'orders', random).slice();
  const right = layer.wrap(other.rows, 'billing', random).slice();
  const rows: Row[] = [];
  while (left.length + right.length > 0) {
    const from = random.int(1, left.length + right.length) <= left.length ? left : right;
    rows.push(...from.splice(0, random.int(1, 4)));
  }
  return {
    dump: `${one.dump.name} + ${other.dump.name}`,
    mutations: ['two services', layer.name],
    text: join(rows),
    known: subjects.map((subject) => knownIn(subject, [layer])),
  };
}
