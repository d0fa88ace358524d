import { createHash } from 'node:crypto';
import type { Sha256 } from '@faultline/model';

export const sha256: Sha256 = (data) => createHash('sha256').update(data).digest('hex');
