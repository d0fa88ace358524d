import type { Incident, Link } from '@faultline/model';
import type { CertificateGraph } from './certificate-graph.js';
import { linksOnPaths } from './links-on-paths.js';
import { quoted } from './verification-report.js';

/** Only a chain of this many links may leave out what came before. */
const wholeChainMax = 4000;

/** Is the chain a well-formed part of one order in time, and does it tell of the same links as the certificate? */
export function chainFault(incident: Incident, graph: CertificateGraph): string | null {
  const inOrder = [...incident.chain.links].sort((a, b) => a.seq - b.seq);
  return listsFault(incident) ?? orderFault(inOrder) ?? certificateFault(inOrder, graph);
}

function listsFault({ chain }: Incident): string | null {
  const listed = new Set(chain.entities.map(({ id }) => id));
  if (listed.size !== chain.entities.length) return 'an entity is listed twice';
  const ids = new Set<string>();
  const met = new Set<string>();
  for (const { id, from, to, events } of chain.links) {
    if (ids.has(id)) return `link ${quoted(id)} is listed twice`;
    ids.add(id);
    if (!listed.has(from) || !listed.has(to))
      return `link ${quoted(id)} ends at an entity that the chain does not list`;
    if (events.length === 0) return `link ${quoted(id)} names no event`;
    met.add(from).add(to);
  }
  const loose = chain.entities.find(({ id }) => !met.has(id));
  return loose === undefined ? null : `no link of the chain joins ${quoted(loose.id)}`;
}

function orderFault(inOrder: readonly Link[]): string | null {
  for (let i = 1; i < inOrder.length; i++) {
    const [earlier, later] = [inOrder[i - 1]!, inOrder[i]!];
    if (earlier.seq === later.seq)
      return `links ${quoted(earlier.id)} and ${quoted(later.id)} have the same seq`;
    if (earlier.atUs > later.atUs)
      return `link ${quoted(later.id)} has a later seq but an earlier time than ${quoted(earlier.id)}`;
  }
  return null;
}

/**
 * The certificate holds every link on a way from an origin to an impact, so the chain can show no other such link. It may show how an
 * origin came to be, which is none. And it leaves none out, except the earliest ones of a very long chain.
 */
function certificateFault(inOrder: readonly Link[], graph: CertificateGraph): string | null {
  for (const { id, from, to, atUs, seq } of inOrder) {
    const proven = graph.links.get(id);
    if (proven === undefined) continue;
    const same = proven.from === from && proven.to === to && proven.atUs === atUs && proven.seq === seq;
    if (!same) return `link ${quoted(id)} differs from the certificate's`;
  }
  const unproven = linksOnPaths(inOrder, graph.origins, graph.impacts).find(({ id }) => !graph.links.has(id));
  if (unproven !== undefined)
    return `link ${quoted(unproven.id)} leads from an origin to an impact, but is not in the certificate`;
  const shown = new Set(inOrder.map(({ id }) => id));
  const begins = inOrder.length < wholeChainMax ? -Infinity : inOrder[0]!.seq;
  const hidden = graph.inOrder.find(({ id, seq }) => seq >= begins && !shown.has(id));
  return hidden === undefined ? null : `link ${quoted(hidden.id)} of the certificate is not in the chain`;
}
