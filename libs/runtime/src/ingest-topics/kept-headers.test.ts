import { describe, expect, it } from 'vitest';
import { KeptHeaders } from './kept-headers.js';

describe('KeptHeaders', () => {
  it('come back from what was stored with an offset', () => {
    const kept = new KeptHeaders();
    kept.keep('alerts.csv', 'time,name');
    kept.keep('__proto__', 'a,b');
    const back = KeptHeaders.from(kept.text());
    expect(back.get('alerts.csv')).toBe('time,name');
    expect(back.get('__proto__')).toBe('a,b');
    expect(back.get('other')).toBeUndefined();
  });

  it('stay within what Kafka stores: the oldest goes, and one that is too long alone is not kept', () => {
    const kept = new KeptHeaders();
    for (let n = 0; n < 9; n++) kept.keep(`s${n}`, 'é'.repeat(400));
    expect(Buffer.byteLength(kept.text())).toBeLessThanOrEqual(4_000);
    expect(kept.get('s0')).toBeUndefined();
    expect(kept.get('s8')).toBeDefined();
    kept.keep('long', 'x'.repeat(5_000));
    expect(kept.text()).toBe('');
  });

  it.each([null, '', 'not json', '[1]', '{"a":"b"}', 'null'])('take %s for nothing', (metadata) => {
    expect(KeptHeaders.from(metadata).text()).toBe('');
  });
});
