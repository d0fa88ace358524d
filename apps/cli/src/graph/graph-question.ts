import { FaultlineError } from '@faultline/model';

export interface QuestionOptions {
  /** As typed: the one who answers reads them. */
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly limit: number | null;
}

/** A question to the graph. Entities are named as KIND:KEY or by id. */
export type GraphQuestion = QuestionOptions &
  (
    | { readonly kind: 'paths'; readonly from: string; readonly to: string }
    | { readonly kind: 'upstream' | 'downstream' | 'blast-radius'; readonly entity: string }
    | { readonly kind: 'common-causes'; readonly entities: readonly string[] }
  );

/** As the API. */
const EFFECTS_MAX = 8;
const microseconds = /^-?\d{1,16}$/;
const rfc3339 = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;

/** Throws FL_USAGE with what the question needs. */
export function questionOf(words: readonly string[], options: QuestionOptions): GraphQuestion {
  const [kind, ...entities] = words;
  const [first = '', second = ''] = entities;
  for (const entity of entities)
    if (!/^[^:]+:[^]+$/.test(entity)) throw usage(`${JSON.stringify(entity)} is not KIND:KEY`);
  switch (kind) {
    case 'paths':
      if (entities.length !== 2) throw usage('paths needs two entities: where from and where to');
      return { kind, from: first, to: second, ...options };
    case 'upstream':
    case 'downstream':
    case 'blast-radius':
      if (entities.length !== 1) throw usage(`${kind} needs one entity`);
      return { kind, entity: first, ...options };
    case 'common-causes':
      if (entities.length < 2 || entities.length > EFFECTS_MAX)
        throw usage(`common-causes needs 2 to ${EFFECTS_MAX} entities`);
      return { kind, entities, ...options };
    case undefined:
      throw usage('name a question: paths, upstream, downstream, blast-radius or common-causes');
    default:
      throw usage(`there is no question ${JSON.stringify(kind)}`);
  }
}

function usage(text: string): FaultlineError {
  return new FaultlineError('FL_USAGE', `${text}. See: faultline graph --help`);
}

/** Microseconds since 1970, or RFC 3339. Throws FL_USAGE. */
export function timeUs(option: string, text: string | null): number | null {
  if (text === null) return null;
  const us = rfc3339.test(text) ? Date.parse(text) * 1_000 : microseconds.test(text) ? Number(text) : NaN;
  if (Number.isFinite(us)) return us;
  throw usage(
    `${option} ${JSON.stringify(text)}: give microseconds since 1970 or a time like 2026-03-08T02:17:00Z`,
  );
}
