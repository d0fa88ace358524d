/** A line of ours takes about 600 bytes; the kernel writes none above 8 KiB (TRACE_SEQ_BUFFER_SIZE). */
const lineMax = 8_192;

/** Cuts what is read into lines and keeps the unfinished rest; a line without an end is given up. */
export class LineBuffer {
  private rest = '';

  /** The lines that this text completes. */
  add(text: string): readonly string[] {
    const lines = (this.rest + text).split('\n');
    const rest = lines.pop() ?? '';
    this.rest = rest.length > lineMax ? '' : rest;
    return lines.filter((line) => line.length <= lineMax);
  }
}
