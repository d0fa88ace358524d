import type { Entity } from '@faultline/model';
import { counted, fullTime, kindWords, labelOf, offsetName, visibleText } from '@faultline/report';
import { useState, type FormEvent } from 'react';
import { apiUrl } from '../api/client.js';
import { dependentsSchema, entitySearchSchema, pathsSchema } from '../api/schemas.js';
import { useResource } from '../api/use-resource.js';
import { EntityName } from '../parts/entity-name.js';
import { Loading, TroubleNote } from '../parts/trouble-note.js';
import { routeHash } from '../route.js';
import { useOffsetMinutes } from '../zone.js';

const referenceOf = (entity: Entity): string => `${entity.kind}:${entity.key}`;
const hashFor = (entity: string | null, to: string | null): string =>
  routeHash({ kind: 'dependencies', entity, to });

/** Finds entities by a part of kind, key or label. `hrefOf` says where a result leads. */
function EntitySearch({
  label,
  hrefOf,
  version,
}: {
  readonly label: string;
  readonly hrefOf: (entity: Entity) => string;
  readonly version: number;
}) {
  const [text, setText] = useState('');
  const [query, setQuery] = useState<string | null>(null);
  const { data, trouble, loading } = useResource(
    query === null ? null : apiUrl('graph/entities', { q: query }),
    entitySearchSchema,
    version,
  );
  const search = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') setQuery(text.trim());
  };
  return (
    <div className="search">
      <form role="search" onSubmit={search}>
        <label>
          {label}{' '}
          <input
            type="search"
            value={text}
            placeholder="lsass, 10.0.0.5, signing-key:"
            onChange={(event) => setText(event.target.value)}
          />
        </label>{' '}
        <button type="submit">Search</button>
      </form>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {loading ? <Loading what="entities" /> : null}
      {data === null ? null : data.entities.length === 0 ? (
        <p className="soft">
          No entity holds “{visibleText(query ?? '', 80)}”. Search by a part of its kind, key or name.
        </p>
      ) : (
        <ul className="results">
          {data.entities.slice(0, 50).map((entity) => (
            <li key={entity.id}>
              <a href={hrefOf(entity)} onClick={() => setQuery(null)}>
                <EntityName entity={entity} />
              </a>{' '}
              <span className="soft">
                <code>{visibleText(entity.key, 120)}</code>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Reach({
  entity,
  direction,
  version,
}: {
  readonly entity: string;
  readonly direction: 'upstream' | 'downstream';
  readonly version: number;
}) {
  const { data, trouble, loading } = useResource(
    apiUrl('graph/dependents', { entity, direction }),
    dependentsSchema,
    version,
  );
  const withHops = data?.entities.some((reached) => reached.hops !== null) ?? false;
  const other = (to: string): string =>
    direction === 'downstream' ? hashFor(entity, to) : hashFor(to, entity);
  return (
    <section>
      <h2>{direction === 'upstream' ? 'What could have led to it' : 'What it could have reached'}</h2>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {data === null ? (
        loading ? (
          <Loading what={direction} />
        ) : null
      ) : data.entities.length === 0 ? (
        <p className="soft">Nothing.</p>
      ) : (
        <>
          <p className="soft">
            {counted(data.entities.length, 'entity', 'entities')}
            {data.truncated ? ', cut off at the limit of the server' : ''}
          </p>
          <div className="scroll tall">
            <table>
              <thead>
                <tr>
                  <th scope="col">Entity</th>
                  {withHops ? (
                    <th scope="col" className="number">
                      Steps
                    </th>
                  ) : null}
                  <th scope="col">
                    <span className="sr">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.entities.map(({ entity: reached, hops }) => (
                  <tr key={reached.id}>
                    <td>
                      <a href={hashFor(referenceOf(reached), null)}>
                        <EntityName entity={reached} />
                      </a>
                    </td>
                    {withHops ? <td className="number">{hops ?? ''}</td> : null}
                    <td>
                      <a href={other(referenceOf(reached))}>paths</a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function PathList({
  from,
  to,
  version,
}: {
  readonly from: string;
  readonly to: string;
  readonly version: number;
}) {
  const offsetMinutes = useOffsetMinutes();
  const { data, trouble, loading } = useResource(
    apiUrl('graph/paths', { from, to, limit: '20' }),
    pathsSchema,
    version,
  );
  return (
    <section>
      <h2>Paths in time order</h2>
      <p>
        from <code>{visibleText(from, 160)}</code> to <code>{visibleText(to, 160)}</code>{' '}
        <a href={hashFor(from, null)}>close</a>
      </p>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {data === null ? (
        loading ? (
          <Loading what="paths" />
        ) : null
      ) : data.paths.length === 0 ? (
        <p className="soft">No path that respects time leads there.</p>
      ) : (
        <ol className="paths">
          {data.paths.map((path, index) => (
            <li key={index}>
              {path.entities.map((entity, place) => {
                const link = path.links[place - 1];
                return (
                  <span key={place} className="hop">
                    {link === undefined ? null : (
                      <span
                        className="soft arrow"
                        title={`${fullTime(link.atUs, offsetMinutes)} ${offsetName(offsetMinutes)}`}
                      >
                        {visibleText(link.kind, 40)} →
                      </span>
                    )}
                    <span className="kind">{kindWords(entity.kind)}</span>{' '}
                    <a href={hashFor(referenceOf(entity), null)}>
                      <code>{labelOf(entity, 60)}</code>
                    </a>
                  </span>
                );
              })}
            </li>
          ))}
        </ol>
      )}
      {data?.truncated === true ? <p className="soft">More paths exist; the list is cut off.</p> : null}
    </section>
  );
}

/** Queries on the causal graph: what led to an entity, what it reached, and by which paths. */
export function DependenciesPage({
  entity,
  to,
  version,
}: {
  readonly entity: string | null;
  readonly to: string | null;
  readonly version: number;
}) {
  return (
    <>
      <h1>Dependencies</h1>
      <p className="soft lead">
        Every entity of the causal graph, incident or not: what could have led to it and what it could have
        reached, in time order.
      </p>
      <EntitySearch
        label="Find an entity"
        hrefOf={(found) => hashFor(referenceOf(found), null)}
        version={version}
      />
      {entity === null ? null : (
        <>
          <p className="chosen">
            Chosen: <code>{visibleText(entity, 300)}</code>
          </p>
          {to === null ? (
            <EntitySearch
              label="Paths to"
              hrefOf={(found) => hashFor(entity, referenceOf(found))}
              version={version}
            />
          ) : (
            <PathList from={entity} to={to} version={version} />
          )}
          <div className="two">
            <Reach key={`up ${entity}`} entity={entity} direction="upstream" version={version} />
            <Reach key={`down ${entity}`} entity={entity} direction="downstream" version={version} />
          </div>
        </>
      )}
    </>
  );
}
