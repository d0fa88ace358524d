/**
 * A planted attack in noise (docs: rootcause, experiment 7.5): credential > build > artifact > signer > 200 tokens > 200 requests > database,
 * `linkCount` random links among `linkCount / 5` entities, and 5,000 benign links on the victim's host that touch the chain.
 */
export function* plantedGraph(linkCount, seed = 1, hostLinkCount = 5000) {
  const random = mulberry32(seed);
  const pick = (below) => Math.floor(random() * below);
  const spanUs = 86_400_000_000;
  const entityCount = Math.floor(linkCount / 5);
  const link = (from, to, atUs, kind) => ({
    from,
    to,
    atUs: Math.floor(atUs),
    seq: null,
    kind,
    rule: 'planted',
    basis: 'observed',
    events: [`e${atUs.toString(36)}`],
    bytes: null,
  });
  const named = (kind, key) => ({ kind, key, label: key });
  const noise = Array.from({ length: entityCount }, (_, i) => named('process', `p${i}`));
  for (let i = 0; i < linkCount - hostLinkCount - 604; i++) {
    yield link(noise[pick(entityCount)], noise[pick(entityCount)], random() * spanUs, 'flow');
  }
  const credential = named('credential', 'stolen');
  const build = named('build', '42');
  const artifact = named('artifact', 'signer.jar');
  const signer = named('service', 'signer');
  const database = named('table', 'orders');
  const chain = [credential, build, artifact, signer];
  for (let i = 0; i < 3; i++) yield link(chain[i], chain[i + 1], spanUs * (0.4 + 0.02 * i), 'planted');
  const host = [...chain, database, ...noise.slice(0, 300)];
  for (let i = 0; i < 200; i++) {
    const token = named('token', `t${i}`);
    const request = named('request', `r${i}`);
    const at = spanUs * (0.5 + 0.002 * i);
    yield link(signer, token, at, 'planted');
    yield link(token, request, at + 1000, 'planted');
    yield link(request, database, at + 2000, 'planted');
    host.push(token, request);
  }
  for (let i = 0; i < hostLinkCount; i++)
    yield link(host[pick(host.length)], host[pick(host.length)], random() * spanUs, 'flow');
}

function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
