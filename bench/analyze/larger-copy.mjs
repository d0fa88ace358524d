import { createReadStream, openSync, writeSync, closeSync } from 'node:fs';
import { createInterface } from 'node:readline';

const dayMs = 86_400_000;

/** Writes a file's lines `times` times, each copy a day later and with process guids of its own, so that no record repeats. */
export async function writeLargerCopy(source, target, times) {
  const file = openSync(target, 'w');
  for (let copy = 0; copy < times; copy++) {
    const days = new Map();
    const later = (day) => {
      if (!days.has(day)) days.set(day, new Date(Date.parse(day) + copy * dayMs).toISOString().slice(0, 10));
      return days.get(day);
    };
    const mark = copy.toString(16).padStart(2, '0');
    let lines = [];
    for await (const line of createInterface({ input: createReadStream(source) })) {
      const moved =
        copy === 0
          ? line
          : line
              .replace(/\b20\d\d-[01]\d-[0-3]\d(?=[T ]\d\d:)/g, later)
              .replace(/\{[0-9a-fA-F]{2}(?=[0-9a-fA-F]{6}-)/g, `{${mark}`);
      lines.push(moved);
      if (lines.length === 2000) {
        writeSync(file, `${lines.join('\n')}\n`);
        lines = [];
      }
    }
    if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
}
