import type { FatalDump } from '../dump.js';
import type { Death } from './death.js';
import type { GoRelease } from './go-release.js';

/** A death and the dump that tells of it, before it is believed. */
export interface Claim {
  readonly dump: FatalDump;
  readonly death: Death;
  readonly release: GoRelease;
}

/** A reason not to believe a claim, or null. */
export type Objection = (claim: Claim) => string | null;
