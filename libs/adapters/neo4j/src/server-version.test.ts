import { describe, expect, it } from 'vitest';
import { serverVersion } from './server-version.js';

describe('serverVersion', () => {
  it('reads versions by number and by year', () => {
    expect(serverVersion('Neo4j/5.26.12')).toEqual({ text: '5.26.12', major: 5, takesFilters: true });
    expect(serverVersion('Neo4j/2025.08.0')).toMatchObject({ major: 2025, takesFilters: true });
    expect(serverVersion('Neo4j/5.6.0')).toMatchObject({ major: 5, takesFilters: false });
    expect(serverVersion('Neo4j/4.4.41')).toMatchObject({ major: 4, takesFilters: false });
  });

  it('takes everything else for too old', () => {
    for (const agent of ['', 'Memgraph/5.2.0', 'Neo4j/dev', `Neo4j/${'9'.repeat(400)}`])
      expect(serverVersion(agent).major).toBe(0);
  });
});
