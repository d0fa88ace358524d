import type { GraphSnapshot } from './graph-store.port.js';

/**
 * The text as every server can hold it: UTF-8 without U+0000, so halves of surrogate pairs and U+0000 become U+FFFD. What is stored and what
 * is asked for must both go through here, or it is not found again.
 */
export function storableText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', '\ufffd');
}

/** The snapshot with storable texts. Ids stay apart: they hold a hash of the text as it was. */
export function storableSnapshot(snapshot: GraphSnapshot): GraphSnapshot {
  return {
    ...snapshot,
    entities: snapshot.entities.map(({ id, kind, key, label }) => ({
      id: storableText(id),
      kind: storableText(kind),
      key: storableText(key),
      label: storableText(label),
    })),
    links: snapshot.links.map((link) => ({
      ...link,
      id: storableText(link.id),
      from: storableText(link.from),
      to: storableText(link.to),
      kind: storableText(link.kind),
      rule: storableText(link.rule),
      events: link.events.map(storableText),
    })),
  };
}
