import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { compactGraph } from '@faultline/graph';
import type { Event, InputSummary, Sha256 } from '@faultline/model';
import { analyse, inputSummaryOf, type Storage } from '@faultline/pipeline';

/** The group under which the analysis reads the event log. */
export const CORRELATOR_GROUP = 'correlator';
const READ_EVENTS = 5_000;
/** Root causes that an incident lists. */
const TOP = 10;

const sha256: Sha256 = (data) => createHash('sha256').update(data).digest('hex');

/** Keeps the whole answer up to date with the event log. Holds all events in memory: an answer depends on all of them. */
export class Correlator {
  private readonly events: Event[] = [];
  private position = 0;

  constructor(
    private readonly storage: Storage,
    private readonly nowUs: () => number,
  ) {}

  /** Reads what is new, analyses everything, and stores analysis and graph in one step. Nothing new: does nothing. */
  async refresh(): Promise<void> {
    await this.catchUp();
    const inputs = await this.inputs();
    const { position } = this;
    const stored = await this.storage.cases.latestAnalysis();
    if (stored?.position === position && isDeepStrictEqual(stored.analysis.inputs, inputs)) return;
    const { analysis, graph } = analyse(this.events, { sha256, inputs, impacts: [], top: TOP });
    const snapshot = compactGraph(graph);
    await this.storage.transaction(async (stores) => {
      await stores.cases.saveAnalysis({ analysis, position, savedAtUs: this.nowUs() });
      // New records may add nothing to the graph, and writing it is the larger part.
      if ((await stores.graph.hash()) !== snapshot.hash) await stores.graph.save(snapshot);
      await stores.events.acknowledge(CORRELATOR_GROUP, position);
    });
  }

  private async inputs(): Promise<readonly InputSummary[]> {
    const sources = await this.storage.cases.sources();
    return sources.map(inputSummaryOf).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  private async catchUp(): Promise<void> {
    for (;;) {
      const page = await this.storage.events.read(this.position, READ_EVENTS);
      for (const { event } of page) this.events.push(event);
      this.position = page.at(-1)?.position ?? this.position;
      if (page.length < READ_EVENTS) return;
    }
  }
}
