/** Fields that tell two programs apart. */
const sourceFields = ['_HOSTNAME', '_SYSTEMD_UNIT', '_PID', 'SYSLOG_IDENTIFIER', 'CONTAINER_ID'];
/** A record of the journal has about thirty fields. */
const fieldsMax = 512;
/** The length of a binary field stands before its text, in eight bytes. */
const lengthBytes = 8;

/** A record of `journalctl -o export` while its lines arrive. A plain value. */
export interface JournalRecord {
  message: string | null;
  messageLine: number;
  source: string[];
  /** The next line is the binary message. */
  binary: boolean;
  fields: number;
}

/** True for the line that a record begins with. */
export function startsJournalRecord(line: string): boolean {
  return line.startsWith('__CURSOR=') || line.startsWith('__REALTIME_TIMESTAMP=');
}

export function startJournalRecord(): JournalRecord {
  return { message: null, messageLine: 0, source: [], binary: false, fields: 0 };
}

/** Takes one line of a record in. False when the line is none, so that the record is over without its blank line. */
export function addJournalLine(record: JournalRecord, line: string, number: number): boolean {
  if (++record.fields > fieldsMax) return false;
  if (record.binary) {
    record.binary = false;
    setMessage(record, line.slice(lengthBytes), number);
    return true;
  }
  if (line === 'MESSAGE') return (record.binary = true);
  const equals = line.indexOf('=');
  const name = line.slice(0, Math.max(equals, 0));
  if (!/^[A-Z0-9_]{1,64}$/.test(name)) return false;
  if (name === 'MESSAGE') setMessage(record, line.slice(equals + 1), number);
  else if (sourceFields.includes(name)) record.source.push(line.slice(0, 256));
  return true;
}

function setMessage(record: JournalRecord, text: string, number: number): void {
  record.message = text;
  record.messageLine = number;
}

export function journalSource({ source }: JournalRecord): string {
  return `journal(${[...source].sort().join(' ')})`;
}
