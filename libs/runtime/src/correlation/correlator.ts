import { type CausalGraph, compactGraph, type GraphChanges, keepOfIncidents } from '@faultline/graph';
import {
  type Analysis,
  FaultlineError,
  type Incident,
  type LogPosition,
  reaches,
  startOfLog,
  type Unknown,
} from '@faultline/model';
import { analyse, type EventCursor, type Lead, type StoredAnalysis } from '@faultline/pipeline';
import { sha256 } from '../sha256.js';
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
  /** The stored answer, once it is known to be about the live events. */
  private answer: StoredAnalysis | null = null;
  /** Events were read that no stored answer covers. */
  private unsaved = false;
  /** What subscribers were told last; null: not by this process. */
  private told: readonly Incident[] | null = null;
  private owesNews = true;

  constructor(
    private readonly stores: Installation,
    private readonly options: CorrelatorOptions,
  ) {
    this.live = new LiveEvents(options.liveEventsMax);
  }

  async refresh(): Promise<Refreshed | null> {
    if (!(await this.leads())) return null;
    const added = await this.catchUp();
    const standing = await this.standingAnswer();
    if (standing !== null) {
      if (!reaches(standing.position, this.position)) await this.moveOn(standing);
      await this.tell(standing.analysis.incidents);
      return this.unchanged(standing);
    }
    const startedMs = performance.now();
    const inputs = await inputsOf(this.stores, this.live.all());
    const { analysis, graph } = analyse(this.live.all(), { sha256, inputs, impacts: [], top: TOP });
    const analysedMs = performance.now();
    const beyond = [...this.outOfWindow(), ...(await this.unread())];
    const whole: Analysis = { ...analysis, unknowns: [...analysis.unknowns, ...beyond] };
    const rows = await this.save(whole, graph);
    const savedMs = performance.now();
    await this.tell(whole.incidents);
    return {
      renewed: true,
      eventsRead: added,
      liveEvents: this.live.count,
      leftOut: this.live.leftOut,
      incidents: whole.incidents.length,
      graphLinks: graph.linkCount,
      graphBytes: graph.from.byteLength + graph.to.byteLength + graph.atUs.byteLength,
      rows,
      analysisMs: analysedMs - startedMs,
      saveMs: savedMs - analysedMs,
    };
  }

  async close(): Promise<void> {
    await this.cursor?.close();
    await this.lead?.release();
    this.cursor = null;
    this.lead = null;
  }

  private async leads(): Promise<boolean> {
    if (this.lead !== null) {
      if (await this.lead.held()) return true;
      await this.lead.release();
      // Whoever led meanwhile has stored and told its own.
      [this.lead, this.answer, this.told, this.owesNews] = [null, null, null, true];
    }
    this.lead = await this.stores.leads.tryLead();
    return this.lead !== null;
  }

  /** A cursor that failed is of no more use: the next one goes on where it was. */
  private async catchUp(): Promise<number> {
    try {
      const cursor = (this.cursor ??= await this.stores.log.open(this.position));
      let added = 0;
      for (;;) {
        const page = await cursor.read(READ_EVENTS);
        added += this.live.add(page.map(({ event }) => event));
        this.position = cursor.position();
        this.unsaved ||= added > 0;
        if (page.length === 0) return added;
      }
    } catch (error) {
      const { cursor } = this;
      this.cursor = null;
      await cursor?.close().catch(() => undefined);
      throw error;
    }
  }

  /** The stored answer when it is about the very events that are live. Costs one small query while nothing happens. */
  private async standingAnswer(): Promise<StoredAnalysis | null> {
    const { cases, records } = this.stores;
    if (this.answer !== null) {
      if (this.unsaved) return null;
      // Sources that brought nothing new still belong among the inputs; over Kafka they come with the next event.
      if (records !== null && (await cases.savedAtUs()) === this.answer.savedAtUs) return this.answer;
    }
    const stored = await cases.latestAnalysis();
    if (stored === null || !(await this.isOfTheseEvents(stored))) return null;
    // Just started: what was read is covered when the answer had read as far. The same stretch of the log is the same set of events.
    if (this.answer === null && !reaches(stored.position, this.position)) return null;
    this.unsaved = false;
    this.answer = stored;
    return stored;
  }

  private async isOfTheseEvents(stored: StoredAnalysis): Promise<boolean> {
    if (stored.events !== this.live.count) return false;
    const inputs = await inputsOf(this.stores, this.live.all());
    return JSON.stringify(stored.analysis.inputs) === JSON.stringify(inputs);
  }

  /** What came were repetitions: the answer stays, and covers more of the log. */
  private async moveOn(stored: StoredAnalysis): Promise<void> {
    const savedAtUs = Math.max(this.options.nowUs(), stored.savedAtUs + 1);
    const moved = { ...stored, position: this.position, savedAtUs };
    await this.stores.cases.saveAnalysis(moved);
    this.answer = moved;
    await this.stores.log.acknowledge(CORRELATOR_GROUP, this.position);
  }

  /** Subscribers hear of the answer after it is stored; what could not be told is told with the next refresh. */
  private async tell(incidents: readonly Incident[]): Promise<void> {
    if (!this.owesNews) return;
    await this.stores.publish(incidents, this.told);
    await this.stores.log.acknowledge(CORRELATOR_GROUP, this.position);
    this.told = incidents;
    this.owesNews = false;
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
      rows: null,
      analysisMs: 0,
      saveMs: 0,
    };
  }

  /** Graph first, then the answer: whatever breaks in between is done again and comes out the same. */
  private async save(analysis: Analysis, graph: CausalGraph): Promise<GraphChanges> {
    const { position } = this;
    const events = this.live.count;
    const rowsMax = Math.max(this.stores.graphRowsMin, Math.floor(events * ROWS_SHARE));
    const keep = keepOfIncidents(analysis.incidents);
    const snapshot = compactGraph(graph, { sha256, rowsMax, keep });
    const named = await namedRecords(this.stores, analysis, this.live.all());
    this.owesNews = true;
    const saved = await this.stores.transaction(async (stores) => {
      const heldUs = (await stores.graph.state())?.knownAtUs ?? 0;
      const savedAtUs = Math.max(this.options.nowUs(), heldUs + 1);
      // A graph on another server takes no part in the transaction: one who was cut off must not get as far.
      await this.stillLeads();
      const rows = await stores.graph.save(snapshot, { knownAtUs: savedAtUs, position });
      await stores.events.put(named.events);
      await stores.raw.put(named.raw);
      await stores.cases.saveAnalysis({ analysis, position, events, savedAtUs });
      await this.stillLeads();
      return { rows, savedAtUs };
    });
    this.answer = { analysis, position, events, savedAtUs: saved.savedAtUs };
    this.unsaved = false;
    return saved.rows;
  }

  private async stillLeads(): Promise<void> {
    if (!(await this.lead?.held())) throw lostLead();
  }

  private async unread(): Promise<Unknown[]> {
    const letters = await this.stores.deadLetters();
    if (letters === 0) return [];
    return [
      {
        what: `${letters} dead letters`,
        why: 'records of the topics that could not become events',
        effect:
          'what they say is not in the graph; the topic of dead letters has each with its reason, `faultline replay` sends them back',
      },
    ];
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
