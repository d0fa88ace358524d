// How fast a long dump is read, against panicparse on the same bytes: `node bench/crash/run.mjs [FILE] [rounds]` (a plain or gzip dump).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const here = path.dirname(fileURLToPath(import.meta.url));
const longDump = path.join(here, '../../tools/go-crashes/dumps/many-goroutines@1.25.12-system.txt.gz');
const [file = longDump, roundsText = '5'] = process.argv.slice(2);
const go = process.env['GO'] ?? 'go';
const rounds = Number(roundsText);
/** Runs of one process, of which the best counts: the first ones warm the engine up, and others disturb some. */
const runs = 120;

const stored = readFileSync(file);
const bytes = stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored;
const folder = mkdtempSync(path.join(tmpdir(), 'faultline-bench-'));

/** Lines of `milliseconds goroutines`, one per run. */
function measure(command, args) {
  const text = execFileSync(command, args, { encoding: 'utf8' });
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  return { ms: Math.min(...lines.map(([ms]) => ms)), goroutines: lines[0][1] };
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  const dump = path.join(folder, 'dump.txt');
  const peer = path.join(folder, 'panicparse');
  writeFileSync(dump, bytes);
  execFileSync(go, ['build', '-o', peer, '.'], { cwd: path.join(here, 'panicparse'), stdio: 'inherit' });
  const ours = () => measure(process.execPath, [path.join(here, 'read-dump.mjs'), dump, String(runs)]);
  const theirs = () => measure(peer, [dump, String(runs)]);
  const own = [];
  const other = [];
  for (let round = 0; round < rounds; round++) {
    // ABBA: a machine that grows slower meanwhile favours neither.
    const order = round % 2 === 0 ? [ours, theirs] : [theirs, ours];
    for (const side of order) (side === ours ? own : other).push(side());
  }
  const ownMs = middle(own.map(({ ms }) => ms));
  const otherMs = middle(other.map(({ ms }) => ms));
  const rate = (ms) => Number((bytes.length / 1000 / ms).toFixed(1));
  const result = {
    dump: path.basename(file),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    faultline: {
      node: process.version,
      goroutines: own[0].goroutines,
      ms: ownMs,
      megabytesPerSecond: rate(ownMs),
    },
    panicparse: {
      version: '2.5.0',
      go: execFileSync(go, ['env', 'GOVERSION'], { encoding: 'utf8' }).trim(),
      goroutines: other[0].goroutines,
      ms: otherMs,
      megabytesPerSecond: rate(otherMs),
    },
    ratio: Number((otherMs / ownMs).toFixed(2)),
    ratioPerRound: own.map(({ ms }, round) => Number((other[round].ms / ms).toFixed(2))),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
