import type { CrashDocument, CrashDocuments } from '@faultline/model';
import type { CrashesOfInput } from './crash-reading.js';

/** `faultline.crash/1` of one file, or with an entry for each of several. */
export function crashDocument(inputs: readonly CrashesOfInput[]): CrashDocument | CrashDocuments {
  const [only] = inputs;
  if (only !== undefined && inputs.length === 1) return { schema: 'faultline.crash/1', ...bodyOf(only) };
  return {
    schema: 'faultline.crash/1',
    documents: inputs.map((input) => ({ path: input.path, ...bodyOf(input) })),
  };
}

function bodyOf({ crashes, dumpsBeyond, trouble }: CrashesOfInput): Omit<CrashDocument, 'schema'> {
  return {
    crashes: [...crashes],
    ...(dumpsBeyond > 0 ? { dumpsBeyond } : {}),
    ...(trouble === null ? {} : { problem: trouble.problem }),
  };
}
