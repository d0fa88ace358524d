import type { Crash } from '@faultline/model';
import { counted, visibleText } from '@faultline/report';
import { PlaceName } from './crash-marks.js';
import { isGoFrame } from './frame-origin.js';

type Goroutine = Crash['goroutines'][number];

/** What a page can hold; a dump of a busy server has thousands. */
const framesMax = 60;

function Frames({ goroutine }: { readonly goroutine: Goroutine }) {
  const { frames, createdBy } = goroutine;
  return (
    <ol className="frames">
      {frames.slice(0, framesMax).map((frame, index) => (
        <li key={index} className={isGoFrame(frame) ? 'go-frame' : 'own-frame'}>
          <PlaceName place={frame} />
        </li>
      ))}
      {frames.length > framesMax ? <li className="soft">and {frames.length - framesMax} more</li> : null}
      {createdBy === undefined ? null : (
        <li className="created">
          <span className="soft">created by</span> <PlaceName place={createdBy} />
          {createdBy.goroutine === null ? null : (
            <span className="soft"> in goroutine {createdBy.goroutine}</span>
          )}
        </li>
      )}
    </ol>
  );
}

export type GoroutineMark = 'crashing' | 'peer' | null;

/** The goroutine that died, then candidates for the other party in their order, then the rest as the dump has them. */
export function orderedGoroutines(crash: Crash): readonly (readonly [Goroutine, GoroutineMark])[] {
  const rank = new Map<number, number>();
  for (const [index, { goroutine }] of crash.peer.candidates.entries()) {
    if (goroutine !== null && !rank.has(goroutine)) rank.set(goroutine, index + 1);
  }
  const died = crash.crashing?.goroutine ?? null;
  // A double crash prints one id twice: only the first body is the one on top.
  const top = crash.goroutines.findIndex(({ id }) => id === died);
  const placed = crash.goroutines.map((goroutine, index) => {
    const order = index === top ? 0 : (rank.get(goroutine.id) ?? Number.MAX_SAFE_INTEGER);
    const mark: GoroutineMark = index === top ? 'crashing' : rank.has(goroutine.id) ? 'peer' : null;
    return { goroutine, order, mark };
  });
  return placed
    .toSorted((a, b) => a.order - b.order)
    .map(({ goroutine, mark }) => [goroutine, mark] as const);
}

const markWords = { crashing: 'died', peer: 'other party?' } as const;

function GoroutineItem({ goroutine, mark }: { readonly goroutine: Goroutine; readonly mark: GoroutineMark }) {
  const own = goroutine.frames.find((frame) => !isGoFrame(frame)) ?? goroutine.frames[0];
  return (
    <details className={`goroutine ${mark ?? 'plain'}`} open={mark !== null}>
      <summary>
        <strong>goroutine {goroutine.id}</strong> [{visibleText(goroutine.state, 60)}]{' '}
        {mark === null ? null : <span className={`chip mark-${mark}`}>{markWords[mark]}</span>}{' '}
        {own === undefined ? null : <PlaceName place={own} />}
      </summary>
      {goroutine.frames.length === 0 ? (
        <p className="soft">Its stack was not available: it ran on another thread.</p>
      ) : (
        <Frames goroutine={goroutine} />
      )}
    </details>
  );
}

/** All goroutines that were kept of a dump, those that matter open. */
export function GoroutineList({ crash, beyond }: { readonly crash: Crash; readonly beyond: number }) {
  if (crash.goroutines.length === 0) return <p className="soft">The text holds no goroutine.</p>;
  return (
    <>
      {orderedGoroutines(crash).map(([goroutine, mark], index) => (
        <GoroutineItem key={index} goroutine={goroutine} mark={mark} />
      ))}
      {beyond === 0 ? null : (
        <p className="soft">{counted(beyond, 'further goroutine')} of the dump stand only in its text.</p>
      )}
    </>
  );
}
