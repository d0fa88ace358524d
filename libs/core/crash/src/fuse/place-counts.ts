export interface IssuePlace {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
}

interface Counted {
  readonly place: IssuePlace;
  count: number;
}

/** Counts how often a place was seen: the function first, since a goroutine is stopped at whatever line it happens to be. */
export class PlaceCounts {
  readonly #lines = new Map<string, Counted>();
  readonly #functions = new Map<string, number>();

  add({ function: name, file, line }: IssuePlace): void {
    this.#functions.set(name, (this.#functions.get(name) ?? 0) + 1);
    const key = `${name}\n${file ?? ''}:${String(line ?? 0).padStart(9, '0')}`;
    const entry = this.#lines.get(key);
    if (entry === undefined) this.#lines.set(key, { place: { function: name, file, line }, count: 1 });
    else entry.count++;
  }

  /** The function that was seen most often, at its most frequent line; a known line goes before a lost one. Null while nothing was added. */
  get mostFrequent(): IssuePlace | null {
    const [best] = [...this.#lines].toSorted(
      ([one, left], [other, right]) =>
        this.#seen(right) - this.#seen(left) ||
        Number(left.place.line === null) - Number(right.place.line === null) ||
        right.count - left.count ||
        (one < other ? -1 : 1),
    );
    return best?.[1].place ?? null;
  }

  #seen({ place }: Counted): number {
    return this.#functions.get(place.function) ?? 0;
  }
}
