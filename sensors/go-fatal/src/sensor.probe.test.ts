import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Crash } from '@faultline/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBinary } from './elf/byte-source.js';
import { readGoBinary } from './go/go-binary.js';
import { openSensor, type Sensor } from './sensor.js';
import { buildRaceProgram, lines, type BuiltProgram } from './testing/race-program.js';
import { mountTracefs, type TracefsMount } from './testing/tracefs-mount.js';
import { newProbeId, openProbeSession, type ProbeTarget } from './tracefs/probe-session.js';

let tracefs: TracefsMount;
let program: BuiltProgram;
beforeAll(() => {
  tracefs = mountTracefs();
  program = buildRaceProgram(['-ldflags=-s -w', '-buildmode=pie']);
}, 600_000);
afterAll(() => {
  program.remove();
  tracefs.remove();
});

const machine = { platform: 'linux', architecture: 'x64' };
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

function sensorOf(path: string, processId: number | null): { sensor: Sensor; crashes: Crash[] } {
  const crashes: Crash[] = [];
  const sensor = openSensor(
    { help: false, path, processId, tracefs: tracefs.folder, service: null },
    machine,
    sha256,
    {
      crash: (crash) => crashes.push(crash),
      note: () => undefined,
    },
  );
  return { sensor, crashes };
}

/** With GOTRACEBACK=none: the program prints its message and no stack. */
function start(): ChildProcess {
  return spawn(program.path, {
    env: { GOTRACEBACK: 'none' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 20_000,
  });
}

async function dead(child: ChildProcess): Promise<string> {
  let text = '';
  child.stderr?.on('data', (data) => (text += String(data)));
  await once(child, 'close');
  return text;
}

/** What tracefs has of this id. Other sensors may run on this machine, and the list is one for all. */
const left = (id: string): readonly string[] =>
  [
    ...readFileSync(join(tracefs.folder, 'uprobe_events'), 'utf8').split('\n'),
    ...readdirSync(join(tracefs.folder, 'instances')),
  ].filter((name) => name.includes(id));

describe('a real crash without any trace in the log', () => {
  test('is told with message, goroutine, operation, place, process and time', async () => {
    const { sensor, crashes } = sensorOf(program.path, null);
    const beforeUs = Date.now() * 1000;
    const child = start();
    const text = await dead(child);
    sensor.close();
    expect(text).toMatch(/^fatal error: concurrent map (read and map write|writes)\n$/);
    const [crash] = crashes;
    expect(crashes).toHaveLength(1);
    expect(text).toContain(`fatal error: ${crash?.message}\n`);
    const reads = crash?.kind === 'map_read_write';
    expect(crash).toMatchObject({
      confirmed: true,
      crashing: {
        op: reads ? 'read' : 'assign',
        function: reads ? 'main.(*stock).count' : 'main.(*stock).reserve',
        line: reads ? lines.read : lines.write,
      },
      probe: { pid: child.pid },
    });
    // The reader is the main goroutine; the writer has another number and says who created it.
    if (reads) expect(crash?.crashing?.goroutine).toBe(1);
    else expect(crash?.goroutines[0]?.createdBy).toMatchObject({ goroutine: 1, line: lines.goStatement });
    const atUs = crash?.probe?.atUs ?? 0;
    expect(atUs).toBeGreaterThan(beforeUs - 1_000_000);
    expect(atUs).toBeLessThan(Date.now() * 1000 + 1_000_000);
  });

  test('is told of the one process that was named, and of no other', async () => {
    const waiting = spawn('/bin/sh', ['-c', `read line; exec ${program.path}`], {
      env: { GOTRACEBACK: 'none' },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    // /proc/N/exe is still the shell's, so the process is named by number and the program by its path.
    const { sensor, crashes } = sensorOf(program.path, waiting.pid ?? 0);
    await dead(start());
    waiting.stdin.end('go\n');
    await dead(waiting);
    sensor.close();
    expect(crashes.map(({ probe }) => probe?.pid)).toEqual([waiting.pid]);
  });
});

describe('what is left behind', () => {
  const target = (): ProbeTarget & { readonly close: () => void } => {
    const file = openBinary(program.path);
    const { probe, version } = readGoBinary(file);
    const { descriptor } = file;
    return { descriptor, fileOffset: probe.fileOffset, layout: version.layout, close: () => file.close() };
  };

  test('nothing, after the end', () => {
    const id = newProbeId();
    const { close, ...where } = target();
    const session = openProbeSession(tracefs.folder, where, id);
    expect(left(id)).toHaveLength(2);
    session.close();
    session.close();
    close();
    expect(left(id)).toEqual([]);
  });

  test('nothing, where the kernel refuses the probe', () => {
    const id = newProbeId();
    const { close, ...where } = target();
    const beyond = { ...where, fileOffset: 2 ** 40 };
    expect(() => openProbeSession(tracefs.folder, beyond, id)).toThrow(
      expect.objectContaining({ code: 'FL_PROBE_UNAVAILABLE' }),
    );
    close();
    expect(left(id)).toEqual([]);
  });

  test('of a killed sensor, until the next one starts; a living one and what others made stay', async () => {
    const living = sensorOf(program.path, null);
    const id = newProbeId();
    const events = join(tracefs.folder, 'uprobe_events');
    const foreign = join(tracefs.folder, `instances/somebody_${id}`);
    mkdirSync(join(tracefs.folder, 'instances', `faultline_go_fatal_${id}`));
    mkdirSync(foreign);
    const define = (group: string): string => `p:${group}/hit_${id} ${program.path}:0x1000\n`;
    writeFileSync(events, define('faultline_go_fatal'), { flag: 'a' });
    writeFileSync(events, define('somebody'), { flag: 'a' });

    sensorOf(program.path, null).sensor.close();
    expect(left(id)).toEqual([expect.stringContaining(`p:somebody/hit_${id} `), `somebody_${id}`]);

    await dead(start());
    living.sensor.close();
    expect(living.crashes).toHaveLength(1);
    writeFileSync(events, `-:somebody/hit_${id}\n`, { flag: 'a' });
    rmdirSync(foreign);
    expect(left(id)).toEqual([]);
  });
});

test('what is no Go program is refused', () => {
  expect(() => sensorOf('/bin/sh', null)).toThrow(expect.objectContaining({ code: 'FL_BINARY_UNSUPPORTED' }));
});
