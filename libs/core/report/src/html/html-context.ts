import type { Analysis, Entity, Incident } from '@faultline/model';
import type { Part, Sentence } from '../story/sentence.js';
import { kindWords, labelOf } from '../text/entity-words.js';
import { anchorName, escapeHtml, htmlText } from '../text/html-text.js';
import { fullTime, offsetName } from '../text/time-words.js';
import { visibleText } from '../text/visible-text.js';
import type { ReportOptions } from '../report-options.js';

/** What every section needs to turn times, entities and events into HTML. */
export interface HtmlContext {
  readonly analysis: Analysis;
  readonly offsetMinutes: number;
  readonly fileName: string;
}

export function htmlContext(analysis: Analysis, options: ReportOptions): HtmlContext {
  return { analysis, offsetMinutes: options.offsetMinutes ?? 0, fileName: options.fileName ?? 'report.html' };
}

export function htmlTime(atUs: number, { offsetMinutes }: HtmlContext, withZone = false): string {
  const shown = fullTime(atUs, offsetMinutes);
  const machine = fullTime(atUs).replace(' ', 'T');
  return `<time${machine.includes('T') ? ` datetime="${machine}Z"` : ''}>${shown}${withZone ? ` ${offsetName(offsetMinutes)}` : ''}</time>`;
}

export const eventAnchor = (id: string): string => anchorName('event', id);
export const entityAnchor = (incident: Incident, entityId: string): string =>
  anchorName('entity', `${incident.id}.${entityId}`);

/** `siem/app.jsonl:120`, a link to the event with its raw record. */
export function eventLink(id: string, { analysis }: HtmlContext): string {
  const position = Object.hasOwn(analysis.events, id) ? analysis.events[id] : undefined;
  const name =
    position === undefined
      ? `event ${htmlText(id, 24)}`
      : `${htmlText(shortPath(position.path), 90)}:${String(position.line)}`;
  return `<a class="event" href="#${eventAnchor(id)}">${name}</a>`;
}

/** The last two parts of a path; the whole one stands with the event. */
function shortPath(path: string): string {
  const parts = path.split('/');
  return parts.length <= 2 ? path : parts.slice(-2).join('/');
}

export function eventLinks(ids: readonly string[], context: HtmlContext, limit = 20): string {
  if (ids.length === 0) return '<span class="soft">none named</span>';
  const shown = ids
    .slice(0, limit)
    .map((id) => eventLink(id, context))
    .join(' ');
  if (ids.length <= limit) return shown;
  return `${shown} <details class="more"><summary>${String(ids.length - limit)} more</summary>${ids
    .slice(limit)
    .map((id) => eventLink(id, context))
    .join(' ')}</details>`;
}

/** An entity by name. Links to its row where the chain has one. */
export function entityLink(entity: Entity, incident: Incident): string {
  const name = `<code title="${htmlText(entity.key, 400)}">${escapeHtml(labelOf(entity))}</code>`;
  const known = incident.chain.entities.some((candidate) => candidate.id === entity.id);
  return known ? `<a class="entity" href="#${entityAnchor(incident, entity.id)}">${name}</a>` : name;
}

export function entityWithKind(entity: Entity, incident: Incident): string {
  return `<span class="kind">${escapeHtml(kindWords(entity.kind))}</span> ${entityLink(entity, incident)}`;
}

function partHtml(part: Part, incident: Incident, context: HtmlContext): string {
  switch (part.kind) {
    case 'text':
      return escapeHtml(visibleText(part.text, 600));
    case 'entity':
      return `<strong>${entityLink(part.entity, incident)}</strong>`;
    case 'time':
      return htmlTime(part.atUs, context, true);
    case 'events':
      return part.ids.length === 0
        ? ''
        : ` <span class="cites">[${part.ids.map((id) => eventLink(id, context)).join(', ')}]</span>`;
  }
}

export function sentencesHtml(
  sentences: readonly Sentence[],
  incident: Incident,
  context: HtmlContext,
): string {
  return sentences
    .map((sentence) => sentence.map((part) => partHtml(part, incident, context)).join(''))
    .join(' ');
}

export interface Column {
  readonly head: string;
  /** `number`: right-aligned. */
  readonly kind?: 'number' | 'narrow';
}

/** A table inside a box that scrolls sideways on its own, so that a long key never widens the page. Cells are HTML. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const classOf = (index: number): string =>
    columns[index]?.kind === undefined ? '' : ` class="${columns[index].kind}"`;
  const head = columns
    .map((column, index) => `<th scope="col"${classOf(index)}>${column.head}</th>`)
    .join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell, index) => `<td${classOf(index)}>${cell}</td>`).join('')}</tr>`)
    .join('\n');
  return `<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}
