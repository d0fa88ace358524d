import type { Incident } from '@faultline/model';
import { inRequests } from './in-requests.js';
import type { KafkaConnection } from './kafka-connection.js';
import type { KafkaProducer } from './kafka-producer.js';
import { livingKeys } from './living-keys.js';

/** Just under what `createTopics` allows for a message. */
const findingBytesMax = 16 * 1024 * 1024;

/** The incidents as they stand, for other programs: the topic keeps the last message of every key, and no value means that the incident is gone. */
export class KafkaFindings {
  private readonly topic: string;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly producer: KafkaProducer,
  ) {
    this.topic = connection.topics.findings;
  }

  /** Returns the ids of incidents that are larger than 16 MiB and were left out. */
  async publish(incidents: readonly Incident[]): Promise<readonly string[]> {
    const messages = incidents.map((incident) => ({
      key: incident.id,
      value: Buffer.from(JSON.stringify(incident)),
    }));
    const fitting = messages.filter(({ value }) => value.length <= findingBytesMax);
    for (const request of inRequests(fitting, ({ value }) => value.length))
      await this.producer.send(this.topic, request);
    return messages.filter(({ value }) => value.length > findingBytesMax).map(({ key }) => key);
  }

  /** The incidents that the topic says exist. Reads it whole. */
  ids(): Promise<readonly string[]> {
    return livingKeys(this.connection, this.topic);
  }

  /** Ids depend on the content, so an analysis of more records may name an incident anew: the old id goes. */
  async withdraw(ids: readonly string[]): Promise<void> {
    await this.producer.send(
      this.topic,
      ids.map((key) => ({ key, value: null })),
    );
  }
}
