import type { Event, JsonObject, RawRecord } from '@faultline/model';
import { badShape } from '../../fields/failures.js';
import { firstTimeUs } from '../../fields/first-time.js';
import { at, textAt, textOf, textsOf } from '../../json/fields.js';
import type { NormaliseFailure } from '../../source-normaliser.js';

/** One webhook payload, whichever way it came: as a delivery with headers, or bare. */
export interface GithubPayload {
  /** `X-GitHub-Event`. */
  readonly event: string;
  readonly body: JsonObject;
  /** When the receiver stored the delivery, where it says so. */
  readonly deliveredAtUs: number | null;
}

/** Reads the payloads of one event. `fields` are the paths in the body that it reads. */
export interface PayloadReader {
  readonly fields: readonly string[];
  read(payload: GithubPayload, record: RawRecord): Event | NormaliseFailure;
}

const headerName = 'x-github-event';
const eventName = /^[a-z_]{1,60}$/;

/**
 * The event name of a delivery, or null when the headers are not GitHub's. Header names are case-insensitive (RFC 9110 §5.1), and proxies
 * change their case.
 */
export function deliveredEvent(headers: JsonObject): string | null {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === headerName);
  // Some receivers keep each header as a list of its values.
  const [event = ''] = name === undefined ? [] : textsOf(headers[name]);
  return eventName.test(event) ? event : null;
}

export function deliveredAtUs(delivery: JsonObject): number | null {
  return firstTimeUs(
    delivery['delivered_at'],
    delivery['received_at'],
    delivery['receivedAt'],
    delivery['timestamp'],
  );
}

/** `owner/name`, the one name of a repository that build logs and provenance use too. */
export function repositoryOf(body: JsonObject): string | null {
  return textAt(body, 'repository.full_name');
}

export function senderOf(body: JsonObject): string | null {
  return textOf(at(body, 'sender.login'));
}

export const noRepository: NormaliseFailure = badShape(
  'A GitHub payload without a repository',
  '`repository.full_name` must name it',
);
