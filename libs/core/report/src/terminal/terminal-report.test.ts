import type { Analysis } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../chain/box-text.js';
import {
  emptyAnalysis,
  forgedTokens,
  hostDump,
  hostileAnalysis,
  hostileTexts,
  largeChain,
  longLine,
} from '../testing/index.js';
import { terminalReport } from './terminal-report.js';

// oxlint-disable-next-line no-control-regex
const colours = /\u001b\[\d+m/gu;

describe('terminalReport', () => {
  const hostile = Object.entries(hostileTexts).map(([name, text]): [string, Analysis] => [
    name,
    hostileAnalysis(text),
  ]);
  it.each<[string, Analysis]>([
    ['forged tokens', forgedTokens()],
    ['host', hostDump()],
    ['500 entities', largeChain(500)],
    ['line', longLine(500)],
    ...hostile,
  ])('fits a terminal: %s', (_, analysis) => {
    const lines = terminalReport(analysis, { color: false }).split('\n');
    expect(lines.length).toBeLessThanOrEqual(68);
    expect(Math.max(...lines.map(cellsOf))).toBeLessThanOrEqual(100);
    // oxlint-disable-next-line no-control-regex
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
  });

  it('draws the chain as arrows with its marks', () => {
    const text = terminalReport(forgedTokens(), { color: false });
    expect(text).toContain('└▶ build step Install (run 10000029102)  [ROOT CAUSE] [CUT]');
    expect(text).toContain('└▶ 34 × token');
    expect(text).toContain('service orders-api  [IMPACT]');
    expect(text).toContain('CUT artifact sso-passport@sha256:436a0e7cbb10  cost 20');
  });

  it('names a set of cuts where it is cheaper than any single one', () => {
    const analysis = hostDump();
    for (const { breakpoints } of analysis.incidents) {
      const entities = breakpoints.single.slice(0, 2).map((entry) => entry.entity);
      breakpoints.set = { entities, cost: 3, lowerBound: 2, optimal: false };
    }
    const text = terminalReport(analysis, { color: false });
    expect(text).toContain('CUT file C:\\Users');
    expect(text).toContain('CUT SET 2 entities, cost 3 (lower bound 2): process msedge.exe (4120)');
  });

  it('says the same with and without colour', () => {
    expect(terminalReport(forgedTokens(), { color: true }).replace(colours, '')).toBe(
      terminalReport(forgedTokens(), { color: false }),
    );
  });

  it('says what was read where nothing was found', () => {
    const text = terminalReport(emptyAnalysis(), { color: false });
    expect(text).toContain('No incident found.');
    expect(text).toContain('siem/quiet.jsonl  siem, 1,199 events, 1 rejected');
    expect(text).toContain('forged tokens cannot be told from issued ones');
  });

  it('lists further incidents in a line each', () => {
    const one = forgedTokens();
    const many = { ...one, incidents: Array.from({ length: 5 }, () => one.incidents).flat() };
    expect(
      terminalReport(many, { color: false, incidentsMax: 1 }).match(/^Incident \d+: Critical/gmu),
    ).toHaveLength(4);
  });
});
