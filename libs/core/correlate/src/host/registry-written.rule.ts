import {
  baseName,
  normalisePath,
  processEntity,
  registryEntity,
  type EventIndex,
  type EventOf,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

const autostart =
  /\\(?:run|runonce|runservices|runonceex|image file execution options|services|winlogon|userinit|environment)(?:\\|$)/i;

// (:Process)-[:SET]->(:RegistryValue)    (:RegistryValue)-[:AUTOSTARTED]->(:Process)
export const registryWritten: LinkingRule = {
  id: 'host.registry-written',
  draws: '(:Process)-[:SET]->(:RegistryValue), (:RegistryValue)-[:AUTOSTARTED]->(:Process)',
  link(index, emit) {
    const starts = index.memo(startsByImage);
    for (const event of index.of('registry.write')) {
      const value = registryEntity(event.host, event.path);
      // Written out: spreading shared fields takes several times as long, and there are many of these.
      emit({
        from: processEntity(event.host, event.process),
        to: value,
        atUs: event.atUs,
        seq: null,
        kind: 'set',
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      });
      for (const start of autostarted(event, starts)) {
        emit({
          from: value,
          to: processEntity(start.host, start.process),
          atUs: start.atUs,
          seq: null,
          kind: 'autostarted',
          rule: this.id,
          basis: 'inferred',
          events: [event.id, start.id],
          bytes: null,
        });
      }
    }
  },
};

/** Processes that later ran the program which an autostart value names. The value itself is never seen being read. */
function autostarted(
  event: EventOf<'registry.write'>,
  starts: ReadonlyMap<string, readonly EventOf<'process.start'>[]>,
): readonly EventOf<'process.start'>[] {
  if (event.value === null || !autostart.test(event.path)) return [];
  const path = /[a-z]:\\[^"|<>*?]+?\.(?:exe|dll|com|scr|bat|cmd|ps1|vbs|js)/i.exec(
    event.value.slice(0, 2048),
  )?.[0];
  if (path === undefined) return [];
  const candidates = starts.get(`${event.host}:${normalisePath(path)}`) ?? [];
  return candidates.filter((start) => start.atUs > event.atUs && baseName(start.process.image ?? '') !== '');
}

function startsByImage(index: EventIndex): ReadonlyMap<string, readonly EventOf<'process.start'>[]> {
  const map = new Map<string, EventOf<'process.start'>[]>();
  for (const event of index.of('process.start')) {
    if (event.process.image === null) continue;
    const key = `${event.host}:${normalisePath(event.process.image)}`;
    const list = map.get(key);
    if (list === undefined) map.set(key, [event]);
    else list.push(event);
  }
  return map;
}
