import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const faultline = join(root, 'apps/cli/bin/faultline.mjs');
const scenario = join(root, 'scenarios/forged-tokens/records');

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [faultline, ...args],
      { cwd: root, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

const link = (from: string, to: string, atUs: number) =>
  JSON.stringify({
    schema: 'faultline.link/1',
    from: { kind: 'process', key: from },
    to: { kind: 'process', key: to },
    atUs,
    kind: 'x',
  });

let folder = '';
let validAnalysis: ValidateFunction;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-cli-'));
  const schema = JSON.parse(
    await readFile(join(root, 'docs/schemas/analysis.schema.json'), 'utf8'),
  ) as object;
  validAnalysis = new Ajv2020({ strict: false }).compile(schema);
  // The first command builds where sources are newer than what was built.
  await run('--help');
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('usage', () => {
  it('prints help on stdout and ends with 0', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    for (const name of ['analyze', 'report', 'verify', 'serve']) expect(stdout).toContain(name);
  });

  it.each([
    [[], 'Usage'],
    [['frobnicate'], 'no command'],
    [['analyze'], 'at least one file'],
    [['analyze', '--impact', 'nonsense', '.'], '--impact'],
    [['analyze', '--no-such-option', '.'], 'FL_USAGE'],
    [['analyze', '--top', '0', '.'], '--top'],
    [['analyze', '--source', 'nonsense', '.'], '--source'],
    [['report', '.'], '--out'],
    [['verify'], 'name the file'],
    [['verify', '/no/such/file'], 'cannot read'],
  ])('%j ends with 2 and says what to do', async (args, says) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
  });

  it('ends with 3 where nothing could be read, and still prints a document', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty, { recursive: true });
    const { code, stdout } = await run('analyze', empty, '--json');
    expect(code).toBe(3);
    expect(validAnalysis(JSON.parse(stdout))).toBe(true);
  });
});

describe('analyze, verify and report on the bundled incident', () => {
  let answer = '';
  let first: Ran = { code: -1, stdout: '', stderr: '' };
  beforeAll(async () => {
    answer = join(folder, 'answer.json');
    first = await run('analyze', scenario, '--json');
    await writeFile(answer, first.stdout);
  }, 120_000);

  it('ends with 0 and leaves stderr empty where it is no terminal', () => {
    expect(first.code).toBe(0);
    expect(first.stderr).toBe('');
  });

  it('prints one document that the committed JSON Schema accepts', async () => {
    const document = JSON.parse(await readFile(answer, 'utf8')) as unknown;
    validAnalysis(document);
    expect(validAnalysis.errors ?? []).toEqual([]);
  });

  it('gives the same graph and incidents whatever the order of the files', async () => {
    const files = (await readdir(scenario)).map((name) => join(scenario, name)).reverse();
    const { stdout } = await run('analyze', ...files, '--json');
    const before = JSON.parse(await readFile(answer, 'utf8')) as { graph: unknown; incidents: unknown };
    const second = JSON.parse(stdout) as { graph: unknown; incidents: unknown };
    expect(second.graph).toEqual(before.graph);
    expect(second.incidents).toEqual(before.incidents);
  }, 120_000);

  it('is verified, and not any more once a cost was changed', async () => {
    expect((await run('verify', answer)).code).toBe(0);
    const tampered = join(folder, 'tampered.json');
    const text = await readFile(answer, 'utf8');
    await writeFile(tampered, text.replace(/"removed":\[[^\]]*\]/, '"removed":[]'));
    const { code, stdout } = await run('verify', tampered);
    expect(code).toBe(1);
    expect(stdout).toContain('FAILS');
  }, 120_000);

  it.each(['report.html', 'report.md'])(
    'writes %s, which verifies and holds no token',
    async (name) => {
      const out = join(folder, name);
      expect((await run('report', scenario, '--out', out)).code).toBe(0);
      expect((await run('verify', out)).code).toBe(0);
      expect(await readFile(out, 'utf8')).not.toMatch(/eyJ[A-Za-z0-9_-]+\./);
    },
    120_000,
  );

  it('leaves nothing behind where the report cannot be written', async () => {
    const { code, stderr } = await run('report', scenario, '--out', '/proc/no/report.html');
    expect(code).toBe(2);
    expect(stderr).toContain('cannot write');
  }, 120_000);

  it('prints the answer for people by default, without colour where it is no terminal', async () => {
    const { stdout } = await run('analyze', scenario, '--utc-offset', '+08:00');
    expect(stdout).toContain('ROOT CAUSE');
    expect(stdout).toContain('UTC+08:00');
    expect(stdout).not.toContain('\u001b[');
  }, 120_000);
});

describe('bad input', () => {
  it('analyses the good part, counts the bad part and lists it with --rejected', async () => {
    const mixed = join(folder, 'mixed');
    await mkdir(mixed, { recursive: true });
    await writeFile(
      join(mixed, 'a.jsonl'),
      `${link('a', 'b', 1)}\n{"broken\n${'['.repeat(100_000)}\n${link('b', 'c', 2)}\n{"x":1e400}\n{"x":NaN}\n`,
    );
    await writeFile(join(mixed, 'b.bin'), Buffer.from([0, 1, 2, 0, 255, 0]));
    await writeFile(join(mixed, 'c.gz'), gzipSync(`${link('c', 'd', 3)}\n`.repeat(5000)).subarray(0, 300));
    await writeFile(join(mixed, 'empty.jsonl'), '');
    await writeFile(join(mixed, 'long.jsonl'), `"${'x'.repeat(50 * 1024 * 1024)}"\n${link('d', 'e', 4)}\n`);
    const rejected = join(folder, 'rejected.jsonl');
    const { code, stdout } = await run(
      'analyze',
      mixed,
      '--json',
      '--impact',
      'process:e',
      '--rejected',
      rejected,
    );
    expect(code).toBe(0);
    const { inputs } = JSON.parse(stdout) as {
      inputs: { path: string; records: number; events: number; rejected: number }[];
    };
    expect(inputs.map((input) => input.path.slice(mixed.length + 1))).toEqual([
      'a.jsonl',
      'b.bin',
      'c.gz',
      'empty.jsonl',
      'long.jsonl',
    ]);
    for (const input of inputs) expect(input.events + input.rejected).toBe(input.records);
    const lines = (await readFile(rejected, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { code: string });
    expect(lines).toHaveLength(inputs.reduce((sum, input) => sum + input.rejected, 0));
    expect(new Set(lines.map((line) => line.code))).toContain('FL_RECORD_TOO_LONG');
  }, 120_000);

  it('leaves no half-written file when it is interrupted', async () => {
    const busy = join(folder, 'busy');
    await mkdir(busy, { recursive: true });
    await writeFile(join(busy, 'noise.jsonl'), '{"broken\n'.repeat(3_000_000));
    const rejected = join(busy, 'rejected.out');
    const child = spawn(process.execPath, [faultline, 'analyze', busy, '--rejected', rejected], {
      cwd: root,
      stdio: 'ignore',
    });
    await expect
      .poll(() => readdir(busy), { timeout: 20_000, interval: 50 })
      .toContainEqual(expect.stringMatching(/partial$/));
    child.kill('SIGINT');
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    expect(code).toBe(130);
    expect(await readdir(busy)).toEqual(['noise.jsonl']);
  }, 60_000);
});
