export { correlate } from './correlate.js';
export type { LinkingRule } from './linking-rule.js';
export { linkingRules } from './linking-rules.js';
