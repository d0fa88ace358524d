import type { Consumer, EachBatchPayload } from 'kafkajs';
import type { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure, unavailable } from './kafka-failure.js';

/** How soon a resumed partition is noticed. */
const idleMs = 100;
/** Offsets further apart than this are not read through: the reader jumps. */
const jumpOffsets = 2_000;
/** Longer than a broker takes to come back. */
const stallTimeoutMs = 30_000;

interface Errand {
  readonly topic: string;
  readonly partition: number;
  /** In ascending order, those still wanted. */
  readonly wanted: number[];
  readonly found: Map<number, Buffer | null>;
  readonly done: (failure: Error | null) => void;
  readonly progress: () => void;
}

/**
 * Single messages by their place. One consumer in a group of its own lives as long as this: everything is paused except the partition that is being read, so that a
 * question costs a seek and a fetch and not another join.
 */
export class MessageFetcher {
  private consumer: Consumer | null = null;
  private errand: Errand | null = null;
  private started: Promise<void> | null = null;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: KafkaConnection,
    private readonly topics: readonly string[],
    private readonly groupId: string,
  ) {}

  /** The values of messages of one partition, which has to hold offsets at or behind the last one wanted. One that is not there any more is not in the answer. */
  fetch(
    topic: string,
    partition: number,
    offsets: readonly number[],
  ): Promise<ReadonlyMap<number, Buffer | null>> {
    const fetched = this.busy.then(() => this.fetchAlone(topic, partition, offsets));
    this.busy = fetched.catch(() => undefined);
    return fetched;
  }

  async close(): Promise<void> {
    if (this.consumer === null) return;
    await this.leave();
    await this.connection.tryOnce((admin) => admin.deleteGroups([this.groupId]));
  }

  private async fetchAlone(topic: string, partition: number, offsets: readonly number[]) {
    await this.start();
    const found = new Map<number, Buffer | null>();
    const wanted = [...new Set(offsets)].sort((a, b) => a - b);
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const done = (failure: Error | null) => (failure === null ? resolve() : reject(failure));
        const late = () =>
          done(unavailable(this.connection.settings, `${topic} gave nothing for ${stallTimeoutMs} ms`));
        const progress = () => {
          clearTimeout(timer);
          timer = setTimeout(late, stallTimeoutMs);
        };
        progress();
        this.errand = { topic, partition, wanted, found, done, progress };
        this.readErrand();
      });
    } finally {
      clearTimeout(timer);
      this.errand = null;
      this.whileJoined((consumer) => consumer.pause([{ topic }]));
    }
    return found;
  }

  private async start(): Promise<void> {
    this.started ??= this.join();
    try {
      await this.started;
    } catch (error) {
      await this.leave();
      throw kafkaFailure(error, this.connection.settings, 'reading records back');
    }
  }

  private async join(): Promise<void> {
    const { connection, groupId, topics } = this;
    const consumer = connection.kafka.consumer({
      groupId,
      maxWaitTimeInMs: idleMs,
      allowAutoTopicCreation: false,
    });
    this.consumer = consumer;
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    const joined = new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.GROUP_JOIN, () => {
        consumer.pause(topics.map((topic) => ({ topic })));
        this.readErrand();
        resolve();
      });
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        reject(payload.error);
        if (payload.restart) return;
        this.started = null;
        this.errand?.done(payload.error);
      });
    });
    joined.catch(() => undefined);
    await consumer.run({ autoCommit: false, eachBatch: async (payload) => this.takeBatch(payload) });
    await joined;
  }

  private async leave(): Promise<void> {
    const { consumer } = this;
    this.consumer = null;
    this.started = null;
    await consumer?.disconnect().catch(() => undefined);
  }

  /** Also after the driver has joined again: it then knows nothing of where it was. */
  private readErrand(): void {
    const { errand } = this;
    if (errand === null) return;
    const { topic, partition, wanted } = errand;
    this.whileJoined((consumer) => {
      consumer.seek({ topic, partition, offset: String(wanted[0] ?? 0) });
      consumer.resume([{ topic, partitions: [partition] }]);
    });
  }

  /** Between two joins the driver refuses these; what is to be read is said again at the next join. */
  private whileJoined(tell: (consumer: Consumer) => void): void {
    try {
      if (this.consumer !== null) tell(this.consumer);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.connection.log('debug', 'not joined', { reason });
    }
  }

  private takeBatch(payload: EachBatchPayload): void {
    const { errand } = this;
    const { batch } = payload;
    if (errand === null || payload.isStale()) return;
    if (errand.topic !== batch.topic || errand.partition !== batch.partition) return;
    const { wanted, found } = errand;
    const values = new Map(batch.messages.map(({ offset, value }) => [Number(offset), value]));
    const last = Number(batch.lastOffset());
    while (wanted[0] !== undefined && wanted[0] <= last) {
      const value = values.get(wanted[0]);
      if (value !== undefined) found.set(wanted[0], value);
      wanted.shift();
    }
    errand.progress();
    if (wanted[0] === undefined) errand.done(null);
    else if (wanted[0] > last + jumpOffsets) this.readErrand();
  }
}
