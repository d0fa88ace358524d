import type { FatalDraft } from './fatal-draft.js';
import { addFatal, messageCharsMax } from './head-message.js';
import type { Row } from './row.js';

export type HeadRow = Extract<Row, { kind: 'fatal' | 'panic' | 'signal' | 'signal-head' | 'preamble' }>;

/** Messages and rows of the preamble are bounded: the runtime prints few. */
export const headRowsMax = 64;

/** A row of the preamble joins the dump that it stands in. */
export function addHead(draft: FatalDraft, row: HeadRow, text: string, line: number): void {
  if (row.kind === 'fatal') addFatal(draft, row.text, row.column, line);
  else if (row.kind === 'panic') {
    if (draft.panics.length < headRowsMax)
      draft.panics.push({ message: row.message.slice(0, messageCharsMax), column: row.column, line });
  } else {
    if (row.kind !== 'preamble') draft.signal ??= row.signal;
    if (draft.preamble.length < headRowsMax) draft.preamble.push(text.slice(0, messageCharsMax));
  }
  draft.lastLine = line;
  draft.foreignLines = 0;
}
