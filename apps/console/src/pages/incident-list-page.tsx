import type { Incident } from '@faultline/model';
import { counted, fullTime, offsetName, spanWords, visibleText } from '@faultline/report';
import { apiUrl } from '../api/client.js';
import { incidentListSchema, type AnalysisState } from '../api/schemas.js';
import { useResource } from '../api/use-resource.js';
import { EntityName } from '../parts/entity-name.js';
import { EmptyState } from '../parts/empty-state.js';
import { InputTable } from '../parts/input-table.js';
import { CandidateChip, isDecided, PosteriorBar, SeverityChip, VerdictChip } from '../parts/marks.js';
import { Loading, TroubleNote } from '../parts/trouble-note.js';
import { UnknownList } from '../parts/unknown-list.js';
import { wholeUnknowns } from '../parts/whole-unknowns.js';
import { routeHash } from '../route.js';
import { useOffsetMinutes } from '../zone.js';

function cutWords({ breakpoints, certificate }: Incident): string {
  if (breakpoints.single.length > 0) return counted(breakpoints.single.length, 'single cut');
  if (breakpoints.set.entities.length > 0) return `set of ${String(breakpoints.set.entities.length)}`;
  return certificate.uncuttablePath === undefined ? 'none found' : 'no cut exists';
}

function IncidentRow({ incident }: { readonly incident: Incident }) {
  const offsetMinutes = useOffsetMinutes();
  const [cause] = incident.rootCauses;
  const [impact] = incident.impacts;
  return (
    <tr>
      <td data-label="Severity">
        <SeverityChip severity={incident.severity} />
      </td>
      <td>
        <a className="title" href={routeHash({ kind: 'incident', id: incident.id })}>
          {visibleText(incident.title, 160)}
        </a>
        <span className="line soft">
          {fullTime(incident.window.startUs, offsetMinutes)} {offsetName(offsetMinutes)},{' '}
          {spanWords(incident.window.endUs - incident.window.startUs)}
        </span>
        {impact === undefined ? null : (
          <span className="line">
            hits <EntityName entity={impact.entity} />
            {incident.impacts.length > 1 ? (
              <span className="soft"> and {incident.impacts.length - 1} more</span>
            ) : null}
          </span>
        )}
      </td>
      <td data-label="Root cause">
        {cause === undefined ? (
          <span className="soft">not named; origin not observed</span>
        ) : (
          <>
            <span className="line">
              {isDecided(cause) ? null : <CandidateChip />} <EntityName entity={cause.entity} />
            </span>
            <span className="line">
              <PosteriorBar cause={cause} /> <VerdictChip verdict={cause.verdict} />
            </span>
          </>
        )}
      </td>
      <td data-label="Breakpoints">{cutWords(incident)}</td>
      <td data-label="Unknowns" className="number">
        {incident.unknowns.length}
      </td>
    </tr>
  );
}

const stateWords: Readonly<Record<AnalysisState, string>> = {
  idle: '',
  waiting: 'New records have arrived; the analysis starts in a moment.',
  running: 'New records are being analysed; what follows is the answer of before.',
  standby: 'Another process analyses; what it finds is shown here.',
  failed:
    'The last analysis failed, so what follows is the answer of before; the log of the server says why.',
};

/** All incidents of the current analysis, most severe first, and what they were read from. */
export function IncidentListPage({ version }: { readonly version: number }) {
  const { data, trouble, loading } = useResource(apiUrl('incidents'), incidentListSchema, version);
  const rejected = data?.inputs.reduce((sum, input) => sum + input.rejected, 0) ?? 0;
  const events = data?.inputs.reduce((sum, input) => sum + input.events, 0) ?? 0;
  return (
    <>
      <h1>Incidents</h1>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {data === null ? (
        loading ? (
          <Loading what="incidents" />
        ) : null
      ) : (
        <>
          <p className="soft lead">
            {counted(data.incidents.length, 'incident')} in {counted(events, 'event')} from{' '}
            {counted(data.inputs.length, 'input')}
            {rejected === 0 ? '' : `, ${counted(rejected, 'record')} rejected`}; causal graph of{' '}
            {counted(data.graph.entities, 'entity', 'entities')} and {counted(data.graph.links, 'link')}.
          </p>
          {data.analysis.state === 'idle' ? null : (
            <p className={data.analysis.state === 'failed' ? 'warn' : 'soft'} role="status">
              {stateWords[data.analysis.state]}
            </p>
          )}
          {data.incidents.length === 0 ? (
            <EmptyState nothingRead={events === 0} />
          ) : (
            <table className="incidents">
              <thead>
                <tr>
                  <th scope="col">Severity</th>
                  <th scope="col">Incident</th>
                  <th scope="col">Root cause</th>
                  <th scope="col">Breakpoints</th>
                  <th scope="col" className="number">
                    Unknowns
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.incidents.map((incident) => (
                  <IncidentRow key={incident.id} incident={incident} />
                ))}
              </tbody>
            </table>
          )}
          {data.inputs.length === 0 ? null : (
            <section>
              <h2>What was read</h2>
              <InputTable inputs={data.inputs} />
            </section>
          )}
          <section>
            <h2>Not known about the whole analysis</h2>
            <UnknownList unknowns={wholeUnknowns(data)} none="Nothing is recorded as unknown." />
          </section>
        </>
      )}
    </>
  );
}
