import { describe, expect, it } from 'vitest';
import { bufferedBytesMax, CursorBuffer } from './cursor-buffer.js';

const message = (offset: number, bytes = 1) => ({
  partition: 0,
  offset,
  value: Buffer.alloc(bytes),
  skip: false,
});

describe('CursorBuffer', () => {
  it('gives what was pushed in its order, also when it is never empty', () => {
    const buffer = new CursorBuffer();
    const seen: number[] = [];
    buffer.push([message(0)]);
    for (let offset = 1; offset < 500; offset++) {
      buffer.push([message(offset)]);
      seen.push(buffer.take()?.offset ?? -1);
    }
    seen.push(buffer.take()?.offset ?? -1);
    expect(seen).toEqual(Array.from({ length: 500 }, (_, n) => n));
    expect(buffer.take()).toBeNull();
  });

  it('is full from its bound on and wakes the writer when there is room', async () => {
    const buffer = new CursorBuffer();
    buffer.push([message(0, bufferedBytesMax - 1)]);
    expect(buffer.isFull()).toBe(false);
    buffer.push([message(1)]);
    expect(buffer.isFull()).toBe(true);
    const room = buffer.changed(30_000);
    buffer.take();
    expect(await room).toBe(true);
    expect(buffer.isFull()).toBe(false);
  });

  it('says when nothing has changed', async () => {
    expect(await new CursorBuffer().changed(1)).toBe(false);
  });
});
