import type { Sentence } from '@faultline/report';
import { forgedTokens, hostDump, hostileAnalysis, hostileTexts } from '@faultline/report/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { WholeAnalysis } from '../api/schemas.js';
import { detailAnswer } from '../testing/api-answers.js';
import { BreakpointList } from './breakpoint-list.js';
import { CauseList } from './cause-list.js';
import { ChainView } from './chain-view.js';
import { ControlTable } from './control-table.js';
import { EntityPanel } from './entity-panel.js';
import { RecordsContext } from './event-link.js';
import { EventTable } from './event-table.js';
import { eventUses } from './event-uses.js';
import { IncidentUnknowns, NotKnown } from './not-known.js';
import { fieldRows } from './record-drawer.js';
import { fitted, zoomed } from './use-pan-zoom.js';

const none = (): void => undefined;

function everything(analysis: Parameters<typeof detailAnswer>[0]): string {
  const incident = detailAnswer(analysis);
  return renderToStaticMarkup(
    <RecordsContext value={{ events: incident.events, open: none }}>
      <ChainView incident={incident} selectedEntity={null} onSelect={none} />
      <EntityPanel incident={incident} entities={incident.chain.entities} onSelect={none} onClose={none} />
      <CauseList incident={incident} onSelect={none} />
      <BreakpointList incident={incident} onSelect={none} />
      <ControlTable incident={incident} onSelect={none} />
      <EventTable incident={incident} events={incident.events} />
    </RecordsContext>,
  );
}

describe('parts of the incident page', () => {
  it('draws the chain as buttons with names, and marks with words', () => {
    const markup = everything(forgedTokens());
    expect(markup).toContain(
      'aria-label="build step: Install (run 10000029102) (root cause 1, cuts every path alone)"',
    );
    expect(markup).toContain('>34 × token</text>');
    expect(markup).toContain('>IMPACT</text>');
  });

  it('shows evidence, cuts with their proof, and every event', () => {
    const markup = everything(forgedTokens());
    expect(markup).toContain('40 of 40 tokens are absent from the issuance ledger');
    expect(markup).toContain('proved cheapest');
    expect(markup).toContain('npx faultline verify certificate.json');
    expect(markup).toContain('137 events');
    expect(everything(hostDump())).toContain('no flow log of this host was given');
  });

  it.each(Object.entries(hostileTexts))('shows hostile text as text: %s', (_, text) => {
    const markup = everything(hostileAnalysis(text));
    expect(markup).not.toMatch(/<script|<img|onerror="|[\u202a-\u202e\u2066-\u2069]/u);
    expect(markup.includes(hostileTexts.token)).toBe(false);
    expect(markup.includes('x'.repeat(900))).toBe(false);
  });
});

describe('what is not known', () => {
  const markupOf = (data: WholeAnalysis | null, sentences: readonly Sentence[] = []): string => {
    const whole = { data, trouble: null, loading: false };
    return renderToStaticMarkup(
      <>
        <NotKnown sentences={sentences} whole={whole} onSelect={none} />
        <IncidentUnknowns incident={{ unknowns: [] }} whole={whole} />
      </>,
    );
  };
  const input = { path: 'app.log', kind: null, records: 3, events: 0, rejected: 3, sha256: null };

  it('is nothing only where the whole analysis is known to leave nothing open', () => {
    expect(markupOf({ inputs: [], unknowns: [] })).toContain('Nothing is recorded as unknown.');
    expect(markupOf(null)).not.toContain('Nothing is recorded');
  });

  it('names rejected records and inputs of no kind', () => {
    const markup = markupOf({ inputs: [input], unknowns: [] });
    expect(markup).not.toContain('Nothing is recorded');
    expect(markup).toContain('<li>3 rejected records: what they tell is not in the graph.</li>');
    expect(markup).toContain('1 input of no recognised kind');
    expect(markup).toContain('nothing was recognised in app.log');
  });

  it('lists unknowns of the analysis once, beside what the incident says', () => {
    const unknowns = [
      { what: '3 rejected records', why: 'no known form', effect: 'not in the graph' },
      { what: 'clock of api', why: 'ahead', effect: 'moved by 3 s' },
    ];
    const markup = markupOf({ inputs: [input], unknowns }, [[{ kind: 'text', text: 'Outside: 3%.' }]]);
    expect(markup).toContain('<li>Clock of api: moved by 3 s.</li>');
    expect(markup).toContain('Outside: 3%.');
    expect(markup.match(/rejected records/gu)).toHaveLength(2);
  });
});

describe('a root cause without enough evidence', () => {
  it('is a candidate', () => {
    const analysis = forgedTokens();
    const incident = detailAnswer(analysis);
    const rootCauses = incident.rootCauses.map((cause) => ({ ...cause, verdict: 'INSUFFICIENT' as const }));
    const markup = everything({ ...analysis, incidents: [{ ...incident, rootCauses }] });
    expect(markup).toContain('>CANDIDATE</span>');
    expect(markup).not.toContain('cause first');
    const panel = renderToStaticMarkup(
      <EntityPanel
        incident={{ ...incident, rootCauses }}
        entities={rootCauses.slice(0, 1).map((cause) => cause.entity)}
        onSelect={none}
        onClose={none}
      />,
    );
    expect(panel).toContain('candidate 1, not enough evidence to call it a root cause');
  });
});

describe('small helpers', () => {
  it('names each event once, with all its uses, in time order', () => {
    const incident = detailAnswer(forgedTokens());
    const uses = eventUses(incident, incident.events);
    expect(new Set(uses.map((use) => use.id)).size).toBe(uses.length);
    expect(uses.map((use) => use.atUs)).toEqual(
      uses.map((use) => use.atUs).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    );
    expect(uses.find((use) => use.uses.includes('root cause 1'))?.uses).toEqual([
      'root cause 1',
      'build.B1',
      'produced',
    ]);
  });

  it('lists fields that say something', () => {
    expect(fieldRows({ a: null, atUs: 0, b: { c: 1, d: [] }, e: ['x', 'y'], f: [{ g: true }] })).toEqual([
      ['atUs', '1970-01-01 00:00:00 UTC'],
      ['b.c', '1'],
      ['e', 'x, y'],
      ['f[0].g', 'true'],
    ]);
  });

  it('zooms around a point and fits a picture into its frame', () => {
    const view = zoomed({ x: 0, y: 0, scale: 1 }, 2, { x: 100, y: 50 }, 0.2);
    expect(view).toEqual({ x: -100, y: -50, scale: 2 });
    expect(zoomed(view, 100, { x: 0, y: 0 }, 0.2).scale).toBe(3);
    expect(fitted(1000, 100, { width: 500, height: 500 })).toEqual({ scale: 0.5, x: 0, y: 225 });
  });
});
