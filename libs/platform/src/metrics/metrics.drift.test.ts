import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { metricsPage } from './metrics-page.js';

it('docs/metrics.md says what the table says', async () => {
  await expect(metricsPage()).toMatchFileSnapshot(
    fileURLToPath(new URL('../../../../docs/metrics.md', import.meta.url)),
  );
});
