import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAnswer, type StoryAnswer } from './story-answer.js';

const generator = fileURLToPath(new URL('../forged-tokens/generate.mjs', import.meta.url));

export interface StoryWish {
  readonly seed: number;
  /** A named story, `auto`, or `key=value,…`. */
  readonly variant: string;
  readonly benign: boolean;
}

/** The story as files that a product would read; the answer stays outside of them. */
export interface StoryFolder {
  readonly records: string;
  readonly answer: StoryAnswer;
  remove(): void;
}

export function writeStory({ seed, variant, benign }: StoryWish): StoryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), `faultline-story-${seed}-`));
  const twin = benign ? ['--benign'] : [];
  execFileSync(
    process.execPath,
    [generator, '--seed', String(seed), '--out', folder, '--variant', variant, ...twin],
    { stdio: 'ignore' },
  );
  return {
    records: path.join(folder, 'records'),
    answer: readAnswer(path.join(folder, 'answer.json')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
