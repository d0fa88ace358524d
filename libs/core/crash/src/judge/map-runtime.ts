import type { CrashDump, DumpFrame } from '../dump.js';
import { mapFatal } from './fatal-message.js';
import type { GoRelease } from './go-release.js';

export type MapRuntime = 'classic' | 'swiss' | 'unknown';

/**
 * Which maps the program was built with. 1.24 and 1.25 can be built with either (GOEXPERIMENT=noswissmap), so between them only frames
 * tell; the kind is never guessed.
 */
export function mapRuntime(dump: CrashDump, release: GoRelease): MapRuntime {
  const frames =
    dump.form === 'race'
      ? dump.accesses.flatMap((access) => access.frames)
      : dump.goroutines.flatMap((goroutine) => goroutine.frames);
  if (frames.some(isSwiss)) return 'swiss';
  if (frames.some(isClassic)) return 'classic';
  if (release.exact !== null || diedInMap(dump)) {
    if (release.to !== null && release.to <= 23) return 'classic';
    if (release.from >= 26) return 'swiss';
  }
  return 'unknown';
}

function diedInMap(dump: CrashDump): boolean {
  return (
    dump.form === 'fatal' && dump.panics.length === 0 && mapFatal(dump.fatals[0]?.message ?? '') !== null
  );
}

function isSwiss(frame: DumpFrame): boolean {
  return (
    frame.function.startsWith('internal/runtime/maps.') ||
    (frame.function.startsWith('runtime.map') && inSwissFolder(frame.file))
  );
}

function inSwissFolder(file: string | null): boolean {
  return file !== null && (file.includes('internal/runtime/maps/') || file.endsWith('_swiss.go'));
}

/** From 1.24 the classic files end in `_noswiss.go`; up to 1.23 there were only classic ones. */
function isClassic(frame: DumpFrame): boolean {
  if (!/^(?:runtime|reflect)\.map/.test(frame.function) || frame.file === null) return false;
  const file = /(?:^|\/)runtime\/map(_fast\w+|_noswiss)?\.go$/.exec(frame.file.replaceAll('\\', '/'));
  if (file === null) return false;
  return file[1] !== undefined || (frame.line ?? 0) >= firstClassicLine;
}

/** runtime/map.go of 1.26 holds the links to Swiss maps and ends at line 329; in the classic one mapaccess1 begins at 395 (1.19). */
const firstClassicLine = 360;
