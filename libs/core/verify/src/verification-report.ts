/** One thing that was checked. `detail` says what was found, in words for a reader who holds the document. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** `ok` iff every check is; a document that could not be checked is never ok. */
export interface VerificationReport {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  /** What the document says but cannot prove by itself; `ok` says nothing of it. Empty when it could not be read. */
  readonly notChecked: readonly string[];
}

export function reportOf(checks: readonly Check[], notChecked: readonly string[] = []): VerificationReport {
  return { ok: checks.length > 0 && checks.every((check) => check.ok), checks, notChecked };
}

/** The detail of a check that fails only because it would take too long: neither shown right nor shown wrong. */
export function tooLarge(what: string): string {
  return `unverifiable, not shown to be false: too large to check (${what})`;
}

/** A check that passes when there is no fault to tell. */
export function check(name: string, fault: string | null, passed: string): Check {
  return { name, ok: fault === null, detail: fault ?? passed };
}

/** Ids come from the document: quoted and cut, so that a hostile one cannot flood a terminal or forge a line. */
export function quoted(id: string): string {
  return JSON.stringify(id.length > 80 ? `${id.slice(0, 80)}…` : id);
}

/** Sums of costs may differ in rounding only. */
export function sameCost(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
