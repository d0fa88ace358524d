import { createHash } from 'node:crypto';
import type { Sha256 } from '@faultline/model';

/** Lower-case hex. Core takes its hash as an argument. */
export const sha256: Sha256 = (data) => createHash('sha256').update(data).digest('hex');
