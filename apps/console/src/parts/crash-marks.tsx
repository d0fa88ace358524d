import type { CrashKind, PeerCertainty } from '@faultline/model';
import { visibleText } from '@faultline/report';

export const crashWords: Readonly<Record<CrashKind, string>> = {
  map_write_write: 'Two goroutines wrote to one map',
  map_read_write: 'A map was read while it was written',
  map_iterate_write: 'A loop over a map met a write',
  map_clone_write: 'A map was cloned while it was written',
  map_unknown: 'Concurrent use of a map, which one is lost',
  race_report: 'Race detector: two goroutines, one map',
  race_report_and_fatal: 'Race detector and death: two goroutines, one map',
  race_report_not_map: 'Race detector: two goroutines, one value',
  sigsegv: 'Fault in memory',
  panic: 'Panic',
  deadlock: 'All goroutines waited',
  other: 'Error of the Go runtime',
};

const certaintyWords: Readonly<Record<PeerCertainty, readonly [word: string, meaning: string]>> = {
  certain: ['Certain', 'both parties stand in the record itself'],
  likely: ['Likely', 'it stood at a place that touches the map; the runtime does not name it'],
  hypothesis: ['A hypothesis', 'it could have been; nothing in the record shows it'],
  'cannot-be-told': ['Cannot be told', 'the record shows only the goroutine that died'],
};

/** How sure the other party is: a colour and a word, the meaning on hover. */
export function CertaintyChip({ certainty }: { readonly certainty: PeerCertainty }) {
  const [word, meaning] = certaintyWords[certainty];
  return (
    <span className={`chip certainty-${certainty}`} title={meaning}>
      {word}
    </span>
  );
}

export const certaintyMeaning = (certainty: PeerCertainty): string => certaintyWords[certainty][1];

export function ConfirmedChip({ confirmed }: { readonly confirmed: boolean }) {
  return confirmed ? null : (
    <span className="chip unconfirmed" title="The text claims it, and lacks what only the runtime prints">
      Not confirmed
    </span>
  );
}

interface Place {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
}

const fileCharsMax = 200;

/** `cart.go:31`, the whole path on hover. */
export function PlaceName({ place }: { readonly place: Place }) {
  const { file, line } = place;
  return (
    <>
      <code className="function">
        {visibleText(place.function === '' ? '(function lost)' : place.function, fileCharsMax)}
      </code>{' '}
      {file === null ? (
        <span className="soft">file lost</span>
      ) : (
        <code className="soft" title={visibleText(file, fileCharsMax)}>
          {visibleText(file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1), fileCharsMax)}
          {line === null ? '' : `:${String(line)}`}
        </code>
      )}
    </>
  );
}
