import { fullTime, offsetName, visibleLines, visibleText } from '@faultline/report';
import { useState } from 'react';
import { apiUrl } from '../api/client.js';
import { crashDetailSchema, type CrashDetail } from '../api/crash-schemas.js';
import { useResource } from '../api/use-resource.js';
import { CrashLimits } from '../parts/crash-limits.js';
import { ConfirmedChip, crashWords } from '../parts/crash-marks.js';
import { CrashPair } from '../parts/crash-pair.js';
import { GoroutineList } from '../parts/goroutine-list.js';
import { Loading, TroubleNote } from '../parts/trouble-note.js';
import { routeHash } from '../route.js';
import { useOffsetMinutes } from '../zone.js';

const rawCharsMax = 200_000;

function Head({ detail }: { readonly detail: CrashDetail }) {
  const offsetMinutes = useOffsetMinutes();
  const { crash, atUs, service, container, unit, program, host, pid, exitCode } = detail;
  const who = [service, container, unit, program, host].filter((name) => name !== null);
  return (
    <div>
      <p className="crumb">
        <a href={routeHash({ kind: 'crashes' })}>Crashes</a>
      </p>
      <h1>
        {crashWords[crash.kind]} <ConfirmedChip confirmed={crash.confirmed} />
      </h1>
      {crash.unconfirmedReason === undefined ? null : (
        <p className="warn">{visibleText(crash.unconfirmedReason, 400)}</p>
      )}
      {crash.message === null ? null : (
        <p>
          <code>{visibleText(crash.message, 300)}</code>
        </p>
      )}
      <p className="soft">
        {fullTime(atUs, offsetMinutes)} {offsetName(offsetMinutes)}
        {who.length === 0 ? '' : `, ${who.map((name) => visibleText(name, 60)).join(', ')}`}
        {pid === null ? '' : `, pid ${String(pid)}`}
        {exitCode === null ? '' : `, exit code ${String(exitCode)}`}
        {crash.goVersion === undefined ? '' : `, Go ${visibleText(crash.goVersion, 20)}`}
        {crash.runtime === 'unknown' ? '' : `, ${crash.runtime} maps`}
      </p>
      {detail.incidents.map(({ id, title }) => (
        <p key={id}>
          Part of the incident <a href={routeHash({ kind: 'incident', id })}>{visibleText(title, 200)}</a>
        </p>
      ))}
    </div>
  );
}

function RawDump({ detail }: { readonly detail: CrashDetail }) {
  const [shown, setShown] = useState(false);
  const place = `${visibleText(detail.path, 300)}:${String(detail.line)}`;
  if (detail.raw === null)
    return (
      <p className="soft">
        The text was not kept; it stands in <code>{place}</code>.
      </p>
    );
  return (
    <>
      <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? 'Hide the dump' : 'Show the dump as it was written'}
      </button>{' '}
      <code className="soft">{place}</code>
      {shown ? <pre className="raw">{visibleLines(detail.raw, rawCharsMax).join('\n')}</pre> : null}
    </>
  );
}

/** Everything of one crash that has been loaded. */
export function CrashView({ detail }: { readonly detail: CrashDetail }) {
  const { crash, hint, goroutinesBeyond } = detail;
  return (
    <>
      <Head detail={detail} />
      <CrashPair crash={crash} />
      {hint === null ? null : (
        <section className="hint">
          <h2>What to do: {visibleText(hint.summary, 200)}</h2>
          <ul>
            {hint.steps.map((step) => (
              <li key={step}>{visibleText(step, 400)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>What cannot be told</h2>
        <CrashLimits crash={crash} />
      </section>
      <section>
        <h2>Goroutines</h2>
        <GoroutineList crash={crash} beyond={goroutinesBeyond} />
      </section>
      <section>
        <h2>Dump</h2>
        <RawDump detail={detail} />
        <p className="soft">
          Signature of the bug <code className="hash">{visibleText(crash.signature, 80)}</code>
        </p>
      </section>
    </>
  );
}

/** One crash: both sides, what is known and what is not, the goroutines, the dump. */
export function CrashPage({ id, version }: { readonly id: string; readonly version: number }) {
  const url = apiUrl(`crashes/${encodeURIComponent(id)}`);
  const { data, trouble, loading } = useResource(url, crashDetailSchema, version);
  return (
    <>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {loading && data === null ? <Loading what="the crash" /> : null}
      {data === null ? null : <CrashView detail={data} />}
    </>
  );
}
