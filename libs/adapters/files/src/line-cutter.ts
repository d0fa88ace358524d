/** Cuts decoded text into lines. A line that crosses chunks is joined once; of a too long one only the start is kept. */
export class LineCutter {
  lines = 0;
  #open: string[] = [];
  #openChars = 0;

  constructor(
    private readonly lineCharsMax: number,
    private readonly onLine: (text: string, lineNumber: number) => void,
  ) {}

  push(text: string): void {
    let start = 0;
    for (;;) {
      const end = text.indexOf('\n', start);
      if (end < 0) break;
      this.#keep(text.slice(start, end));
      this.#emit();
      start = end + 1;
    }
    if (start < text.length) this.#keep(text.slice(start));
  }

  /** The last line needs no line break. */
  end(): void {
    if (this.#open.length > 0) this.#emit();
  }

  #keep(part: string): void {
    // One character more than may be kept tells the reader of the line that it was longer.
    const room = this.lineCharsMax + 1 - this.#openChars;
    this.#openChars += part.length;
    if (room > 0 || this.#open.length === 0) this.#open.push(part.length > room ? part.slice(0, room) : part);
  }

  #emit(): void {
    const [only = ''] = this.#open;
    const whole = this.#open.length > 1 ? this.#open.join('') : only;
    this.#open = [];
    this.#openChars = 0;
    this.onLine(whole.endsWith('\r') ? whole.slice(0, -1) : whole, ++this.lines);
  }
}
