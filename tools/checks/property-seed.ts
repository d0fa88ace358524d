import fc from 'fast-check';

/*
 * CI draws the same cases in every run, so that a red run says something about the change and can be repeated; every other run draws new ones
 * and prints the seed of what it finds. FAULTLINE_PROPERTY_SEED repeats any run.
 */
const CI_SEED = 20_261_126;
const wanted = process.env['FAULTLINE_PROPERTY_SEED'];

if (wanted !== undefined) fc.configureGlobal({ seed: Number(wanted) });
else if (process.env['CI'] === 'true') fc.configureGlobal({ seed: CI_SEED });
