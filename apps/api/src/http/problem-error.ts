import type { ProblemCode } from '@faultline/platform';

/** A request that cannot be answered as asked; becomes an `application/problem+json`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly code: ProblemCode,
    detail: string,
    /** Further members of the problem, such as what was accepted before it. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }
}

export function notFound(what: string): ProblemError {
  return new ProblemError('FL_NOT_FOUND', `There is no ${what}.`);
}
