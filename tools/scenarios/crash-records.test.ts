import type { Crash, Event } from '@faultline/model';
import { createNormaliser, type Normalised } from '@faultline/normalise';
import { recordId } from '@faultline/adapter-files';
import { expect, test } from 'vitest';
import { sha256 } from '../../apps/cli/src/output/sha256.js';
import { readDumps } from '../go-crashes/dumps.mjs';
import { judgeText } from '../go-crashes/judge-text.js';

const time = '2026-03-08T09:00:00.000000Z';
const wrappings: Readonly<Record<string, (line: string) => string>> = {
  docker: (log) => JSON.stringify({ log: `${log}\n`, stream: 'stderr', time }),
  cri: (line) => `${time} stderr F ${line}`,
  syslog: (line) => `<27>1 ${time} node shop 41 - - ${line}`,
};

function crashesOf(lines: readonly string[]): readonly Crash[] {
  const normaliser = createNormaliser({ sha256 });
  const events: Event[] = [];
  const take = (result: Normalised): void => {
    for (const earlier of result.ended ?? []) take(earlier.result);
    if (result.rejected === undefined) events.push(...result.events);
  };
  for (const [at, text] of lines.entries()) {
    const bytes = Buffer.from(text);
    take(
      normaliser.normalise({
        path: 'a',
        line: at + 1,
        offset: at,
        length: bytes.length,
        id: recordId(bytes),
        text,
      }),
    );
  }
  for (const { result } of normaliser.end()) take(result);
  return events.flatMap((event) => (event.kind === 'crash' ? [event.crash] : []));
}

const told = ({ kind, confirmed, signature, peer, crashing }: Crash) => ({
  kind,
  confirmed,
  signature,
  peer: peer.certainty,
  crashing,
});

/** One of ten, of every program: all of them judge the same code. */
const dumps = readDumps().filter((_, at) => at % 10 === 3);

test('what is confirmed in plain lines is so without the blank ones, which readers do not hand on', () => {
  const differing = dumps.flatMap(({ name, text }) => {
    const lines = text.trimEnd().split('\n');
    const expected = judgeText(lines.join('\n'))
      .filter(({ confirmed }) => confirmed)
      .map(told);
    const found = crashesOf([`${time} up`, ...lines.filter((line) => line.trim() !== '')])
      .filter(({ confirmed }) => confirmed)
      .map(told);
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : [{ name, found, expected }];
  });
  expect(differing).toEqual([]);
});

test.each(Object.entries(wrappings))(
  'records in %s are judged as `faultline crash` judges the text',
  (_, wrap) => {
    const differing = dumps.flatMap(({ name, text }) => {
      // The last line of a file ends with its break.
      const lines = text.trimEnd().split('\n').map(wrap);
      const expected = judgeText(lines.join('\n')).map(told);
      const found = crashesOf([`${time} stdout F up`, ...lines]).map(told);
      return JSON.stringify(found) === JSON.stringify(expected) ? [] : [{ name, found, expected }];
    });
    expect(dumps.length).toBeGreaterThan(50);
    expect(differing).toEqual([]);
  },
);
