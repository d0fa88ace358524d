import { createHash } from 'node:crypto';
import { type CausalGraph, compactGraph, keepOfIncidents } from '@faultline/graph';
import {
  type Analysis,
  FaultlineError,
  type InputSummary,
  type LogPosition,
  reaches,
  type Sha256,
  startOfLog,
  type Unknown,
} from '@faultline/model';
import { analyse, type EventCursor, type Lead, type StoredAnalysis } from '@faultline/pipeline';
import type { Installation } from '../stores/installation.js';
import type { CorrelatorRunner, Refreshed } from './answer.js';
import { LiveEvents } from './live-events.js';
import { namedRecords } from './named-records.js';
import { inputsOf } from './inputs-of.js';

/** The group under which the answer reads the event log. */
export const CORRELATOR_GROUP = 'correlator';
const READ_EVENTS = 5_000;
/** Root causes that an incident lists. */
const TOP = 10;
/** Rows of the compacted graph beyond `graphRowsMin`: two in a hundred events. */
const ROWS_SHARE = 0.02;

const sha256: Sha256 = (data) => createHash('sha256').update(data).digest('hex');

export interface CorrelatorOptions {
  readonly nowUs: () => number;
  /** Events that an answer is about at most; the newest stay. */
  readonly liveEventsMax: number;
}

/**
 * Keeps the whole answer up to date with the event log. Holds the live events in memory: an answer depends on all of them. Every renewal is a
 * function of the set of events alone, so a process that dies at any point is replaced by one that reads the log from its start.
 */
export class Correlator implements CorrelatorRunner {
  private readonly live: LiveEvents;
  private cursor: EventCursor | null = null;
  private position: LogPosition = startOfLog;
  private lead: Lead | null = null;

  constructor(
    private readonly stores: Installation,
    private readonly options: CorrelatorOptions,
  ) {
    this.live = new LiveEvents(options.liveEventsMax);
  }

  async refresh(): Promise<Refreshed | null> {
    if (!(await this.leads())) return null;
    const added = await this.catchUp();
    const inputs = await inputsOf(this.stores, this.live.all());
    const stored = await this.stores.cases.latestAnalysis();
    if (stored !== null && this.isOfTheseEvents(stored, inputs)) {
      if (reaches(stored.position, this.position)) return this.unchanged(stored);
      if (added === 0) return this.moveOn(stored);
    }
    const startedMs = performance.now();
    const { analysis, graph } = analyse(this.live.all(), { sha256, inputs, impacts: [], top: TOP });
    const analysedMs = performance.now();
    const told: Analysis = { ...analysis, unknowns: [...analysis.unknowns, ...this.outOfWindow()] };
    await this.save(told, graph, stored);
    return {
      renewed: true,
      eventsRead: added,
      liveEvents: this.live.count,
      leftOut: this.live.leftOut,
      incidents: told.incidents.length,
      graphLinks: graph.linkCount,
      graphBytes: graph.from.byteLength + graph.to.byteLength + graph.atUs.byteLength,
      analysisMs: analysedMs - startedMs,
      saveMs: performance.now() - analysedMs,
    };
  }

  async close(): Promise<void> {
    await this.cursor?.close();
    await this.lead?.release();
    this.cursor = null;
    this.lead = null;
  }

  private async leads(): Promise<boolean> {
    if (this.lead !== null && (await this.lead.held())) return true;
    this.lead = await this.stores.leads.tryLead();
    return this.lead !== null;
  }

  private async catchUp(): Promise<number> {
    this.cursor ??= await this.stores.log.open(startOfLog);
    let added = 0;
    for (;;) {
      const page = await this.cursor.read(READ_EVENTS);
      if (page.length === 0) break;
      added += this.live.add(page.map(({ event }) => event));
    }
    this.position = this.cursor.position();
    return added;
  }

  /** Restarted with nothing new, or only repetitions came: an event never leaves the log before its retention, so equal numbers are equal sets. */
  private isOfTheseEvents(stored: StoredAnalysis, inputs: readonly InputSummary[]): boolean {
    return (
      stored.events === this.live.count &&
      JSON.stringify(stored.analysis.inputs) === JSON.stringify(inputs)
    );
  }

  /** What came were repetitions: the answer stays, and covers more of the log. */
  private async moveOn(stored: StoredAnalysis): Promise<Refreshed> {
    const savedAtUs = Math.max(this.options.nowUs(), stored.savedAtUs + 1);
    await this.stores.cases.saveAnalysis({ ...stored, position: this.position, savedAtUs });
    await this.stores.log.acknowledge(CORRELATOR_GROUP, this.position);
    return this.unchanged(stored);
  }

  private unchanged({ analysis }: StoredAnalysis): Refreshed {
    return {
      renewed: false,
      eventsRead: 0,
      liveEvents: this.live.count,
      leftOut: this.live.leftOut,
      incidents: analysis.incidents.length,
      graphLinks: analysis.graph.links,
      graphBytes: 0,
      analysisMs: 0,
      saveMs: 0,
    };
  }

  /** Graph first, then the answer, then the log is told: whatever breaks in between is done again and comes out the same. */
  private async save(analysis: Analysis, graph: CausalGraph, before: StoredAnalysis | null): Promise<void> {
    const { position } = this;
    const events = this.live.count;
    const rowsMax = Math.max(this.stores.graphRowsMin, Math.floor(events * ROWS_SHARE));
    const keep = keepOfIncidents(analysis.incidents);
    const snapshot = compactGraph(graph, { sha256, rowsMax, keep });
    const named = await namedRecords(this.stores, analysis, this.live.all());
    await this.stores.transaction(async (stores) => {
      const heldUs = (await stores.graph.state())?.knownAtUs ?? 0;
      const savedAtUs = Math.max(this.options.nowUs(), heldUs + 1);
      await stores.graph.save(snapshot, { knownAtUs: savedAtUs, position });
      await stores.events.put(named.events);
      await stores.raw.put(named.raw);
      await stores.cases.saveAnalysis({ analysis, position, events, savedAtUs });
      if (!(await this.lead?.held())) throw lostLead();
    });
    await this.stores.publish(analysis.incidents, before?.analysis.incidents ?? []);
    await this.stores.log.acknowledge(CORRELATOR_GROUP, position);
  }

  private outOfWindow(): Unknown[] {
    const { leftOut } = this.live;
    if (leftOut === 0) return [];
    return [
      {
        what: `${leftOut} older events`,
        why: `the answer is about the ${this.live.count} newest (FAULTLINE_LIVE_EVENTS_MAX)`,
        effect: 'a cause that lies before them is not seen',
      },
    ];
  }
}

function lostLead(): FaultlineError {
  return new FaultlineError(
    'FL_LEAD_LOST',
    'Another process has taken over the answer; this one stands by. Nothing was lost.',
  );
}
