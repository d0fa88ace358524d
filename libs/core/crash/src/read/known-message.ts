import { knownMessages } from './known-messages.data.js';

const known = new Set(knownMessages);

/** True for the whole text of a message of the runtime. */
export function isKnownMessage(text: string): boolean {
  return known.has(text) || text.startsWith('runtime: ') || text.startsWith('sync: ');
}

/** `fault` and other short messages end many a sentence. */
const tellingChars = 15;

/** The known message that ends this text, where something else was printed before it in the same line; null without one. */
export function knownMessageAtEnd(text: string): string | null {
  for (const message of knownMessages)
    if (message.length >= tellingChars && text.endsWith(message)) return message;
  return null;
}

const knownPanics = [
  'assignment to entry in nil map',
  'send on closed channel',
  'close of closed channel',
  'close of nil channel',
];

/** True for what only the runtime panics with; a program that logs its own words uses others. */
export function isKnownPanic(text: string): boolean {
  return knownPanics.includes(text) || text.startsWith('runtime error: ');
}
