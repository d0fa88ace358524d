// The peer: only parses the lines of a plain file, one after the other, as cheaply as a process can. Prints the milliseconds of JSON.parse alone.
import { isAscii } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';

const file = openSync(process.argv[2], 'r');
const chunk = Buffer.allocUnsafeSlow(1024 * 1024);
let rest = Buffer.alloc(0);
let parseMs = 0;
for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
  const bytes = rest.length === 0 ? chunk.subarray(0, size) : Buffer.concat([rest, chunk.subarray(0, size)]);
  const end = bytes.lastIndexOf(10) + 1;
  parseLines(bytes.subarray(0, end));
  rest = Buffer.from(bytes.subarray(end));
}
parseLines(rest);
closeSync(file);
process.stdout.write(`${parseMs}\n`);

function parseLines(bytes) {
  const lines = [];
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start);
    const line = bytes.subarray(start, newline < 0 ? bytes.length : newline);
    if (line.length > 0) lines.push(isAscii(line) ? line.latin1Slice() : line.utf8Slice());
    start += line.length + 1;
  }
  const from = performance.now();
  for (const line of lines) JSON.parse(line);
  parseMs += performance.now() - from;
}
