import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTracefs } from './find-tracefs.js';

const here = { platform: 'linux', architecture: 'x64' };

test('says that the sensor is for Linux on amd64', () => {
  expect(() => findTracefs({ platform: 'darwin', architecture: 'arm64' })).toThrow(/darwin on arm64/);
  expect(() => findTracefs({ platform: 'linux', architecture: 'arm64' })).toThrow(
    expect.objectContaining({ code: 'FL_PROBE_UNAVAILABLE' }),
  );
});

test('says how to mount tracefs where it is missing', () => {
  expect(() => findTracefs(here, '/nowhere/tracing')).toThrow(
    /\/nowhere\/tracing: as root `mount -t tracefs/,
  );
});

test('takes the folder that it is given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracefs-'));
  writeFileSync(join(folder, 'uprobe_events'), '');
  expect(findTracefs(here, folder)).toBe(folder);
  rmSync(folder, { recursive: true });
});
