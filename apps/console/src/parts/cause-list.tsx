import type { Entity, Evidence, Incident, RootCause } from '@faultline/model';
import {
  figure,
  fullTime,
  offsetName,
  percent,
  pValue,
  statusMeaning,
  verdictMeaning,
  visibleText,
} from '@faultline/report';
import { useOffsetMinutes } from '../zone.js';
import { EntityName } from './entity-name.js';
import { EventLink, EventLinks } from './event-link.js';
import { CandidateChip, isDecided, PosteriorBar, VerdictChip } from './marks.js';

function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return <p className="soft">No test was made for this candidate.</p>;
  return (
    <div className="scroll">
      <table className="evidence wide">
        <thead>
          <tr>
            <th scope="col">Family</th>
            <th scope="col">Test</th>
            <th scope="col">Result</th>
            <th scope="col" className="number" title="p-value of the test">
              p
            </th>
            <th scope="col" className="number" title="likelihood ratio that enters the fusion">
              e
            </th>
            <th scope="col" className="number" title="sample size">
              n
            </th>
            <th scope="col">Reason</th>
            <th scope="col">Records</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map((entry, index) => (
            <tr key={index}>
              <td>{visibleText(entry.family, 40)}</td>
              <td>{visibleText(entry.test, 40)}</td>
              <td>
                <span
                  className={`status status-${entry.status.toLowerCase()}`}
                  title={statusMeaning[entry.status]}
                >
                  {entry.status.replaceAll('_', ' ')}
                </span>
              </td>
              <td className="number">{pValue(entry.p)}</td>
              <td className="number">{figure(entry.e)}</td>
              <td className="number">{figure(entry.n)}</td>
              <td className="reason">{visibleText(entry.reason, 600)}</td>
              <td>
                <EventLinks ids={entry.events} limit={3} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CauseCard({
  cause,
  onSelect,
}: {
  readonly cause: RootCause;
  readonly onSelect: (entity: Entity) => void;
}) {
  const offsetMinutes = useOffsetMinutes();
  const details = (
    <>
      <p className="soft">
        {fullTime(cause.atUs, offsetMinutes)} {offsetName(offsetMinutes)}{' '}
        {cause.event === null ? null : <EventLink id={cause.event} />}. {cause.verdict}:{' '}
        {verdictMeaning[cause.verdict]}.
        {cause.share === undefined ? '' : ` Causal share ${percent(cause.share)}.`}
      </p>
      <EvidenceTable evidence={cause.evidence} />
    </>
  );
  const head = (
    <>
      <span className="rank">{cause.rank}</span> <EntityName entity={cause.entity} onSelect={onSelect} />{' '}
      {isDecided(cause) ? null : <CandidateChip />} <VerdictChip verdict={cause.verdict} />{' '}
      <PosteriorBar cause={cause} />
    </>
  );
  if (cause.rank === 1)
    return (
      <article className={isDecided(cause) ? 'cause first' : 'cause'}>
        <div className="cause-head">{head}</div>
        {details}
      </article>
    );
  return (
    <article className="cause">
      <div className="cause-head">{head}</div>
      <details>
        <summary>Evidence ({cause.evidence.length})</summary>
        {details}
      </details>
    </article>
  );
}

/** Ranked candidates, the first with its evidence open, and what remains for an origin that no record shows. */
export function CauseList({
  incident,
  onSelect,
}: {
  readonly incident: Incident;
  readonly onSelect: (entity: Entity) => void;
}) {
  return (
    <>
      {incident.rootCauses.length === 0 ? (
        <p>No entity of this incident could be named as a root cause.</p>
      ) : (
        incident.rootCauses.map((cause) => (
          <CauseCard key={cause.entity.id} cause={cause} onSelect={onSelect} />
        ))
      )}
      <p>
        Probability that the origin was <strong>not observed</strong>:{' '}
        <strong>{percent(incident.originNotObserved)}</strong>.
      </p>
    </>
  );
}
