import type { Entity, Incident, Unknown } from '@faultline/model';
import { counted, visibleText, type Sentence } from '@faultline/report';
import type { WholeAnalysis } from '../api/schemas.js';
import type { Resource } from '../api/use-resource.js';
import { Sentences } from './sentences.js';
import { TroubleNote } from './trouble-note.js';
import { UnknownList } from './unknown-list.js';
import { wholeUnknowns } from './whole-unknowns.js';

const unknownsShown = 3;

const inOneLine = ({ what, effect }: Unknown): string =>
  `${what.slice(0, 1).toUpperCase()}${what.slice(1)}: ${effect.replace(/\.$/u, '')}.`;

interface NotKnownProps {
  readonly sentences: readonly Sentence[];
  /** Loaded where the incident itself has no unknowns. */
  readonly whole: Resource<WholeAnalysis>;
  readonly onSelect: (entity: Entity) => void;
}

/** In short; the list with reasons is further down. Says that nothing is unknown only when that is on record. */
export function NotKnown({ sentences, whole, onSelect }: NotKnownProps) {
  const unknowns = whole.data === null ? [] : wholeUnknowns(whole.data);
  const more = unknowns.length - unknownsShown;
  if (sentences.length === 0 && unknowns.length === 0)
    return whole.data === null ? (
      <p className="soft">
        {whole.loading ? 'Loading …' : 'What the whole analysis leaves open is not loaded.'}
      </p>
    ) : (
      <p>Nothing is recorded as unknown.</p>
    );
  return (
    <ul>
      {sentences.map((sentence, index) => (
        <li key={index}>
          <Sentences sentences={[sentence]} onSelect={onSelect} />
        </li>
      ))}
      {unknowns.slice(0, unknownsShown).map((unknown, index) => (
        <li key={`whole ${String(index)}`}>{visibleText(inOneLine(unknown), 600)}</li>
      ))}
      {more > 0 ? <li>{counted(more, 'more unknown')} below.</li> : null}
    </ul>
  );
}

/** Unknowns of the incident; where it has none, those of the whole analysis. */
export function IncidentUnknowns({
  incident,
  whole,
}: {
  readonly incident: Pick<Incident, 'unknowns'>;
  readonly whole: Resource<WholeAnalysis>;
}) {
  if (incident.unknowns.length > 0) return <UnknownList unknowns={incident.unknowns} none="" />;
  if (whole.data === null) return whole.trouble === null ? null : <TroubleNote trouble={whole.trouble} />;
  const unknowns = wholeUnknowns(whole.data);
  return unknowns.length === 0 ? (
    <p className="soft">
      Nothing is recorded as unknown, neither for this incident nor for the whole analysis.
    </p>
  ) : (
    <>
      <p className="soft">None is about this incident alone. About the whole analysis:</p>
      <UnknownList unknowns={unknowns} none="" />
    </>
  );
}
