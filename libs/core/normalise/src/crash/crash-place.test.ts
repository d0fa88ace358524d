import { describe, expect, it } from 'vitest';
import { recordsOf } from '../testing/crash-lines.js';
import { crashPlaceOf } from './crash-place.js';
import { lineTimeUs } from './line-time.js';
import { nowhere } from './nowhere.js';

const placeOf = (line: unknown, path?: string) => {
  const [record] = recordsOf([typeof line === 'string' ? line : JSON.stringify(line)], path);
  return record === undefined ? nowhere : crashPlaceOf(record);
};

describe('the place that a wrapping names', () => {
  it.each([
    [{ log: 'x', attrs: { 'com.docker.compose.service': 'shop' } }, { service: 'shop' }],
    [
      { log: 'x', kubernetes: { container_name: 'web', labels: { app: 'shop' }, host: 'n1' } },
      { service: 'shop', container: 'web', host: 'n1' },
    ],
    [
      { MESSAGE: 'x', _SYSTEMD_UNIT: 'shop.service', _PID: '7', _HOSTNAME: 'h' },
      { unit: 'shop.service', pid: 7, host: 'h' },
    ],
    [
      { message: 'x', service: { name: 'shop' }, host: { name: 'h' }, process: { pid: 9 } },
      { service: 'shop', host: 'h', pid: 9 },
    ],
    ['Mar  8 09:00:00 node shop[41]: x', { host: 'node', program: 'shop', pid: 41 }],
    ['<27>1 2026-03-08T09:00:00Z node shop 41 - - x', { host: 'node', program: 'shop', pid: 41 }],
    ['shop-1  | x', { container: 'shop-1' }],
    ['[pod/shop-7d9/web] x', { container: 'web' }],
    ['fatal error: concurrent map writes', {}],
    ['2026-03-08T09:00:00Z stderr F x', {}],
  ])('%j', (line, expected) => {
    expect(placeOf(line)).toEqual({ ...nowhere, ...expected });
  });

  it('is the container of a file that Docker named', () => {
    const id = 'ab'.repeat(32);
    expect(placeOf({ log: 'x' }, `/var/lib/docker/containers/${id}/${id}-json.log`).container).toBe(
      'abababababab',
    );
    expect(placeOf({ log: 'x' }, '/tmp/shop.log').container).toBeNull();
  });
});

describe('the time of a line', () => {
  const nineUs = Date.UTC(2026, 2, 8, 9) * 1000;
  it.each([
    ['2026-03-08T09:00:00Z x', nineUs],
    ['2026/03/08 09:00:00.000001 x', nineUs + 1],
    ['2026-03-08 10:00:00,5 +0100 x', nineUs + 500_000],
    ['level=info ts=2026-03-08T09:00:00Z msg=x', nineUs],
    ['1772960400 x', nineUs],
    ['[1772960400.5] x', nineUs + 500_000],
    ['goroutine 17 [running]:', null],
    ['2026-13-08T09:00:00Z', null],
  ])('%s', (line, expected) => {
    expect(lineTimeUs(line, null)).toBe(expected);
  });

  it('takes a year that is nearest, over the turn of the year too', () => {
    const line = 'Dec 31 23:59:59 node shop: x';
    expect(lineTimeUs(line, Date.UTC(2027, 0, 1) * 1000)).toBe(Date.UTC(2026, 11, 31, 23, 59, 59) * 1000);
    expect(lineTimeUs(line, Date.UTC(2026, 10, 30) * 1000)).toBe(Date.UTC(2026, 11, 31, 23, 59, 59) * 1000);
    expect(lineTimeUs(line, null)).toBeNull();
  });
});
