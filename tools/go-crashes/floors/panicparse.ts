import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { goCommand } from '../build-programs.mjs';
import { expressionFloor } from './expression-floor.js';
import type { FloorAnswer } from './floor.js';

const source = fileURLToPath(new URL('../panicparse', import.meta.url));
/** A module proxy that does not answer is no reason to wait for long. */
const buildTimeoutMs = 180_000;

const answerSchema = z.object({
  before: z.string(),
  goroutines: z.number(),
  function: z.string(),
  file: z.string(),
  line: z.number(),
});

export interface Panicparse {
  /** Answers in the order of the texts. */
  readonly answers: (texts: readonly string[]) => Promise<readonly FloorAnswer[]>;
  readonly remove: () => void;
}

/** Builds panicparse 2.5.0 with the Go of this machine; where that fails, why. */
export function buildPanicparse(): Panicparse | { readonly failure: string } {
  const folder = mkdtempSync(join(tmpdir(), 'panicparse-'));
  const binary = join(folder, 'panicparse');
  const built = spawnSync(goCommand, ['build', '-o', binary, '.'], {
    cwd: source,
    encoding: 'utf8',
    timeout: buildTimeoutMs,
    env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-buildvcs=false' },
  });
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  if (built.status === 0) return { remove, answers: (texts) => ask(binary, texts) };
  remove();
  return { failure: (built.error?.message ?? built.stderr).slice(0, 2_000) };
}

/** It has no notion of kinds: whoever uses it looks for the message in what it hands on. */
function floorAnswer(line: string): FloorAnswer {
  const found = answerSchema.parse(JSON.parse(line));
  const { kind } = expressionFloor(found.before);
  return {
    believed: found.goroutines > 0 && kind !== undefined,
    kind: found.goroutines > 0 ? kind : undefined,
    function: found.function,
    file: found.file,
    line: found.line,
  };
}

async function ask(binary: string, texts: readonly string[]): Promise<readonly FloorAnswer[]> {
  const child = spawn(binary, { stdio: ['pipe', 'pipe', 'inherit'] });
  const write = async (): Promise<void> => {
    for (const text of texts) {
      if (!child.stdin.write(`${JSON.stringify(text)}\n`))
        await new Promise((resolve) => child.stdin.once('drain', resolve));
    }
    child.stdin.end();
  };
  const writing = write();
  const answers: FloorAnswer[] = [];
  for await (const line of createInterface({ input: child.stdout })) answers.push(floorAnswer(line));
  await writing;
  if (answers.length !== texts.length)
    throw new Error(`panicparse gave ${answers.length} answers to ${texts.length} texts`);
  return answers;
}
