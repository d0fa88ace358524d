import type { z } from 'zod';

/** The first thing that a schema found wrong, with its path: enough to repair a record by. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'unknown';
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `\`${path}\`: ${issue.message}`;
}
