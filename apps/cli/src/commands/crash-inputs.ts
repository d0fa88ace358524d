import { stat } from 'node:fs/promises';
import { FaultlineError } from '@faultline/model';

/**
 * The files to read, `-` for standard input. A folder is refused: the answer has one entry per file named, and a folder of logs is a matter
 * for `analyze`. A file that is not there is no wrong usage: it is reported with the others.
 */
export async function checkedInputs(paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) throw usage('name the file with the crash, or - for standard input');
  if (paths.filter((path) => path === '-').length > 1) throw usage('standard input can be read only once');
  for (const path of paths) {
    if (path !== '-' && (await isFolder(path))) {
      throw usage(`${path} is a folder: name the files in it, for instance ${path.replace(/\/+$/, '')}/*`);
    }
  }
  return paths;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function usage(text: string): FaultlineError {
  return new FaultlineError('FL_USAGE', `${text}. See: faultline crash --help`);
}
