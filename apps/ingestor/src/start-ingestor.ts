import { createLogger, createMetrics, loadConfig, startOperationsServer } from '@faultline/platform';
import { ingestTopics, kafkaSettings, openKafkaSide, openTracing, type Running } from '@faultline/runtime';
import { configSchema } from './config.js';

/** raw topics ─▶ events and dead letters. Start as many as there are partitions: they share the work between them. */
export async function startIngestor(env: Readonly<Record<string, string | undefined>>): Promise<Running> {
  const config = loadConfig(configSchema, env);
  const logger = createLogger(config.FAULTLINE_LOG_LEVEL);
  const metrics = await createMetrics();
  const tracing = await openTracing(config, 'faultline-ingestor', logger);
  const settings = kafkaSettings(config, 'faultline-ingestor');
  if (settings === null) throw new Error('KAFKA_BROKERS is required by the schema');
  const kafka = await openKafkaSide(settings, logger);
  try {
    const { FAULTLINE_HOST: host, PORT: port } = config;
    const operations = await startOperationsServer({ host, port, checks: kafka.checks, metrics, logger });
    const ingestion = ingestTopics(kafka, { metrics, tracing, logger });
    return {
      ready: `Faultline ingestor ready; health and metrics at ${operations.address}`,
      ended: ingestion.ended,
      close: async () => {
        await ingestion.stop();
        await operations.close();
        await kafka.close();
        await tracing.close();
      },
    };
  } catch (error) {
    await kafka.close();
    await tracing.close();
    throw error;
  }
}
