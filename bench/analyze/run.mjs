// The whole `faultline analyze` process against a process that only parses the same lines: `node bench/analyze/run.mjs FILE [runs] [times]`.
// `times` 10 repeats the file ten times, a day later each, in a temporary folder. Runs are paired ABBA; the middle value counts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { writeLargerCopy } from './larger-copy.mjs';

const [given, runsText = '5', timesText = '1'] = process.argv.slice(2);
if (given === undefined) {
  process.stderr.write('usage: node bench/analyze/run.mjs FILE [runs] [times]\n');
  process.exit(2);
}
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const round = (value) => Number(value.toFixed(2));

function run(args) {
  const start = performance.now();
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ['--require', here('usage.cjs'), ...args],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const wallMs = performance.now() - start;
  if (status !== 0) throw new Error(stderr);
  return { stdout, wallMs, ...JSON.parse(output[3]) };
}

const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
try {
  const stored = readFileSync(given);
  const isGzip = stored[0] === 0x1f && stored[1] === 0x8b;
  const plain = join(folder, 'once.jsonl');
  writeFileSync(plain, isGzip ? gunzipSync(stored) : stored);
  let file = plain;
  if (Number(timesText) > 1) {
    file = join(folder, 'larger.jsonl');
    await writeLargerCopy(plain, file, Number(timesText));
    rmSync(plain);
  }
  const analyze = () => run([here('../../apps/cli/dist/main.js'), 'analyze', file, '--json']);
  const parse = () => run([here('parse-lines.mjs'), file]);
  const ours = [];
  const peers = [];
  for (let i = 0; i < Number(runsText); i++) {
    if (i % 2 === 0) ours.push(analyze());
    peers.push(parse());
    if (i % 2 === 1) ours.push(analyze());
  }
  const { graph, inputs } = JSON.parse(ours[0].stdout);
  const of = (list, pick) => middle(list.map(pick));
  const ratioTo = (pick) => round(middle(ours.map((one, i) => one.wallMs / pick(peers[i]))));
  const result = {
    file: given,
    sha256: createHash('sha256').update(stored).digest('hex'),
    times: Number(timesText),
    bytes: statSync(file).size,
    events: inputs[0].events,
    graph: { entities: graph.entities, links: graph.links },
    node: process.version,
    peer: `JSON.parse of V8 ${process.versions.v8}`,
    runs: ours.length,
    analyzeMs: Math.round(of(ours, (one) => one.wallMs)),
    analyzeCpuMs: Math.round(of(ours, (one) => one.cpuMs)),
    analyzePeakMb: Math.round(Math.max(...ours.map((one) => one.rssMb))),
    parseProcessMs: Math.round(of(peers, (one) => one.wallMs)),
    parseProcessCpuMs: Math.round(of(peers, (one) => one.cpuMs)),
    parseAloneMs: Math.round(of(peers, (one) => Number(one.stdout))),
    ratioToProcess: ratioTo((one) => one.wallMs),
    cpuRatioToProcess: round(middle(ours.map((one, i) => one.cpuMs / peers[i].cpuMs))),
    ratioToParseAlone: ratioTo((one) => Number(one.stdout)),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
