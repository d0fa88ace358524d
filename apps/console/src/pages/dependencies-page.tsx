import { visibleText } from '@faultline/report';
import { apiUrl } from '../api/client.js';
import { dependentsSchema } from '../api/schemas.js';
import { useResource, type Resource } from '../api/use-resource.js';
import { EntityName } from '../parts/entity-name.js';
import { EntitySearch } from '../parts/entity-search.js';
import { PathList } from '../parts/path-list.js';
import { ReachTable, type Direction } from '../parts/reach-table.js';
import { routeHash } from '../route.js';

const hashFor = (entity: string | null, to: string | null): string =>
  routeHash({ kind: 'dependencies', entity, to });

/** One chosen entity: `id` is an entity's id or `kind:key`. */
function Chosen({
  id,
  to,
  version,
}: {
  readonly id: string;
  readonly to: string | null;
  readonly version: number;
}) {
  const urlOf = (direction: Direction): string => apiUrl('graph/dependents', { entity: id, direction });
  const upstream = useResource(urlOf('upstream'), dependentsSchema, version);
  const downstream = useResource(urlOf('downstream'), dependentsSchema, version);
  const entity = upstream.data?.entity ?? downstream.data?.entity;
  // One failure for both directions, for instance an entity that is not there, is said once.
  const both: Resource<never> = { data: null, trouble: null, loading: false };
  const sameTrouble = upstream.trouble !== null && upstream.trouble.title === downstream.trouble?.title;
  const hrefOf = (other: string): string => hashFor(other, null);
  return (
    <>
      <p className="chosen">
        {entity === undefined ? (
          <code>{visibleText(id, 300)}</code>
        ) : (
          <>
            <strong>
              <EntityName entity={entity} />
            </strong>{' '}
            <code className="soft">{visibleText(entity.key, 300)}</code>
          </>
        )}
      </p>
      {to === null ? (
        <EntitySearch label="Paths to" hrefOf={(found) => hashFor(id, found.id)} version={version} />
      ) : (
        <PathList from={id} to={to} closeHref={hashFor(id, null)} hrefOf={hrefOf} version={version} />
      )}
      <div className="two">
        <ReachTable
          direction="upstream"
          reach={upstream}
          hrefOf={hrefOf}
          pathsHrefOf={(other) => hashFor(other, id)}
        />
        <ReachTable
          direction="downstream"
          reach={sameTrouble ? both : downstream}
          hrefOf={hrefOf}
          pathsHrefOf={(other) => hashFor(id, other)}
        />
      </div>
    </>
  );
}

interface DependenciesPageProps {
  readonly entity: string | null;
  readonly to: string | null;
  readonly version: number;
}

/** Queries on the causal graph: what led to an entity, what it reached, and by which paths. */
export function DependenciesPage({ entity, to, version }: DependenciesPageProps) {
  return (
    <>
      <h1>Dependencies</h1>
      <p className="soft lead">
        Every entity of the causal graph, incident or not: what could have led to it and what it could have
        reached, in time order.
      </p>
      <EntitySearch label="Find an entity" hrefOf={(found) => hashFor(found.id, null)} version={version} />
      {entity === null ? null : <Chosen key={entity} id={entity} to={to} version={version} />}
    </>
  );
}
