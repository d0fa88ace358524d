import { FaultlineError } from '@faultline/model';
import type { KafkaSettings } from './kafka-settings.js';

/** What the driver's errors have in common. They wrap one another, the innermost says what happened. */
interface DriverError {
  readonly name: string;
  readonly message: string;
  readonly type: string | null;
  readonly retriable: boolean | null;
}

const deniedTypes: ReadonlySet<string | null> = new Set([
  'TOPIC_AUTHORIZATION_FAILED',
  'GROUP_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'SASL_AUTHENTICATION_FAILED',
  'UNSUPPORTED_SASL_MECHANISM',
]);
/** The broker is there and refuses what we wrote: our mistake, which waiting does not cure. */
const refusals: ReadonlySet<string> = new Set([
  'INVALID_RECORD',
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
]);
/** Depth of wrapping that is followed; the driver wraps twice. */
const causesMax = 8;

/** The error of the driver as ours; any other error is a defect and comes back as it is. */
export function kafkaFailure(error: unknown, settings: KafkaSettings, doing: string): unknown {
  if (error instanceof FaultlineError) return error;
  const chain = chainOf(error);
  const last = chain.at(-1);
  if (last === undefined || !chain.some(({ name }) => name.startsWith('KafkaJS'))) return error;
  if (last.type !== null && refusals.has(last.type)) return error;
  const options = { cause: error };
  const reason = withoutPassword(last.message, settings);
  if (chain.some(isDenial)) {
    const remedy = 'Check mechanism, user, password and access rules.';
    return new FaultlineError('FL_KAFKA_DENIED', `Kafka denies ${doing}: ${reason}. ${remedy}`, options);
  }
  if (last.type === 'UNKNOWN_TOPIC_OR_PARTITION') {
    const remedy = 'Create the topics with: npx faultline topics.';
    return new FaultlineError(
      'FL_KAFKA_TOPICS_MISSING',
      `A topic is missing for ${doing}. ${remedy}`,
      options,
    );
  }
  if (chain.some(({ name }) => name === 'KafkaJSCompressedBatchError')) {
    const remedy = 'docs/kafka.md says how to get past a batch that is already stored.';
    return new FaultlineError('FL_KAFKA_COMPRESSED', `Kafka, ${doing}: ${reason}. ${remedy}`, options);
  }
  return unavailable(settings, `${doing} failed: ${reason}`, error);
}

export function unavailable(settings: KafkaSettings, what: string, cause?: unknown): FaultlineError {
  const brokers = settings.brokers.join(', ');
  const remedy = 'Check that they run and that the addresses they advertise can be reached from here.';
  const message = `Kafka at ${brokers} is not available: ${withoutPassword(what, settings)}. ${remedy}`;
  return new FaultlineError('FL_KAFKA_UNAVAILABLE', message, { cause });
}

/** True when trying again may help: the broker is away or a leader is being chosen. */
export function mayPass(error: unknown): boolean {
  const chain = chainOf(error);
  if (chain.some(isDenial)) return false;
  return chain.some(({ name, retriable }) => retriable === true || passing.has(name));
}

const passing: ReadonlySet<string> = new Set([
  'KafkaJSConnectionError',
  'KafkaJSConnectionClosedError',
  'KafkaJSRequestTimeoutError',
  'KafkaJSBrokerNotFound',
  'KafkaJSNumberOfRetriesExceeded',
  'KafkaJSMetadataNotLoaded',
  'KafkaJSTopicMetadataNotLoaded',
  'KafkaJSLockTimeout',
]);

function isDenial({ name, type }: DriverError): boolean {
  return name === 'KafkaJSSASLAuthenticationError' || deniedTypes.has(type);
}

function chainOf(error: unknown): readonly DriverError[] {
  const chain: DriverError[] = [];
  for (let at = error; at instanceof Error && chain.length < causesMax; at = at.cause) {
    const { name, message } = at;
    const type = 'type' in at && typeof at.type === 'string' ? at.type : null;
    const retriable = 'retriable' in at && typeof at.retriable === 'boolean' ? at.retriable : null;
    chain.push({ name, message, type, retriable });
  }
  return chain;
}

function withoutPassword(text: string, { sasl }: KafkaSettings): string {
  return sasl === null || sasl.password === '' ? text : text.replaceAll(sasl.password, '***');
}
