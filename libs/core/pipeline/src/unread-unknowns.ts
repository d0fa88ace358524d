import type { EventIndex, InputSummary, Unknown } from '@faultline/model';

/** Paths named in one sentence. */
const maxNamed = 3;

/** What was there but did not become part of the graph: an empty answer must not look like a clean one. */
export function unreadUnknowns(index: EventIndex, inputs: readonly InputSummary[]): Unknown[] {
  const unknowns: Unknown[] = [];
  const rejecting = inputs.filter((input) => input.rejected > 0);
  if (rejecting.length > 0) {
    const rejected = rejecting.reduce((sum, input) => sum + input.rejected, 0);
    unknowns.push({
      what: `${rejected} rejected record${rejected === 1 ? '' : 's'}`,
      why: `they could not be read or are of no known form: ${named(rejecting)}`,
      effect: 'what they tell is not in the graph; --rejected FILE lists each with its reason',
    });
  }
  const unmapped = index.of('other').length;
  if (unmapped > 0 && unmapped === index.size) {
    unknowns.push({
      what: `${unmapped} event${unmapped === 1 ? '' : 's'} of no mapped source`,
      why: 'they have a time, but nothing here reads their fields',
      effect: 'no link is drawn from them, so "no incident" says nothing about them',
    });
  }
  return unknowns;
}

function named(inputs: readonly InputSummary[]): string {
  const paths = inputs.slice(0, maxNamed).map((input) => input.path);
  return `${paths.join(', ')}${inputs.length > maxNamed ? ` and ${inputs.length - maxNamed} more` : ''}`;
}
