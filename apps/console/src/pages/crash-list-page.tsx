import { counted, fullTime, offsetName, visibleText } from '@faultline/report';
import { apiUrl } from '../api/client.js';
import { crashListSchema, type CrashRow } from '../api/crash-schemas.js';
import { useResource } from '../api/use-resource.js';
import { CertaintyChip, ConfirmedChip, crashWords, PlaceName } from '../parts/crash-marks.js';
import { Loading, TroubleNote } from '../parts/trouble-note.js';
import { routeHash } from '../route.js';
import { useOffsetMinutes } from '../zone.js';

const limit = 200;

function CrashTableRow({ row }: { readonly row: CrashRow }) {
  const offsetMinutes = useOffsetMinutes();
  const who = row.service ?? row.container ?? row.unit ?? row.program ?? row.host;
  const isRace = /^(?:map|race)_/.test(row.kind);
  return (
    <tr>
      <td>
        <a className="title" href={routeHash({ kind: 'crash', id: row.id })}>
          {crashWords[row.kind]}
        </a>{' '}
        <ConfirmedChip confirmed={row.confirmed} />
        <span className="line soft">
          {fullTime(row.atUs, offsetMinutes)} {offsetName(offsetMinutes)}
          {row.goVersion === null ? '' : `, Go ${visibleText(row.goVersion, 20)}`}
        </span>
        {row.incidents.map(({ id, title }) => (
          <span className="line" key={id}>
            in <a href={routeHash({ kind: 'incident', id })}>{visibleText(title, 120)}</a>
          </span>
        ))}
      </td>
      <td data-label="Service">
        {who === null ? <span className="soft">not said</span> : visibleText(who, 80)}
      </td>
      <td data-label="Died at">
        {row.crashing === null ? <span className="soft">no stack</span> : <PlaceName place={row.crashing} />}
      </td>
      <td data-label="Other party">
        {isRace ? (
          <>
            <span className="line">
              <CertaintyChip certainty={row.certainty} />
            </span>
            {row.peer === null ? null : <PlaceName place={row.peer} />}
          </>
        ) : (
          <span className="soft">no race</span>
        )}
      </td>
      <td data-label="Same bug" className="number">
        {row.sameSignature}
      </td>
    </tr>
  );
}

/** Crashes of Go programs, the last that came first. */
export function CrashListPage({ version }: { readonly version: number }) {
  const { data, trouble, loading } = useResource(
    apiUrl('crashes', { limit: String(limit) }),
    crashListSchema,
    version,
  );
  return (
    <>
      <h1>Crashes</h1>
      <p className="soft lead">
        Go programs that died, read from any log, incident or not: what died, and how sure the other party is.
      </p>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {loading && data === null ? <Loading what="crashes" /> : null}
      {data === null ? null : data.crashes.length === 0 ? (
        <div className="empty">
          <h2>No crash was found</h2>
          <p>
            The records hold no death of a Go program. That is no proof that there is no race: most end
            without a crash.
          </p>
          <pre>npx faultline crash FILE</pre>
        </div>
      ) : (
        <table className="incidents crashes">
          <caption>
            {counted(data.crashes.length, 'crash', 'crashes')}
            {data.isWhole ? '' : ', older ones are left out'}
          </caption>
          <thead>
            <tr>
              <th scope="col">Crash</th>
              <th scope="col">Service</th>
              <th scope="col">Died at</th>
              <th scope="col">Other party</th>
              <th scope="col" className="number">
                Same bug
              </th>
            </tr>
          </thead>
          <tbody>
            {data.crashes.map((row) => (
              <CrashTableRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
