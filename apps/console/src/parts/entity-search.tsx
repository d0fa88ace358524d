import type { Entity } from '@faultline/model';
import { visibleText } from '@faultline/report';
import { useState, type SubmitEvent } from 'react';
import { apiUrl } from '../api/client.js';
import { entitySearchSchema } from '../api/schemas.js';
import { useResource } from '../api/use-resource.js';
import { EntityName } from './entity-name.js';
import { Loading, TroubleNote } from './trouble-note.js';

interface EntitySearchProps {
  readonly label: string;
  /** Where a result leads. */
  readonly hrefOf: (entity: Entity) => string;
  readonly version: number;
}

/** Finds entities by a part of kind, key or label. */
export function EntitySearch({ label, hrefOf, version }: EntitySearchProps) {
  const [text, setText] = useState('');
  const [query, setQuery] = useState<string | null>(null);
  const url = query === null ? null : apiUrl('graph/entities', { q: query });
  const { data, trouble, loading } = useResource(url, entitySearchSchema, version);
  const search = (event: SubmitEvent): void => {
    event.preventDefault();
    setQuery(text.trim());
  };
  return (
    <div className="search">
      <form role="search" onSubmit={search}>
        <label>
          {label}{' '}
          <input
            type="search"
            value={text}
            placeholder="part of a kind, key or name"
            onChange={(event) => setText(event.target.value)}
          />
        </label>{' '}
        <button type="submit">Search</button>
      </form>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {loading ? <Loading what="entities" /> : null}
      {data === null ? null : data.entities.length === 0 ? (
        <p className="soft">No entity holds “{visibleText(query ?? '', 80)}” in its kind, key or name.</p>
      ) : (
        <ul className="results">
          {data.entities.map((entity) => (
            <li key={entity.id}>
              <a href={hrefOf(entity)} onClick={() => setQuery(null)}>
                <EntityName entity={entity} />
              </a>{' '}
              <code className="soft">{visibleText(entity.key, 120)}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
