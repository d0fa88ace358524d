import { createLogger, createMetrics, loadConfig, startOperationsServer } from '@faultline/platform';
import {
  CorrelationLoop,
  CorrelatorOnThread,
  openInstallation,
  openTracing,
  recordRefresh,
  type Running,
  serverSettings,
} from '@faultline/runtime';
import { configSchema } from './config.js';

/** An idle log is asked this often; a busy one is read again as soon as the answer before is stored. */
const POLL_MS = 250;

/**
 * events ─▶ graph, incidents, findings. One correlator of an installation leads and renews the answer, the others stand by and take over in
 * the moment it is gone. The answer is thought about on a thread of its own, so that probes are answered meanwhile.
 */
export async function startCorrelator(env: Readonly<Record<string, string | undefined>>): Promise<Running> {
  const config = loadConfig(configSchema, env);
  const logger = createLogger(config.FAULTLINE_LOG_LEVEL);
  const metrics = await createMetrics();
  const tracing = await openTracing(config, 'faultline-correlator', logger);
  const settings = { ...serverSettings(config, 'faultline-correlator'), databaseUrl: config.DATABASE_URL };
  // Opened here too: a wrong setting is told at start and not by the first answer, and readiness asks these connections.
  const stores = await openInstallation(settings, logger);
  const thread = new CorrelatorOnThread({
    settings,
    liveEventsMax: config.FAULTLINE_LIVE_EVENTS_MAX,
    logLevel: config.FAULTLINE_LOG_LEVEL,
  });
  const runner = {
    refresh: () => tracing.withSpan('AnswerRefresh', {}, () => thread.refresh()),
    close: () => thread.close(),
  };
  const loop = new CorrelationLoop(runner, {
    onState: (state, refreshed) => recordRefresh(metrics, state, refreshed),
    logger,
    pollMs: POLL_MS,
  });
  try {
    const { FAULTLINE_HOST: host, PORT: port } = config;
    const checks = [...stores.checks, { name: 'answer', check: () => loop.check() }];
    const operations = await startOperationsServer({ host, port, checks, metrics, logger });
    loop.request();
    return {
      ready: `Faultline correlator ready; health and metrics at ${operations.address}`,
      close: async () => {
        await loop.close();
        await operations.close();
        await stores.close();
        await tracing.close();
      },
    };
  } catch (error) {
    await loop.close();
    await stores.close();
    await tracing.close();
    throw error;
  }
}
