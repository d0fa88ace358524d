import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Crash } from '@faultline/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { openGoSource } from '../../libs/adapters/go-source/src/open-go-source.js';
import type { GoSourceIndex } from '../../libs/core/crash/src/source/go-file.js';
import { rankBySource } from '../../libs/core/crash/src/source/rank-by-source.js';
import { printTable } from '../scenarios/print-table.js';
import { type Dump, readDumps } from './dumps.mjs';
import { judgeText } from './judge-text.js';
import { minor } from './settings.mjs';

const programs = fileURLToPath(new URL('programs/', import.meta.url));
const firstMax = 3;

interface Place {
  readonly file: string | null;
  readonly line: number | null;
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const isMarked = (dump: Dump, { file, line }: Place): boolean =>
  dump.peers.some((peer) => file !== null && baseOf(peer.file) === baseOf(file) && peer.line === line);
const withoutPeers = (crash: Crash): Crash => ({
  ...crash,
  peer: { certainty: 'cannot-be-told', candidates: [] },
});

/** What a person does without a tool: the first lines of the file that write to some map. */
function firstWrites(program: string, base: string, { files }: GoSourceIndex): readonly Place[] {
  const file = files.find(({ path }) => baseOf(path) === base)?.path ?? 'main.go';
  const lines = readFileSync(`${programs}${program}/${file}`, 'utf8').split('\n');
  return lines.flatMap((text, index) =>
    /\w\[[^\]]*\]\s*(?:[-+*/|&]?=[^=]|\+\+|--)|\bdelete\(|\bclear\(|\.Set\(/.test(text)
      ? [{ file, line: index + 1 }]
      : [],
  );
}

class Share {
  right = 0;
  readonly missed: string[] = [];
  add(dump: Dump, places: readonly Place[]): void {
    if (places.slice(0, firstMax).some((place) => isMarked(dump, place))) this.right += 1;
    else this.missed.push(dump.name);
  }
  get value(): number {
    return this.right / (this.right + this.missed.length);
  }
  get text(): string {
    return `${(100 * this.value).toFixed(1)} % of ${String(this.right + this.missed.length)}`;
  }
}

describe('the other party by the source, over recorded crashes', () => {
  const ranked = {
    new: new Share(),
    sourceOnly: new Share(),
    amongAll: new Share(),
    floor: new Share(),
    dumpOnly: new Share(),
  };

  beforeAll(async () => {
    const sources = new Map<string, GoSourceIndex>();
    // All programs as one: sixty files of the same name, with the same functions and types in them.
    const all = await openGoSource(programs, { signal: new AbortController().signal });
    for (const dump of readDumps()) {
      if (dump.forged || dump.peers.length === 0 || dump.crashing === null || !dump.kind.startsWith('map_'))
        continue;
      const [crash] = judgeText(dump.text);
      if (crash === undefined || crash.crashing === null) continue;
      let source = sources.get(dump.program);
      if (source === undefined) {
        source = await openGoSource(`${programs}${dump.program}`, { signal: new AbortController().signal });
        sources.set(dump.program, source);
      }
      const isNew = minor(dump.version) >= minor('1.26');
      if (isNew) ranked.new.add(dump, rankBySource(crash, source).crash.peer.candidates);
      if (isNew) ranked.dumpOnly.add(dump, crash.peer.candidates);
      ranked.sourceOnly.add(dump, rankBySource(withoutPeers(crash), source).crash.peer.candidates);
      ranked.amongAll.add(dump, rankBySource(withoutPeers(crash), all).crash.peer.candidates);
      ranked.floor.add(dump, firstWrites(dump.program, dump.crashing.file, source));
    }
    printTable('Marked peer among the first three', [
      { by: 'dump and source, Go 1.26 and newer', share: ranked.new.text },
      { by: 'the dump alone, Go 1.26 and newer', share: ranked.dumpOnly.text },
      { by: 'the source alone, all versions', share: ranked.sourceOnly.text },
      { by: 'the source alone, all programs in one folder', share: ranked.amongAll.text },
      { by: 'first writes of the file, all versions', share: ranked.floor.text },
    ]);
    const missed = ranked.new.missed.map((dump) => ({ missed: dump }));
    if (missed.length > 0) printTable('Not among the first three, Go 1.26 and newer', missed);
  }, 120_000);

  test('it is among the first three in 90 % of the crashes of Go 1.26 and newer', () => {
    expect(ranked.new.value).toBeGreaterThanOrEqual(0.9);
  });

  test('the source alone is better than taking the first writes of the file', () => {
    expect(ranked.sourceOnly.value).toBeGreaterThan(ranked.floor.value);
  });

  test('other programs beside it do not mislead', () => {
    expect(ranked.amongAll.value).toBeGreaterThanOrEqual(0.97);
  });
});
