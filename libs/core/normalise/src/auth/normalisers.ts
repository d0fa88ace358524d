import type { SourceNormaliser } from '../source-normaliser.js';

export const authNormalisers: readonly SourceNormaliser[] = [];
