import type { Crash } from '@faultline/model';
import type { CorpusCase } from './mutations/corpus-case.js';
import type { Known } from './mutations/still-known.js';

export type Verdict = 'right' | 'wrong' | 'not asked';

/** How one crash of a case was read. */
export interface Score {
  readonly kind: Verdict;
  readonly site: Verdict;
  readonly role: Verdict;
}

export interface CaseScore {
  readonly scores: readonly Score[];
  /** A text that only claims a map fatal or a race was believed: one that can be seen through, or one that cannot. */
  readonly believed: 'nothing' | 'forgery' | 'perfect forgery';
  /** Both parties were called certain where the dump does not show them, or the wrong one. */
  readonly wrongCertain: boolean;
  readonly crashesTooMany: number;
}

type Place = NonNullable<Crash['crashing']>;

const baseName = (file: string | null): string | null => file?.slice(file.lastIndexOf('/') + 1) ?? null;
/** Race reports print type arguments whole, dumps as `[...]`. */
const shortened = (name: string): string => name.replace(/\[.*\]/, '[...]');
const aboutConcurrency = ({ kind }: Crash): boolean => /^(?:map|race)_/.test(kind);

function siteIsRight(known: Known['crashing'], found: Place | null): boolean {
  if (typeof known === 'string' || found === null) return found === null;
  const { site, fileKnown } = known;
  if (shortened(found.function) !== shortened(site.function)) return false;
  if (!fileKnown && found.line === null) return true;
  return baseName(found.file) === site.file && found.line === site.line;
}

const verdict = (asked: boolean, right: boolean): Verdict =>
  asked ? (right ? 'right' : 'wrong') : 'not asked';

/** The crash that answers best; several may stand in one text. */
function bestMatch(known: Known, crashes: readonly Crash[]): Crash | undefined {
  const ofKind = crashes.filter(({ kind }) => known.kinds?.includes(kind) ?? true);
  return ofKind.find(({ crashing }) => siteIsRight(known.crashing, crashing)) ?? ofKind[0];
}

function scoreOne(known: Known, crashes: readonly Crash[]): Score {
  const match = bestMatch(known, crashes);
  const askedSite = known.kinds !== undefined && known.crashing !== 'open';
  const role = match?.crashing?.role;
  return {
    kind: verdict(known.kinds !== undefined, match !== undefined),
    site: verdict(askedSite, match !== undefined && siteIsRight(known.crashing, match.crashing)),
    role: verdict(
      known.kinds !== undefined && role !== undefined,
      role !== undefined && known.roles.includes(role),
    ),
  };
}

function isWrongCertain({ peer }: Crash, known: readonly Known[]): boolean {
  if (peer.certainty !== 'certain') return false;
  return !known.some(
    ({ certain }) =>
      certain.allowed && peer.candidates.every(({ line }) => line === null || certain.lines.includes(line)),
  );
}

function believedOf(known: readonly Known[], crashes: readonly Crash[]): CaseScore['believed'] {
  const honest = known.some(({ forged }) => forged === 'no');
  if (honest || !crashes.some((crash) => crash.confirmed && aboutConcurrency(crash))) return 'nothing';
  return known.some(({ forged }) => forged === 'perfectly') ? 'perfect forgery' : 'forgery';
}

export function scoreCase({ known }: CorpusCase, crashes: readonly Crash[]): CaseScore {
  return {
    scores: known.map((each) => scoreOne(each, crashes)),
    believed: believedOf(known, crashes),
    wrongCertain: crashes.some((crash) => isWrongCertain(crash, known)),
    crashesTooMany: Math.max(0, crashes.length - known.length),
  };
}
