import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeStale } from './remove-stale.js';

let tracefs = '';
beforeEach(() => {
  tracefs = mkdtempSync(join(tmpdir(), 'stale-'));
  mkdirSync(join(tracefs, 'instances'));
});
afterEach(() => rmSync(tracefs, { recursive: true, force: true }));

/** A folder with something in it refuses to go, as an instance does whose pipe is open. */
function instance(name: string, isOpen: boolean): void {
  mkdirSync(join(tracefs, 'instances', name));
  if (isOpen) writeFileSync(join(tracefs, 'instances', name, 'trace_pipe'), '');
}

function probes(...names: readonly string[]): void {
  const lines = names.map((name) => `p:${name} /proc/self/fd/18:0x00000000000435e0 ip=%ip\n`);
  writeFileSync(join(tracefs, 'uprobe_events'), lines.join(''));
}

const removals = (): readonly string[] =>
  readFileSync(join(tracefs, 'uprobe_events'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('-:'));

test('removes the probe and the instance of a sensor that is dead', () => {
  instance('faultline_go_fatal_0000000a', false);
  probes('faultline_go_fatal/hit_0000000a');
  expect(removeStale(tracefs)).toBe(1);
  expect(removals()).toEqual(['-:faultline_go_fatal/hit_0000000a']);
  expect(readdirSync(join(tracefs, 'instances'))).toEqual([]);
});

test('removes a probe whose instance is gone already', () => {
  probes('faultline_go_fatal/hit_0000000b');
  expect(removeStale(tracefs)).toBe(1);
});

test('leaves a sensor alone that lives', () => {
  instance('faultline_go_fatal_0000000c', true);
  probes('faultline_go_fatal/hit_0000000c');
  expect(removeStale(tracefs)).toBe(0);
  expect(removals()).toEqual([]);
  expect(readdirSync(join(tracefs, 'instances'))).toEqual(['faultline_go_fatal_0000000c']);
});

test('never touches what others made, however alike the name', () => {
  const names = ['perf', 'faultline_go_fatal', 'faultline_go_fatal_xyz', 'my_faultline_go_fatal_0000000d'];
  for (const name of names) instance(name, false);
  probes('probe_bash/readline', 'faultline_go_fatal/other', 'faultline_go_fatal_2/hit_0000000d');
  expect(removeStale(tracefs)).toBe(0);
  expect(removals()).toEqual([]);
  expect(readdirSync(join(tracefs, 'instances')).sort()).toEqual([...names].sort());
});
