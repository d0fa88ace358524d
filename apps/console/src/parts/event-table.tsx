import type { Analysis, Incident } from '@faultline/model';
import { counted, fullTime, offsetName, visibleText } from '@faultline/report';
import { useContext, useMemo, useState } from 'react';
import { useOffsetMinutes } from '../zone.js';
import { RecordsContext } from './event-link.js';
import { eventUses } from './event-uses.js';

const rowsShown = 100;

/** Every record the incident rests on; a press opens it. Filters by path and use. */
export function EventTable({
  incident,
  events,
}: {
  readonly incident: Incident;
  readonly events: Analysis['events'];
}) {
  const offsetMinutes = useOffsetMinutes();
  const { open } = useContext(RecordsContext);
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const uses = useMemo(() => eventUses(incident, events), [incident, events]);
  const wanted = filter.trim().toLowerCase();
  const found =
    wanted === ''
      ? uses
      : uses.filter((use) =>
          `${use.path ?? ''}:${String(use.line)} ${use.uses.join(' ')}`.toLowerCase().includes(wanted),
        );
  const shown = all ? found : found.slice(0, rowsShown);
  if (uses.length === 0) return <p className="soft">The incident names no event.</p>;
  return (
    <>
      <label className="filter">
        Filter by path or use{' '}
        <input type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
      </label>{' '}
      <span className="soft" role="status">
        {found.length === uses.length
          ? counted(uses.length, 'event')
          : `${String(found.length)} of ${counted(uses.length, 'event')}`}
      </span>
      <div className="scroll">
        <table className="events">
          <thead>
            <tr>
              <th scope="col">Time ({offsetName(offsetMinutes)})</th>
              <th scope="col">Source</th>
              <th scope="col">Used for</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((use) => (
              <tr key={use.id}>
                <td className="nowrap">
                  <time>{use.atUs === null ? 'not on record' : fullTime(use.atUs, offsetMinutes)}</time>
                </td>
                <td>
                  <button type="button" className="link event" onClick={() => open(use.id)}>
                    {use.path === null
                      ? visibleText(use.id, 40)
                      : `${visibleText(use.path, 200)}:${String(use.line)}`}
                  </button>
                </td>
                <td>{use.uses.map((what) => visibleText(what, 60)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > shown.length ? (
        <button type="button" onClick={() => setAll(true)}>
          Show all {found.length}
        </button>
      ) : null}
    </>
  );
}
