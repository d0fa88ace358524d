/** A line on stderr that redraws itself; silent where stderr is no terminal, so that logs stay clean. */
export interface ProgressBar {
  /** `part` in 0..1, or null where the length is not known. */
  show(what: string, part: number | null): void;
  clear(): void;
}

const cells = 28;
const leastMs = 80;

export function createProgressBar(stream: NodeJS.WriteStream, nowMs: () => number): ProgressBar {
  let lastMs = -Infinity;
  let lastWhat = '';
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show(what, part) {
      if (what === lastWhat && nowMs() - lastMs < leastMs) return;
      lastMs = nowMs();
      lastWhat = what;
      const filled = part === null ? 0 : Math.round(cells * Math.min(1, Math.max(0, part)));
      const bar =
        part === null
          ? ''
          : ` [${'█'.repeat(filled)}${'·'.repeat(cells - filled)}] ${Math.round(100 * part)} %`;
      stream.write(`\r\u001b[2K${what}${bar}`);
    },
    clear() {
      if (lastWhat !== '') stream.write('\r\u001b[2K');
      lastWhat = '';
    },
  };
}
