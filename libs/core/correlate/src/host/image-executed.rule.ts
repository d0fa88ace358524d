import {
  fileEntity,
  processEntity,
  type EventIndex,
  type NamedEntity,
  type ProcessRef,
  longNames,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';
import { firstWrites } from './first-writes.js';

// (image:File)-[:EXECUTED_AS]->(:Process)
// A process whose start was not recorded is joined to its image when the records saw that file being written before the process first acted:
// `inferred`, at the time of its first act.
export const imageExecuted: LinkingRule = {
  id: 'host.image-executed',
  draws: '(:File)-[:EXECUTED_AS]->(:Process)',
  link(index, emit) {
    const longName = index.memo(longNames);
    const draw = (
      host: string,
      process: ProcessRef,
      image: string,
      atUs: number,
      basis: 'observed' | 'inferred',
      event: string,
    ) => {
      const from: NamedEntity = fileEntity(host, image, (path) => longName(host, path));
      emit({
        from,
        to: processEntity(host, process),
        atUs,
        seq: null,
        kind: 'executed-as',
        rule: this.id,
        basis,
        events: [event],
        bytes: null,
      });
    };
    const started = new Set<string>();
    for (const event of index.of('process.start')) {
      started.add(`${event.host}/${event.process.key}`);
      if (event.process.image !== null)
        draw(event.host, event.process, event.process.image, event.atUs, 'observed', event.id);
    }
    const written = index.memo(firstWrites);
    for (const act of firstActs(index, started)) {
      if (act.process.image === null) continue;
      const wroteAtUs = written.get(`${act.host}:${longName(act.host, act.process.image)}`);
      if (wroteAtUs !== undefined && wroteAtUs < act.atUs)
        draw(act.host, act.process, act.process.image, act.atUs - 1, 'inferred', act.event);
    }
  },
};

interface Act {
  readonly host: string;
  readonly process: ProcessRef;
  readonly atUs: number;
  readonly event: string;
}

/** The first record of every process whose start is not on record. */
function firstActs(index: EventIndex, started: ReadonlySet<string>): Iterable<Act> {
  const acts = new Map<string, Act>();
  const seen = new Map<ProcessRef, string>();
  const note = (host: string, process: ProcessRef | null, atUs: number, event: string) => {
    // Events of a kind come in order, and thousands of them share one reference: only the first can be the first act.
    if (process === null || seen.get(process) === host) return;
    seen.set(process, host);
    const key = `${host}/${process.key}`;
    if (started.has(key)) return;
    const known = acts.get(key);
    if (known === undefined || atUs < known.atUs) acts.set(key, { host, process, atUs, event });
  };
  for (const event of index.of('process.access')) note(event.host, event.source, event.atUs, event.id);
  for (const kind of ['file.write', 'network.flow', 'dns.query', 'registry.write', 'image.load'] as const) {
    seen.clear();
    for (const event of index.of(kind)) note(event.host, event.process, event.atUs, event.id);
  }
  return acts.values();
}
