import type { RawRecord, RecordRef } from '@faultline/model';

/** The position alone. Events keep this and never the record, whose text would stay in memory with them. */
export function refOf(record: RawRecord): RecordRef {
  return { path: record.path, line: record.line, offset: record.offset, length: record.length };
}
