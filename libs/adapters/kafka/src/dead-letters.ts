import { maskSecrets, type RejectionCode } from '@faultline/model';
import type { IHeaders } from 'kafkajs';
import { inRequests } from './in-requests.js';
import type { KafkaConnection } from './kafka-connection.js';
import type { KafkaProducer } from './kafka-producer.js';
import { MessageLimit } from './message-limit.js';

/** A record that could not become an event, on its way to the topic of dead letters. */
export interface DeadLetter {
  readonly code: RejectionCode;
  readonly reason: string;
  readonly excerpt: string;
  readonly source: string | null;
  readonly original: { readonly topic: string; readonly partition: number; readonly offset: number } | null;
  readonly observedAtMs: number | null;
  /** How often it has come back from the dead letters: 0 for a record that fails for the first time. */
  readonly attempts: number;
  /**
   * What was received, without bearer tokens: the caller masks (`maskSecrets` over Latin-1, which leaves all other bytes alone), because only
   * the caller still knows the record by the hash of its real bytes.
   */
  readonly bytes: Uint8Array;
}

/** A record is at most 16 MiB. What is longer, or longer than the topic takes, is cut, and the header `cut-from` says so. */
const letterBytesMax = 16 * 1024 * 1024;
const reasonCharactersMax = 1_000;
const excerptCharactersMax = 200;
const sourceCharactersMax = 1_000;

/** Writes dead letters. Once `send` has resolved they are durable; after a crash they may be there twice. */
export class DeadLetters {
  private readonly topic: string;
  private readonly limit: MessageLimit;

  constructor(
    connection: KafkaConnection,
    private readonly producer: KafkaProducer,
  ) {
    this.topic = connection.topics.dead;
    this.limit = new MessageLimit(connection, this.topic);
  }

  async send(letters: readonly DeadLetter[]): Promise<void> {
    if (letters.length === 0) return;
    const bytesMax = Math.min(letterBytesMax, await this.limit.bytes());
    for (const part of inRequests(letters, ({ bytes }) => bytes.length)) {
      const messages = part.map((letter) => ({
        key: null,
        value: Buffer.from(letter.bytes.subarray(0, bytesMax)),
        headers: headersOf(letter, bytesMax),
      }));
      await this.producer.send(this.topic, messages);
    }
  }
}

function headersOf(letter: DeadLetter, bytesMax: number): IHeaders {
  const { original, observedAtMs, source, bytes } = letter;
  return {
    code: letter.code,
    reason: maskSecrets(letter.reason).slice(0, reasonCharactersMax),
    excerpt: maskSecrets(letter.excerpt).slice(0, excerptCharactersMax),
    attempts: String(letter.attempts),
    ...(source === null ? {} : { source: maskSecrets(source).slice(0, sourceCharactersMax) }),
    ...(observedAtMs === null ? {} : { 'observed-at': String(observedAtMs) }),
    ...(bytes.length <= bytesMax ? {} : { 'cut-from': String(bytes.length) }),
    ...(original === null
      ? {}
      : {
          'original-topic': original.topic,
          'original-partition': String(original.partition),
          'original-offset': String(original.offset),
        }),
  };
}
