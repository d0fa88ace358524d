import type { Crash } from '@faultline/model';
import { visibleText } from '@faultline/report';
import { CertaintyChip, certaintyMeaning, PlaceName } from './crash-marks.js';

const candidatesMax = 5;
const whyCharsMax = 600;

const roleWords: Readonly<Record<string, string>> = {
  writer: 'wrote to it',
  reader: 'read it',
  iterator: 'looped over it',
  cloner: 'cloned it',
  unknown: 'role unknown',
};

function Died({ crash }: { readonly crash: Crash }) {
  const { crashing } = crash;
  return (
    <section className="side died" aria-label="The goroutine that died">
      <h3>Died</h3>
      {crashing === null ? (
        <p className="soft">The text holds a message and no stack.</p>
      ) : (
        <>
          <p className="place">
            <PlaceName place={crashing} />
          </p>
          <p>
            Goroutine {crashing.goroutine}, {roleWords[crashing.role]}
            {crashing.op === undefined ? '' : ` (${visibleText(crashing.op, 60)})`}
          </p>
        </>
      )}
    </section>
  );
}

function Others({ crash }: { readonly crash: Crash }) {
  const { certainty, candidates } = crash.peer;
  return (
    <section className={`side other ${certainty}`} aria-label="The other party">
      <h3>
        Other party <CertaintyChip certainty={certainty} />
      </h3>
      <p className="soft meaning">{certaintyMeaning(certainty)}.</p>
      <ol className="plain">
        {candidates.slice(0, candidatesMax).map((candidate, index) => (
          <li key={index}>
            <p className="place">
              <PlaceName place={candidate} />
            </p>
            <p>
              {candidate.goroutine === null ? 'By the source' : `Goroutine ${String(candidate.goroutine)}`}
              {candidate.role === undefined ? '' : `, ${roleWords[candidate.role] ?? ''}`}:{' '}
              {visibleText(candidate.why, whyCharsMax)}
            </p>
          </li>
        ))}
      </ol>
      {candidates.length > candidatesMax ? (
        <p className="soft">and {candidates.length - candidatesMax} more candidates</p>
      ) : null}
    </section>
  );
}

/** Both sides of a race beside each other; without a race only what died. */
export function CrashPair({ crash }: { readonly crash: Crash }) {
  const isRace = /^(?:map|race)_/.test(crash.kind);
  return (
    <div className={isRace ? 'pair' : 'pair single'}>
      <Died crash={crash} />
      {isRace ? <Others crash={crash} /> : null}
    </div>
  );
}
