import { fileEntity, normalisePath, processEntity, longNames } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';
import { firstWrites } from './first-writes.js';

// (:File)-[:LOADED_BY]->(:Process)
// Only modules that the records saw written before, or unsigned ones outside the Windows folder (its native images are unsigned by design): the thousands of signed system libraries that every
// process maps bring no one closer to an origin.
export const moduleLoaded: LinkingRule = {
  id: 'host.module-loaded',
  draws: '(:File)-[:LOADED_BY]->(:Process)',
  link(index, emit) {
    const longName = index.memo(longNames);
    const written = index.memo(firstWrites);
    for (const event of index.of('image.load')) {
      const foreign = event.signed === false && !/^[a-z]:\\windows\\/.test(normalisePath(event.path));
      const wroteAtUs = written.get(`${event.host}:${longName(event.host, event.path)}`);
      if (!foreign && (wroteAtUs === undefined || wroteAtUs > event.atUs)) continue;
      if (
        event.process.image !== null &&
        longName(event.host, event.process.image) === longName(event.host, event.path)
      )
        continue;
      emit({
        from: fileEntity(event.host, event.path, (path) => longName(event.host, path)),
        to: processEntity(event.host, event.process),
        atUs: event.atUs,
        seq: null,
        kind: 'loaded-by',
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      });
    }
  },
};
