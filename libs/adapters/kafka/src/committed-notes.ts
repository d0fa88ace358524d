import type { KafkaConnection } from './kafka-connection.js';

/** Brokers take 4,096 bytes (`offset.metadata.max.bytes`). */
export const noteBytesMax = 4_000;

/**
 * The texts that were committed with the offsets of a group. They are asked for once after each join, because before it another member may have
 * committed, and after it only this one can.
 */
export class CommittedNotes {
  private notes: Promise<Map<string, string>> | null = null;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly groupId: string,
    private readonly topics: readonly string[],
  ) {}

  forget(): void {
    this.notes = null;
  }

  async of(topic: string, partition: number): Promise<string | null> {
    const asked = (this.notes ??= this.load());
    try {
      const note = (await asked).get(placeName(topic, partition));
      return note === undefined || note === '' ? null : note;
    } catch (error) {
      if (this.notes === asked) this.notes = null;
      throw error;
    }
  }

  async keep(topic: string, partition: number, note: string | null): Promise<void> {
    (await this.notes)?.set(placeName(topic, partition), note ?? '');
  }

  private async load(): Promise<Map<string, string>> {
    const { groupId } = this;
    const offsets = await this.connection.ask(`asking how far ${groupId} is`, (admin) =>
      admin.fetchOffsets({ groupId, topics: [...this.topics] }),
    );
    const notes = new Map<string, string>();
    for (const { topic, partitions } of offsets)
      for (const { partition, metadata } of partitions)
        if (metadata !== null && metadata !== '') notes.set(placeName(topic, partition), metadata);
    return notes;
  }
}

export function placeName(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}
