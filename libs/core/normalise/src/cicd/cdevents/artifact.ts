import type { Event, EventOf, RawRecord } from '@faultline/model';
import { textAt } from '../../json/fields.js';
import { readPackageUrl } from '../package-url.js';
import { cdeventBase, type CdeventReader, type TimedCdevent } from './cdevent-reader.js';
import { runUrlOf } from './run-url.js';

type Phase = EventOf<'cicd.artifact'>['phase'];

const phases: ReadonlyMap<string, Phase> = new Map([
  ['packaged', 'packaged'],
  ['published', 'published'],
  ['signed', 'signed'],
]);

export const readArtifact: CdeventReader = (event, record) => [
  readArtifactNamed(event.subjectId, phases.get(event.predicate) ?? 'other', event, record),
];

/** The artefact of a package URL, with the digest that deployments name it by. */
export function readArtifactNamed(url: string, phase: Phase, event: TimedCdevent, record: RawRecord): Event {
  const { text, name, digest } = readPackageUrl(url);
  return {
    ...cdeventBase(event, record),
    kind: 'cicd.artifact',
    phase,
    purl: text,
    name,
    digest,
    commit: textAt(event.content, 'change.id'),
    runUrl: runUrlOf(event),
    chainId: event.chainId,
  };
}
