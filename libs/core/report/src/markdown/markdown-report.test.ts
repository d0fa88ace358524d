import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractAnalysis } from '../embed-analysis.js';
import { eventPositions } from '../story/event-positions.js';
import {
  deceptiveCharacters,
  emptyAnalysis,
  forgedTokens,
  hostDump,
  hostileAnalysis,
  hostileTexts,
  largeChain,
  markdownFaults,
} from '../testing/index.js';
import { anchorName } from '../text/html-text.js';
import { markdownReport } from './markdown-report.js';

describe.each([
  ['forged tokens', forgedTokens()],
  ['host', hostDump()],
  ['nothing found', emptyAnalysis()],
  ['500 entities', largeChain(500)],
])('Markdown of %s', (_, analysis) => {
  const markdown = markdownReport(analysis, () => null);

  it('has whole tables, an anchor for every event and the analysis at its end', () => {
    expect(markdownFaults(markdown)).toEqual([]);
    for (const { id } of eventPositions(analysis))
      expect(markdown).toContain(`<a id="${anchorName('event', id)}"></a>`);
    expect(extractAnalysis(markdown)).toEqual(analysis);
    expect(extractAnalysis(markdown.replaceAll('\n', '\r\n'))).toEqual(analysis);
  });
});

describe('markdownReport', () => {
  it.each(Object.entries(hostileTexts))('stays whole with hostile text: %s', (_, text) => {
    const analysis = hostileAnalysis(text);
    const markdown = markdownReport(analysis, () => ({ text, path: text, line: 1 }));
    expect(markdownFaults(markdown)).toEqual([]);
    expect(deceptiveCharacters.exec(markdown)?.[0]).toBeUndefined();
    expect(markdown.includes(hostileTexts.token)).toBe(false);
    expect(extractAnalysis(markdown)).toMatchObject({ schema: 'faultline.analysis/1' });
  });

  it('stays whole with any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        (text) =>
          markdownFaults(markdownReport(hostileAnalysis(text), () => ({ text, path: text, line: 1 })))
            .length === 0,
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the shape of a raw record', () => {
    expect(markdownReport(hostDump(), () => ({ text: 'a\n```\nb', path: 'x', line: 1 }))).toContain(
      '    a\n    ```\n    b',
    );
  });
});
