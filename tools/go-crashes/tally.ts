import type { CorpusCase } from './mutations/corpus-case.js';
import type { CaseScore, Score } from './score-case.js';

type Question = keyof Score;
const questions: readonly Question[] = ['kind', 'site', 'role'];

interface Counts {
  asked: number;
  right: number;
}

/** Counts answers, in all and for each mutation, and keeps what was wrong. */
export class Tally {
  readonly misses: { readonly question: string; readonly of: CorpusCase }[] = [];
  cases = 0;
  forgeriesBelieved = 0;
  perfectForgeriesBelieved = 0;
  wrongCertain = 0;
  crashesTooMany = 0;
  readonly #all = emptyCounts();
  readonly #byMutation = new Map<string, ReturnType<typeof emptyCounts>>();

  add(of: CorpusCase, score: CaseScore): void {
    this.cases += 1;
    this.forgeriesBelieved += Number(score.believed === 'forgery');
    this.perfectForgeriesBelieved += Number(score.believed === 'perfect forgery');
    this.wrongCertain += Number(score.wrongCertain);
    this.crashesTooMany += Number(score.crashesTooMany > 0);
    if (score.believed === 'forgery') this.misses.push({ question: 'forgery', of });
    if (score.wrongCertain) this.misses.push({ question: 'certain', of });
    for (const each of score.scores) this.#count(of, each);
  }

  share(question: Question): number {
    return shareOf(this.#all[question]);
  }

  asked(question: Question): number {
    return this.#all[question].asked;
  }

  /** Rows of a table: mutations with the most misses first; what has none is left out. */
  worst(): readonly Readonly<Record<string, string | number>>[] {
    return [...this.#byMutation]
      .map(([mutation, counts]) => ({ mutation, counts, missed: missedOf(counts) }))
      .filter(({ missed }) => missed > 0)
      .sort((a, b) => b.missed - a.missed)
      .map(({ mutation, counts }) => ({ mutation, ...this.#row(counts) }));
  }

  #row(counts: ReturnType<typeof emptyCounts>): Readonly<Record<string, string>> {
    return Object.fromEntries(
      questions.map((question) => [question, `${counts[question].right}/${counts[question].asked}`]),
    );
  }

  #count(of: CorpusCase, score: Score): void {
    const names = of.mutations.length === 0 ? ['as recorded'] : of.mutations;
    const places = names.map((name) => {
      const counts = this.#byMutation.get(name) ?? emptyCounts();
      this.#byMutation.set(name, counts);
      return counts;
    });
    for (const question of questions) {
      const verdict = score[question];
      if (verdict === 'not asked') continue;
      if (verdict === 'wrong') this.misses.push({ question, of });
      for (const counts of [this.#all, ...places]) {
        counts[question].asked += 1;
        counts[question].right += Number(verdict === 'right');
      }
    }
  }
}

const emptyCounts = (): Record<Question, Counts> => ({
  kind: { asked: 0, right: 0 },
  site: { asked: 0, right: 0 },
  role: { asked: 0, right: 0 },
});
const shareOf = ({ asked, right }: Counts): number => (asked === 0 ? 0 : right / asked);
const missedOf = (counts: Record<Question, Counts>): number =>
  questions.reduce((sum, question) => sum + counts[question].asked - counts[question].right, 0);
