import type { SourceNormaliser } from '../source-normaliser.js';
import { faultlineEvent } from './faultline-event.js';
import { faultlineLink } from './faultline-link.js';

/** What is already in Faultline's own terms. */
export const faultlineNormalisers: readonly SourceNormaliser[] = [faultlineLink, faultlineEvent];
