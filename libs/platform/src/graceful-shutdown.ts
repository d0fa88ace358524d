export interface ShutdownOptions {
  readonly close: () => Promise<void>;
  /** Told why, once, before `close` runs. */
  readonly onStart?: (signal: string) => void;
  readonly onError?: (error: unknown) => void;
  /** Closing takes at most this long. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Resolves with the exit code after the first signal and a close. A second signal, or a close that hangs, gives up at once: 128 + signal
 * by convention, 1 for a failed close.
 */
export function untilShutdown({
  close,
  onStart,
  onError,
  timeoutMs = TIMEOUT_MS,
}: ShutdownOptions): Promise<number> {
  return new Promise((resolve) => {
    let closing = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (closing) {
        finish(130);
        return;
      }
      closing = true;
      onStart?.(signal);
      const timer = setTimeout(() => finish(1), timeoutMs);
      timer.unref();
      close().then(
        () => finish(0),
        (error: unknown) => {
          onError?.(error);
          finish(1);
        },
      );
    };
    const finish = (code: number) => {
      for (const signal of signals) process.off(signal, onSignal);
      resolve(code);
    };
    for (const signal of signals) process.on(signal, onSignal);
  });
}
