import { isJsonObject, type JsonObject } from '@faultline/model';
import { refOf } from '../record-ref.js';
import { badShape, noTime } from '../fields/failures.js';
import { firstTimeUs } from '../fields/first-time.js';
import { maskedTextOf, tokenFreeIdOf } from '../fields/secret-text.js';
import { at, numberAt, textAt } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { isServiceAccess } from './is-service-access.js';
import { readToken, tokenFields } from './token-group.js';

/**
 * Access logs of services as ECS: `token.use` where the service looked into a token (group `token`), else `http.access`. A token that the
 * record carries raw is never read: `Authorization` headers and `token` as text are no mapped fields, and what is mapped is masked.
 */
export const serviceAccess: SourceNormaliser = {
  name: 'service-access',
  kind: 'auth',
  mappedFields: [
    '@timestamp',
    'event.created',
    'event.dataset',
    'event.ingested',
    'event.kind',
    'event.category',
    'service.name',
    'service.environment',
    'source.ip',
    'client.ip',
    'http.request.method',
    'http.response.status_code',
    'url.domain',
    'url.path',
    'url.original',
    'user_agent.original',
    'host.name',
    'trace.id',
    ...tokenFields,
  ],
  recognises: isServiceAccess,
  normalise(document, record) {
    const atUs = timeToUs(document['@timestamp']);
    if (atUs === null) return noTime('An access record', '`@timestamp` must be an ISO 8601 time');
    const request = readRequest(document);
    if (request.service === null) {
      return badShape('An access record names no service', 'add `service.name`, `url.domain` or `host.name`');
    }
    const observedAtUs = firstTimeUs(at(document, 'event.created'), at(document, 'event.ingested'));
    const token = document['token'];
    // One literal for each kind: joined from parts by spread, an event took three times as long (bench/ingest).
    const base = {
      id: record.id,
      atUs,
      observedAtUs,
      clock: null,
      dataset: textAt(document, 'event.dataset') ?? 'service.access',
      record: refOf(record),
      service: request.service,
      environment: request.environment,
      sourceIp: request.sourceIp,
      method: request.method,
      status: request.status,
      domain: request.domain,
      path: request.path,
      userAgent: request.userAgent,
      traceId: request.traceId,
    };
    return [
      isJsonObject(token)
        ? { ...base, kind: 'token.use', token: readToken(token) }
        : { ...base, kind: 'http.access' },
    ];
  },
};

function readRequest(document: JsonObject) {
  const domain = textAt(document, 'url.domain')?.toLowerCase() ?? null;
  return {
    service: textAt(document, 'service.name') ?? domain ?? textAt(document, 'host.name'),
    environment: textAt(document, 'service.environment'),
    sourceIp: textAt(document, 'source.ip') ?? textAt(document, 'client.ip'),
    method: textAt(document, 'http.request.method'),
    status: numberAt(document, 'http.response.status_code'),
    domain,
    path: readPath(document),
    userAgent: maskedTextOf(at(document, 'user_agent.original')),
    traceId: tokenFreeIdOf(at(document, 'trace.id')),
  };
}

/** The path without the query, which is where tokens and personal data travel. */
function readPath(document: JsonObject): string | null {
  const path = maskedTextOf(at(document, 'url.path')) ?? maskedTextOf(at(document, 'url.original'));
  const query = path?.search(/[?#]/) ?? -1;
  return path !== null && query >= 0 ? path.slice(0, query) : path;
}
