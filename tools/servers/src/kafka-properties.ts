export interface KafkaPorts {
  readonly client: number;
  /** Between the broker and itself, without TLS and log-in, whatever clients must use. */
  readonly internal: number;
  readonly controller: number;
}

/** One node that is broker and controller. Every replication factor is 1, and groups do not wait for more members. */
export function kafkaProperties(
  dataFolder: string,
  ports: KafkaPorts,
  partitions: number,
): Readonly<Record<string, string>> {
  const client = `CLIENT://127.0.0.1:${ports.client},INTERNAL://127.0.0.1:${ports.internal}`;
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${ports.controller}`,
    listeners: `${client},CONTROLLER://127.0.0.1:${ports.controller}`,
    'advertised.listeners': client,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'INTERNAL',
    'log.dirs': `${dataFolder}/log`,
    'num.partitions': String(partitions),
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': '1',
    // The default of 50 partitions costs a second of opening files, and nothing here needs more than one.
    'offsets.topic.num.partitions': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    // A killed broker may not come back before the controller has given up the one that it was; the default is 9 s. Less
    // than 5 s would also give up a living one on a machine that is busy enough.
    'broker.session.timeout.ms': '5000',
    'broker.heartbeat.interval.ms': '500',
  };
}

/** As Java reads it: a backslash begins an escape. */
export const propertiesText = (properties: Readonly<Record<string, string>>): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${value.replaceAll('\\', '\\\\')}\n`)
    .join('');
