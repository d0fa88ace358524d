/** How fast explanations fade, and what else a link weighs. All of it is printed with an answer. */
export interface ShareOptions {
  /** Time constant per kind of link, microseconds: an inflow that is `tau` old at its use weighs 1/e. */
  readonly tauUs: Readonly<Record<string, number>>;
  /** For kinds that the table does not name. */
  readonly tauDefaultUs: number;
  /** For state that an entity carries over from its previous version. */
  readonly tauCarriedUs: number;
  /** Further weight of a link (rarity, size match, evidence), at least 0; absent: 1. */
  readonly factor?: (link: number) => number;
}

/** Least weight of any way into a version: without it exp(-age/tau) is 0 beyond 745 tau, and a share of 1 would no longer mean a cut. */
export const weightFloor = 1e-6;

const secondUs = 1_000_000;

/** Rootcause §2.4: process 60 s, token one hour where its own lifetime is not known, artifact 30 days, carried state 7 days. Assumed, not fitted. */
export const defaultShareOptions: ShareOptions = {
  tauUs: {},
  tauDefaultUs: 60 * secondUs,
  tauCarriedUs: 7 * 86_400 * secondUs,
};
