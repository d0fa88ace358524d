import type { Entity } from '@faultline/model';
import { fullTime, offsetName, spanWords, storyOf, visibleText, type ChainNode } from '@faultline/report';
import { useMemo, useState } from 'react';
import { apiUrl } from '../api/client.js';
import {
  incidentDetailSchema,
  wholeAnalysisSchema,
  type IncidentDetail,
  type WholeAnalysis,
} from '../api/schemas.js';
import { useResource, type Resource } from '../api/use-resource.js';
import { BreakpointList } from '../parts/breakpoint-list.js';
import { CauseList } from '../parts/cause-list.js';
import { ChainView } from '../parts/chain-view.js';
import { ControlTable } from '../parts/control-table.js';
import { EntityPanel } from '../parts/entity-panel.js';
import { RecordsContext } from '../parts/event-link.js';
import { EventTable } from '../parts/event-table.js';
import { isDecided, SeverityChip } from '../parts/marks.js';
import { IncidentUnknowns, NotKnown } from '../parts/not-known.js';
import { RecordDrawer } from '../parts/record-drawer.js';
import { Sentences } from '../parts/sentences.js';
import { Loading, TroubleNote } from '../parts/trouble-note.js';
import { routeHash } from '../route.js';
import { useOffsetMinutes } from '../zone.js';
import { certificateUrl } from '../certificate-url.js';

function Head({ incident }: { readonly incident: IncidentDetail }) {
  const offsetMinutes = useOffsetMinutes();
  const { startUs, endUs } = incident.window;
  const report = (format: string): string =>
    apiUrl(`incidents/${encodeURIComponent(incident.id)}/report`, { format });
  const certificate = useMemo(() => certificateUrl(incident.certificate), [incident.certificate]);
  return (
    <div className="page-head">
      <div>
        <p className="crumb">
          <a href={routeHash({ kind: 'incidents' })}>Incidents</a>
        </p>
        <h1>
          <SeverityChip severity={incident.severity} /> {visibleText(incident.title, 200)}
        </h1>
        <p className="soft">
          {fullTime(startUs, offsetMinutes)} to {fullTime(endUs, offsetMinutes)} {offsetName(offsetMinutes)} (
          {spanWords(endUs - startUs)}), <code>{visibleText(incident.id, 60)}</code>
        </p>
      </div>
      <div className="downloads" role="group" aria-label="Downloads">
        <a className="button" href={report('html')} download={`${incident.id}.html`}>
          Report (HTML)
        </a>
        <a className="button" href={report('md')} download={`${incident.id}.md`}>
          Report (Markdown)
        </a>
        <a className="button" href={certificate} download="certificate.json">
          Certificate (JSON)
        </a>
      </div>
    </div>
  );
}

function Answer({
  incident,
  whole,
  onSelect,
}: {
  readonly incident: IncidentDetail;
  readonly whole: Resource<WholeAnalysis>;
  readonly onSelect: (entity: Entity) => void;
}) {
  const story = useMemo(() => storyOf(incident), [incident]);
  return (
    <div className="answer">
      <section>
        <h2>What started it</h2>
        <p>
          <Sentences sentences={story.started} onSelect={onSelect} />
        </p>
      </section>
      <section>
        <h2>Where to cut</h2>
        <p>
          <Sentences sentences={story.cut} onSelect={onSelect} />
        </p>
      </section>
      <section>
        <h2>What is not known</h2>
        <NotKnown sentences={story.unknown} whole={whole} onSelect={onSelect} />
      </section>
    </div>
  );
}

/** One incident: the answer in words, the chain, and everything it rests on, down to the raw record. */
export function IncidentPage({ id, version }: { readonly id: string; readonly version: number }) {
  const { data, trouble, loading } = useResource(
    apiUrl(`incidents/${encodeURIComponent(id)}`),
    incidentDetailSchema,
    version,
  );
  // The list holds every certificate, so it is asked only where the incident itself has no unknowns.
  const whole = useResource(
    data?.unknowns.length === 0 ? apiUrl('incidents') : null,
    wholeAnalysisSchema,
    version,
  );
  const [selected, setSelected] = useState<readonly Entity[]>([]);
  const [record, setRecord] = useState<string | null>(null);
  const events = data?.events;
  const records = useMemo(() => ({ events: events ?? {}, open: setRecord }), [events]);
  const selectNode = (node: ChainNode | null): void => setSelected(node?.entities ?? []);
  const selectEntity = (entity: Entity): void => {
    setSelected([entity]);
    document.getElementById('chain')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <RecordsContext value={records}>
      {trouble === null ? null : <TroubleNote trouble={trouble} />}
      {data === null ? (
        loading ? (
          <Loading what="the incident" />
        ) : (
          <p>
            <a href={routeHash({ kind: 'incidents' })}>All incidents</a>
          </p>
        )
      ) : (
        <>
          <Head incident={data} />
          <Answer incident={data} whole={whole} onSelect={selectEntity} />
          <section
            id="chain"
            className={selected.length === 0 ? 'chain-area' : 'chain-area with-panel'}
            aria-label="Chain"
          >
            <ChainView incident={data} selectedEntity={selected[0]?.id ?? null} onSelect={selectNode} />
            {selected.length === 0 ? null : (
              <EntityPanel
                key={selected[0]?.id}
                incident={data}
                entities={selected}
                onSelect={selectEntity}
                onClose={() => setSelected([])}
              />
            )}
          </section>
          <section>
            <h2>{data.rootCauses.some(isDecided) ? 'Root causes' : 'Root cause candidates'}</h2>
            <CauseList incident={data} onSelect={selectEntity} />
          </section>
          <section>
            <h2>Breakpoints</h2>
            <BreakpointList incident={data} onSelect={selectEntity} />
          </section>
          <section>
            <h2>Controls</h2>
            <ControlTable incident={data} onSelect={selectEntity} />
          </section>
          <section>
            <h2>Unknowns</h2>
            <IncidentUnknowns incident={data} whole={whole} />
          </section>
          <section>
            <h2>Evidence events</h2>
            <EventTable incident={data} events={data.events} />
          </section>
        </>
      )}
      {record === null ? null : (
        <RecordDrawer key={record} eventId={record} onClose={() => setRecord(null)} />
      )}
    </RecordsContext>
  );
}
