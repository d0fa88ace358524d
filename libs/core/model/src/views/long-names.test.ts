import { describe, expect, it } from 'vitest';
import { indexEvents } from '../event-index.js';
import type { Event } from '../event.js';
import { longNames } from './long-names.js';

const base = { atUs: 0, observedAtUs: null, clock: null, dataset: 'sysmon' } as const;
const record = { path: 'sysmon.jsonl', line: 1, offset: 0, length: 1 };
const write = (host: string, path: string): Event => ({
  ...base,
  id: `${host} ${path}`,
  record,
  kind: 'file.write',
  host,
  path,
  process: { key: 'p', pid: null, image: null, user: null },
  sha256: null,
  zone: null,
});

describe('long names of a host', () => {
  it('are found among the paths of the same host only', () => {
    const longName = indexEvents([
      write('alpha', 'C:\\Program Files\\a.exe'),
      write('beta', 'C:\\Program Data\\b.exe'),
    ]).memo(longNames);
    expect(longName('alpha', 'C:\\PROGRA~1\\a.exe')).toBe('c:\\program files\\a.exe');
    expect(longName('beta', 'C:\\PROGRA~1\\b.exe')).toBe('c:\\program data\\b.exe');
    expect(longName('gamma', 'C:\\PROGRA~1\\a.exe')).toBe('c:\\progra~1\\a.exe');
  });
});
