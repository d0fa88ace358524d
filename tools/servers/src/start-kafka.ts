import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDataFolder, removeDataFolder } from './data-folder.js';
import { freePorts } from './free-ports.js';
import { jvmOptions, type Optimise } from './jvm-options.js';
import { kafkaProperties, propertiesText } from './kafka-properties.js';
import { scramUser, securityProperties, type KafkaLogin } from './kafka-security.js';
import { makeKeyStore } from './key-store.js';
import { provision } from './provision.js';
import { runServer, type RunningServer } from './running-server.js';
import { kafkaLogConfig, mainClass } from './server-kind.js';

export interface KafkaOptions {
  /** Of a topic that does not say how many it wants. Default 1. */
  readonly partitions?: number;
  /** Clients must log in. */
  readonly sasl?: KafkaLogin;
  /** Clients must use TLS and trust `caFile`. */
  readonly tls?: boolean;
  readonly optimise?: Optimise;
}

export interface KafkaAddress {
  /** `127.0.0.1:PORT` */
  readonly brokers: string[];
  /** With `tls`: the certificate that clients must trust, as PEM. */
  readonly caFile?: string;
}

export type KafkaServer = KafkaAddress & RunningServer;

/**
 * Starts an Apache Kafka 3.9 of its own (KRaft, one node): empty, no automatic topics, on free ports of 127.0.0.1. Takes 3 to 8 s, and a
 * download before the very first start. Throws with the end of its log when it does not start.
 */
export async function startKafka(options: KafkaOptions = {}): Promise<KafkaServer> {
  const classPath = await provision('kafka');
  const folder = await makeDataFolder('kafka');
  const address = await configure(folder, options).catch(async (error: unknown) => {
    await removeDataFolder(folder);
    throw error;
  });
  const logging = `-Dlog4j.configuration=file:${kafkaLogConfig}`;
  return runServer(address, folder, {
    name: 'Kafka',
    args: [...jvmOptions(512, options.optimise), logging, '-cp', classPath, mainClass('kafka'), folder],
    secret: scramUser(options.sasl),
    logFile: path.join(folder, 'server.log'),
    readyText: 'Kafka Server started',
  });
}

async function configure(folder: string, options: KafkaOptions): Promise<KafkaAddress> {
  const [client = 0, internal = 0, controller = 0] = await freePorts(3);
  const keyStore = options.tls === true ? await makeKeyStore(folder) : undefined;
  const properties = {
    ...kafkaProperties(folder, { client, internal, controller }, options.partitions ?? 1),
    ...securityProperties(options.sasl, keyStore),
  };
  await writeFile(path.join(folder, 'server.properties'), propertiesText(properties), { mode: 0o600 });
  return { brokers: [`127.0.0.1:${client}`], ...(keyStore ? { caFile: keyStore.caFile } : {}) };
}
