import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunningApi } from '@faultline/api';
import { FaultlineError } from '@faultline/model';

const scenario = 'scenarios/forged-tokens/records';
const folder = fileURLToPath(new URL(`../../../${scenario}`, import.meta.url));
const CHUNK_BYTES = 256 << 10;

/**
 * Loads the bundled incident the way records come over HTTP. A file that is there already, known by its SHA-256, is not loaded again; one
 * that a killed start left half loaded is. Resolves when the incident can be seen.
 */
export async function loadDemo(
  { pipeline, bodyBytesMax }: RunningApi,
  tell: (text: string) => void,
): Promise<void> {
  const missing: string[] = [];
  for (const name of await recordFiles()) {
    const known = await pipeline.storage.cases.source(await sha256Of(join(folder, name)));
    if (!known?.complete) missing.push(name);
  }
  if (missing.length > 0) {
    tell(`Loading the bundled incident: ${missing.length} files of ${scenario} …`);
    const sources = missing.map((name) => ({
      path: `${scenario}/${name}`,
      chunks: createReadStream(join(folder, name), { highWaterMark: CHUNK_BYTES }),
      kind: null,
      bytesMax: bodyBytesMax,
    }));
    const results = await pipeline.ingestAll(sources);
    const records = results.reduce((sum, { summary }) => sum + summary.records, 0);
    tell(`${records.toLocaleString('en')} records read. Finding the root cause …`);
  }
  await pipeline.analysis.settled();
}

async function recordFiles(): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new FaultlineError(
      'FL_NOTHING_READ',
      `The bundled incident is missing: ${folder}. Start without --demo.`,
      { cause },
    );
  });
  return names.sort();
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
