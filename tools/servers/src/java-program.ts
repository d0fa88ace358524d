import path from 'node:path';
import process from 'node:process';

/** The `java` that is used for everything: that of JAVA_HOME, as Maven does, or the first one of PATH. */
export function javaProgram(): string {
  const home = process.env['JAVA_HOME'];
  return home === undefined || home === '' ? 'java' : path.join(home, 'bin', 'java');
}
