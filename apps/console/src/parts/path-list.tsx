import { fullTime, offsetName, visibleText } from '@faultline/report';
import { apiUrl } from '../api/client.js';
import { pathsSchema } from '../api/schemas.js';
import { useResource } from '../api/use-resource.js';
import { useOffsetMinutes } from '../zone.js';
import { EntityName } from './entity-name.js';
import { Loading, TroubleNote } from './trouble-note.js';

const pathsMax = '20';

interface PathListProps {
  readonly from: string;
  readonly to: string;
  readonly closeHref: string;
  readonly hrefOf: (entityId: string) => string;
  readonly version: number;
}

/** Ways that time allows from one entity to another, shortest first. */
export function PathList({ from, to, closeHref, hrefOf, version }: PathListProps) {
  const offsetMinutes = useOffsetMinutes();
  const { data, trouble, loading } = useResource(
    apiUrl('graph/paths', { from, to, limit: pathsMax }),
    pathsSchema,
    version,
  );
  const time = (atUs: number): string => fullTime(atUs, offsetMinutes);
  return (
    <section>
      <h2>Paths in time order</h2>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {loading ? <Loading what="paths" /> : null}
      {data === null ? null : (
        <>
          <p>
            from <EntityName entity={data.from} /> to <EntityName entity={data.to} /> (
            <a href={closeHref}>close</a>)
          </p>
          {data.paths.length === 0 ? <p className="soft">No path that respects time leads there.</p> : null}
          <ol className="paths">
            {data.paths.map((path, index) => (
              <li key={index}>
                {path.entities.map((entity, place) => {
                  const link = path.links[place - 1];
                  const when =
                    link === undefined
                      ? ''
                      : `${time(link.firstUs)} to ${time(link.lastUs)} ${offsetName(offsetMinutes)}`;
                  return (
                    <span key={place} className="hop">
                      {link === undefined ? null : (
                        <span className="soft arrow" title={when}>
                          {visibleText(link.kind, 40)}
                          {link.count > 1 ? ` × ${String(link.count)}` : ''} →
                        </span>
                      )}
                      <a href={hrefOf(entity.id)}>
                        <EntityName entity={entity} />
                      </a>
                    </span>
                  );
                })}
              </li>
            ))}
          </ol>
          {data.truncated ? <p className="soft">There may be more paths.</p> : null}
        </>
      )}
    </section>
  );
}
