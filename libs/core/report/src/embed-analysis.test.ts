import { describe, expect, it } from 'vitest';
import { extractAnalysis } from './embed-analysis.js';
import { htmlReport } from './html/html-report.js';
import { hostileAnalysis, hostileTexts } from './testing/index.js';

describe('extractAnalysis', () => {
  it('reads back what the report holds, whatever text stands in it', () => {
    for (const text of [
      hostileTexts.script,
      hostileTexts.endOfData,
      hostileTexts.ticks,
      '<script type="application/json" id="faultline-analysis">{}</script>',
    ])
      expect(
        extractAnalysis(htmlReport(hostileAnalysis(text), () => ({ text, path: text, line: 1 }))),
      ).toEqual(JSON.parse(JSON.stringify(hostileAnalysis(text))));
  });

  it('gives nothing for a text that holds none, or a damaged one', () => {
    expect(extractAnalysis('')).toBeUndefined();
    expect(extractAnalysis('# Notes\n\n```json\n{}\n```')).toBeUndefined();
    expect(
      extractAnalysis('<script type="application/json" id="faultline-analysis">{"schema":</script>'),
    ).toBeUndefined();
    expect(
      extractAnalysis('<script type="application/json" id="faultline-analysis">{"schema":1}'),
    ).toBeUndefined();
  });
});
