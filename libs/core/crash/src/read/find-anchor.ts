import { parseGoroutineHeader } from './goroutine-header.js';
import { isKnownMessage } from './known-message.js';

const fatalLead = 'fatal error: ';
const panicLead = 'panic: ';
/** Further right it is prose. */
const panicColumnMax = 120;
const raceLead = 'WARNING: DATA RACE';
const headerLead = 'goroutine ';

/**
 * Where, in a line whose wrapping is unknown, a row begins that only a dump has: the header of a goroutine, or a message about maps, up to the
 * end of the line. 0 or less: nowhere.
 */
export function findAnchor(text: string): number {
  let anchor = rowStart(text);
  // A tab belongs to the row.
  while (anchor > 0 && text.charCodeAt(anchor - 1) === 9) anchor--;
  return anchor;
}

function rowStart(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  if (last === 58) {
    const header = text.lastIndexOf(headerLead);
    return header > 0 && parseGoroutineHeader(text.slice(header)) !== null ? header : -1;
  }
  if (text.endsWith(raceLead)) return text.length - raceLead.length;
  const panic = text.indexOf(panicLead);
  // In a panic's value a message may follow that is not the runtime's: its wrapping must be known before.
  if (panic > 0 && panic <= panicColumnMax && !isLetter(text.charCodeAt(panic - 1))) return panic;
  const fatal = text.indexOf(fatalLead);
  if (fatal <= 0) return -1;
  return isKnownMessage(text.slice(fatal + fatalLead.length)) ? fatal : -1;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
