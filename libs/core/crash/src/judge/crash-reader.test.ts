import type { Sha256 } from '@faultline/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCrashReader, type CrashReaderLimits } from './crash-reader.js';
import { toCrashDocument } from './to-crash-document.js';

/** What is hashed shows which signatures are equal. */
const sha256: Sha256 = (data) => String(data);

const dump = (id: number): string => `fatal error: concurrent map writes

goroutine ${String(id)} [running]:
internal/runtime/maps.fatal({0x4b7be0?, 0x0?})
\t/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Cart).Add(...)
\t/src/shop/cart.go:${String(20 + id)}
main.main.func1()
\t/src/shop/main.go:14 +0x65
created by main.main in goroutine 1
\t/src/shop/main.go:12 +0x45
exit status 2`;

function byLine(text: string, limits: Partial<CrashReaderLimits> = {}) {
  const reader = createCrashReader({ sha256, limits });
  for (const [index, line] of text.split('\n').entries()) reader.push(line, index + 1);
  return reader.end();
}

describe('crashes read line by line', () => {
  it('are those of the whole text, in whatever noise', () => {
    const noise = fc.constantFrom(
      'started',
      ' level=info and more',
      '',
      'GET / 200',
      ' rest of a value',
      dump(7),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 12 }), (parts) => {
        const text = parts.join('\n');
        expect(byLine(text).crashes).toEqual(toCrashDocument(text, { sha256 }).crashes);
      }),
      { numRuns: 150 },
    );
  });

  it('are not believed where a value that was logged brought them, however long ago', () => {
    const text = `user=${dump(1)}\n trailing=of-the-same-record\n${'later\n'.repeat(12_000)}`;
    const { crashes } = byLine(text);
    expect(crashes).toEqual(toCrashDocument(text, { sha256 }).crashes);
    expect(crashes.some(({ confirmed }) => confirmed)).toBe(false);
  });

  it('are counted and no longer kept beyond the limits', () => {
    const text = Array.from({ length: 20 }, (_, id) => dump(id + 1)).join('\n\nrestarted\n\n');
    expect(byLine(text)).toMatchObject({ dumpsBeyond: 0, crashes: { length: 20 } });
    expect(byLine(text, { dumpsMax: 5 })).toMatchObject({ dumpsBeyond: 15, crashes: { length: 5 } });
    expect(byLine(text, { framesMax: 9 })).toMatchObject({ crashes: { length: 3 } });
  });
});
