import type { SourceNormaliser } from '../source-normaliser.js';
import { cdevents } from './cdevents/cdevents.js';
import { changeTicket } from './change-ticket.js';
import { githubDelivery, githubPayload } from './github/github.js';
import { jobLog } from './job-log.js';
import { provenance } from './provenance/provenance.js';

/** What was pushed, built, published, deployed and announced. The most frequent source first. */
export const cicdNormalisers: readonly SourceNormaliser[] = [
  githubDelivery,
  cdevents,
  jobLog,
  provenance,
  changeTicket,
  githubPayload,
];
