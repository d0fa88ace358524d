import { type InputKind, inputKinds } from '@faultline/model';

/** The names are a contract: other producers write to the raw topics and other consumers read events and findings. */
export interface TopicNames {
  /** One topic per kind of input, then the one whose records are recognised by content. */
  readonly raw: readonly string[];
  readonly events: string;
  readonly findings: string;
  readonly dead: string;
}

const anyKind = 'any';

/** `kind` null: the topic for records of any kind. */
export function rawTopic(prefix: string, kind: InputKind | null): string {
  return `${prefix}.raw.${kind ?? anyKind}`;
}

export function topicNames(prefix: string): TopicNames {
  return {
    raw: [...inputKinds, null].map((kind) => rawTopic(prefix, kind)),
    events: `${prefix}.events`,
    findings: `${prefix}.findings`,
    dead: `${prefix}.dead`,
  };
}

export function allTopics(prefix: string): readonly string[] {
  const { raw, events, findings, dead } = topicNames(prefix);
  return [...raw, events, findings, dead];
}

/** What a raw topic holds; null for `raw.any` and for a topic that is none of ours. */
export function kindOfTopic(prefix: string, topic: string): InputKind | null {
  return inputKinds.find((kind) => rawTopic(prefix, kind) === topic) ?? null;
}

/** Groups stand under the prefix too, so that one access rule covers an installation. */
export function groupName(prefix: string, group: string): string {
  return `${prefix}.${group}`;
}
