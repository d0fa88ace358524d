import type { JsonObject, RawRecord } from '@faultline/model';
import type { HostClocks } from '../clock/clock-class.js';

/** A Windows event without its dialect. */
export interface WindowsRecord {
  /** `sysmon`, or the channel's last words in lower case: `security`, `system`, `powershell`. */
  readonly channel: string;
  readonly eventId: number;
  readonly clocks: HostClocks;
  /** EventData by field name; in the flat dialect the whole document. */
  readonly data: JsonObject;
  /** TimeCreated or the collector's time, whatever the dialect calls it. */
  readonly loggedAtUs: number;
  readonly record: RawRecord;
}
