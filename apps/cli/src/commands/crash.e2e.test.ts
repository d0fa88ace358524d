import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { CrashDocument, CrashDocuments } from '@faultline/model';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const faultline = join(root, 'apps/cli/bin/faultline.mjs');
const goCrashes = join(root, 'tools/go-crashes');

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], input: string | Buffer = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [faultline, 'crash', ...args],
      { cwd: root, maxBuffer: 64 << 20 },
      (error, stdout, stderr) => {
        resolve({
          code: error === null ? 0 : typeof error.code === 'number' ? error.code : null,
          stdout,
          stderr,
        });
      },
    );
    // A command that refuses its options does not read what it is given.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

const dump = async (name: string): Promise<Buffer> =>
  gunzipSync(await readFile(join(goCrashes, 'dumps', `${name}.txt.gz`)));
const crashesOf = ({ stdout }: Ran): CrashDocument['crashes'] =>
  (JSON.parse(stdout) as CrashDocument).crashes;

let folder = '';
let file = '';
let isValid: ValidateFunction;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-crash-'));
  file = join(folder, 'router.log');
  await writeFile(file, await dump('two-locks@1.26.8'));
  const schema = JSON.parse(await readFile(join(root, 'docs/schemas/crash.schema.json'), 'utf8')) as object;
  isValid = new Ajv2020({ strict: false }).compile(schema);
  // The first command builds where sources are newer than what was built.
  await run(['--help']);
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('usage', () => {
  it.each([
    [[], 'name the file'],
    [['-', '-'], 'only once'],
    [['.'], 'is a folder'],
    [['--no-such-option', 'x'], 'FL_USAGE'],
    [['x', '--go-source', '/no/such/folder'], 'no folder with Go sources'],
  ])('%j ends with 2 and says what to do', async (args, says) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });

  it('ends with 3 where nothing could be read, and still prints the document', async () => {
    const ran = await run([join(folder, 'missing.log'), '--json']);
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({ crashes: [], problem: 'it does not exist' });
    expect(ran.stderr).toContain('FL_SOURCE_UNREADABLE');
  });
});

describe('one file', () => {
  it('gives one document that the committed JSON Schema accepts', async () => {
    const ran = await run([file, '--json']);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    isValid(JSON.parse(ran.stdout));
    expect(isValid.errors ?? []).toEqual([]);
    expect(crashesOf(ran)).toMatchObject([
      {
        kind: 'map_read_write',
        confirmed: true,
        crashing: { role: 'reader', function: 'main.(*Router).Match', line: 17 },
        peer: { certainty: 'cannot-be-told', candidates: [] },
      },
    ]);
  });

  it('says the same from standard input, gzip, UTF-16 and with Windows line ends', async () => {
    const text = await readFile(file, 'utf8');
    const expected = crashesOf(await run([file, '--json']));
    const inputs = [
      text,
      gzipSync(text),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      text.replaceAll('\n', '\r\n'),
    ];
    for (const input of inputs) expect(crashesOf(await run(['-', '--json'], input))).toEqual(expected);
  }, 60_000);

  it('is no crash where it only talks of one', async () => {
    const ran = await run(
      ['-', '--json'],
      'level=warn msg="fatal error: concurrent map writes seen again"\n',
    );
    expect([ran.code, crashesOf(ran)]).toEqual([0, []]);
    expect((await run(['-'], '')).stdout).toContain('no crash of a Go program in 0 lines');
  });

  it('tells what it could read of a gzip that is cut', async () => {
    const stored = gzipSync(Buffer.concat([await readFile(file), Buffer.from('x\n'.repeat(100_000))]), {
      level: 0,
    });
    const ran = await run(['-', '--json'], stored.subarray(0, stored.length / 2));
    expect(ran.code).toBe(0);
    expect(crashesOf(ran)).toHaveLength(1);
    expect(ran.stderr).toContain('FL_SOURCE_TRUNCATED');
  });
});

describe('for people', () => {
  it('says what died, where, who, how sure, what is open, and what to do', async () => {
    const { stdout } = await run([file]);
    for (const text of [
      'one goroutine read a map while another wrote to it',
      'main.(*Router).Match (/srv/crashes/two-locks/main.go:17)',
      'cannot be told from this dump',
      'would tell: GOTRACEBACK=all',
      'What to do:',
    ])
      expect(stdout).toContain(text);
    expect(stdout).not.toContain('\u001b[');
  });

  it('lets no control character of the log through', async () => {
    const text = (await readFile(file, 'utf8')).replaceAll('Match', 'Mat\u001b]0;owned\u0007ch');
    expect((await run(['-'], text)).stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
  });
});

describe('several files', () => {
  it('give an entry each, in order, under the path as given; one that cannot be read does not stop the rest', async () => {
    const nothing = join(folder, 'quiet.log');
    await writeFile(nothing, 'started\nstopped\n');
    const missing = join(folder, 'missing.log');
    const ran = await run([nothing, missing, file, file, '--json']);
    expect(ran.code).toBe(0);
    const document = JSON.parse(ran.stdout) as CrashDocuments;
    isValid(document);
    expect(isValid.errors ?? []).toEqual([]);
    expect(document.documents.map(({ path, crashes }) => [path, crashes.length])).toEqual([
      [nothing, 0],
      [missing, 0],
      [file, 1],
      [file, 1],
    ]);
  });
});

describe('--go-source and --sarif', () => {
  it('name the writer that only the source knows, as a hypothesis', async () => {
    const source = join(goCrashes, 'programs/two-locks');
    const sarif = join(folder, 'out.sarif');
    const ran = await run([file, '--go-source', source, '--sarif', sarif, '--json']);
    expect(crashesOf(ran)).toMatchObject([
      {
        peer: {
          certainty: 'hypothesis',
          candidates: [{ goroutine: null, function: 'main.(*Router).Handle', file: 'main.go', line: 23 }],
        },
      },
    ]);
    expect(JSON.parse(await readFile(sarif, 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'go-crash/map_read_write', relatedLocations: [{ id: 0 }] }] }],
    });
    expect((await run([file, '--go-source', source])).stdout).toContain('use one and the same lock');
  }, 60_000);

  it('leave no half of a SARIF file behind', async () => {
    const { code, stdout } = await run([file, '--sarif', '/proc/no/out.sarif']);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('interruption', () => {
  it('ends the reading of a pipe that never ends, with 130 and nothing written', async () => {
    const sarif = join(folder, 'never.sarif');
    const child = spawn(process.execPath, [faultline, 'crash', '-', '--sarif', sarif], { cwd: root });
    let stdout = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    // It reads once it takes more than a pipe holds.
    await new Promise<void>((resolve) => child.stdin.write('noise\n'.repeat(200_000), () => resolve()));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stdout).toBe('');
    expect((await readdir(folder)).filter((name) => name.startsWith('never'))).toEqual([]);
  }, 60_000);
});
