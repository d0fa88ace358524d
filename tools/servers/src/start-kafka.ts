import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDataFolder } from './data-folder.js';
import { freePorts } from './free-ports.js';
import { kafkaProperties, propertiesText } from './kafka-properties.js';
import { provision } from './provision.js';
import { runServer, type RunningServer } from './running-server.js';
import { kafkaLogConfig, mainClass } from './server-kind.js';

export interface KafkaOptions {
  /** Of a topic that does not say how many it wants. Default 1. */
  readonly partitions?: number;
}

export interface KafkaServer extends RunningServer {
  /** `127.0.0.1:PORT` */
  readonly brokers: string[];
}

/**
 * Starts an Apache Kafka 3.9 of its own (KRaft, one node, no automatic topics), empty, on free ports of 127.0.0.1. Takes about 4 s, and a
 * download before the very first start. Throws with the end of its log when it does not start.
 */
export async function startKafka(options: KafkaOptions = {}): Promise<KafkaServer> {
  const classPath = await provision('kafka');
  const [client = 0, internal = 0, controller = 0] = await freePorts(3);
  const folder = await makeDataFolder('kafka');
  const properties = kafkaProperties(folder, { client, internal, controller }, options.partitions ?? 1);
  await writeFile(path.join(folder, 'server.properties'), propertiesText(properties), { mode: 0o600 });
  const command = {
    args: [
      '-Xmx512m',
      `-Dlog4j.configuration=file:${kafkaLogConfig}`,
      '-cp',
      classPath,
      mainClass('kafka'),
      folder,
    ],
    logFile: path.join(folder, 'server.log'),
    readyText: 'Kafka Server started',
    secret: '',
  };
  const server = await runServer(folder, command, command);
  const address = { brokers: [`127.0.0.1:${client}`] };
  return Object.defineProperties(server, Object.getOwnPropertyDescriptors(address)) as KafkaServer;
}
