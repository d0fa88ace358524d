/** Options that `analyze` and `report` share. */
export const analysisOptions = {
  impact: { type: 'string', multiple: true },
  top: { type: 'string' },
  source: { type: 'string' },
  rejected: { type: 'string' },
  'utc-offset': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;
