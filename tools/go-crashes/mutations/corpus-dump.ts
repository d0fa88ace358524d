import { readDumps } from '../dumps.mjs';
import { programNamed } from '../marks.mjs';

/** A recorded dump with the answers that count as right. */
export interface CorpusDump {
  readonly name: string;
  readonly text: string;
  readonly version: string;
  readonly kind: string;
  /** Undefined: the text never held it. */
  readonly kinds: readonly string[] | undefined;
  readonly roles: readonly string[];
  readonly goroutine: number | null;
  readonly crashing: { readonly function: string; readonly file: string; readonly line: number } | null;
  readonly peerLines: readonly number[];
  readonly forged: boolean;
  /** Byte for byte what the runtime writes: only what is outside the text tells. */
  readonly forgedPerfectly: boolean;
  /** A race report, or two goroutines that both ran into the check. */
  readonly bothParties: boolean;
}

type Recorded = ReturnType<typeof readDumps>[number];

const isRace = ({ kind }: Recorded): boolean => kind.startsWith('race_');

/** Two goroutines that run, each with a stack of its own that reaches a marked line; or one id twice (go-crash.md, 1.4). */
function isDoubleCrash(dump: Recorded): boolean {
  const blocks = dump.text
    .split(/^(?=goroutine \d)/m)
    .filter((block) => /^goroutine \d+ [^\n]*\[running/.test(block));
  const marked = blocks.filter((block) =>
    dump.peers.some(({ file, line }) => block.includes(`/${file}:${line}`)),
  );
  return marked.length > 1;
}

function kindsOf(dump: Recorded): readonly string[] | undefined {
  if (dump.forged) return undefined;
  if (dump.kind === 'map_unknown')
    return dump.text.includes('maps.fatal(') ? ['map_unknown', 'map_write_write'] : undefined;
  return /^(?:map|race)_/.test(dump.kind) ? [dump.kind] : programNamed(dump.program).kinds;
}

function rolesOf(dump: Recorded): readonly string[] {
  const role = dump.role ?? 'unknown';
  if (dump.kind === 'map_unknown') return [role, 'unknown'];
  // Go 1.24 calls a clone an iteration; its frames say that it is a clone.
  return role === 'iterator' && dump.program === 'clone' ? ['iterator', 'cloner'] : [role];
}

/** All committed dumps. */
export function corpusDumps(): readonly CorpusDump[] {
  return readDumps().map((dump) => ({
    name: dump.name,
    text: dump.text,
    version: dump.version,
    kind: dump.kind,
    kinds: kindsOf(dump),
    roles: rolesOf(dump),
    goroutine: dump.goroutine,
    crashing: dump.crashing,
    peerLines: dump.peers.map(({ line }) => line),
    forged: dump.forged,
    forgedPerfectly: programNamed(dump.program).perfect,
    bothParties: isRace(dump) || isDoubleCrash(dump),
  }));
}
