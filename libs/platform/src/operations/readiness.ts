import { type HealthCheck, type HealthReport, healthReport } from '../health-report.js';

/**
 * Asks the parts, at most once at a time: probes that come while an answer is on its way share it. Whoever reaches the port cannot make the
 * servers behind the process work harder than that.
 */
export function readiness(
  checks: readonly HealthCheck[],
  onFailure: (name: string, error: unknown) => void,
): () => Promise<HealthReport> {
  let underWay: Promise<HealthReport> | null = null;
  return () => {
    underWay ??= healthReport(checks, onFailure).finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
