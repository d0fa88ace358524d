import type { RecordRef } from '@faultline/model';

export interface KafkaPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** Names of topics are at most 249 of these (Kafka's own rule), so a path can be taken apart again. */
const kafkaPath = /^kafka:\/\/([A-Za-z0-9._-]{1,249})\/(\d{1,9})$/;

/** Where a record lies in Kafka. People count lines from 1, Kafka counts from 0. */
export function kafkaRecordRef(topic: string, partition: number, offset: number, length: number): RecordRef {
  return { path: `kafka://${topic}/${partition}`, line: offset + 1, offset, length };
}

/** The place that a reference names; null when it leads elsewhere. */
export function placeOfRecordRef(ref: RecordRef): KafkaPlace | null {
  const [, topic, partition] = kafkaPath.exec(ref.path) ?? [];
  if (topic === undefined || partition === undefined) return null;
  const { offset } = ref;
  return Number.isSafeInteger(offset) && offset >= 0 ? { topic, partition: Number(partition), offset } : null;
}
