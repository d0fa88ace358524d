import { rename, rm, writeFile } from 'node:fs/promises';
import { FaultlineError } from '@faultline/model';

/** Writes a whole file or nothing: a command that is interrupted leaves no half of an answer behind. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.partial`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new FaultlineError(
      'FL_USAGE',
      `cannot write ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
