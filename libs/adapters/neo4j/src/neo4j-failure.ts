import { FaultlineError } from '@faultline/model';
import { Neo4jError } from 'neo4j-driver';
import type { Neo4jSettings } from './neo4j-settings.js';

/** Codes of the driver itself: the server is away, or a connection to it was lost. `N/A` is a full pool or a broken connection. */
const away: ReadonlySet<string> = new Set(['ServiceUnavailable', 'SessionExpired', 'N/A']);

/** The error of the driver as ours; any other error is a defect and comes back as it is. */
export function neo4jFailure(error: unknown, settings: Neo4jSettings): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { url, user, database } = settings;
  const said = withoutPassword(error.message, settings);
  const options = { cause: error };
  if (error.code.startsWith('Neo.ClientError.Security.')) {
    const remedy = 'Check NEO4J_USER, NEO4J_PASSWORD and the rights of that user.';
    const message = `Neo4j at ${url} refuses the user ${user}: ${said}. ${remedy}`;
    return new FaultlineError('FL_NEO4J_DENIED', message, options);
  }
  if (error.code.endsWith('.DatabaseNotFound')) {
    const message = `Neo4j at ${url} has no database "${database}". Correct NEO4J_DATABASE, or create and start that database.`;
    return new FaultlineError('FL_NEO4J_DATABASE_MISSING', message, options);
  }
  return mayPass(error) ? unavailable(settings, said, error) : error;
}

export function unavailable(settings: Neo4jSettings, what: string, cause?: unknown): FaultlineError {
  const remedy = 'Check NEO4J_URL (scheme, host, port) and that the server runs.';
  const message = `Neo4j at ${settings.url} is not available: ${withoutPassword(what, settings)}. ${remedy}`;
  return new FaultlineError('FL_NEO4J_UNAVAILABLE', message, { cause });
}

/** True when trying again may help. */
export function mayPass(error: unknown): boolean {
  return (
    error instanceof Neo4jError && (away.has(error.code) || error.code.startsWith('Neo.TransientError.'))
  );
}

function withoutPassword(text: string, { password }: Neo4jSettings): string {
  return password === '' ? text : text.replaceAll(password, '***');
}
