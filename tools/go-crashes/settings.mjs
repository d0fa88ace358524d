// @ts-check
// How a program is built and started. The name stands in the name of a dump: `writes@1.26.8-system.txt.gz`.

/**
 * @typedef {object} Setting
 * @property {Readonly<Record<string, string>>} env while the program runs
 * @property {readonly string[]} flags of `go build`
 * @property {Readonly<Record<string, string>>} buildEnv
 * @property {string} [from] the oldest version that knows it
 * @property {string} [until] the newest
 */

/** @param {Partial<Setting>} difference @returns {Setting} */
const setting = (difference) => ({ env: {}, flags: [], buildEnv: {}, ...difference });

/** @type {Readonly<Record<string, Setting>>} */
export const settings = {
  default: setting({}),
  none: setting({ env: { GOTRACEBACK: 'none' } }),
  single: setting({ env: { GOTRACEBACK: 'single' } }),
  all: setting({ env: { GOTRACEBACK: 'all' } }),
  system: setting({ env: { GOTRACEBACK: 'system' } }),
  crash: setting({ env: { GOTRACEBACK: 'crash' } }),
  race: setting({ flags: ['-race'] }),
  'race-all': setting({ flags: ['-race'], env: { GOTRACEBACK: 'all' } }),
  trimpath: setting({ flags: ['-trimpath'] }),
  'not-optimised': setting({ flags: ['-gcflags=-N -l'] }),
  stripped: setting({ flags: ['-ldflags=-s -w'] }),
  // Off by default before 1.27, and there on only where the main module's go line says 1.27.
  labels: setting({ env: { GODEBUG: 'tracebacklabels=1', GOTRACEBACK: 'all' }, from: '1.26' }),
  'classic-maps': setting({ buildEnv: { GOEXPERIMENT: 'noswissmap' }, from: '1.24', until: '1.25' }),
  386: setting({ buildEnv: { GOARCH: '386', CGO_ENABLED: '0' } }),
};

/** Go 1.19.13 as 1.019, so that versions compare as numbers; the patch level decides nothing here. @param {string} version */
export function minor(version) {
  const [major = '0', second = '0'] = version.split('.');
  return Number(major) * 1000 + Number(second);
}

/** @param {Setting} chosen @param {string} version */
export function knows(chosen, version) {
  return minor(version) >= minor(chosen.from ?? '1.0') && minor(version) <= minor(chosen.until ?? '1.999');
}
