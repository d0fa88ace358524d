import { type Analysis, type Incident, inputKindSchema, logPositionSchema } from '@faultline/model';
import type { CaseStore, IngestedSource, StoredAnalysis } from '@faultline/pipeline';
import { storable } from './packed-bytes.js';
import type { PostgresSession } from './postgres-session.js';
import { saveIncidents } from './save-incidents.js';
import { caseStoreSql as sql } from './sql/case-store.sql.js';

interface SourceRow {
  readonly sha256: string;
  readonly path: string;
  readonly kind: string | null;
  readonly bytes: string;
  readonly records: string;
  readonly events: string;
  readonly rejected: string;
  readonly complete: boolean;
  readonly received_at_us: string;
}

interface AnalysisRow {
  readonly position: string;
  readonly events: string;
  readonly saved_at_us: string;
  readonly document: string;
}

export class PostgresCaseStore implements CaseStore {
  constructor(private readonly session: PostgresSession) {}

  async saveAnalysis({ analysis, position, events, savedAtUs }: StoredAnalysis): Promise<void> {
    await this.session.transaction(async (session) => {
      // The upsert of the single row makes a second writer wait, so the incidents below are of one analysis.
      // Incidents, nearly all of a document, are stored once, in their own rows.
      await session.query(sql.saveAnalysis, [
        JSON.stringify(position),
        events,
        savedAtUs,
        JSON.stringify({ ...analysis, incidents: [] }),
      ]);
      await saveIncidents(session, analysis.incidents);
    });
  }

  async latestAnalysis(): Promise<StoredAnalysis | null> {
    return this.session.snapshot(async (session) => {
      const rows = await session.query<AnalysisRow>(sql.latestAnalysis);
      const row = rows[0];
      if (!row) return null;
      const incidents = await incidentsOn(session);
      const analysis: Analysis = { ...(JSON.parse(row.document) as Analysis), incidents: [...incidents] };
      return {
        analysis,
        position: logPositionSchema.parse(JSON.parse(row.position)),
        events: Number(row.events),
        savedAtUs: Number(row.saved_at_us),
      };
    });
  }

  async savedAtUs(): Promise<number | null> {
    const rows = await this.session.query<{ saved_at_us: string }>(sql.savedAtUs);
    return rows[0] ? Number(rows[0].saved_at_us) : null;
  }

  incidents(): Promise<readonly Incident[]> {
    return incidentsOn(this.session);
  }

  async incident(id: string): Promise<Incident | null> {
    const rows = await this.session.query<{ body: string }>(sql.incident, [storable(id)]);
    return rows[0] ? (JSON.parse(rows[0].body) as Incident) : null;
  }

  async recordSource(source: IngestedSource): Promise<void> {
    const { sha256, path, kind, bytes, records, events, rejected, complete, receivedAtUs } = source;
    const counts = [bytes, records, events, rejected];
    await this.session.query(sql.recordSource, [
      sha256,
      storable(path),
      kind,
      ...counts,
      complete,
      receivedAtUs,
    ]);
  }

  async source(sha256: string): Promise<IngestedSource | null> {
    const rows = await this.session.query<SourceRow>(sql.source, [sha256]);
    return rows[0] ? toSource(rows[0]) : null;
  }

  async sources(): Promise<readonly IngestedSource[]> {
    return (await this.session.query<SourceRow>(sql.sources)).map(toSource);
  }
}

async function incidentsOn(session: PostgresSession): Promise<readonly Incident[]> {
  const rows = await session.query<{ body: string }>(sql.incidents);
  return rows.map(({ body }) => JSON.parse(body) as Incident);
}

function toSource(row: SourceRow): IngestedSource {
  return {
    sha256: row.sha256,
    path: row.path,
    kind: inputKindSchema.nullable().parse(row.kind),
    bytes: Number(row.bytes),
    records: Number(row.records),
    events: Number(row.events),
    rejected: Number(row.rejected),
    complete: row.complete,
    receivedAtUs: Number(row.received_at_us),
  };
}
