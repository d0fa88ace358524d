import { readSecretFile } from './secret-file.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ConfigProblem {
  readonly name: string;
  readonly message: string;
}

export interface GivenValues {
  /** What each name was given, from the environment or from the file that `NAME_FILE` names. */
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly ConfigProblem[];
}

type Found = { readonly name: string; readonly value?: string; readonly problem?: string };

/** Looks every name up, plain and as `NAME_FILE`. Empty variables count as unset. Cost: one file read for each `NAME_FILE`. */
export function givenValues(names: readonly string[], env: Environment): GivenValues {
  const found = names.map((name) => lookUp(name, env));
  return {
    values: Object.fromEntries(
      found.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    ),
    problems: found.flatMap(({ name, problem }) =>
      problem === undefined ? [] : [{ name, message: problem }],
    ),
  };
}

function lookUp(name: string, env: Environment): Found {
  const value = env[name];
  const path = env[`${name}_FILE`];
  if (value && path) return { name, problem: `is given twice, as ${name} and as ${name}_FILE: unset one` };
  if (value) return { name, value };
  if (!path) return { name };
  const file = readSecretFile(path);
  return file.kind === 'value'
    ? { name, value: file.value }
    : { name, problem: `${name}_FILE: ${file.message}` };
}
