import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Event, Incident } from '@faultline/model';
import type { AnalyseResult } from '@faultline/pipeline';
import { verifyDocument } from '@faultline/verify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sha256 } from '../../apps/cli/src/output/sha256.js';
import { analyseEvents, readPaths } from './analyse-paths.js';
import { disguisedCopy, type Disguise } from './disguise.js';
import { earliestEntity } from './floors.js';
import { printTable } from './print-table.js';
import { survivesRemoval } from './survives-removal.js';

const folder = path.join(process.env['FAULTLINE_SHARED_DATA'] ?? '', 'otrf-lsass');
const timeoutMs = 180_000;

const truthSchema = z.object({
  cases: z.record(
    z.string(),
    z.object({
      file: z.string(),
      download: z.object({ file: z.string() }),
      malicious_lsass_reads: z.array(z.object({ SourceProcessGUID: z.string(), GrantedAccess: z.string() })),
    }),
  ),
});
type Case = z.infer<typeof truthSchema>['cases'][string];

const truth = truthSchema.parse(JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')));
const rows: Record<string, string | number>[] = [];
const firstPlaces = new Map<string, number>();

/** Consistent names of another company; the short (8.3) form of a user's folder is derived from the long one, as Windows does. */
const disguise: Disguise = {
  names: [
    ['pandalab', 'brightsea'],
    ['MKT01', 'DESK7'],
    ['ACCT01', 'DESK8'],
    ['IT01', 'DESK9'],
    ['stevie.marie', 'marek.olsson'],
    ['nora.quemona', 'tove.ahlberg'],
    ['NORA~1.QUE', 'TOVE~1.AHL'],
    ['pedro.gustavo', 'ivan.castell'],
    ['happy_image.jpeg.exe', 'march_invoice.pdf.exe'],
    ['winx64_payload', 'annual_report'],
    ['procdump', 'collector'],
  ],
  // Neither whole days nor whole hours.
  shiftMs: 40 * 86_400_000 + 3 * 3_600_000 + 17 * 60_000 + 4321,
  seed: 5,
};

describe.each(['01', '02', '04'])('OTRF credential theft, case %s', (name) => {
  const found = truth.cases[name];
  if (found === undefined) throw new Error(`truth.json has no case ${name}`);
  const file = path.join(folder, found.file);

  describe('as recorded', () => {
    suite(
      name,
      found,
      async () => readPaths([file]),
      (text) => text,
    );
  });

  describe('with other names, at another time, in another order', () => {
    suite(
      `${name}, disguised`,
      found,
      async () => {
        const copy = disguisedCopy(file, disguise);
        try {
          return await readPaths([copy.file]);
        } finally {
          copy.remove();
        }
      },
      (text) => disguise.names.reduce((renamed, [from, to]) => renamed.replaceAll(from, to), text),
    );
  });
});

function suite(
  name: string,
  { download, malicious_lsass_reads: reads }: Case,
  read: () => ReturnType<typeof readPaths>,
  rename: (text: string) => string,
): void {
  const downloaded = rename(download.file).toLowerCase();
  // Access without PROCESS_VM_READ asks for a name or a state: no theft.
  const thieves = reads
    .filter((access) => (Number(access.GrantedAccess) & 0x10) !== 0)
    .map((access) => access.SourceProcessGUID.replace(/[{}]/g, ''));
  let result: AnalyseResult | null = null;
  let incident: Incident | null = null;
  let events: readonly Event[] = [];

  beforeAll(async () => {
    const reading = await read();
    ({ events } = reading);
    result = analyseEvents(reading);
    incident = result.analysis.incidents[0] ?? null;
    const place = placeOf(incident, downloaded);
    firstPlaces.set(name, place);
    const actor = incident?.impacts[0]?.by?.key ?? '';
    rows.push({
      case: name,
      events: events.length,
      incidents: result.analysis.incidents.length,
      'file is first root cause no.': place === 0 ? 'missing' : place,
      verdict: incident?.rootCauses[0]?.verdict ?? '-',
      'floor: earliest event': incident === null ? '-' : earliestEntity(result.graph, incident),
      'floor: top of the parent chain': topOfParents(events, actor),
    });
  }, timeoutMs);

  afterAll(() => {
    events = [];
    result = null;
  });

  test('the thief is the impact’s actor, and nothing else is an impact', () => {
    expect(result?.analysis.incidents).toHaveLength(1);
    const actors = incident?.impacts.map((impact) => impact.by?.key.split('/').at(-1) ?? '') ?? [];
    expect(actors).not.toHaveLength(0);
    expect(actors.filter((actor) => !thieves.includes(actor))).toEqual([]);
    expect(actors).toContain(thieves[0]);
  });

  test('the downloaded file is among the first three root causes', () => {
    expect(placeOf(incident, downloaded)).toBeGreaterThanOrEqual(1);
    expect(placeOf(incident, downloaded)).toBeLessThanOrEqual(3);
  });

  test('the first breakpoint cuts every way, and separate code agrees', () => {
    if (incident === null || result === null) throw new Error('no incident was found');
    const [first] = incident.breakpoints.single;
    expect(survivesRemoval(incident.certificate, [])).toBe(true);
    expect(survivesRemoval(incident.certificate, first === undefined ? [] : [first.entity.id])).toBe(false);
    expect(survivesRemoval(incident.certificate, incident.certificate.removed)).toBe(false);
    const report = verifyDocument(JSON.parse(JSON.stringify(result.analysis)), { sha256 });
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  });
}

test('the downloaded file is the first root cause in at least two cases of three, recorded or disguised', () => {
  const recorded = [...firstPlaces].filter(([name]) => !name.includes('disguised'));
  const disguised = [...firstPlaces].filter(([name]) => name.includes('disguised'));
  expect(recorded.filter(([, place]) => place === 1).length).toBeGreaterThanOrEqual(2);
  expect(disguised.filter(([, place]) => place === 1).length).toBeGreaterThanOrEqual(2);
});

afterAll(() => printTable('OTRF credential theft from LSASS', rows));

/** Place among the root causes, from 1; 0: not there. */
function placeOf(incident: Incident | null, file: string): number {
  const place =
    incident?.rootCauses.findIndex(
      ({ entity }) => entity.kind === 'file' && entity.key.toLowerCase().endsWith(`:${file}`),
    ) ?? -1;
  return place + 1;
}

/** What a rule of thumb would blame: the oldest known ancestor of the thief. */
function topOfParents(events: readonly Event[], actor: string): string {
  const starts = new Map<string, Extract<Event, { kind: 'process.start' }>>();
  for (const event of events) {
    if (event.kind === 'process.start') starts.set(`${event.host}/${event.process.key}`, event);
  }
  let start = starts.get(actor);
  let top = start?.process.image ?? 'nothing';
  for (let depth = 0; start !== undefined && depth < 64; depth++) {
    const { parent, host } = start;
    if (parent === null) break;
    top = parent.image ?? top;
    start = starts.get(`${host}/${parent.key}`);
  }
  return top;
}
