import type { Evidence, Incident, RootCause, Verdict } from '@faultline/model';

/** What a verdict needs: a posterior, and families of evidence that are strong. Best first. */
const needs: readonly { readonly verdict: Verdict; readonly posterior: number; readonly families: number }[] =
  [
    { verdict: 'CONFIRMED', posterior: 0.99, families: 3 },
    { verdict: 'PROBABLE', posterior: 0.9, families: 2 },
    { verdict: 'SUSPECTED', posterior: 0.5, families: 1 },
    { verdict: 'INSUFFICIENT', posterior: 0, families: 0 },
  ];

/** A family is strong when the weighted mean of its tests reaches this. */
const strongFamily = 10;
/** Rounding of a weighted mean. */
const meanSlack = 1e-9;
/** Tests that add no weight to their family; they may only take away. */
const weightless: ReadonlySet<string> = new Set(['T0', 'B5']);

/**
 * Does every verdict agree with its posterior and evidence? The weights of tests are not in the document, but a mean lies between the least
 * and the greatest: a family without a test of 10 or more cannot be strong, one with nothing below 10 must be.
 */
export function verdictFault({ rootCauses }: Incident): string | null {
  for (const root of rootCauses) {
    const fault = oneVerdictFault(root);
    if (fault !== null) return `root cause ${root.rank} is ${root.verdict}, but ${fault}`;
  }
  return null;
}

function oneVerdictFault({ verdict, posterior, evidence }: RootCause): string | null {
  if (evidence.some(({ e }) => e < 0)) return 'an e-value of its evidence is negative';
  const families = familiesOf(evidence);
  const possible = families.filter(mayBeStrong).length;
  if (verdict === 'CONFLICT') {
    return families.some(
      (strong) =>
        mayBeStrong(strong) && families.some((other) => other !== strong && other.some(({ e }) => e < 1)),
    )
      ? null
      : 'no family of its evidence speaks against another';
  }
  const place = needs.findIndex((need) => need.verdict === verdict);
  const claimed = needs[place]!;
  if (posterior < claimed.posterior) return `its posterior is ${posterior}, below ${claimed.posterior}`;
  if (possible < claimed.families)
    return `only ${possible} families have a significant test with e of at least ${strongFamily}, ${claimed.families} needed`;
  const sure = families.filter(mustBeStrong).length;
  const earned = needs.findIndex((need) => posterior >= need.posterior && sure >= need.families);
  return earned < place ? `posterior and evidence make it ${needs[earned]!.verdict} at least` : null;
}

function familiesOf(evidence: readonly Evidence[]): Evidence[][] {
  const families = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const known = families.get(item.family);
    if (known === undefined) families.set(item.family, [item]);
    else known.push(item);
  }
  return [...families.values()];
}

function mayBeStrong(family: readonly Evidence[]): boolean {
  return family.some(
    ({ test, status, e }) =>
      status === 'SIGNIFICANT' && e >= strongFamily - meanSlack && !weightless.has(test),
  );
}

function mustBeStrong(family: readonly Evidence[]): boolean {
  return (
    mayBeStrong(family) &&
    family.every(({ test, e }) => e >= (weightless.has(test) ? 1 : strongFamily + meanSlack))
  );
}
