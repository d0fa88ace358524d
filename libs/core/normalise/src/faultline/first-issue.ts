import type { z } from 'zod';

/** zod lists every allowed value; a reason is one sentence. */
const messageLengthMax = 160;

/** The first thing that a schema found wrong, with its path: enough to repair a record by. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'unknown';
  const message = issue.message.slice(0, messageLengthMax);
  // A path that the sender made up may be as long as the record.
  const path = issue.path.map(String).join('.').slice(0, 80);
  return path === '' ? message : `\`${path}\`: ${message}`;
}
