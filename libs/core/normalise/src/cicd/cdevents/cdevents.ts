import { numberEvents } from '../../fields/event-base.js';
import { badShape, noTime } from '../../fields/failures.js';
import { textAt } from '../../json/fields.js';
import { isFailure, type SourceNormaliser } from '../../source-normaliser.js';
import { readArtifact } from './artifact.js';
import { otherCdevent, type CdeventReader } from './cdevent-reader.js';
import { isCdevent, readCdevent } from './cdevent.js';
import { readPipelineRun } from './pipeline-run.js';
import { readService } from './service.js';
import { readBuild, readTaskRun } from './task-run.js';

const readers: ReadonlyMap<string, CdeventReader> = new Map([
  ['pipelinerun', readPipelineRun],
  ['taskrun', readTaskRun],
  ['build', readBuild],
  ['artifact', readArtifact],
  ['service', readService],
]);

/** Changes, tickets, incidents, test runs and what later versions add. Incidents and tickets may name a service. */
const readOther: CdeventReader = (event, record) => [
  otherCdevent(event, record, textAt(event.content, 'service.id')),
];

const innerFields = [
  'context.type',
  'context.timestamp',
  'context.chainId',
  'context.source',
  'subject.id',
  'subject.source',
  ...[
    'artifactId',
    'change.id',
    'environment.id',
    'outcome',
    'pipelineName',
    'pipelineRun.id',
    'service.id',
    'taskName',
    'uri',
    'url',
  ].map((field) => `subject.content.${field}`),
];

/** CDEvents, in structured CloudEvents or bare, of any version of the specification. */
export const cdevents: SourceNormaliser = {
  name: 'cdevents',
  kind: 'cicd',
  mappedFields: ['type', 'time', 'source', ...innerFields, ...innerFields.map((field) => `data.${field}`)],
  recognises: isCdevent,
  normalise(document, record) {
    const event = readCdevent(document);
    const { atUs, subjectId } = event;
    if (atUs === null) return noTime('A CDEvent', '`context.timestamp` must be an RFC 3339 time');
    if (subjectId === null) return badShape('A CDEvent without a subject', '`subject.id` must be there');
    const read = readers.get(event.subjectType) ?? readOther;
    const result = read({ ...event, atUs, subjectId }, record);
    return isFailure(result) ? result : numberEvents(result);
  },
};
