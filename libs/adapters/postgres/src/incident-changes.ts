/** An incident that is stored: its place in the list, from 1 on, and the digest of its body. */
export interface HeldIncident {
  readonly place: number;
  readonly digest: string;
}

export interface IncidentChanges {
  /** Places whose incidents are no longer. */
  readonly dropped: readonly number[];
  /** Incidents that stay as they are at another place. */
  readonly moved: readonly { readonly from: number; readonly to: number }[];
  /** Places whose incidents are new or changed. */
  readonly added: readonly number[];
}

/** What to do so that the list that is held becomes the given one. `digests` are of the bodies in their new order. Linear, but for equal ones. */
export function incidentChanges(held: readonly HeldIncident[], digests: readonly string[]): IncidentChanges {
  const places = new Map<string, number[]>();
  for (const [index, digest] of digests.entries()) {
    const same = places.get(digest);
    if (same) same.push(index + 1);
    else places.set(digest, [index + 1]);
  }
  const dropped: number[] = [];
  const moved: { readonly from: number; readonly to: number }[] = [];
  for (const { place: from, digest } of held) {
    const to = places.get(digest)?.shift();
    if (to === undefined) dropped.push(from);
    else if (to !== from) moved.push({ from, to });
  }
  return { dropped, moved, added: [...places.values()].flat() };
}
