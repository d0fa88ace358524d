import type { Entity, Incident } from '@faultline/model';
import { entityMarks, fullTime, kindWords, labelOf, timelineOf, visibleText } from '@faultline/report';
import { useState } from 'react';
import { routeHash } from '../route.js';
import { useOffsetMinutes } from '../zone.js';
import { EntityName } from './entity-name.js';
import { EventLinks } from './event-link.js';
import { isDecided } from './marks.js';

const linksShown = 60;

function marksText(incident: Incident, id: string): string {
  const { rootRank, impact, cut } = entityMarks(incident)(id);
  const candidate = incident.rootCauses.find((cause) => cause.entity.id === id && !isDecided(cause));
  const words = [
    candidate === undefined
      ? ''
      : `candidate ${String(candidate.rank)}, not enough evidence to call it a root cause`,
    candidate !== undefined || rootRank === null
      ? ''
      : rootRank === 1
        ? 'root cause'
        : `root cause candidate ${String(rootRank)}`,
    impact ? 'impact' : '',
    cut === 'single'
      ? 'removing it alone cuts every path'
      : cut === 'set'
        ? 'part of the cheapest cut set'
        : '',
  ];
  return words.filter((word) => word !== '').join('; ');
}

interface EntityPanelProps {
  readonly incident: Incident;
  /** All entities of the chosen box; more than one where it is a group. */
  readonly entities: readonly Entity[];
  readonly onSelect: (entity: Entity) => void;
  readonly onClose: () => void;
}

/** What led to an entity and what it did, each step with its records. */
export function EntityPanel({ incident, entities, onSelect, onClose }: EntityPanelProps) {
  const offsetMinutes = useOffsetMinutes();
  const [place, setPlace] = useState(0);
  const entity = entities[place] ?? entities[0];
  if (entity === undefined) return null;
  const rows = timelineOf(incident).filter((row) => row.from.id === entity.id || row.to.id === entity.id);
  const marks = marksText(incident, entity.id);
  return (
    <aside className="panel" aria-label={`Details of ${labelOf(entity)}`}>
      <div className="panel-head">
        <h3>
          <span className="kind">{kindWords(entity.kind)}</span> <code>{labelOf(entity)}</code>
        </h3>
        <button type="button" className="quiet" onClick={onClose} aria-label="Close details">
          ✕
        </button>
      </div>
      {entities.length > 1 ? (
        <label className="line">
          One of {entities.length}:{' '}
          <select value={place} onChange={(event) => setPlace(Number(event.target.value))}>
            {entities.map((member, index) => (
              <option key={member.id} value={index}>
                {labelOf(member, 60)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {marks === '' ? null : (
        <p className="line">
          <strong>{marks}</strong>
        </p>
      )}
      <p className="line soft">
        <code>{visibleText(entity.key, 500)}</code>
      </p>
      <p className="line">
        <a href={routeHash({ kind: 'dependencies', entity: entity.id, to: null })}>
          Everything upstream and downstream
        </a>
      </p>
      <ol className="steps">
        {rows.slice(0, linksShown).map(({ link, from, to }) => (
          <li key={link.id}>
            <time>{fullTime(link.atUs, offsetMinutes)}</time>
            <span className="line">
              {to.id === entity.id ? (
                <>
                  from <EntityName entity={from} onSelect={onSelect} />
                </>
              ) : (
                <>
                  to <EntityName entity={to} onSelect={onSelect} />
                </>
              )}
            </span>
            <span className="line soft">
              {visibleText(link.kind, 60)}, {link.basis}, rule {visibleText(link.rule, 60)}
            </span>
            <EventLinks ids={link.events} limit={3} />
          </li>
        ))}
      </ol>
      {rows.length > linksShown ? (
        <p className="soft">{rows.length - linksShown} more links in the report.</p>
      ) : null}
      {rows.length === 0 ? <p className="soft">No link of the chain touches it.</p> : null}
    </aside>
  );
}
