// Times of the graph and of breakpoints on planted attacks. Run against the build: `npm run build && node bench/breakpoints/run.mjs [LINKS…]`.
import { createHash } from 'node:crypto';
import { buildCausalGraph, naturalOrigins } from '@faultline/graph';
import { causalShare, certificateOf, cheapestCut, massCut, singleBreakpoints } from '@faultline/rootcause';
import { verifyCertificate } from '@faultline/verify';
import { plantedGraph } from './planted-graph.mjs';

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const sizes = process.argv.slice(2).map(Number);

for (const linkCount of sizes.length > 0 ? sizes : [100_000, 1_000_000]) {
  // One origin as an analyst names it, and every natural origin; host noise as in the experiment, and a quieter host.
  for (const [origin, hostLinks] of [
    ['named', 5000],
    ['named', 800],
    ['natural', 800],
  ]) {
    measure(linkCount, origin, hostLinks);
  }
}

function measure(linkCount, origin, hostLinks) {
  const times = [];
  const timed = (name, work) => {
    const start = performance.now();
    const result = work();
    times.push(`${name} ${(performance.now() - start).toFixed(0)} ms`);
    return result;
  };
  const drafts = [...plantedGraph(linkCount, 1, hostLinks)];
  const graph = timed('build', () => buildCausalGraph(drafts, sha256));
  timed('hash', () => graph.hash);
  const impacts = [{ entity: graph.indexOf('table', 'orders'), seq: graph.linkCount - 1 }];
  const origins =
    origin === 'named'
      ? [graph.indexOf('credential', 'stolen')]
      : timed('origins', () => naturalOrigins(graph, impacts));
  // The stolen credential itself is beyond reach: the cut must be found behind it.
  const credential = graph.indexOf('credential', 'stolen');
  const input = { graph, origins, impacts, cost: (entity) => (entity === credential ? null : 1) };
  const { walk } = timed('share', () => causalShare(graph, origins, impacts));
  const single = timed('single', () => singleBreakpoints(input));
  const mass = timed('mass', () => massCut(walk, impacts, input.cost));
  const cut = timed('cut', () => cheapestCut(input));
  const certificate = timed('certificate', () => certificateOf(input, cut));
  const report = timed('verify', () => verifyCertificate(certificate, { sha256 }));
  console.log(
    `${linkCount} links, ${origin} origins (${origins.length}), ${hostLinks} host links: attack subgraph ${cut.attack.links.length} links, ` +
      `${cut.attack.entities.length} entities; ${single.length} single; cut ${cut.cost}, bound ${cut.lowerBound} by ` +
      `${cut.lowerBoundPaths.length} paths${cut.optimal ? ', optimal' : ''}; mass ${mass.map((m) => m.entities.length).join('/')}; ` +
      `certificate ${report.ok ? 'valid' : 'INVALID'}\n  ${times.join(', ')}`,
  );
  for (const failed of report.checks.filter((check) => !check.ok))
    console.log(`  ${failed.name}: ${failed.detail}`);
}
