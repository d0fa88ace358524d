import type { Analysis } from '@faultline/model';
import type { Storage } from '@faultline/pipeline';
import { recordIdOf } from '@faultline/runtime';
import {
  analysisOfIncident,
  eventPositions,
  htmlReport,
  markdownReport,
  type RawOf,
  type RawRecord,
} from '@faultline/report';

/** Raw records that one report shows; beyond this it only names their places. */
const RAW_RECORDS_MAX = 2_000;

/** The report of one incident with the raw record behind every event that it names. */
export async function reportOf(
  storage: Storage,
  analysis: Analysis,
  incidentId: string,
  format: 'html' | 'md',
): Promise<string> {
  const own = analysisOfIncident(analysis, incidentId) ?? analysis;
  const raw = await rawRecords(storage, own);
  const rawOf: RawOf = (eventId) => raw.get(eventId) ?? null;
  const options = { fileName: `${incidentId.replaceAll(/[^\w.-]/g, '-')}.${format}` };
  return format === 'md' ? markdownReport(own, rawOf, options) : htmlReport(own, rawOf, options);
}

async function rawRecords(storage: Storage, analysis: Analysis): Promise<ReadonlyMap<string, RawRecord>> {
  const found = new Map<string, RawRecord>();
  const shown = eventPositions(analysis).slice(0, RAW_RECORDS_MAX);
  const raw = await storage.raw.getMany(shown.map(({ id }) => recordIdOf(id)));
  for (const { id, position } of shown) {
    const bytes = raw.get(recordIdOf(id));
    if (position && bytes)
      found.set(id, { text: Buffer.from(bytes).toString('utf8'), path: position.path, line: position.line });
  }
  return found;
}
