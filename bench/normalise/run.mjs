// Reading + normalising against JSON.parse over the same lines: `node bench/normalise/run.mjs FILE [runs]` (a plain or gzip file of JSON lines).
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readSources } from '@faultline/adapter-files';
import { alignClocks, createNormaliser } from '@faultline/normalise';

const [file, runsText = '5'] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: node bench/normalise/run.mjs FILE [runs]\n');
  process.exit(2);
}
const runs = Number(runsText);

function linesOf(path) {
  const stored = readFileSync(path);
  const text = (stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored).toString('utf8');
  // A copy of each line, as a line reader would make: slices of one large string parse slower.
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line).toString('utf8'));
}

/** CPU time of the process: on a shared machine steadier than the clock. */
function cpuMs(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function timeParse(lines) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (const line of lines) JSON.parse(line);
  parseCpu.push(cpuMs(cpu));
  return performance.now() - start;
}

async function timeRead(path) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  let normaliser = createNormaliser();
  const events = [];
  let rejected = 0;
  await readSources(
    [path],
    {},
    {
      sourceStart: () => {
        normaliser = createNormaliser();
      },
      record: (record) => {
        const result = normaliser.normalise(record);
        if (result.rejected !== undefined) rejected++;
        else for (const event of result.events) events.push(event);
      },
      rejected: () => {
        rejected++;
      },
      sourceEnd: () => undefined,
    },
  );
  const read = performance.now() - start;
  readCpu.push(cpuMs(cpu));
  const aligned = alignClocks(events);
  return {
    read,
    align: performance.now() - start - read,
    events: events.length,
    rejected,
    corrections: aligned.corrections,
  };
}

const lines = linesOf(file);
// The best run is the one that other programs disturbed least.
const best = (values) => Math.min(...values);
const parse = [];
const parseCpu = [];
const readCpu = [];
const read = [];
let last;
for (let run = 0; run < runs; run++) {
  parse.push(timeParse(lines));
  last = await timeRead(file);
  read.push(last.read);
}
process.stdout.write(
  `${JSON.stringify(
    {
      file,
      lines: lines.length,
      events: last.events,
      rejected: last.rejected,
      parseMs: Math.round(best(parse)),
      readMs: Math.round(best(read)),
      ratio: Number((best(read) / best(parse)).toFixed(2)),
      cpuRatio: Number((best(readCpu) / best(parseCpu)).toFixed(2)),
      alignMs: Math.round(last.align),
      corrections: last.corrections,
    },
    null,
    2,
  )}\n`,
);
