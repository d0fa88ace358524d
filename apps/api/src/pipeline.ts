import { startEmbeddedServer } from '@faultline/adapter-postgres';
import type { LogLevel, Logger, Recorders, Tracing } from '@faultline/platform';
import {
  Correlator,
  CorrelatorOnThread,
  type CorrelatorRunner,
  type IngestResult,
  ingestSource,
  type Installation,
  type InstallationSettings,
  nowUs,
  openInstallation,
  replayRejected,
  type ReplaySummary,
  type SourceToIngest,
} from '@faultline/runtime';
import { AnalysisService } from './analysis/analysis-service.js';

/** What the API stands on: records ─▶ events ─▶ analysis ─▶ answers. */
export interface Pipeline {
  readonly storage: Installation;
  readonly analysis: AnalysisService;
  ingest(source: SourceToIngest): Promise<IngestResult>;
  /** One after the other, and one analysis at the end. */
  ingestAll(sources: Iterable<SourceToIngest>): Promise<readonly IngestResult[]>;
  replay(): Promise<ReplaySummary>;
  close(): Promise<void>;
}

export interface PipelineOptions {
  readonly dataDir: string;
  readonly servers: Omit<InstallationSettings, 'databaseUrl'>;
  /** Use this server instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** Renew the answer in this process; false: a correlator does, elsewhere. */
  readonly correlates: boolean;
  readonly liveEventsMax: number;
  readonly metrics: Recorders;
  readonly tracing: Tracing;
  readonly logger: Logger;
  readonly logLevel: LogLevel;
}

/** With Kafka, events may come from other processes: the correlator looks for them this often. */
const POLL_MS = 250;

export async function openPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { dataDir, databaseUrl, servers, logger } = options;
  const server = databaseUrl === null ? await startEmbeddedServer(dataDir) : null;
  const settings = { ...servers, databaseUrl: databaseUrl ?? server?.url ?? '' };
  try {
    const storage = await openInstallation(settings, logger);
    const { liveEventsMax, logLevel, metrics } = options;
    const runner = options.correlates ? new CorrelatorOnThread({ settings, liveEventsMax, logLevel }) : null;
    const pollMs = settings.kafka === null ? null : POLL_MS;
    const pipeline = joinPipeline(storage, new AnalysisService(storage, { runner, pollMs, logger, metrics }));
    await pipeline.analysis.start().catch(async (error: unknown) => {
      await pipeline.close();
      throw error;
    });
    const close = async () => {
      try {
        await pipeline.close();
      } finally {
        await server?.stop();
      }
    };
    return { ...pipeline, close };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Correlates in this thread: for tests, and for whoever has no other work. */
export function correlatorInThisThread(storage: Installation): CorrelatorRunner {
  return new Correlator(storage, { nowUs, liveEventsMax: Number.MAX_SAFE_INTEGER });
}

/** The joints. */
export function joinPipeline(storage: Installation, analysis: AnalysisService): Pipeline {
  const ingestAll = async (sources: Iterable<SourceToIngest>): Promise<readonly IngestResult[]> => {
    const results: IngestResult[] = [];
    try {
      for (const source of sources) results.push(await ingestSource(storage, source, nowUs()));
      return results;
    } finally {
      // Also after a failure: what came before it is stored.
      analysis.request();
    }
  };
  return {
    storage,
    analysis,
    ingestAll,
    ingest: async (source) => {
      const [result] = await ingestAll([source]);
      if (!result) throw new Error('one source in, one result out');
      return result;
    },
    replay: async () => {
      const summary = await replayRejected(storage);
      if (summary.accepted > 0) analysis.request();
      return summary;
    },
    close: async () => {
      await analysis.close();
      await storage.close();
    },
  };
}
