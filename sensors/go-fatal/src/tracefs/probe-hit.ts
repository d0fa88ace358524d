/** One goroutine that reached the fatal function: what the kernel's line says, before anyone knows the program. Null: the kernel could not read it. */
export interface ProbeHit {
  /** CLOCK_MONOTONIC in microseconds. */
  readonly sinceBootUs: number;
  readonly threadId: number;
  readonly processId: number | null;
  readonly command: string;
  readonly instruction: number;
  readonly textAddress: number | null;
  readonly textBytes: number | null;
  /** 0: the scheduler's own stack. */
  readonly goroutine: number | null;
  readonly parent: number | null;
  readonly createdAt: number | null;
  /** Innermost first; what lies beyond the end of the stack may be anything. */
  readonly returnAddresses: readonly number[];
}
