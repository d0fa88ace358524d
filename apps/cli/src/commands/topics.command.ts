import type { TopicMade } from '@faultline/runtime';
import { exitCodes, type Command } from './command.js';
import { parseOptions, positiveInteger } from './parse-options.js';

const PARTITIONS = 6;

export const topicsCommand: Command = {
  name: 'topics',
  summary: 'create the Kafka topics that are missing',
  help: `Usage: faultline topics [--partitions N] [--replication-factor N] [--json]

Creates what is missing of faultline.raw.*, faultline.events, faultline.findings and faultline.dead at KAFKA_BROKERS. Safe to repeat: of a topic that
is there only the compression is changed (to none, so that no batch stops a reader), and a different number of partitions is only told.

  --partitions N          of raw topics and events (default ${PARTITIONS}): as many ingestors can share the work
  --replication-factor N  copies of each partition (default 1; 3 in production)
  --json                  one JSON document on stdout`,
  async run(args) {
    const { values } = parseOptions('topics', args, {
      partitions: { type: 'string' },
      'replication-factor': { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help === true) {
      process.stdout.write(`${this.help}\n`);
      return exitCodes.ok;
    }
    const { makeTopics } = await import('@faultline/runtime');
    const outcomes = await makeTopics(process.env, {
      partitions: positiveInteger('--partitions', values.partitions ?? String(PARTITIONS)),
      replicationFactor: positiveInteger('--replication-factor', values['replication-factor'] ?? '1'),
    });
    if (values.json === true) process.stdout.write(`${JSON.stringify({ topics: outcomes }, null, 2)}\n`);
    else
      for (const outcome of outcomes) process.stdout.write(`${outcome.topic.padEnd(28)} ${told(outcome)}\n`);
    return exitCodes.ok;
  },
};

function told({ state, partitionsInstead, compressionBefore }: TopicMade): string {
  const partitions = partitionsInstead === null ? '' : `, with ${partitionsInstead} partitions`;
  const compression = compressionBefore === null ? '' : `, now uncompressed, was ${compressionBefore}`;
  return `${state}${partitions}${compression}`;
}
