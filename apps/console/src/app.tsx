import { offsetName } from '@faultline/report';
import { useEffect, useState } from 'react';
import { useLive } from './api/use-live.js';
import { CrashListPage } from './pages/crash-list-page.js';
import { CrashPage } from './pages/crash-page.js';
import { DependenciesPage } from './pages/dependencies-page.js';
import { IncidentListPage } from './pages/incident-list-page.js';
import { IncidentPage } from './pages/incident-page.js';
import { routeHash, type Route } from './route.js';
import { useRoute } from './use-route.js';
import { ZoneContext } from './zone.js';

function Page({ route, version }: { readonly route: Route; readonly version: number }) {
  switch (route.kind) {
    case 'incidents':
      return <IncidentListPage version={version} />;
    case 'incident':
      return <IncidentPage key={route.id} id={route.id} version={version} />;
    case 'crashes':
      return <CrashListPage version={version} />;
    case 'crash':
      return <CrashPage key={route.id} id={route.id} version={version} />;
    case 'dependencies':
      return <DependenciesPage entity={route.entity} to={route.to} version={version} />;
    case 'unknown':
      return (
        <p className="empty">
          There is no page <code>{route.hash}</code>.{' '}
          <a href={routeHash({ kind: 'incidents' })}>All incidents</a>
        </p>
      );
  }
}

function titleOf(route: Route): string {
  switch (route.kind) {
    case 'incidents':
      return 'Incidents';
    case 'incident':
      return 'Incident';
    case 'crashes':
      return 'Crashes';
    case 'crash':
      return 'Crash';
    case 'dependencies':
      return 'Dependencies';
    case 'unknown':
      return 'Not found';
  }
}

/** Frame of every page: name, places, time zone, whether the view is live. */
export function App() {
  const route = useRoute();
  const live = useLive();
  const localMinutes = -new Date().getTimezoneOffset();
  const [local, setLocal] = useState(false);
  const offsetMinutes = local ? localMinutes : 0;
  const title = titleOf(route);
  useEffect(() => {
    document.title = `${title} - Faultline`;
  }, [title]);
  const current = (kind: Route['kind'][]): { 'aria-current'?: 'page' } =>
    kind.includes(route.kind) ? { 'aria-current': 'page' } : {};
  return (
    <ZoneContext value={offsetMinutes}>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to the content
      </a>
      <header className="top">
        <a className="brand" href={routeHash({ kind: 'incidents' })}>
          <img src="./icon.svg" alt="" width="22" height="22" />
          Faultline
        </a>
        <nav aria-label="Pages">
          <a href={routeHash({ kind: 'incidents' })} {...current(['incidents', 'incident'])}>
            Incidents
          </a>
          <a href={routeHash({ kind: 'crashes' })} {...current(['crashes', 'crash'])}>
            Crashes
          </a>
          <a
            href={routeHash({ kind: 'dependencies', entity: null, to: null })}
            {...current(['dependencies'])}
          >
            Dependencies
          </a>
        </nav>
        <span className="spacer" />
        {localMinutes === 0 ? (
          <span className="soft">Times in UTC</span>
        ) : (
          <button
            type="button"
            className="quiet"
            onClick={() => setLocal(!local)}
            title="Switch between UTC and the offset of this computer"
          >
            Times in {offsetName(offsetMinutes)}
          </button>
        )}
        <span className={live.streaming ? 'live on' : 'live'} role="status">
          {live.streaming ? 'Live' : 'Every 5 s'}
        </span>
      </header>
      <main id="main" tabIndex={-1}>
        <Page route={route} version={live.version} />
      </main>
    </ZoneContext>
  );
}
