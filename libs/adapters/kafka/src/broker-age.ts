import { FaultlineError } from '@faultline/model';
import type { ApiVersions } from './api-versions.js';

interface Need {
  readonly name: string;
  readonly key: number;
  readonly version: number;
  readonly since: string;
}

/** What is used that old brokers do not have. Keys and versions are those of the protocol guide of Kafka. */
const needs: readonly Need[] = [
  { name: 'Produce', key: 0, version: 7, since: '2.1' },
  { name: 'Fetch', key: 1, version: 10, since: '2.1' },
  { name: 'ListOffsets', key: 2, version: 2, since: '0.11' },
  { name: 'OffsetCommit', key: 8, version: 2, since: '0.9' },
  { name: 'CreateTopics', key: 19, version: 0, since: '0.10.1' },
  { name: 'DescribeConfigs', key: 32, version: 0, since: '0.11' },
  { name: 'AlterConfigs', key: 33, version: 0, since: '0.11' },
  { name: 'DeleteGroups', key: 42, version: 0, since: '1.1' },
];

/** Throws `FL_KAFKA_TOO_OLD` for a broker that lacks something. A broker says its requests, not its version. */
export function requireYoungBroker(address: string, versions: ApiVersions): void {
  const lacking = needs.filter(({ key, version }) => (versions.get(key) ?? -1) < version);
  if (lacking.length === 0) return;
  const list = lacking.map(({ name, version, since }) => `${name} ${version} (Kafka ${since})`).join(', ');
  throw new FaultlineError(
    'FL_KAFKA_TOO_OLD',
    `The broker ${address} does not speak ${list}. Use Kafka 2.1 or newer.`,
  );
}
