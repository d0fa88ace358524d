import { describe, expect, it } from 'vitest';
import { laterPosition, reaches, startOfLog } from './log-position.js';

describe('a position of the log', () => {
  it('takes the later offset of each partition', () => {
    expect(laterPosition({ 0: 5, 1: 2 }, { 0: 3, 1: 9, 2: 0 })).toEqual({ 0: 5, 1: 9, 2: 0 });
  });

  it('reaches another only when no partition is behind, and offset 0 counts as read', () => {
    expect(reaches({ 0: 5, 1: 9 }, { 0: 5 })).toBe(true);
    expect(reaches({ 0: 5 }, { 0: 5, 1: 0 })).toBe(false);
    expect(reaches(startOfLog, startOfLog)).toBe(true);
  });
});
