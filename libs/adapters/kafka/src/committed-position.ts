import type { LogPosition } from '@faultline/model';
import { commitOffsets } from './commit-offsets.js';
import type { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure } from './kafka-failure.js';
import { extentsOf } from './log-extent.js';

/** What groups have acknowledged: committed offsets of consumer groups without members. Kafka names the next offset, a position the last. */
export class CommittedPosition {
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: KafkaConnection,
    private readonly topic: string,
  ) {}

  async of(groupId: string): Promise<LogPosition> {
    const doing = `asking how far ${groupId} is`;
    const found = await this.connection.ask(doing, (admin) =>
      admin.fetchOffsets({ groupId, topics: [this.topic] }),
    );
    const partitions = found.flatMap(({ partitions: some }) => some);
    const named = partitions.filter(({ offset }) => Number(offset) > 0);
    return Object.fromEntries(named.map(({ partition, offset }) => [String(partition), Number(offset) - 1]));
  }

  /** Moves the group on where the position is further, never back. Calls of one process wait for one another. */
  moveOn(groupId: string, position: LogPosition): Promise<void> {
    const moved = this.busy.then(() => this.commitLater(groupId, position));
    this.busy = moved.catch(() => undefined);
    return moved;
  }

  private async commitLater(groupId: string, position: LogPosition): Promise<void> {
    const known = await this.of(groupId);
    const extents = await extentsOf(this.connection, this.topic);
    const later = new Map<number, number>();
    for (const [name, offset] of Object.entries(position)) {
      const extent = extents.get(Number(name));
      if (extent === undefined) continue;
      const before = known[name] ?? -1;
      // An offset beyond the end is of a topic that was deleted and made anew: the group may start again there.
      if (offset > before || before >= extent.high) later.set(Number(name), offset + 1);
    }
    if (later.size === 0) return;
    try {
      await commitOffsets(this.connection, groupId, this.topic, later);
    } catch (error) {
      throw kafkaFailure(error, this.connection.settings, `acknowledging for ${groupId}`);
    }
  }
}
