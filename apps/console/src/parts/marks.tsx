import type { RootCause, Severity, Verdict } from '@faultline/model';
import { intervalWords, percent, severityWords, verdictMeaning } from '@faultline/report';

export function SeverityChip({ severity }: { readonly severity: Severity }) {
  return <span className={`chip severity-${severity}`}>{severityWords[severity]}</span>;
}

export function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className={`chip verdict-${verdict.toLowerCase()}`} title={verdictMeaning[verdict]}>
      {verdict}
    </span>
  );
}

/** With less evidence than a decision takes, an entity is a candidate and not a root cause. */
export const isDecided = (cause: Pick<RootCause, 'verdict'>): boolean => cause.verdict !== 'INSUFFICIENT';

export function CandidateChip() {
  return (
    <span className="chip verdict-insufficient" title={verdictMeaning.INSUFFICIENT}>
      CANDIDATE
    </span>
  );
}

/** Posterior as a bar, its interval as a line on it, both also in words. */
export function PosteriorBar({ cause }: { readonly cause: Pick<RootCause, 'posterior' | 'interval'> }) {
  const [low, high] = cause.interval;
  const range = intervalWords(cause.interval);
  const clamp = (value: number): number => Math.min(1, Math.max(0, value)) * 100;
  return (
    <span className="posterior">
      <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-ground" width="100" height="10" />
        <rect className="bar-fill" width={clamp(cause.posterior)} height="10" />
        <rect
          className="bar-range"
          x={clamp(low)}
          y="4"
          width={Math.max(0.8, clamp(high) - clamp(low))}
          height="2"
        />
      </svg>
      <strong>{percent(cause.posterior)}</strong>
      {range === null ? null : (
        <span
          className="soft"
          title="Range that the probability can take, whatever the tests that could not run would have said"
        >
          {range}
        </span>
      )}
    </span>
  );
}
