import type { Incident } from '@faultline/model';
import { entityMarks } from '../story/entity-marks.js';
import { escapeHtml, htmlText } from '../text/html-text.js';
import { costWords, counted, percent } from '../text/number-words.js';
import { entityWithKind, table, type HtmlContext } from './html-context.js';

function setHtml(incident: Incident): string {
  const { set } = incident.breakpoints;
  if (set.entities.length === 0) {
    const why =
      incident.certificate.uncuttablePath === undefined
        ? 'No breakpoint set was found.'
        : `No cut exists: a path of ${counted(incident.certificate.uncuttablePath.length, 'link')} runs only through entities that cannot be removed. The certificate holds that path.`;
    return `<p>${why}</p>`;
  }
  const proof = set.optimal
    ? `proved cheapest: lower bound ${costWords(set.lowerBound)}`
    : `not proved cheapest: lower bound ${set.lowerBound === null ? 'unknown' : costWords(set.lowerBound)}`;
  return `<p><strong>Cheapest set:</strong> cost ${costWords(set.cost)}, ${proof}. Removing ${set.entities.length === 1 ? 'it' : 'all of them'} leaves no path from an origin to an impact:</p>
<ul>${set.entities.map((entity) => `<li>${entityWithKind(entity, incident)}</li>`).join('')}</ul>`;
}

function massHtml(incident: Incident): string {
  const { mass } = incident.breakpoints;
  if (mass.length === 0) return '';
  const rows = mass.map((entry) => [
    entry.entities.length === 0
      ? 'nothing'
      : entry.entities.map((entity) => entityWithKind(entity, incident)).join(', '),
    escapeHtml(percent(entry.residualMass)),
  ]);
  return table(
    'Residual mass: the part of the causal explanation that still reaches the impact after removal.',
    [{ head: 'Removed' }, { head: 'Still gets through', kind: 'number' }],
    rows,
  );
}

/** Single cuts, the cheapest set with its bound, and what smaller cuts would leave. */
export function breakpointsHtml(incident: Incident): string {
  const { single } = incident.breakpoints;
  const singles =
    single.length === 0
      ? '<p>No single entity cuts every path.</p>'
      : table(
          'Single breakpoints: removing any one of these alone cuts every path.',
          [{ head: 'Entity' }, { head: 'Cost', kind: 'number' }, { head: 'Control' }],
          single.map((entry) => [
            entityWithKind(entry.entity, incident),
            costWords(entry.cost),
            entry.control === null ? '<span class="soft">none known</span>' : htmlText(entry.control, 120),
          ]),
        );
  return `${singles}\n${setHtml(incident)}\n${massHtml(incident)}`;
}

/** What the certificate claims, and how to check it without trusting the program that wrote it. */
export function certificateHtml(incident: Incident, { fileName }: HtmlContext): string {
  const { certificate } = incident;
  const name = new Map(certificate.entities.map((entity) => [entity.id, entity]));
  const removed = certificate.removed.slice(0, 12).map((id) => {
    const entity = name.get(id);
    return `<code>${htmlText(entity === undefined ? id : `${entity.kind}:${entity.key}`, 90)}</code>`;
  });
  const more = certificate.removed.length > 12 ? ` and ${String(certificate.removed.length - 12)} more` : '';
  const claim =
    certificate.removed.length === 0
      ? 'It claims that no cut exists.'
      : `It claims: with ${removed.join(', ')}${more} removed, no path leads from ${counted(certificate.origins.length, 'origin')} to ${counted(certificate.impacts.length, 'impact')}; the cost is ${costWords(certificate.cost)}; nothing cheaper than ${certificate.lowerBound === null ? 'an unknown bound' : costWords(certificate.lowerBound)} can do it${certificate.optimal ? ', so this is the cheapest' : ''}.`;
  return `<p>The certificate covers ${counted(certificate.entities.length, 'entity', 'entities')} and ${counted(certificate.links.length, 'link')}. ${claim}
Paths that force the lower bound: ${String(certificate.lowerBoundPaths.length)}. Paths that return when one removed entity is put back: ${String(certificate.putBack.length)}.</p>
<p>Check it offline, with code that shares nothing with the solver:</p><pre class="command">npx faultline verify ${escapeHtml(fileName)}</pre>`;
}

/** Deployable actions. */
export function controlsHtml(incident: Incident): string {
  if (incident.controls.length === 0) return '<p>No control was generated for this incident.</p>';
  const codes = (values: readonly string[]): string => values.map((value) => htmlText(value, 40)).join(', ');
  return table(
    'Controls that carry out a breakpoint.',
    [
      { head: 'Control' },
      { head: 'Layer' },
      { head: 'Engine' },
      { head: 'Acts on' },
      { head: 'Cost', kind: 'number' },
      { head: 'Status' },
      { head: 'D3FEND' },
      { head: 'ATT&amp;CK' },
      { head: 'Artefacts (SHA-256)' },
    ],
    incident.controls.map((control) => [
      htmlText(control.id, 120),
      htmlText(control.layer, 40),
      htmlText(control.engine, 60),
      entityWithKind(control.entity, incident),
      costWords(control.cost),
      htmlText(control.status, 40),
      codes(control.d3fend),
      codes(control.attack),
      control.artefacts
        .map(
          (artefact) =>
            `${htmlText(artefact.path, 120)}<br><code class="hash">${htmlText(artefact.sha256, 80)}</code>`,
        )
        .join('<br>'),
    ]),
  );
}

/** Every entity of the chain with its full key, so that the picture may be short. */
export function marksWords(incident: Incident): (entityId: string) => string {
  const marksOf = entityMarks(incident);
  return (id) => {
    const { rootRank, impact, cut } = marksOf(id);
    return [
      rootRank === null ? '' : `root cause ${String(rootRank)}`,
      impact ? 'impact' : '',
      cut === null ? '' : cut === 'single' ? 'single breakpoint' : 'in cut set',
    ]
      .filter((word) => word !== '')
      .join(', ');
  };
}
