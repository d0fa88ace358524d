import { analysisSchema, type Analysis } from '@faultline/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractAnalysis } from '../embed-analysis.js';
import type { RawOf } from '../report-options.js';
import { eventPositions } from '../story/event-positions.js';
import {
  deceptiveCharacters,
  emptyAnalysis,
  forgedTokens,
  hostDump,
  hostileAnalysis,
  hostileTexts,
  htmlFaults,
  largeChain,
} from '../testing/index.js';
import { anchorName } from '../text/html-text.js';
import { htmlReport } from './html-report.js';

const rawOf =
  (analysis: Analysis, text = '{"event":"raw"}'): RawOf =>
  (id) => {
    const position = analysis.events[id];
    return position === undefined ? null : { text, path: position.path, line: position.line };
  };
const idsOf = (html: string): readonly string[] =>
  [...html.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1] ?? '');

describe.each([
  ['forged tokens', forgedTokens()],
  ['host', hostDump()],
  ['nothing found', emptyAnalysis()],
  ['500 entities', largeChain(500)],
])('report of %s', (_, analysis) => {
  const html = htmlReport(analysis, rawOf(analysis));
  const ids = idsOf(html);

  it('is a valid analysis and a document without faults', () => {
    expect(analysisSchema.safeParse(analysis).error).toBeUndefined();
    expect(htmlFaults(html)).toEqual([]);
  });

  it('gives every event an anchor of its own, and every anchor that is linked exists', () => {
    for (const { id } of eventPositions(analysis)) expect(ids).toContain(anchorName('event', id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const match of html.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(match[1]);
  });

  it('is the same at every run, and holds the analysis', () => {
    expect(htmlReport(JSON.parse(JSON.stringify(analysis)), rawOf(analysis))).toBe(html);
    expect(extractAnalysis(html)).toEqual(analysis);
  });
});

describe('htmlReport', () => {
  it('says in plain words what started it, where to cut and what is not known', () => {
    const text = htmlReport(forgedTokens(), () => null).replace(/<[^>]+>/gu, '');
    expect(text).toContain(
      'It started with the build step Install (run 10000029102) at 2026-03-08 16:41:45 UTC (probability 99.7%',
    );
    expect(text).toContain('Each of five entities alone cuts every path; the cheapest is the artifact');
    expect(text).toContain('How the commit came to be merged');
    expect(text).toContain('npx faultline verify report.html');
  });

  it('allows no request and no script', () => {
    expect(htmlReport(forgedTokens(), () => null)).toContain(
      'content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"',
    );
  });

  it('shows times at a fixed offset and says so', () => {
    const html = htmlReport(forgedTokens(), () => null, { offsetMinutes: 480 });
    expect(html).toContain('2026-03-09 02:17:20</time>');
    expect(html).toContain('times in UTC+08:00');
    expect(html).toContain('datetime="2026-03-08T18:17:20Z"');
  });

  it.each(Object.entries(hostileTexts))('stays whole with hostile text: %s', (_, text) => {
    const analysis = hostileAnalysis(text);
    const html = htmlReport(analysis, rawOf(analysis, text));
    expect(htmlFaults(html)).toEqual([]);
    expect(deceptiveCharacters.exec(html)?.[0]).toBeUndefined();
    expect(html.includes(hostileTexts.token)).toBe(false);
  });

  it('stays whole with any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        (text) =>
          htmlFaults(htmlReport(hostileAnalysis(text), () => ({ text, path: text, line: 1 }))).length === 0,
      ),
      { numRuns: 60 },
    );
  });

  it('masks what looks like a secret in a raw record', () => {
    const analysis = forgedTokens();
    const html = htmlReport(analysis, rawOf(analysis, `{"authorization":"Bearer ${hostileTexts.token}"}`));
    expect(html).not.toContain('QUJDQUJD');
    expect(html).toContain('[masked]');
  });

  it('cuts a name of 10 KB', () => {
    expect(
      htmlReport(hostileAnalysis(hostileTexts.endless), () => null).replace(/<script[\s\S]*<\/script>/u, ''),
    ).not.toContain('x'.repeat(700));
  });

  it('does not call a missing answer a clean one', () => {
    expect(htmlReport(emptyAnalysis(), () => null)).toContain('No incident was found.');
    expect(htmlReport(emptyAnalysis(), () => null)).toContain(
      'forged tokens cannot be told from issued ones',
    );
  });
});
