import { crashesToSarif, type GoSourceIndex } from '@faultline/crash';
import { FaultlineError } from '@faultline/model';
import { crashText } from '../output/crash-text.js';
import { createProgressBar } from '../output/progress-bar.js';
import { toolVersion } from '../output/tool-version.js';
import { writeWhole } from '../output/write-file.js';
import { exitCodes, type Command } from './command.js';
import { checkedInputs } from './crash-inputs.js';
import { type CrashesOfInput, readInput } from './crash-reading.js';
import { crashDocument } from './crash-document.js';
import { parseOptions } from './parse-options.js';

const options = {
  json: { type: 'boolean' },
  sarif: { type: 'string' },
  'go-source': { type: 'string' },
  'tui-less': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const crashCommand: Command = {
  name: 'crash',
  summary: 'say what a Go program died of, and who the other goroutine is',
  help: `Usage: faultline crash FILE...|- [options]

Finds crashes of Go programs in any log (plain or gzip, whatever wraps its lines; - is standard input) and says of each: what died and where, in which
role, who the other party is and how sure that is, what the dump cannot tell and what would have, and what to change. Folders are not searched: name
the files. No time stamps are needed.

  --go-source DIR   the source of the built commit: ranks who else writes to the map that the program died of
  --sarif FILE      also write SARIF 2.1.0, for code scanning
  --json            one JSON document, faultline.crash/1 (docs/schemas); several files give "documents"
  --tui-less        no colours and no progress, on a terminal too

Exit: 0 answered, also where there is no crash; 2 usage; 3 nothing could be read.`,
  async run(args, signal) {
    const { values, positionals } = parseOptions('crash', args, options);
    if (values.help === true) {
      process.stdout.write(`${this.help}\n`);
      return exitCodes.ok;
    }
    const paths = await checkedInputs(positionals);
    const plain = values['tui-less'] === true;
    const source = values['go-source'] === undefined ? null : await openSource(values['go-source'], signal);
    const inputs = await readInputs(paths, source, plain, signal);
    if (values.sarif !== undefined) await writeSarif(values.sarif, inputs);
    if (values.json === true) process.stdout.write(`${JSON.stringify(crashDocument(inputs))}\n`);
    else {
      const color = !plain && process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
      process.stdout.write(crashText(inputs, { color }));
    }
    return exitCodeOf(inputs);
  },
};

async function openSource(folder: string, signal: AbortSignal): Promise<GoSourceIndex> {
  // Loaded only here: a parser of Go takes half a second to load.
  const { openGoSource } = await import('@faultline/adapter-go-source');
  return openGoSource(folder, { signal });
}

async function readInputs(
  paths: readonly string[],
  source: GoSourceIndex | null,
  plain: boolean,
  signal: AbortSignal,
): Promise<readonly CrashesOfInput[]> {
  const bar = plain ? null : createProgressBar(process.stderr, () => performance.now());
  const inputs: CrashesOfInput[] = [];
  try {
    for (const path of paths) {
      inputs.push(
        await readInput(path, {
          source,
          signal,
          onLines: (lines) => bar?.show(`${path}: ${lines} lines`, null),
        }),
      );
    }
  } finally {
    bar?.clear();
  }
  return inputs;
}

async function writeSarif(path: string, inputs: readonly CrashesOfInput[]): Promise<void> {
  const crashes = inputs.flatMap((input) => input.crashes);
  await writeWhole(path, `${JSON.stringify(crashesToSarif(crashes, toolVersion()), null, 2)}\n`);
  process.stderr.write(`wrote ${path}\n`);
}

function exitCodeOf(inputs: readonly CrashesOfInput[]): number {
  for (const { path, trouble } of inputs) {
    if (trouble !== null) process.stderr.write(`${trouble.code}: ${path}: ${trouble.problem}\n`);
  }
  if (inputs.some(({ isRead }) => isRead)) return exitCodes.ok;
  throw new FaultlineError(
    'FL_NOTHING_READ',
    'none of the files could be read; check the paths and permissions',
  );
}
