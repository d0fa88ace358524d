// `npm test`: every suite, then the counts as the last line. Arguments go to vitest: `npm test -- libs/core/graph`.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseCLI, startVitest } from 'vitest/node';
import { countTests, lastLine } from './count-tests.mjs';

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await startVitest('test', filter, { ...options, watch: false });
const counts = countTests(vitest.state.getTestModules(), vitest.state.getUnhandledErrors().length);
await vitest.close();

const sharedData =
  process.env['FAULTLINE_SHARED_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
if (!existsSync(sharedData)) {
  console.log(`shared data suite: not run (folder ${sharedData} is not there)`);
}
// Said by vitest.config.ts, which looks for Java and Maven.
const serversNotRun = vitest.config.env['FAULTLINE_SERVERS_NOT_RUN'];
if (serversNotRun) {
  console.log(`server suite: ${serversNotRun}`);
}
const goNotRun = vitest.config.env['FAULTLINE_GO_NOT_RUN'];
if (goNotRun) {
  console.log(`Go crash suite: ${goNotRun}`);
}
const probesNotRun = vitest.config.env['FAULTLINE_PROBES_NOT_RUN'];
if (probesNotRun) {
  console.log(`kernel probe suite (sensors/go-fatal): ${probesNotRun}`);
}
const inCi = process.env['CI'] === 'true';
if (inCi && counts.skipped > 0) {
  console.log(
    'CI runs every test: a skipped one counts as a failure. Take the `skip`, `todo` or `only` out.',
  );
}
if (counts.passed + counts.failed + counts.skipped === 0) {
  console.log('No test matches.');
}
const failed = counts.failed > 0 || (inCi && counts.skipped > 0) || counts.passed + counts.skipped === 0;
process.stdout.write(`${lastLine(counts)}\n`, () => process.exit(failed ? 1 : 0));
