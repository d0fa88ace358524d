import type { CrashDump, DumpFrame } from '../../dump.js';

const frameText = ({ function: name, file, line }: DumpFrame): string => `${name} ${file}:${line}`;

/** What a dump says apart from where its lines stood, for comparing readings of one dump in many wrappings. */
export function shortForm(dump: CrashDump): unknown {
  if (dump.form === 'race')
    return {
      accesses: dump.accesses.map((access) => [
        access.operation,
        access.address,
        access.frames.map(frameText),
      ]),
      created: dump.created.map(({ goroutine, frames }) => [goroutine, frames.map(frameText)]),
    };
  return {
    fatals: [...new Set(dump.fatals.map(({ message }) => message))],
    panics: dump.panics.map(({ message }) => message),
    signal: dump.signal?.name ?? null,
    goroutines: dump.goroutines.map(({ id, state, frames, createdBy }) => [
      id,
      state,
      frames.map(frameText),
      createdBy === null ? null : frameText(createdBy),
    ]),
  };
}
