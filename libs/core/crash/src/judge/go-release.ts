import type { CrashDump, DumpFrame, DumpGoroutine } from '../dump.js';
import { codeOrigin } from './code-origin.js';
import { mapFatal } from './fatal-message.js';
import { thrower } from './thrower.js';

/** Minor versions of Go 1 that can have printed a dump; null is an open end. */
export interface GoRelease {
  readonly from: number;
  readonly to: number | null;
  /** `1.23.5`, where the path of the standard library names it. */
  readonly exact: string | null;
}

/** The oldest release whose form is known here. */
const oldest = 13;
const anyRelease: GoRelease = { from: oldest, to: null, exact: null };

/** Which releases print in this form. Cost: linear in the frames. A program can put its toolchain into any folder, so this explains and proves nothing. */
export function goRelease(dump: CrashDump): GoRelease {
  const goroutines = dump.form === 'fatal' ? dump.goroutines : [];
  const frames = allFrames(dump);
  const exact = frames.map(exactRelease).find((release) => release !== null) ?? null;
  if (exact !== null) {
    const minor = Number(exact.split('.')[1]);
    return { from: minor, to: minor, exact };
  }
  return [...frameClues(frames), ...creatorClues(goroutines), ...throwerClues(dump, goroutines[0])].reduce(
    narrowed,
    anyRelease,
  );
}

export function describeRelease({ from, to, exact }: GoRelease): string | undefined {
  if (exact !== null) return exact;
  if (from === oldest && to === null) return undefined;
  if (to === null) return `1.${from}+`;
  return from === to ? `1.${from}` : `1.${from}-1.${to}`;
}

function allFrames(dump: CrashDump): readonly DumpFrame[] {
  if (dump.form === 'race') return dump.accesses.flatMap(({ frames }) => frames);
  return dump.goroutines.flatMap(({ frames }) => frames);
}

/** `…/go1.23.5/src/runtime/…`, `…/toolchain@v0.0.1-go1.23.5.linux-amd64/src/…`, `…/go/1.23.5/libexec/src/…`. */
function exactRelease(frame: DumpFrame): string | null {
  if (frame.file === null || !frame.file.includes('/src/')) return null;
  const origin = codeOrigin(frame);
  if (origin !== 'runtime' && origin !== 'standard') return null;
  return (
    /[/-]go[/@-]?(1\.\d{1,2}(?:\.\d{1,2})?)[^/]{0,20}\/(?:[^/]{1,20}\/)?src\//i.exec(frame.file)?.[1] ?? null
  );
}

type Clue = Omit<GoRelease, 'exact'>;

/** Line of `maps.fatal` in runtime/panic.go; patch releases did not move it. */
const fatalLines: ReadonlyMap<number, number> = new Map([
  [1058, 24],
  [1046, 25],
  [1181, 26],
  [1195, 27],
]);

function frameClues(frames: readonly DumpFrame[]): readonly Clue[] {
  return frames.flatMap((frame): readonly Clue[] => {
    if (frame.function === 'internal/runtime/maps.fatal') {
      const minor = frame.line === null ? undefined : fatalLines.get(frame.line);
      return [minor === undefined ? { from: 24, to: null } : { from: minor, to: minor }];
    }
    if (frame.function.startsWith('internal/runtime/maps.')) return [{ from: 24, to: null }];
    if (frame.file?.endsWith('_swiss.go') === true) return [{ from: 24, to: 25 }];
    return /\.(?:gowrap)\d+$/.test(frame.function) ? [{ from: 22, to: null }] : [];
  });
}

/** ` in goroutine N` came with 1.21. */
function creatorClues(goroutines: readonly DumpGoroutine[]): readonly Clue[] {
  const created = goroutines.flatMap(({ createdBy }) => createdBy ?? []);
  if (created.length === 0) return [];
  const named = created.some(({ goroutine }) => goroutine !== null);
  return [named ? { from: 21, to: null } : { from: oldest, to: 20 }];
}

/** Only the check of a map tells by what stands above it; any other fatal looks the same in all releases. */
function throwerClues(dump: CrashDump, top: DumpGoroutine | undefined): readonly Clue[] {
  if (dump.form === 'race' || dump.panics.length > 0 || top === undefined || top.frames.length === 0)
    return [];
  const message = dump.fatals[0]?.message ?? '';
  if (mapFatal(message) === null) return [];
  switch (thrower(top)) {
    case 'throw':
      return [{ from: oldest, to: 18 }];
    case 'swiss':
      return [{ from: 24, to: null }];
    case 'fatal':
    case 'linked':
    case 'hidden':
      return [{ from: 19, to: 23 }];
  }
}

/** Clues that contradict each other (a forged dump, two processes in one) leave the first one standing. */
function narrowed(release: GoRelease, clue: Clue): GoRelease {
  const from = Math.max(release.from, clue.from);
  const to = release.to === null ? clue.to : clue.to === null ? release.to : Math.min(release.to, clue.to);
  return to !== null && to < from ? release : { from, to, exact: null };
}
