import type { EventOf } from '../event.js';
import type { NamedEntity } from '../link-draft.js';
import { serviceEntity } from './delivery-entities.js';
import { processEntity } from './host-entities.js';

type CrashEvent = EventOf<'crash'>;

/** Names of functions are text of a log; generic ones can be long. */
const nameCharsMax = 300;

/** What went down: the service where the log names one, else the process; null where it names nothing. */
export function crashPlace(event: CrashEvent): NamedEntity | null {
  if (event.service !== null) return serviceEntity(event.service);
  const name = event.container ?? event.program ?? event.unit;
  if (name === null && event.pid === null) return null;
  const key = [name, event.pid].filter((part) => part !== null).join('#');
  return processEntity(event.host ?? '', { key, pid: event.pid, image: name, user: null });
}

export function crashEntity(event: CrashEvent): NamedEntity {
  const place = crashPlace(event);
  const what = event.crash.message ?? event.crash.kind.replaceAll('_', ' ');
  return {
    kind: 'crash',
    key: event.id,
    label: `crash${place === null ? '' : ` of ${place.label}`}${event.crash.confirmed ? '' : ', unconfirmed'}: ${what.slice(0, 80)}`,
  };
}

/** A function of one program. Lines are no part of it: they move with every release, and the fault stays. */
export function codeSiteEntity(event: CrashEvent, functionName: string): NamedEntity {
  const name = functionName.slice(0, nameCharsMax);
  const program = event.service ?? event.container ?? event.program ?? event.unit ?? '';
  return {
    kind: 'code-site',
    key: `${program}/${name}`,
    label: name.slice(name.lastIndexOf('/') + 1),
  };
}

/** One bug, however often it strikes. `signature` is that of most of its crashes. */
export function defectEntity(signature: string, where: string): NamedEntity {
  const name = where.slice(0, nameCharsMax);
  return { kind: 'defect', key: signature, label: `defect in ${name.slice(name.lastIndexOf('/') + 1)}` };
}
