/**
 * Counts test cases. A file that does not load and an error outside any test count as one failure each: neither may look like success.
 *
 * @param {Iterable<{ state(): string, errors(): readonly unknown[], children: { allTests(): Iterable<{ result(): { state: string } }>, allSuites(): Iterable<{ errors(): readonly unknown[] }> } }>} modules
 * @param {number} unhandledErrors
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countTests(modules, unhandledErrors) {
  const counts = { passed: 0, failed: unhandledErrors, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed += 1;
      else if (state === 'failed') failedHere += 1;
      else counts.skipped += 1;
    }
    // A hook that throws fails its suite or file and leaves the tests in it as skipped.
    const brokenSuites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
    const broken = brokenSuites + (module.errors().length > 0 ? 1 : 0);
    counts.failed +=
      failedHere + (failedHere === 0 && broken === 0 && module.state() === 'failed' ? 1 : broken);
  }
  return counts;
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
