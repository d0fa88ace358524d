import type { SourceNormaliser } from '../source-normaliser.js';

export const faultlineNormalisers: readonly SourceNormaliser[] = [];
