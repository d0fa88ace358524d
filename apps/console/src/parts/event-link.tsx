import type { Analysis } from '@faultline/model';
import { visibleText } from '@faultline/report';
import { createContext, useContext } from 'react';

/** What pages give to everything in them that names an event: its position, and the drawer that shows its record. */
export interface Records {
  readonly events: Analysis['events'];
  readonly open: (eventId: string) => void;
}
export const RecordsContext = createContext<Records>({ events: {}, open: () => undefined });

function shortPath(path: string): string {
  const parts = path.split('/');
  return parts.length <= 2 ? path : parts.slice(-2).join('/');
}

/** `auth/token-use.jsonl:7`; opens the raw record. */
export function EventLink({ id }: { readonly id: string }) {
  const { events, open } = useContext(RecordsContext);
  const position = Object.hasOwn(events, id) ? events[id] : undefined;
  const name =
    position === undefined
      ? `event ${visibleText(id, 16)}`
      : `${visibleText(shortPath(position.path), 80)}:${String(position.line)}`;
  return (
    <button
      type="button"
      className="link event"
      title={position === undefined ? 'Open the record' : visibleText(position.path, 300)}
      onClick={() => open(id)}
    >
      {name}
    </button>
  );
}

export function EventLinks({ ids, limit = 4 }: { readonly ids: readonly string[]; readonly limit?: number }) {
  if (ids.length === 0) return <span className="soft">none named</span>;
  return (
    <span className="event-links">
      {ids.slice(0, limit).map((id) => (
        <EventLink key={id} id={id} />
      ))}
      {ids.length > limit ? (
        <details>
          <summary>{ids.length - limit} more</summary>
          {ids.slice(limit).map((id) => (
            <EventLink key={id} id={id} />
          ))}
        </details>
      ) : null}
    </span>
  );
}
