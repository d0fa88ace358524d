import { maskSecrets, type RejectionCode } from '@faultline/model';
import type { IHeaders } from 'kafkajs';
import type { KafkaProducer } from './kafka-producer.js';

/** A record that could not become an event, on its way to the topic of dead letters. */
export interface DeadLetter {
  readonly code: RejectionCode;
  readonly reason: string;
  readonly excerpt: string;
  readonly source: string | null;
  readonly original: { readonly topic: string; readonly partition: number; readonly offset: number } | null;
  readonly observedAtMs: number | null;
  /** How often it has been tried. */
  readonly attempts: number;
  /**
   * What was received, without bearer tokens: the caller masks (`maskSecrets` over Latin-1, which leaves all other bytes alone), because only
   * the caller still knows the record by the hash of its real bytes.
   */
  readonly bytes: Uint8Array;
}

/** The topic takes 17 MiB; a record is at most 16 MiB. What is longer is cut, and the header `cut-from` says so. */
export const letterBytesMax = 16 * 1024 * 1024;
const reasonCharactersMax = 1_000;
const excerptCharactersMax = 200;
const sourceCharactersMax = 1_000;
/** Letters of one request together; the broker takes 100 MiB. */
const requestBytesMax = 16 * 1024 * 1024;

/** Writes dead letters. Once `send` has resolved they are durable; after a crash they may be there twice. */
export class DeadLetters {
  constructor(
    private readonly producer: KafkaProducer,
    private readonly topic: string,
  ) {}

  async send(letters: readonly DeadLetter[]): Promise<void> {
    for (const part of parts(letters)) {
      const messages = part.map((letter) => ({
        key: null,
        value: Buffer.from(letter.bytes.subarray(0, letterBytesMax)),
        headers: headersOf(letter),
      }));
      await this.producer.send(this.topic, messages);
    }
  }
}

function parts(letters: readonly DeadLetter[]): readonly (readonly DeadLetter[])[] {
  const all: DeadLetter[][] = [];
  let bytes = Infinity;
  for (const letter of letters) {
    bytes += letter.bytes.length;
    if (bytes <= requestBytesMax) all.at(-1)?.push(letter);
    else {
      all.push([letter]);
      bytes = letter.bytes.length;
    }
  }
  return all;
}

function headersOf(letter: DeadLetter): IHeaders {
  const { original, observedAtMs, source, bytes } = letter;
  return {
    code: letter.code,
    reason: maskSecrets(letter.reason).slice(0, reasonCharactersMax),
    excerpt: maskSecrets(letter.excerpt).slice(0, excerptCharactersMax),
    attempts: String(letter.attempts),
    ...(source === null ? {} : { source: maskSecrets(source).slice(0, sourceCharactersMax) }),
    ...(observedAtMs === null ? {} : { 'observed-at': String(observedAtMs) }),
    ...(bytes.length <= letterBytesMax ? {} : { 'cut-from': String(bytes.length) }),
    ...(original === null
      ? {}
      : {
          'original-topic': original.topic,
          'original-partition': String(original.partition),
          'original-offset': String(original.offset),
        }),
  };
}
