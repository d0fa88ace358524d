import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';

const { ConfigResourceTypes, ConfigSource } = kafkajs;

const compressionName = 'compression.type';
/** A broker answers before it has taken a new setting over, which it does within milliseconds. */
const pollMs = 50;
const pollsMax = 100;

/**
 * The broker unpacks what producers compress, before it checks the size and stores it. The default (`producer`) stores it as it comes: one batch of snappy, lz4
 * or zstd, which the driver cannot read, would then stop every reader, and one of gzip could inflate to a thousand times its size.
 */
export const uncompressed = { name: compressionName, value: 'uncompressed' } as const;

/** Topic → its `compression.type`, of those where that is another one than `uncompressed`. */
export async function compressedTopics(
  admin: Admin,
  topics: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (topics.length === 0) return new Map();
  const resources = topics.map((name) => ({
    type: ConfigResourceTypes.TOPIC,
    name,
    configNames: [compressionName],
  }));
  const { resources: described } = await admin.describeConfigs({ resources, includeSynonyms: false });
  const values = described.map(({ resourceName, configEntries }) => {
    const found = configEntries.find(({ configName }) => configName === compressionName);
    return [resourceName, found?.configValue ?? 'unknown'] as const;
  });
  return new Map(values.filter(([, value]) => value !== uncompressed.value));
}

/**
 * Sets `uncompressed` on the topics and leaves their other settings. The driver knows only the request that replaces all settings of a topic, so they are read
 * before and written again; what somebody else sets in between is lost. Batches that are
 * stored stay as they are. Resolves when the broker shows the new setting, after 5 s in any case.
 */
export async function keepUncompressed(admin: Admin, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return;
  const resources = topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name }));
  const { resources: described } = await admin.describeConfigs({ resources, includeSynonyms: false });
  const changed = described.map(({ resourceName, configEntries }) => ({
    type: ConfigResourceTypes.TOPIC,
    name: resourceName,
    configEntries: [
      ...configEntries
        .filter(
          ({ configName, configSource }) =>
            configSource === ConfigSource.TOPIC_CONFIG && configName !== compressionName,
        )
        .map(({ configName: name, configValue: value }) => ({ name, value })),
      uncompressed,
    ],
  }));
  await admin.alterConfigs({ validateOnly: false, resources: changed });
  for (let polls = 0; polls < pollsMax && (await compressedTopics(admin, topics)).size > 0; polls++)
    await sleep(pollMs);
}
