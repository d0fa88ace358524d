import { crashDefects, type CrashDefect, type PlacedCrash, type RacingSite } from '@faultline/crash';
import type { EventIndex, NamedEntity } from '@faultline/model';

/** A site of a defect and the confirmed crashes in which it took part, the earliest first. */
export interface SuspectSite {
  readonly entity: NamedEntity;
  readonly defect: CrashDefect;
  readonly appearances: readonly { readonly crash: PlacedCrash; readonly site: RacingSite }[];
}

/** Every site that a confirmed crash shows. What nothing confirms accuses nobody. Cost: linear in crashes and their sites. */
export function suspectSites(index: EventIndex): readonly SuspectSite[] {
  return index.memo(crashDefects).defects.flatMap((defect) => {
    const sites = new Map<
      string,
      { entity: NamedEntity; appearances: { crash: PlacedCrash; site: RacingSite }[] }
    >();
    for (const crash of defect.crashes) {
      if (!crash.event.crash.confirmed) continue;
      for (const site of crash.sites) {
        const known = sites.get(site.entity.key);
        if (known === undefined)
          sites.set(site.entity.key, { entity: site.entity, appearances: [{ crash, site }] });
        else known.appearances.push({ crash, site });
      }
    }
    return [...sites.values()].map((site) => ({ ...site, defect }));
  });
}
