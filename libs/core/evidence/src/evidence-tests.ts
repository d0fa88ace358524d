import type { Unknown } from '@faultline/model';
import { stepHash } from './build/b1-step-hash.evidence.js';
import { logTemplates } from './build/b3-log-templates.evidence.js';
import { buildOrder } from './build/b5-order.evidence.js';
import { instanceCredential } from './cloud/c1-instance-credential.evidence.js';
import { crashSite } from './crash/x1-crash-site.evidence.js';
import { raceDetector } from './crash/x2-race-detector.evidence.js';
import { repeatedCrash } from './crash/x3-repeated.evidence.js';
import { crashRoute } from './crash/x4-route-access.evidence.js';
import { rareDestination } from './flow/f1-rare-destination.evidence.js';
import { untrustedSource } from './flow/f2-untrusted-source.evidence.js';
import { singleSourceRefusals } from './flow/f3-single-source-401.evidence.js';
import { markOfTheWeb } from './host/h1-mark-of-the-web.evidence.js';
import { newProgram } from './host/h2-new-program.evidence.js';
import { callerStack } from './host/h4-caller-stack.evidence.js';
import type { EvidenceContext, EvidenceTest, LocatedEvidence } from './located-evidence.js';
import { clockOffset } from './time/t0-clock-offset.evidence.js';
import { issuanceBurst } from './time/t1-burst.evidence.js';
import { noOperation } from './time/t3-no-operation.evidence.js';
import { claimedTime } from './time/t4-claimed-time.evidence.js';
import { ledgerReconciliation } from './token/j0-ledger.evidence.js';
import { keyBinding } from './token/j1-key-binding.evidence.js';
import { jtiLinearity } from './token/j2-linearity.evidence.js';
import { structuralNovelty } from './token/j4-structure.evidence.js';

/** Every evidence test by family. A new one is one file and one line here. */
export const evidenceTests: readonly EvidenceTest[] = [
  clockOffset,
  issuanceBurst,
  noOperation,
  claimedTime,
  ledgerReconciliation,
  keyBinding,
  jtiLinearity,
  structuralNovelty,
  stepHash,
  logTemplates,
  buildOrder,
  markOfTheWeb,
  newProgram,
  callerStack,
  rareDestination,
  untrustedSource,
  singleSourceRefusals,
  instanceCredential,
  crashSite,
  raceDetector,
  repeatedCrash,
  crashRoute,
];

/** Which entities a family's silence matters to, by kind: an incident on a host does not care that no job logs were read. */
const concerns: Readonly<Record<string, readonly string[]>> = {
  token: ['token', 'issuer', 'signing-key', 'service', 'alert'],
  time: ['token', 'issuer', 'signing-key'],
  build: ['build', 'build-job', 'build-step', 'artifact', 'deployment', 'signing-key', 'issuer', 'token'],
  cloud: ['access-key', 'cloud-role', 'cloud-instance'],
  crash: ['crash', 'code-site', 'defect'],
};

/** Something that could not be looked at, and the kinds of entities that it matters to; null: to all. */
export interface ConcernedUnknown {
  readonly unknown: Unknown;
  readonly concerns: ReadonlySet<string> | null;
}

export interface GatheredEvidence {
  readonly located: readonly LocatedEvidence[];
  readonly unknowns: readonly ConcernedUnknown[];
}

/** Runs every test. Unknowns that two tests report alike are kept once. */
export function gatherEvidence(context: EvidenceContext): GatheredEvidence {
  const located: LocatedEvidence[] = [];
  const unknowns = new Map<string, ConcernedUnknown>();
  for (const test of evidenceTests) {
    const report = test.run(context);
    located.push(...report.found);
    const kinds = concerns[test.family];
    for (const unknown of report.unknowns)
      unknowns.set(unknown.what, { unknown, concerns: kinds === undefined ? null : new Set(kinds) });
  }
  return { located, unknowns: [...unknowns.values()] };
}
