import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel, type SASLOptions } from 'kafkajs';
import { askApiVersions } from './api-versions.js';
import { boundCodecs } from './batch-codecs.js';
import { requireYoungBroker } from './broker-age.js';
import { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure, unavailable } from './kafka-failure.js';
import { kafkaLogCreator } from './kafka-log.js';
import { type KafkaLogin, type KafkaLogSink, type KafkaSettings, silentKafkaLog } from './kafka-settings.js';
import { backoffMs } from './retrying.js';

/** A broker that is being started together with us is there within ten seconds. */
export const startTimeoutMs = 15_000;
const probeTimeoutMs = 4_000;
const connectionTimeoutMs = 4_000;
const requestTimeoutMs = 30_000;

/** Waiting does not make a certificate trusted. Codes of OpenSSL as Node gives them. */
const certificateTrouble = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ERR_TLS/;

/**
 * Connects to the cluster and checks it, within about 15 s: a broker answers (else `FL_KAFKA_UNAVAILABLE`), is new enough (`FL_KAFKA_TOO_OLD`), and takes the log-in
 * (`FL_KAFKA_DENIED`). Which topics are needed is the caller's to check (`requireTopics`). Close the connection when done.
 */
export async function connectKafka(
  settings: KafkaSettings,
  options: { readonly log?: KafkaLogSink; readonly timeoutMs?: number } = {},
): Promise<KafkaConnection> {
  const { log = silentKafkaLog, timeoutMs = startTimeoutMs } = options;
  const deadlineMs = performance.now() + timeoutMs;
  await findBroker(settings, deadlineMs);
  boundCodecs();
  const kafka = new Kafka({
    brokers: [...settings.brokers],
    clientId: settings.clientId,
    ssl: settings.ssl,
    ...(settings.sasl === null ? {} : { sasl: saslOf(settings.sasl) }),
    connectionTimeout: connectionTimeoutMs,
    authenticationTimeout: connectionTimeoutMs,
    requestTimeout: requestTimeoutMs,
    // About twenty seconds in all, then an error.
    retry: { initialRetryTime: 200, retries: 7, maxRetryTime: 5_000, multiplier: 2, factor: 0.2 },
    logLevel: logLevel.INFO,
    logCreator: kafkaLogCreator(log, settings),
  });
  const admin = kafka.admin();
  try {
    // Asks the controller, so an advertised address that cannot be reached is found out here and not in the middle of the work.
    await within(deadlineMs, async () => {
      await admin.connect();
      await admin.describeCluster();
    });
  } catch (error) {
    await admin.disconnect().catch(() => undefined);
    throw kafkaFailure(error, settings, 'the log-in');
  }
  return new KafkaConnection(settings, kafka, admin, log);
}

function saslOf({ mechanism, username, password }: KafkaLogin): SASLOptions {
  return { mechanism, username, password };
}

async function findBroker(settings: KafkaSettings, deadlineMs: number): Promise<void> {
  let reasons: readonly string[] = ['no broker is named'];
  for (let attempt = 0; settings.brokers.length > 0; attempt++) {
    const leftMs = Math.max(1, deadlineMs - performance.now());
    const asked = await Promise.allSettled(
      settings.brokers.map(async (address) => ({
        address,
        versions: await askApiVersions(address, settings, Math.min(probeTimeoutMs, leftMs)),
      })),
    );
    const answers = asked.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    for (const { address, versions } of answers) requireYoungBroker(address, versions);
    if (answers.length > 0) return;
    reasons = asked.map((result) => (result.status === 'rejected' ? reasonOf(result.reason) : ''));
    const waitMs = backoffMs(attempt, 2_000);
    if (reasons.every((reason) => certificateTrouble.test(reason))) break;
    if (performance.now() + waitMs >= deadlineMs) break;
    await sleep(waitMs);
  }
  throw unavailable(settings, [...new Set(reasons)].join('; '));
}

/** Code first: `ECONNREFUSED` and `DEPTH_ZERO_SELF_SIGNED_CERT` say more than their sentences. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join('; ');
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}, ` : '';
  return `${code}${error.message}`;
}

async function within(deadlineMs: number, work: () => Promise<void>): Promise<void> {
  const abort = new AbortController();
  const late = sleep(Math.max(1, deadlineMs - performance.now()), undefined, { signal: abort.signal });
  try {
    await Promise.race([work(), late.then(() => Promise.reject(new LateError()))]);
  } finally {
    abort.abort();
    late.catch(() => undefined);
  }
}

/** Named as the driver's own, so that it counts as the broker being away. */
class LateError extends Error {
  override readonly name = 'KafkaJSRequestTimeoutError';
  constructor() {
    super('no answer in time');
  }
}
