import type { InputSummary, Unknown } from '@faultline/model';
import { counted } from '@faultline/report';
import type { WholeAnalysis } from '../api/schemas.js';

/** Paths named in one sentence. */
const pathsNamed = 3;

function named(inputs: readonly InputSummary[]): string {
  const more = inputs.length - pathsNamed;
  const paths = inputs.slice(0, pathsNamed).map((input) => input.path);
  return `${paths.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** What is not known about the whole analysis: what it says itself, and what its inputs show even where it says nothing. */
export function wholeUnknowns({ inputs, unknowns }: WholeAnalysis): readonly Unknown[] {
  const rejecting = inputs.filter((input) => input.rejected > 0);
  const rejected = rejecting.reduce((sum, input) => sum + input.rejected, 0);
  const strange = inputs.filter((input) => input.kind === null);
  const rejectedSaid = unknowns.some((unknown) => unknown.what.includes('rejected record'));
  return [
    ...unknowns,
    ...(rejected === 0 || rejectedSaid
      ? []
      : [
          {
            what: counted(rejected, 'rejected record'),
            why: `they could not be read or are of no known form: ${named(rejecting)}`,
            effect: 'what they tell is not in the graph',
          },
        ]),
    ...(strange.length === 0
      ? []
      : [
          {
            what: `${counted(strange.length, 'input')} of no recognised kind`,
            why: `nothing was recognised in ${named(strange)}`,
            effect: 'what such inputs tell is not in the graph',
          },
        ]),
  ];
}
