import { correlate } from '@faultline/correlate';
import { detectImpacts } from '@faultline/detect';
import { evidenceParameters, gatherEvidence } from '@faultline/evidence';
import { buildCausalGraph, type CausalGraph } from '@faultline/graph';
import { costParameters } from '@faultline/defence';
import { indexEvents, type Analysis, type Event, type EventIndex, type Unknown } from '@faultline/model';
import { alignClocks, resolveProcessIdentity } from '@faultline/normalise';
import { fusionParameters } from '@faultline/rootcause';
import type { AnalyseOptions } from './analyse-options.js';
import { clockUnknowns } from './clock-unknowns.js';
import { findIncidents, maxImpacts } from './find-incidents.js';
import { impactsFromSelectors, type ImpactSelector } from './impact-selector.js';
import { namedEvents } from './named-events.js';
import { unreadUnknowns } from './unread-unknowns.js';

export interface AnalyseResult {
  readonly analysis: Analysis;
  readonly graph: CausalGraph;
}

/**
 * Events in any order, duplicates allowed, to the whole answer: align clocks, correlate into one graph, detect impacts, gather evidence, name
 * root causes, compute breakpoints. Pure: the same set of events gives the same document.
 */
export function analyse(events: readonly Event[], options: AnalyseOptions): AnalyseResult {
  const stage = options.onStage ?? (() => undefined);
  stage('aligning clocks');
  const aligned = alignClocks(events);
  const index = indexEvents(resolveProcessIdentity(aligned.events));
  stage('correlating');
  const graph = buildCausalGraph(correlate(index), options.sha256);
  stage('detecting impacts');
  const selected = impactsFromSelectors(graph, options.impacts);
  const detected = options.impacts.length === 0 ? index.memo(detectImpacts) : [];
  stage('gathering evidence');
  const gathered = gatherEvidence({ index, graph });
  stage('finding root causes and breakpoints');
  const incidents = findIncidents({ index, graph, selected: selected.impacts, detected, gathered, options });
  const analysis: Analysis = {
    schema: 'faultline.analysis/1',
    inputs: [...options.inputs],
    graph: { entities: graph.entityCount, links: graph.linkCount, hash: graph.hash },
    incidents,
    unknowns: [
      ...selected.unknowns,
      ...withoutImpact(index, options.impacts),
      ...unreadUnknowns(index, options.inputs),
      ...beyondMost(detected.length),
      ...clockUnknowns(aligned.corrections),
      ...gathered.unknowns.map(({ unknown }) => unknown),
    ],
    events: namedEvents(index, incidents),
    parameters: { ...fusionParameters, ...evidenceParameters, ...costParameters },
  };
  return { analysis, graph };
}

/** A flood of impacts must not hide one in silence. */
function beyondMost(detected: number): Unknown[] {
  if (detected <= maxImpacts) return [];
  return [
    {
      what: `${detected - maxImpacts} of ${detected} impacts`,
      why: `the ${maxImpacts} worst are explained`,
      effect: 'the others are not in the answer; look at a shorter time or name one with --impact',
    },
  ];
}

/** Ready links carry no detections: without a named impact there is nothing to explain. */
function withoutImpact(index: EventIndex, selectors: readonly ImpactSelector[]): Unknown[] {
  if (selectors.length > 0 || index.of('link').length === 0) return [];
  return [
    {
      what: 'impact',
      why: 'ready links (faultline.link/1) do not say what was harmed',
      effect: 'name it with --impact KIND:KEY',
    },
  ];
}
