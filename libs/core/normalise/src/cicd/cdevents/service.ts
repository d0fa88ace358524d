import type { EventOf } from '@faultline/model';
import { textAt, textOf } from '../../json/fields.js';
import { readPackageUrl } from '../package-url.js';
import { cdeventBase, type CdeventReader } from './cdevent-reader.js';
import { runUrlOf } from './run-url.js';

const phases: ReadonlyMap<string, EventOf<'cicd.deployment'>['phase']> = new Map([
  ['deployed', 'deployed'],
  ['upgraded', 'upgraded'],
  ['rolledback', 'rolledback'],
  ['removed', 'removed'],
]);

export const readService: CdeventReader = (event, record) => {
  const artifactId = textOf(event.content['artifactId']);
  const artifact = artifactId === null ? null : readPackageUrl(artifactId);
  return [
    {
      ...cdeventBase(event, record),
      kind: 'cicd.deployment',
      phase: phases.get(event.predicate) ?? 'other',
      service: event.subjectId,
      environment: textAt(event.content, 'environment.id'),
      purl: artifact?.text ?? null,
      digest: artifact?.digest ?? null,
      runUrl: runUrlOf(event),
      chainId: event.chainId,
    },
  ];
};
