import { maskSecrets } from '@faultline/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedInHtml, embedInMarkdown, extractAnalysis } from './embed-analysis.js';
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

  it('reads back what went through the mask already, unchanged, from both formats', () => {
    const part = fc.constantFrom(
      'https://u:',
      'p@h/',
      '?sig=',
      '&access_token=',
      'password',
      ':',
      '=',
      '"',
      "'",
      '\\',
      ' ',
      '\n',
      'a1b2',

      'Cookie: ',
      'Authorization: Basic ',
      'eyJa.b',
      '</script>',
      '```',
      '{',
      '}',
      ',',
      '[masked]',
      '\u2028',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const analysis = hostileAnalysis(maskSecrets(text));
        for (const embed of [embedInHtml, embedInMarkdown])
          expect(extractAnalysis(embed(analysis))).toEqual(JSON.parse(JSON.stringify(analysis)));
      }),
      { numRuns: 300 },
    );
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
