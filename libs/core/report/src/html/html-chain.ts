import type { Incident, Link } from '@faultline/model';
import { chainSvg } from '../chain/chain-svg.js';
import { layoutChain } from '../chain/layout-chain.js';
import { timelineOf, type TimelineRow } from '../story/timeline.js';
import { kindWords, labelOf } from '../text/entity-words.js';
import { escapeHtml, htmlText } from '../text/html-text.js';
import { counted } from '../text/number-words.js';
import { marksWords } from './html-breakpoints.js';
import {
  entityAnchor,
  entityWithKind,
  eventLink,
  eventLinks,
  htmlTime,
  table,
  type HtmlContext,
} from './html-context.js';

/** Rows beyond this fold away; they stay in the file. */
const rowsOpen = 60;

const basisWords: Readonly<Record<Link['basis'], string>> = {
  observed: 'a record says so',
  inferred: 'two records joined by the rule',
  claimed: 'the attacker could have written it',
};

export function chainFigure(incident: Incident, context: HtmlContext): string {
  const layout = layoutChain(incident);
  if (layout.nodes.length === 0) return '<p>The chain of this incident is empty.</p>';
  const svg = chainSvg(layout, {
    offsetMinutes: context.offsetMinutes,
    idPrefix: incident.id,
    withStyle: false,
    scaleMin: 0.78,
    hrefOf: (node) =>
      node.entities[0] === undefined ? null : `#${entityAnchor(incident, node.entities[0].id)}`,
  });
  const folded = layout.collapsed
    ? ` Parallel entities share a box; all ${String(layout.entityCount)} are listed below.`
    : '';
  const backward = layout.edges.some((edge) => edge.backward)
    ? ' An arrow to the left is a later effect on something seen before.'
    : '';
  return `<figure><div class="scroll chain" tabindex="0" role="group" aria-label="Picture of the chain, scrolls sideways">${svg}</div>
<figcaption>Left to right in time. Solid arrow: observed; dashed: inferred from two records; dotted: claimed by text an attacker could have written.${backward}${folded}</figcaption></figure>`;
}

function timelineRow(
  { link, from, to }: TimelineRow,
  incident: Incident,
  context: HtmlContext,
): readonly string[] {
  return [
    htmlTime(link.atUs, context),
    `${entityWithKind(from, incident)} <span class="soft" aria-hidden="true">→</span><span class="sr"> to </span> ${entityWithKind(to, incident)}`,
    htmlText(link.kind, 60),
    `<span title="${escapeHtml(basisWords[link.basis])}">${link.basis}</span><br><span class="soft">${htmlText(link.rule, 60)}</span>`,
    eventLinks(link.events, context, 3),
  ];
}

function folded(
  summary: string,
  rows: readonly (readonly string[])[],
  make: (rows: readonly (readonly string[])[]) => string,
): string {
  if (rows.length <= rowsOpen) return make(rows);
  return `${make(rows.slice(0, rowsOpen))}<details><summary>${counted(rows.length - rowsOpen, 'more row')}: ${summary}</summary>${make(rows.slice(rowsOpen))}</details>`;
}

/** Impacts first (they are why the incident exists), then every link of the chain in causal order. */
export function timelineHtml(incident: Incident, context: HtmlContext, zone: string): string {
  const impacts = incident.impacts.map((impact) => [
    htmlTime(impact.atUs, context),
    entityWithKind(impact.entity, incident),
    htmlText(impact.why, 300),
    impact.by === null ? '<span class="soft">unknown</span>' : entityWithKind(impact.by, incident),
    impact.event === null ? '<span class="soft">none named</span>' : eventLink(impact.event, context),
  ]);
  const impactTable =
    impacts.length === 0
      ? '<p>No impact is on record.</p>'
      : folded('impacts', impacts, (rows) =>
          table(
            `Impacts (times in ${zone}).`,
            [
              { head: 'Time', kind: 'narrow' },
              { head: 'Entity' },
              { head: 'Why it counts' },
              { head: 'By' },
              { head: 'Event' },
            ],
            rows,
          ),
        );
  const links = timelineOf(incident).map((row) => timelineRow(row, incident, context));
  const linkTable =
    links.length === 0
      ? '<p>The chain has no link.</p>'
      : folded('later links', links, (rows) =>
          table(
            `Chain, step by step (times in ${zone}).`,
            [
              { head: 'Time', kind: 'narrow' },
              { head: 'From → to' },
              { head: 'What' },
              { head: 'Basis, rule' },
              { head: 'Events' },
            ],
            rows,
          ),
        );
  return `${impactTable}\n${linkTable}`;
}

export function entitiesHtml(incident: Incident): string {
  const marks = marksWords(incident);
  const rows = incident.chain.entities.map((entity) => [
    `<span id="${entityAnchor(incident, entity.id)}">${escapeHtml(kindWords(entity.kind))}</span>`,
    `<code>${escapeHtml(labelOf(entity))}</code>`,
    `<code>${htmlText(entity.key, 400)}</code>`,
    marks(entity.id),
  ]);
  return rows.length === 0
    ? ''
    : `<details${rows.length <= rowsOpen ? ' open' : ''}><summary>${counted(rows.length, 'entity', 'entities')} of the chain, with full keys</summary>${table('Entities of the chain.', [{ head: 'Kind' }, { head: 'Name' }, { head: 'Key' }, { head: 'Part in the answer' }], rows)}</details>`;
}
