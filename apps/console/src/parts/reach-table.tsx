import { counted, fullTime, offsetName } from '@faultline/report';
import type { Dependents } from '../api/schemas.js';
import type { Resource } from '../api/use-resource.js';
import { useOffsetMinutes } from '../zone.js';
import { EntityName } from './entity-name.js';
import { Loading, TroubleNote } from './trouble-note.js';

export type Direction = 'upstream' | 'downstream';

const words: Readonly<
  Record<Direction, { readonly title: string; readonly bound: string; readonly none: string }>
> = {
  upstream: {
    title: 'What could have led to it',
    bound: 'Latest that counts',
    none: 'Nothing in the records leads to it.',
  },
  downstream: {
    title: 'What it could have reached',
    bound: 'Earliest reached',
    none: 'Nothing in the records follows from it.',
  },
};

interface ReachTableProps {
  readonly direction: Direction;
  readonly reach: Resource<Dependents>;
  readonly hrefOf: (entityId: string) => string;
  readonly pathsHrefOf: (entityId: string) => string;
}

/** Entities up or down the stream of time, nearest first. */
export function ReachTable({ direction, reach, hrefOf, pathsHrefOf }: ReachTableProps) {
  const offsetMinutes = useOffsetMinutes();
  const { title, bound, none } = words[direction];
  const { data, trouble, loading } = reach;
  return (
    <section>
      <h2>{title}</h2>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {loading ? <Loading what="entities" /> : null}
      {data === null ? null : data.entities.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <>
          <p className="soft">
            {counted(data.entities.length, 'entity', 'entities')}
            {data.truncated ? ', nearest ones; there are more' : ''}
          </p>
          <div className="scroll tall">
            <table>
              <thead>
                <tr>
                  <th scope="col">Entity</th>
                  <th scope="col" className="number">
                    Steps
                  </th>
                  <th scope="col">
                    {bound} ({offsetName(offsetMinutes)})
                  </th>
                  <th scope="col">
                    <span className="sr">Paths</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.entities.map(({ entity, hops, boundUs }) => (
                  <tr key={entity.id}>
                    <td>
                      <a href={hrefOf(entity.id)}>
                        <EntityName entity={entity} />
                      </a>
                    </td>
                    <td className="number">{hops}</td>
                    <td className="nowrap">
                      {boundUs === null ? '' : <time>{fullTime(boundUs, offsetMinutes)}</time>}
                    </td>
                    <td>
                      <a href={pathsHrefOf(entity.id)}>paths</a>
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
