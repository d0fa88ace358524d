import type { SourceNormaliser } from '../source-normaliser.js';

export const windowsNormalisers: readonly SourceNormaliser[] = [];
