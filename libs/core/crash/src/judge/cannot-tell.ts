import type { Crash } from '@faultline/model';
import type { Claim } from './claim.js';
import { isMapKind } from './kind-family.js';
import type { Peer } from './rank-peers.js';
import { mapUse } from './map-operation.js';

type Gap = Crash['cannotTell'][number];

/** What this dump leaves open, and which setting would have told. Chosen by its form and release, so nobody is sent to switch on what was on. */
export function cannotTell(claim: Claim, peer: Peer): Gap[] {
  const { kind, top } = claim.death;
  if (!isMapKind(kind)) return kind === 'sigsegv' ? [corruption] : [];
  if (top === null) return [noPlace, ...always];
  return [...aboutPeer(claim, peer), ...aboutOperation(claim), ...always];
}

const noPlace: Gap = {
  what: 'where the program died and who the other party is',
  wouldTell:
    'GOTRACEBACK=all in the environment of the program (a set-uid program prints no stacks in any case)',
};

const corruption: Gap = {
  what: 'whether the program, unsafe code, the compiler or the machine corrupted the memory',
  wouldTell: 'a run with -race, and a core file (GOTRACEBACK=crash, ulimit -c unlimited)',
};

const always: readonly Gap[] = [
  {
    what: 'which of the two statements came first',
    wouldTell: 'nothing: the runtime only sees that a flag is set',
  },
  { what: 'the name of the map', wouldTell: 'the source at the lines above, of the commit that was built' },
  {
    what: 'whether entries were lost or torn before the crash',
    wouldTell: 'comparing the data with another record of it: most races end without a crash',
  },
];

function aboutPeer(claim: Claim, peer: Peer): readonly Gap[] {
  if (peer.certainty === 'certain') return [];
  const what = whatOfPeer(peer);
  const alone = claim.dump.goroutines.length < 2;
  return [{ what, wouldTell: alone && claim.release.from >= 24 ? allOthers : surest }];
}

function whatOfPeer({ candidates, certainty }: Peer): string {
  if (candidates.length === 0) return 'who the other party is';
  const one = candidates.length === 1 && certainty === 'likely';
  return one
    ? 'whether the likely other party is the one'
    : `which of the ${candidates.length} candidates is the other party`;
}

const allOthers =
  'GOTRACEBACK=all (from Go 1.26 a default dump shows only the goroutine that died), a run with -race, a probe at the fatal function, or a core';
const surest = 'a run with -race, a probe that stops the process at the fatal function, or a core';

function aboutOperation({ death, release }: Claim): readonly Gap[] {
  if (death.top === null || mapUse(death.top.frames) !== null) return [];
  const older = release.to !== null && release.to <= 23;
  return [
    {
      what: `which operation on the map it was${older ? ' (releases 1.19 to 1.23 hide those frames)' : ''}`,
      wouldTell: 'GOTRACEBACK=system, or the source at that line',
    },
  ];
}
