import { isJsonObject, type JsonObject, type JsonValue, type RawRecord } from '@faultline/model';
import { objectOf } from '../../fields/objects.js';
import { parseRecord, type ParsedRecord } from '../../json/parse-record.js';
import type { SourceNormaliser } from '../../source-normaliser.js';
import { deploymentStatusReader } from './deployment-status.js';
import { otherPayloadReader } from './other-payload.js';
import { deliveredAtUs, deliveredEvent, type GithubPayload, type PayloadReader } from './payload.js';
import { pushReader } from './push.js';
import { workflowJobReader } from './workflow-job.js';
import { workflowRunReader } from './workflow-run.js';

const readers: ReadonlyMap<string, PayloadReader> = new Map([
  ['push', pushReader],
  ['workflow_run', workflowRunReader],
  ['workflow_job', workflowJobReader],
  ['deployment_status', deploymentStatusReader],
]);
const bodyFields = [...new Set([...readers.values()].flatMap((reader) => reader.fields))];

/**
 * Members that tell a bare payload's event, the narrow ones first: a workflow_job payload may also hold a `deployment`, and a
 * deployment_status payload a `workflow_run` and a `check_run`.
 */
const tellingMembers = [
  'deployment_status',
  'check_run',
  'check_suite',
  'workflow_job',
  'deployment',
  'workflow_run',
  'release',
  'pull_request',
] as const;

/** GitHub webhook deliveries: `{ "headers": …, "body": … }`, the body as a document or as the text that was sent. */
export const githubDelivery: SourceNormaliser = {
  name: 'github-delivery',
  kind: 'cicd',
  mappedFields: [
    'headers.X-GitHub-Event',
    'headers.x-github-event',
    'delivered_at',
    ...bodyFields.map((field) => `body.${field}`),
  ],
  recognises(document) {
    const { headers, body } = document;
    return (
      isJsonObject(headers) &&
      (isJsonObject(body) || typeof body === 'string') &&
      deliveredEvent(headers) !== null
    );
  },
  normalise(document, record) {
    const event = deliveredEvent(objectOf(document['headers'])) ?? 'unknown';
    const body = bodyOf(document['body']);
    return 'value' in body
      ? read({ event, body: objectOf(body.value), deliveredAtUs: deliveredAtUs(document) }, record)
      : body;
  },
};

function bodyOf(body: JsonValue | undefined): ParsedRecord {
  return typeof body === 'string' ? parseRecord(body) : { value: body ?? null };
}

/** Bare payloads, as exported from a receiver that dropped the headers. Only those whose event the members tell without doubt. */
export const githubPayload: SourceNormaliser = {
  name: 'github-payload',
  kind: 'cicd',
  mappedFields: bodyFields,
  recognises(document) {
    return bareEvent(document) !== null;
  },
  normalise(document, record) {
    return read({ event: bareEvent(document) ?? 'unknown', body: document, deliveredAtUs: null }, record);
  },
};

function bareEvent(document: JsonObject): string | null {
  if (!isJsonObject(document['repository']) || !('sender' in document)) return null;
  if ('before' in document && 'after' in document && Array.isArray(document['commits'])) return 'push';
  if (typeof document['action'] !== 'string') return null;
  return tellingMembers.find((member) => isJsonObject(document[member])) ?? null;
}

function read(payload: GithubPayload, record: RawRecord) {
  const result = (readers.get(payload.event) ?? otherPayloadReader).read(payload, record);
  return 'code' in result ? result : [result];
}
