import { describe, expect, it } from 'vitest';
import { loggableError } from './loggable-error.js';

describe('loggableError', () => {
  it('follows causes three deep, and no circle', () => {
    const error = new Error('outer', { cause: new Error('middle', { cause: new Error('inner') }) });
    expect(loggableError(error)).toMatchObject({ cause: { cause: { message: 'inner' } } });
    const circle: Error = new Error('round');
    circle.cause = circle;
    expect(loggableError(circle).cause?.cause).toMatchObject({ message: 'round' });
    expect(loggableError(circle).cause?.cause?.cause).toBeUndefined();
  });

  it('shows of a thrown object nothing but that it is one', () => {
    expect(loggableError({ password: 'customer-record' })).toEqual({ type: 'object', message: '' });
    expect(loggableError('a reason')).toEqual({ type: 'string', message: 'a reason' });
    expect(loggableError(null)).toEqual({ type: 'object', message: '' });
  });

  it('outlives errors that are made to break it', () => {
    const trap = new Error('x');
    Object.defineProperty(trap, 'message', {
      get: () => {
        throw new Error('trap');
      },
    });
    expect(loggableError(trap)).toEqual({ type: 'object', message: '[unreadable]' });
    const odd = Object.assign(new Error('x'), { code: { toString: () => 'no' }, stack: 7 });
    expect(loggableError(odd)).toMatchObject({ type: 'Error', message: 'x' });
    expect(loggableError(odd).code).toBeUndefined();
  });
});
