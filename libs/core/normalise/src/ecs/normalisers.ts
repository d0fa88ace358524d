import type { SourceNormaliser } from '../source-normaliser.js';

export const ecsNormalisers: readonly SourceNormaliser[] = [];
