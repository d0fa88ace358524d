// @ts-check
import { crashedLog, deathTimes, quietLog, restartMs } from './container-log.mjs';
import { traffic } from './traffic.mjs';

export const seed = 362;

/** The files of the scenario or of its twin, and what must be found in them. @param {boolean} benign */
export function tell(benign) {
  const all = traffic(seed, () => false);
  const own = all.filter(({ line }) => line.includes('"storefront"'));
  const deaths = deathTimes(own);
  const isDown = (/** @type {number} */ atMs, /** @type {string} */ service) =>
    !benign && service === 'storefront' && deaths.some((death) => atMs > death && atMs < death + restartMs);
  const access = traffic(seed, isDown).map(({ line }) => line);
  const container = (benign ? quietLog() : crashedLog(own)).map(({ line }) => line);
  return {
    files: [
      { name: 'access.jsonl', lines: access },
      { name: 'storefront-json.log', lines: container },
    ],
    answer: {
      schema: 'faultline.map-race-answer/1',
      seed,
      records: access.length + container.length,
      incident: benign
        ? null
        : {
            root: { kind: 'code-site', function: 'main.main.secure.func1', role: 'writer' },
            impact: { kind: 'service', key: 'storefront' },
            deaths: deaths.map((atMs) => new Date(atMs).toISOString()),
            severity: 'high',
            openRoute: 'GET /catalog/{id}',
          },
    },
  };
}
