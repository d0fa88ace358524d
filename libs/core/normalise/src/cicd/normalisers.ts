import type { SourceNormaliser } from '../source-normaliser.js';

export const cicdNormalisers: readonly SourceNormaliser[] = [];
