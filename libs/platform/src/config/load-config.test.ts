import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultlineError } from '@faultline/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfig } from './load-config.js';
import { wholeNumber } from './whole-number.js';

const schema = z.object({
  PORT: wholeNumber(1, 65_535).default(8080),
  DATABASE_URL: z.url('must be a URL').optional(),
  SECRET: z.string(),
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function messageOf(env: Record<string, string>): string {
  try {
    loadConfig(schema, env);
  } catch (error) {
    expect(error).toBeInstanceOf(FaultlineError);
    return error instanceof FaultlineError ? error.message : '';
  }
  return 'accepted';
}

describe('loadConfig', () => {
  it('takes defaults, ignores foreign and empty variables, and freezes', () => {
    const config = loadConfig(schema, { SECRET: 'x', PORT: '', HOME: '/root' });
    expect(config).toEqual({ PORT: 8080, SECRET: 'x' });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names all problems at once and prints no value', () => {
    const message = messageOf({ PORT: '99999', DATABASE_URL: 'my-secret' });
    expect(message).toMatch(/PORT: .*DATABASE_URL: must be a URL.*SECRET: is missing/);
    expect(message).not.toContain('my-secret');
  });
});

describe('NAME_FILE', () => {
  it.each([
    ['a value without line break', 'pass word', 'pass word'],
    ['a value with one', 'password\n', 'password'],
    ['a value with one of Windows', 'password\r\n', 'password'],
    ['only the last line break goes', 'first\nsecond\n\n', 'first\nsecond\n'],
  ])('gives the content of the file: %s', (_, content, value) => {
    expect(loadConfig(schema, { SECRET_FILE: file('secret', content) }).SECRET).toBe(value);
  });

  it('works for every name, follows links as Kubernetes makes them, and checks the value like any other', () => {
    symlinkSync(file('port', '9000\n'), join(folder, 'link'));
    expect(loadConfig(schema, { SECRET: 'x', PORT_FILE: join(folder, 'link') }).PORT).toBe(9000);
    expect(messageOf({ SECRET: 'x', PORT_FILE: file('many', '99999') })).toMatch(
      /PORT: must be a whole number/,
    );
  });

  it('refuses a name given twice', () => {
    expect(messageOf({ SECRET: 'x', SECRET_FILE: file('twice', 'y') })).toMatch(/SECRET: is given twice/);
  });

  it('names the variable and the path of a file that cannot be used, never its content, and says it once', () => {
    mkdirSync(join(folder, 'folder'));
    const cases: readonly (readonly [string, RegExp])[] = [
      [join(folder, 'none'), /SECRET: SECRET_FILE: .*none cannot be read \(ENOENT\)/],
      [join(folder, 'folder'), /is not a file/],
      [file('empty', '\n'), /is empty/],
      [file('long', 'hunter2'.repeat(10_000)), /is longer than 65536 bytes/],
      [file('binary', Uint8Array.of(0x68, 0xff, 0xfe)), /is not UTF-8 text/],
    ];
    for (const [path, said] of cases) {
      const message = messageOf({ SECRET_FILE: path });
      expect(message).toMatch(said);
      expect(message).toContain(path);
      expect(message).not.toMatch(/hunter2|is missing/);
    }
  });
});
