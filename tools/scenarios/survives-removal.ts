import type { Certificate } from '@faultline/model';

/** Some path of strictly later and later links still leads from an origin to an impact when the entities are gone. One sweep over the links. */
export function survivesRemoval(certificate: Certificate, removed: readonly string[]): boolean {
  const gone = new Set(removed);
  const reached = new Set(certificate.origins.filter((entity) => !gone.has(entity)));
  const last = new Map<string, number>();
  for (const { entity, seq } of certificate.impacts) last.set(entity, Math.max(seq, last.get(entity) ?? seq));
  const links = [...certificate.links].sort((a, b) => a.seq - b.seq);
  for (const { from, to, seq } of links) {
    if (gone.has(from) || gone.has(to) || !reached.has(from)) continue;
    reached.add(to);
    if (seq <= (last.get(to) ?? -Infinity)) return true;
  }
  return false;
}
