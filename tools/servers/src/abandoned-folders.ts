import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** A download gives up after ten minutes: an older folder belongs to nobody. */
const abandonedAfterMs = 3_600_000;

/** Removes what killed downloads left: the folders whose path begins with `prefix` and that nobody has written to for an hour. */
export async function removeAbandoned(prefix: string): Promise<void> {
  const { dir, base } = path.parse(prefix);
  const names = (await readdir(dir)).filter((name) => name.startsWith(base));
  for (const name of names) {
    const folder = path.join(dir, name);
    // Gone between the two looks: another process has finished or cleaned.
    const changedMs = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (Date.now() - changedMs > abandonedAfterMs) await rm(folder, { recursive: true, force: true });
  }
}
