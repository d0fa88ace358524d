import { knownMessages } from './known-messages.data.js';

const known = new Set(knownMessages);

/** True for the whole text of a message of the runtime. */
export function isKnownMessage(text: string): boolean {
  return known.has(text) || text.startsWith('runtime: ') || text.startsWith('sync: ');
}

/** The known message that ends this text, where something else was printed before it in the same line; null without one. */
export function knownMessageAtEnd(text: string): string | null {
  for (const message of knownMessages)
    if (message.startsWith('concurrent map') && text.endsWith(message)) return message;
  return null;
}
