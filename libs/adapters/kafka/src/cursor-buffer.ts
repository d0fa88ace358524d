/** A message that was fetched and not yet read. `skip`: no message is at this offset, the reader only moves behind it (control records, aborted transactions). */
export interface Fetched {
  readonly partition: number;
  readonly offset: number;
  readonly value: Buffer | null;
  readonly skip: boolean;
}

/** Two fetches of the driver: one being read while the next one comes. */
export const bufferedBytesMax = 8 * 1024 * 1024;

const keptTakenMax = 64;

/** First in, first out, between a consumer that pushes and a reader that pulls. The consumer waits while it is full: that is the back-pressure. */
export class CursorBuffer {
  private items: Fetched[] = [];
  private head = 0;
  private bytes = 0;
  private waiting: (() => void)[] = [];

  push(items: readonly Fetched[]): void {
    for (const item of items) {
      this.items.push(item);
      this.bytes += item.value?.length ?? 0;
    }
    this.wake();
  }

  take(): Fetched | null {
    const item = this.items[this.head];
    if (item === undefined) return null;
    this.head++;
    this.bytes -= item.value?.length ?? 0;
    this.dropTaken();
    if (!this.isFull()) this.wake();
    return item;
  }

  isEmpty(): boolean {
    return this.items.length === 0;
  }

  isFull(): boolean {
    return this.bytes >= bufferedBytesMax;
  }

  /** What was taken must not be held on to by a buffer that is never empty. */
  private dropTaken(): void {
    if (this.head < this.items.length && this.head < keptTakenMax) return;
    this.items = this.items.slice(this.head);
    this.head = 0;
  }

  wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves with true at the next push, take into free space or wake; with false after the time. */
  changed(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), timeoutMs);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
