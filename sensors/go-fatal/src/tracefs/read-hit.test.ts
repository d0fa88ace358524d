import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lostEvents, readHit } from './read-hit.js';

/** As a kernel 6.18 wrote it. */
const values =
  'ip=0x4435e0 text=0x4a800a size=33 goid=18 parent=1 from=0x484f20 r0=0x476918 r1=0x40e129 r2=0x484f92 r3=0x47c4a1 r4=0x0 r5=0xffffea000588a4c0';
const line = `    stock-1.26.8-14519   (  14519) [001] DBZff 14965.608795: hit_4aab1801: (0x4435e0) ${values}`;

describe('a line of the kernel', () => {
  test('gives thread, process, time and words', () => {
    expect(readHit(line, 'hit_4aab1801')).toEqual({
      sinceBootUs: 14_965_608_795,
      threadId: 14519,
      processId: 14519,
      command: 'stock-1.26.8',
      instruction: 0x4435e0,
      textAddress: 0x4a800a,
      textBytes: 33,
      goroutine: 18,
      parent: 1,
      createdAt: 0x484f20,
      returnAddresses: [0x476918, 0x40e129, 0x484f92, 0x47c4a1],
    });
  });

  test('has no process where the kernel did not note it', () => {
    expect(readHit(line.replace('(  14519)', '(-------)'), 'hit_4aab1801')?.processId).toBeNull();
  });

  test('has no goroutine where the memory could not be read', () => {
    const faulted = readHit(line.replace('goid=18', 'goid=(fault)'), 'hit_4aab1801');
    expect(faulted).toMatchObject({ goroutine: null, textBytes: 33 });
  });

  test('is nothing to us when it tells of another event', () => {
    expect(readHit(line, 'hit_00000000')).toBeNull();
    expect(readHit('CPU:1 [LOST 23 EVENTS]', 'hit_4aab1801')).toBeNull();
  });
});

describe('the name of a thread, which a program chooses', () => {
  test('cannot pass for the rest of the line', () => {
    const named = line.replace('stock-1.26.8', 'a-1 (2) [0] x 1');
    expect(readHit(named, 'hit_4aab1801')).toMatchObject({ command: 'a-1 (2) [0] x 1', threadId: 14519 });
  });

  test('loses what a terminal would obey', () => {
    const named = line.replace('stock-1.26.8', '\u001b[2J\rstock');
    expect(readHit(named, 'hit_4aab1801')?.command).toBe('?[2J?stock');
  });

  test('changes nothing else, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 15 }).filter((name) => !name.includes('\n')),
        (name) => {
          const hit = readHit(
            line.replace('stock-1.26.8', () => name),
            'hit_4aab1801',
          );
          expect(hit).toMatchObject({ threadId: 14519, processId: 14519, goroutine: 18 });
        },
      ),
    );
  });
});

test('counts what the kernel had no room for', () => {
  expect(lostEvents('CPU:1 [LOST 23 EVENTS]')).toBe(23);
  expect(lostEvents(line)).toBe(0);
});
