import type { IHeaders, KafkaMessage } from 'kafkajs';

/** One raw record as a producer wrote it. Headers are hints of whoever wrote them: nothing here is trusted. */
export interface ConsumedRecord {
  readonly offset: number;
  readonly value: Uint8Array;
  readonly key: Uint8Array | null;
  /** Header `source`: where the producer had it from. */
  readonly source: string | null;
  /** Header `observed-at`: when the producer saw it. */
  readonly observedAtMs: number | null;
  /** Header `attempts`: how often it has come back from the dead letters. */
  readonly attempts: number;
}

const sourceCharactersMax = 1_000;
/** The last millisecond of ECMAScript's calendar. */
const timeMsMax = 8.64e15;
const attemptsMax = 1_000_000;

export function consumedRecord({ offset, value, key, headers = {} }: KafkaMessage): ConsumedRecord {
  return {
    offset: Number(offset),
    value: value ?? new Uint8Array(),
    key,
    source: headerText(headers, 'source')?.slice(0, sourceCharactersMax) ?? null,
    observedAtMs: headerNumber(headers, 'observed-at', timeMsMax),
    attempts: headerNumber(headers, 'attempts', attemptsMax) ?? 0,
  };
}

/** The header as text, the last one when it is there several times; null when it is not there. */
export function headerText(headers: IHeaders, name: string): string | null {
  const found = Object.hasOwn(headers, name) ? headers[name] : undefined;
  const last = Array.isArray(found) ? found.at(-1) : found;
  return last === undefined ? null : last.toString();
}

/** The header as a whole number from 0 up to the bound, written in digits; null otherwise. */
export function headerNumber(headers: IHeaders, name: string, most: number): number | null {
  const text = headerText(headers, name);
  if (text === null || !/^\d{1,16}$/.test(text)) return null;
  const number = Number(text);
  return number <= most ? number : null;
}
