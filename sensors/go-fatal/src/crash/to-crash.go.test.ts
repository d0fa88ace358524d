import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crashEventSchema, crashSchema } from '@faultline/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesOf } from '../elf/byte-source.js';
import { functionsNamed } from '../go/function-table.js';
import { readGoBinary, type GoBinary } from '../go/go-binary.js';
import { buildRaceProgram, lines, type BuiltProgram } from '../testing/race-program.js';
import type { ProbeHit } from '../tracefs/probe-hit.js';
import { crashRecord } from './crash-record.js';
import { toCrash } from './to-crash.js';

let program: BuiltProgram;
let binary: GoBinary;
let bytes: Buffer;
beforeAll(() => {
  program = buildRaceProgram(['-ldflags=-s -w']);
  bytes = readFileSync(program.path);
  binary = readGoBinary(bytesOf(bytes));
}, 600_000);
afterAll(() => program.remove());

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const judged = (...hits: readonly ProbeHit[]) =>
  toCrash({ binary, path: '/srv/stock' }, hits, 1_795_000_000_000_000, sha256);

/** Just behind the start of the function: as good as a return address. Empty where this release has no such function. */
function within(name: string): readonly number[] {
  return functionsNamed(binary.lines, name).map(({ entry }) => binary.module.textStart + entry + 1);
}

function addressOf(text: string): number {
  const [code] = binary.elf.segments.filter(({ writable, executable }) => !writable && !executable);
  return (code?.address ?? 0) + bytes.indexOf(text, code?.fileOffset ?? 0) - (code?.fileOffset ?? 0);
}

const writes = 'concurrent map writes';
/** As the kernel tells of a position independent program that was loaded at `loaded`. */
const hit = (loaded = 0): ProbeHit => ({
  sinceBootUs: 5_000_000,
  threadId: 71,
  processId: 70,
  command: 'stock',
  instruction: loaded + binary.probe.address,
  textAddress: loaded + addressOf(writes),
  textBytes: writes.length,
  goroutine: 18,
  parent: 1,
  createdAt: loaded + (within('main.main')[0] ?? 0),
  returnAddresses: [
    'internal/runtime/maps.fatal',
    'runtime.mapassign_faststr',
    'main.(*stock).reserve',
    'runtime.goexit',
  ]
    .flatMap(within)
    .concat(0xdeadbeef)
    .map((address) => loaded + address),
});

test('one hit is a confirmed crash with message, goroutine and operation', () => {
  expect(judged(hit())).toMatchObject({
    kind: 'map_write_write',
    confirmed: true,
    message: writes,
    crashing: {
      goroutine: 18,
      role: 'writer',
      op: 'assign',
      function: 'main.(*stock).reserve',
      line: lines.write,
    },
    complete: true,
    probe: { source: 'uprobe', atUs: 1_795_000_005_000_000, pid: 70, comm: 'stock', binary: '/srv/stock' },
  });
});

test('it has the shape that others read', () => {
  const crash = crashSchema.parse(judged(hit()));
  expect(crash).toEqual(judged(hit()));
  const { schema, ...event } = crashRecord(crash, { host: 'web-1', service: 'orders' }) ?? { schema: 'none' };
  expect(schema).toBe('faultline.event/1');
  const given = {
    id: 'x',
    record: { path: 'x', line: 1, offset: 0, length: 1 },
    observedAtUs: null,
    clock: null,
  };
  expect(crashEventSchema.parse({ ...given, ...event })).toMatchObject({
    atUs: 1_795_000_005_000_000,
    host: 'web-1',
    service: 'orders',
    program: 'stock',
    pid: 70,
    crash: { probe: { hits: [{ goroutine: 18 }] } },
  });
});

test('where the program was loaded makes no difference', () => {
  const moved = judged(hit(0x5581_0000_0000));
  expect(moved).toEqual(judged(hit()));
});

test('two hits of one process are the two parties', () => {
  const crash = judged(hit(), { ...hit(), goroutine: 19, threadId: 72, sinceBootUs: 5_000_012 });
  expect(crash?.peer).toMatchObject({ certainty: 'certain', candidates: [{ goroutine: 19 }] });
  expect(crash?.probe?.hits.map(({ threadId, goroutine }) => [threadId, goroutine])).toEqual([
    [71, 18],
    [72, 19],
  ]);
});

test('a stack that could not be followed to its end is told as such', () => {
  const cut = judged({ ...hit(), returnAddresses: hit().returnAddresses.slice(0, 3) });
  expect(cut).toMatchObject({ complete: false, crashing: { function: 'main.(*stock).reserve' } });
  expect(cut?.losses).not.toEqual([]);
});

test('a message that is nowhere in the file is lost, and the frames still tell that it was a map', () => {
  const made = judged({ ...hit(), textAddress: 0xc000_0000_0000 });
  expect(made).toMatchObject({ kind: 'map_unknown', message: null, confirmed: false });
  expect(judged({ ...hit(), textBytes: 2 ** 40 })).toEqual(made);
});

test('a deadlock is found on nobody’s stack', () => {
  const text = 'all goroutines are asleep - deadlock!';
  const crash = judged({ ...hit(), goroutine: 0, textAddress: addressOf(text), textBytes: text.length });
  expect(crash).toMatchObject({ kind: 'deadlock', confirmed: true, message: text, goroutines: [] });
  expect(crash?.probe?.hits[0]?.goroutine).toBeNull();
});

test('a goroutine that the kernel could not read leaves the message', () => {
  expect(judged({ ...hit(), goroutine: null })).toMatchObject({
    message: writes,
    confirmed: false,
    crashing: null,
  });
});
