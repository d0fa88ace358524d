import { type FatalDraft, lose } from './fatal-draft.js';
import { isKnownMessage, knownMessageAtEnd } from './known-message.js';

const lead = 'fatal error: ';
/** Threads that die at once; more in one row is text that somebody made up. */
const fatalsMax = 8;
/** A panic's value may be anything; its beginning says enough. */
export const messageCharsMax = 4096;

/**
 * The messages of one `fatal error: ` row. Two threads that die together write into each other: `fatal error: fatal error: concurrent map writes`,
 * with the second message in the next row (golang/go#69447). A live log line may do the same.
 */
export function addFatal(draft: FatalDraft, text: string, column: number, line: number): void {
  for (const part of text.split(lead, fatalsMax)) {
    if (draft.fatals.length >= fatalsMax) return;
    const entry = { message: part.slice(0, messageCharsMax), column, line };
    draft.fatals.push(entry);
    if (!isKnownMessage(part)) draft.awaited.push(draft.fatals.length - 1);
  }
}

/** True when this line is the message, alone, of a fatal row in which something else stood. */
export function takeAwaited(draft: FatalDraft, text: string): boolean {
  const entry = draft.fatals[draft.awaited[0] ?? -1];
  if (entry === undefined) return false;
  const message = isKnownMessage(text) ? text : knownMessageAtEnd(text);
  if (message === null) return false;
  if (entry.message !== '') lose(draft, 'lines interleaved');
  entry.message = message;
  draft.awaited.shift();
  return true;
}
