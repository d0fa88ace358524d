import { describe, expect, it } from 'vitest';
import { refuseOldServer } from './server-version.js';

describe('refuseOldServer', () => {
  it.each([
    [149_999, '14.9999'],
    [140_012, '14.12'],
    [100_000, '10.0'],
    [90_624, '9.6.24'],
  ])('refuses %i and says that it is %s', (versionNum, name) => {
    expect(() => refuseOldServer(versionNum)).toThrow(
      expect.objectContaining({
        code: 'FL_DATABASE_TOO_OLD',
        message: expect.stringMatching(new RegExp(`PostgreSQL ${name}\\. Use PostgreSQL 15 or newer`)),
      }),
    );
  });

  it.each([150_000, 160_004, 180_004])('takes %i', (versionNum) => {
    expect(() => refuseOldServer(versionNum)).not.toThrow();
  });

  it('takes a version for too old that cannot be read', () => {
    expect(() => refuseOldServer(0)).toThrow(/15 or newer/);
  });
});
