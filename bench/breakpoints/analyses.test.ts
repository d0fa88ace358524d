import { createHash } from 'node:crypto';
import { seededRandom } from '@faultline/graph/testing';
import type { Analysis, EventOf, Incident } from '@faultline/model';
import { analyse } from '@faultline/pipeline';
import { verifyAnalysis } from '@faultline/verify';
import { describe, expect, it } from 'vitest';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const startUs = 1_700_000_000_000_000;

/** What `faultline analyze --impact` answers to random ready links; many without a path, some with an impact that is its own origin. */
function randomAnalysis(seed: number): Analysis {
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const entities = 3 + pick(12);
  const end = () => {
    const place = pick(entities);
    return { kind: ['process', 'ip', 'file', 'service'][place % 4]!, key: `n${place}` };
  };
  const cost = () => (random() < 0.2 ? null : 1 + pick(5));
  const time = () => startUs + pick(20) * 1_000_000;
  const events = Array.from({ length: 2 + pick(70) }, (_, line): EventOf<'link'> => ({
    id: `e${line}`,
    atUs: time(),
    observedAtUs: null,
    clock: null,
    record: { path: 'links.jsonl', line, offset: 0, length: 1 },
    dataset: 'faultline.link',
    kind: 'link',
    from: { ...end(), cost: cost() },
    to: { ...end(), cost: cost() },
    seq: null,
    linkKind: ['flow', 'wrote', 'started'][pick(3)]!,
    bytes: null,
    evidence: [],
  }));
  // A link from an entity to itself is none.
  const flowing = events.filter(({ from, to }) => from.key !== to.key);
  const harmed = () => {
    const { to, atUs } = flowing[pick(flowing.length)] ?? events[0]!;
    return { kind: to.kind, key: to.key, atUs: random() < 0.4 ? atUs : null };
  };
  // Alone, an impact may also be one to which nothing led.
  const impacts =
    random() < 0.4
      ? [{ ...end(), atUs: random() < 0.4 ? time() : null }]
      : Array.from({ length: 1 + pick(3) }, harmed);
  return JSON.parse(
    JSON.stringify(analyse(events, { sha256, inputs: [], impacts, top: 10 }).analysis),
  ) as Analysis;
}

const failed = (analysis: Analysis) =>
  verifyAnalysis(analysis, { sha256 })
    .checks.filter((check) => !check.ok)
    .map(({ name, detail }) => `${name}: ${detail}`);

describe('analyses under the independent verifier', () => {
  it('verify on 500 random graphs, with and without a path', () => {
    let [cut, without] = [0, 0];
    for (let seed = 0; seed < 500; seed++) {
      const analysis = randomAnalysis(seed);
      expect(failed(analysis), `seed ${seed}`).toEqual([]);
      const [incident] = analysis.incidents;
      if (incident === undefined) continue;
      if (incident.certificate.links.length === 0) without++;
      else cut++;
    }
    expect(cut).toBeGreaterThan(100);
    expect(without).toBeGreaterThan(20);
  });

  it('are rejected when certificate and incident tell different stories', () => {
    let tampered = 0;
    for (let seed = 0; seed < 200; seed++) {
      const analysis = randomAnalysis(seed);
      const [incident] = analysis.incidents;
      if (incident === undefined || incident.certificate.links.length < 2) continue;
      for (const change of forgeries(incident)) {
        const forged = { ...analysis, incidents: [{ ...incident, ...change }] };
        expect(failed(forged).length, `seed ${seed} ${Object.keys(change).join()}`).toBeGreaterThan(0);
        tampered++;
      }
    }
    expect(tampered).toBeGreaterThan(500);
  });
});

function forgeries({ certificate, chain, breakpoints, impacts, rootCauses }: Incident): Partial<Incident>[] {
  const nothing = { removed: [], cost: 0, lowerBound: 0, optimal: true, lowerBoundPaths: [], putBack: [] };
  const nothingCut = {
    single: [],
    set: { entities: [], cost: 0, lowerBound: 0, optimal: true },
    mass: [],
  };
  const { uncuttablePath: _, ...rest } = certificate;
  const empty = { ...rest, ...nothing, links: [], origins: [] };
  return [
    // A certificate of an empty graph is true in itself.
    { certificate: empty },
    { certificate: empty, breakpoints: nothingCut },
    // Origins that lead nowhere leave nothing to cut.
    { certificate: { ...rest, ...nothing, origins: [] }, breakpoints: nothingCut },
    { certificate: { ...certificate, impacts: [] } },
    { impacts: [] },
    { impacts: impacts.map((impact) => ({ ...impact, event: null })), chain: { ...chain, links: [] } },
    { chain: { ...chain, links: chain.links.slice(1) } },
    { chain: { ...chain, links: chain.links.map((link) => ({ ...link, events: [] })) } },
    // A ring of links has no beginning, and so no root cause.
    ...(rootCauses.length === 0
      ? []
      : [{ rootCauses: rootCauses.map((root) => ({ ...root, verdict: 'CONFIRMED' as const })) }]),
    { breakpoints: { ...breakpoints, set: { ...breakpoints.set, optimal: !breakpoints.set.optimal } } },
  ];
}
