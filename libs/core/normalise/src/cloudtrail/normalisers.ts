import type { SourceNormaliser } from '../source-normaliser.js';

export const cloudtrailNormalisers: readonly SourceNormaliser[] = [];
