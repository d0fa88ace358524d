/** A dump counts as over at the latest this many lines behind its last row: `gapLinesMax`, and the lines until the reader looks. */
const keptLines = 16_384;
/** What stands at the start of a line decides. */
const keptChars = 64;

/** The starts of the last lines, so that what followed a dump can be looked at once the dump is over. Never takes more than a megabyte or two. */
export class RecentLines {
  readonly #starts = new Array<string>(keptLines).fill('');
  #last = 0;

  add(text: string, lineNumber: number): void {
    // A slice would keep the whole line alive, so only short lines and copies of starts are held.
    this.#starts[lineNumber % keptLines] = text.length <= keptChars ? text : copyOf(text);
    this.#last = lineNumber;
  }

  /** Undefined where the line did not come yet, or was too long ago. */
  get(lineNumber: number): string | undefined {
    if (lineNumber > this.#last || lineNumber <= this.#last - keptLines) return undefined;
    return this.#starts[lineNumber % keptLines];
  }
}

/** Only a blank or a word can tell that a line goes on; of the others nothing is worth a copy. */
function copyOf(text: string): string {
  return text.startsWith(' ') ? ` ${text.trimStart().charAt(0)}` : '';
}
