import type { Crash, Sha256 } from '@faultline/model';
import type { FatalDump } from '../dump.js';
import { cannotTell } from './cannot-tell.js';
import type { Claim } from './claim.js';
import { deathOf, type Death } from './death.js';
import { dumpGoroutines } from './dump-goroutines.js';
import { describeRelease, goRelease } from './go-release.js';
import { lossWords } from './loss-words.js';
import { mapRuntime } from './map-runtime.js';
import { mapUse } from './map-operation.js';
import { mechanismNotes } from './mechanism-notes.js';
import { messageClass } from './message-class.js';
import { firstOwnFrame } from './own-frames.js';
import { rankPeers } from './rank-peers.js';
import { crashSignature, type CrashSide } from './signature.js';
import { unconfirmedReason } from './unconfirmed-reason.js';

/** What the dump of a dead process proves. Null where nothing died. `forged` says why the place it stands in makes it doubtful. Cost: linear in the dump. */
export function judgeFatal(dump: FatalDump, sha256: Sha256, forged: string | null = null): Crash | null {
  const death = deathOf(dump);
  if (death === null) return null;
  const claim: Claim = { dump, death, release: goRelease(dump) };
  const reason = forged ?? unconfirmedReason(claim);
  const goVersion = describeRelease(claim.release);
  const peer = rankPeers(dump, death, reason === null);
  return {
    kind: death.kind,
    confirmed: reason === null,
    ...(reason === null ? {} : { unconfirmedReason: reason }),
    message: death.message,
    runtime: mapRuntime(dump, claim.release),
    ...(goVersion === undefined ? {} : { goVersion }),
    crashing: crashingSide(death),
    peer,
    goroutines: dumpGoroutines(dump),
    signature: crashSignature(death.kind, sidesOf(death), messageClass(death), sha256),
    complete: dump.losses.length === 0 && death.top !== null && death.top.frames.length > 0,
    losses: lossWords(dump, death),
    cannotTell: cannotTell(claim, peer),
    notes: mechanismNotes(claim),
    lines: { first: dump.firstLine, last: dump.lastLine },
  };
}

function crashingSide({ top, role, kind }: Death): Crash['crashing'] {
  const own = top === null ? null : firstOwnFrame(top.frames);
  if (top === null || own === null) return null;
  const operation = kind === 'panic' ? undefined : mapUse(top.frames)?.operation;
  const { function: name, file, line } = own.frame;
  return {
    goroutine: top.id,
    role,
    ...(operation === undefined ? {} : { op: operation }),
    function: name,
    file,
    line,
  };
}

function sidesOf({ top, role }: Death): readonly CrashSide[] {
  return top === null ? [] : [{ role, frames: top.frames, createdBy: top.createdBy }];
}
