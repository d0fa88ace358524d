import type { SourceNormaliser } from '../source-normaliser.js';

export const walNormalisers: readonly SourceNormaliser[] = [];
