// One side of the bench: reads a dump several times and prints, for each, the milliseconds and the goroutines found.
import { readFileSync } from 'node:fs';
import { readCrashes } from '@faultline/crash';

const [file, runs] = process.argv.slice(2);
const bytes = readFileSync(file);
for (let run = 0; run < Number(runs); run++) {
  const start = performance.now();
  const dumps = readCrashes(bytes.toString('utf8'));
  const ms = performance.now() - start;
  const goroutines = dumps.reduce(
    (sum, dump) => sum + (dump.form === 'fatal' ? dump.goroutines.length : 0),
    0,
  );
  process.stdout.write(`${ms.toFixed(4)} ${goroutines}\n`);
}
