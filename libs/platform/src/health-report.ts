export interface HealthCheck {
  readonly name: string;
  /** Resolves when the part works, rejects when it does not. */
  readonly check: () => Promise<unknown>;
}

export interface HealthReport {
  readonly status: 'ok' | 'unavailable';
  readonly checks: readonly { readonly name: string; readonly status: 'ok' | 'unavailable' }[];
}

/** A part that does not answer in this time counts as down: a probe must not hang. */
const CHECK_TIMEOUT_MS = 3_000;

/** Asks all parts at once. Says which part is down but not why: the reason may hold addresses, and goes to the log. */
export async function healthReport(
  parts: readonly HealthCheck[],
  onFailure: (name: string, error: unknown) => void,
): Promise<HealthReport> {
  const checks = await Promise.all(
    parts.map(async ({ name, check }) => {
      try {
        await withTimeout(check());
        return { name, status: 'ok' } as const;
      } catch (error) {
        onFailure(name, error);
        return { name, status: 'unavailable' } as const;
      }
    }),
  );
  return { status: checks.every(({ status }) => status === 'ok') ? 'ok' : 'unavailable', checks };
}

async function withTimeout(work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error('no answer in time')), CHECK_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
