import { FaultlineError } from '@faultline/model';
import type { z } from 'zod';
import { brokenRules } from './config-rules.js';
import { type ConfigProblem, type Environment, givenValues } from './given-values.js';

/**
 * The configuration of an app from its environment, checked once and frozen. Every name may be given as `NAME_FILE` instead: the value is
 * then the content of that file. All problems are named at once, and no value is: a password may be among them. Empty variables count as
 * unset. The rules between variables (`configRules`) hold for every app that has the names. Throws FL_CONFIG_INVALID.
 */
export function loadConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Environment,
): Readonly<z.infer<Schema>> {
  const names = Object.keys(schema.shape);
  const { values, problems: unread } = givenValues(names, env);
  const result = schema.safeParse(values);
  const all = [...unread, ...issuesOf(result, values), ...brokenRules(names, values)];
  // A variable that could not be read is not missing besides.
  const problems = all.filter(
    ({ name }, at) => at < unread.length || unread.every((one) => one.name !== name),
  );
  if (result.success && problems.length === 0) return Object.freeze(result.data);
  throw new FaultlineError(
    'FL_CONFIG_INVALID',
    `The configuration cannot be used. ${problems.map(sentence).join('. ')}. See .env.example.`,
  );
}

function issuesOf(
  { error }: z.ZodSafeParseResult<unknown>,
  given: Readonly<Record<string, string>>,
): readonly ConfigProblem[] {
  return (error?.issues ?? []).map(({ path, message }) => {
    const name = path.join('.');
    return { name, message: name in given ? message : 'is missing' };
  });
}

function sentence({ name, message }: ConfigProblem): string {
  return `${name}: ${message}`;
}
