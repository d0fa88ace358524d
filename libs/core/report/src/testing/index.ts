export { forgedTokens } from './forged-tokens.js';
export { hostDump } from './host-dump.js';
export { hostileAnalysis, hostileTexts } from './hostile.js';
export { emptyAnalysis, largeChain, longLine } from './large-chain.js';
export { deceptiveCharacters, htmlFaults, markdownFaults, tagsOf } from './report-checks.js';
