import { basename } from 'node:path';
import type { Crash, EventOf } from '@faultline/model';

/** Which machine and service the crash is filed under. */
export interface Origin {
  readonly host: string;
  readonly service: string | null;
}

/** One line for `POST /api/v1/records` and `faultline analyze`: an event of `faultline.event/1`. Its id is that of the record, so a line sent twice counts once. */
export type CrashRecord = Omit<EventOf<'crash'>, 'id' | 'record' | 'observedAtUs' | 'clock'> & {
  readonly schema: 'faultline.event/1';
};

/** Null where the crash has not been seen by a probe: then nobody knows when it was. */
export function crashRecord(crash: Crash, { host, service }: Origin): CrashRecord | null {
  const { probe } = crash;
  if (probe === undefined) return null;
  return {
    schema: 'faultline.event/1',
    atUs: probe.atUs,
    dataset: 'go.fatal-probe',
    kind: 'crash',
    host,
    service,
    container: null,
    pid: probe.pid,
    program: basename(probe.binary),
    unit: null,
    exitCode: null,
    crash,
    goroutinesBeyond: 0,
  };
}
