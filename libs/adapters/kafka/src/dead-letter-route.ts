import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { headerNumber, headerText } from './consumed-record.js';

/** What becomes of a dead letter when it is replayed. */
export type LetterRoute =
  | {
      readonly kind: 'replay';
      readonly topic: string;
      readonly partition: number | null;
      readonly message: Message;
    }
  /** It was replayed too often: something else than time has to change. */
  | { readonly kind: 'exhausted' }
  /** It came from no raw topic, or its bytes are not whole. */
  | { readonly kind: 'not replayable' };

const partitionMax = 1_000_000;
const attemptsMax = 1_000_000;
/** Those that a letter adds; all others are the record's own. */
const letterHeaders: ReadonlySet<string> = new Set([
  'code',
  'reason',
  'excerpt',
  'cut-from',
  'original-topic',
  'original-partition',
  'original-offset',
  'attempts',
]);

/** Only raw topics are written to: whoever may write dead letters must not be able to write anywhere else through us. */
export function routeOfLetter(
  { value, headers = {} }: KafkaMessage,
  rawTopics: ReadonlySet<string>,
  replaysMax: number,
): LetterRoute {
  const topic = headerText(headers, 'original-topic');
  const whole = value !== null && headerText(headers, 'cut-from') === null;
  if (topic === null || !rawTopics.has(topic) || !whole) return { kind: 'not replayable' };
  const attempts = headerNumber(headers, 'attempts', attemptsMax) ?? 0;
  if (attempts >= replaysMax) return { kind: 'exhausted' };
  const partition = headerNumber(headers, 'original-partition', partitionMax);
  const message = { key: null, value, headers: { ...ownHeaders(headers), attempts: String(attempts + 1) } };
  return { kind: 'replay', topic, partition, message };
}

function ownHeaders(headers: IHeaders): IHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !letterHeaders.has(name)));
}
