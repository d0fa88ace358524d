import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

const program = `
  import { runnerImport } from 'vite';
  const { module } = await runnerImport(process.env.SOURCE_FILE);
  console.log(JSON.stringify(await module[process.env.SOURCE_NAME](...JSON.parse(process.env.SOURCE_ARGUMENTS))));
  setInterval(() => undefined, 1000);
`;

/** Calls an exported function of a file beside this folder in another process, from the sources, prints its answer as JSON and stays. */
export function sourceProcess(
  file: string,
  name: string,
  args: readonly unknown[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      SOURCE_FILE: fileURLToPath(new URL(`../${file}`, import.meta.url)),
      SOURCE_NAME: name,
      SOURCE_ARGUMENTS: JSON.stringify(args),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The first thing that the process says. */
export async function answerOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no output to read.');
  for await (const chunk of child.stdout) return String(chunk);
  throw new Error('The process ended without an answer.');
}

export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
