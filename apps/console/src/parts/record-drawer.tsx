import { fullTime, offsetName, visibleLines, visibleText } from '@faultline/report';
import { useEffect, useRef } from 'react';
import { apiUrl } from '../api/client.js';
import { eventDetailSchema } from '../api/schemas.js';
import { useResource } from '../api/use-resource.js';
import { useOffsetMinutes } from '../zone.js';
import { Loading, TroubleNote } from './trouble-note.js';

const rawMaxChars = 20_000;

/** Fields of the normalised event that say something, as rows; what is null says nothing. */
export function fieldRows(value: unknown, prefix = ''): readonly (readonly [name: string, text: string])[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return value.length === 0
      ? []
      : value.every((item) => typeof item !== 'object')
        ? [[prefix, value.map(String).join(', ')]]
        : value.flatMap((item, index) => fieldRows(item, `${prefix}[${String(index)}]`));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, item]) =>
      fieldRows(item, prefix === '' ? name : `${prefix}.${name}`),
    );
  return [[prefix, scalarText(prefix, value)]];
}

function scalarText(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  // Names that end in `Us` hold microseconds since 1970.
  if (typeof value === 'number' && name.endsWith('Us')) return `${fullTime(value)} UTC`;
  return JSON.stringify(value);
}

function Fields({ title, value }: { readonly title: string; readonly value: unknown }) {
  const rows = fieldRows(value)
    .filter(([name]) => name !== 'id' && !name.startsWith('record.'))
    .slice(0, 200);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <table className="fields">
        <tbody>
          {rows.map(([name, text]) => (
            <tr key={name}>
              <th scope="row">{visibleText(name, 80)}</th>
              <td>
                <code>{visibleText(text, 800)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The raw record behind an event, masked, beside what was read from it. A modal dialog: Escape closes it and focus returns. */
export function RecordDrawer({
  eventId,
  onClose,
}: {
  readonly eventId: string;
  readonly onClose: () => void;
}) {
  const offsetMinutes = useOffsetMinutes();
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, trouble, loading } = useResource(
    apiUrl(`events/${encodeURIComponent(eventId)}`),
    eventDetailSchema,
    0,
  );
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-label="Raw record"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div className="drawer-body">
        <div className="panel-head">
          <h2>Raw record</h2>
          <button
            type="button"
            className="quiet"
            onClick={() => dialog.current?.close()}
            aria-label="Close the record"
          >
            ✕
          </button>
        </div>
        {trouble === null ? null : <TroubleNote trouble={trouble} />}
        {loading ? <Loading what="the record" /> : null}
        {data === null ? null : (
          <>
            <p>
              <code className="path">
                {visibleText(data.path, 400)}:{data.line}
              </code>
              <br />
              <time>
                {fullTime(data.atUs, offsetMinutes)} {offsetName(offsetMinutes)}
              </time>
            </p>
            {data.raw === null ? (
              <p className="soft">The raw bytes were not kept; open the file at this line.</p>
            ) : (
              <pre className="raw">{visibleLines(data.raw, rawMaxChars).join('\n')}</pre>
            )}
            <p className="soft">
              Anything shaped like a secret is masked. Event <code>{visibleText(data.id, 80)}</code>
            </p>
            <Fields title="What was read from it" value={data.event} />
            <Fields title="What was left unread" value={data.unmapped} />
          </>
        )}
      </div>
    </dialog>
  );
}
