import { openPostgresStorage, startEmbeddedServer } from '@faultline/adapter-postgres';
import type { Storage } from '@faultline/pipeline';
import type { Logger } from '@faultline/platform';
import { AnalysisService } from './analysis/analysis-service.js';
import { Correlator } from './analysis/correlator.js';
import type { CorrelatorRunner } from './analysis/correlator-runner.js';
import { WorkerCorrelator } from './analysis/worker-correlator.js';
import { type IngestResult, ingestSource, type SourceToIngest } from './ingest/ingest-source.js';
import { replayRejected, type ReplaySummary } from './ingest/replay-rejected.js';
import { nowUs } from './now-us.js';

/** Everything in one process: records ─▶ events ─▶ analysis ─▶ answers. */
export interface Pipeline {
  readonly storage: Storage;
  readonly analysis: AnalysisService;
  ingest(source: SourceToIngest): Promise<IngestResult>;
  /** One after the other, and one analysis at the end. */
  ingestAll(sources: Iterable<SourceToIngest>): Promise<readonly IngestResult[]>;
  replay(): Promise<ReplaySummary>;
  close(): Promise<void>;
}

export interface PipelineOptions {
  readonly dataDir: string;
  /** Use this server instead of the embedded one. */
  readonly databaseUrl: string | null;
  readonly logger: Logger;
}

export async function openPipeline({ dataDir, databaseUrl, logger }: PipelineOptions): Promise<Pipeline> {
  const server = databaseUrl === null ? await startEmbeddedServer(dataDir) : null;
  const url = databaseUrl ?? server?.url ?? '';
  try {
    const storage = await openPostgresStorage(url);
    const pipeline = joinPipeline(storage, new WorkerCorrelator({ databaseUrl: url }), logger);
    await pipeline.analysis.start();
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

/** The joints. The correlator runs in this thread unless another runner is given. */
export function joinPipeline(storage: Storage, runner: CorrelatorRunner | null, logger: Logger): Pipeline {
  const analysis = new AnalysisService(storage, runner ?? inThisThread(storage), logger);
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

function inThisThread(storage: Storage): CorrelatorRunner {
  const correlator = new Correlator(storage, nowUs);
  return { refresh: () => correlator.refresh(), close: () => Promise.resolve() };
}
