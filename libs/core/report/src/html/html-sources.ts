import type { Analysis, Unknown } from '@faultline/model';
import type { RawOf } from '../report-options.js';
import { eventPositions, type EventPosition } from '../story/event-positions.js';
import { escapeHtml, htmlText } from '../text/html-text.js';
import { counted, grouped } from '../text/number-words.js';
import { visibleLines } from '../text/visible-text.js';
import { eventAnchor, htmlTime, table, type HtmlContext } from './html-context.js';

/** Characters of one raw record in a report; the whole record is where `path:line` says. */
const rawMaxChars = 4000;
/** Raw records in one report: at most about 40 MB at the worst, and a browser still opens it. */
const rawMaxCount = 10_000;

export function unknownsHtml(unknowns: readonly Unknown[], none: string): string {
  if (unknowns.length === 0) return `<p>${none}</p>`;
  return `<dl class="unknowns">${unknowns.map((unknown) => `<dt>${htmlText(unknown.what, 400)}</dt><dd>${htmlText(unknown.why, 600)} <span class="effect">${htmlText(unknown.effect, 600)}</span></dd>`).join('\n')}</dl>`;
}

export function inputsHtml(analysis: Analysis): string {
  if (analysis.inputs.length === 0) return '<p>No input was given.</p>';
  return table(
    'What was read.',
    [
      { head: 'Path' },
      { head: 'Kind' },
      { head: 'Records', kind: 'number' },
      { head: 'Events', kind: 'number' },
      { head: 'Rejected', kind: 'number' },
      { head: 'SHA-256' },
    ],
    analysis.inputs.map((input) => [
      `<code>${htmlText(input.path, 300)}</code>`,
      input.kind ?? '<span class="soft">not recognised</span>',
      grouped(input.records),
      grouped(input.events),
      input.rejected === 0 ? '0' : `<strong class="warn">${grouped(input.rejected)}</strong>`,
      input.sha256 === null
        ? '<span class="warn">unreadable</span>'
        : `<code class="hash">${htmlText(input.sha256, 80)}</code>`,
    ]),
  );
}

export function parametersHtml(analysis: Analysis): string {
  const rows = Object.entries(analysis.parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return '<p>No parameter is on record.</p>';
  return `<details><summary>${counted(rows.length, 'constant')} that the answer depends on</summary>${table(
    'Parameters.',
    [{ head: 'Name' }, { head: 'Value', kind: 'number' }],
    rows.map(([name, value]) => [`<code>${htmlText(name, 120)}</code>`, String(value)]),
  )}</details>`;
}

function eventItem(event: EventPosition, rawOf: RawOf, withRaw: boolean, context: HtmlContext): string {
  const raw = withRaw ? rawOf(event.id) : null;
  const where = event.position ?? raw;
  const place =
    where === null
      ? '<span class="soft">position not on record</span>'
      : `<code>${htmlText(where.path, 300)}:${String(where.line)}</code>`;
  const time = event.position === null ? '' : `${htmlTime(event.position.atUs, context)} `;
  const text =
    raw === null
      ? `<p class="soft">${withRaw ? 'The raw record is not at hand; open the file at this line.' : 'Left out of this file for its size; open the file at this line.'}</p>`
      : `<pre>${escapeHtml(visibleLines(raw.text, rawMaxChars).join('\n'))}</pre>`;
  return `<details class="record" id="${eventAnchor(event.id)}"><summary>${time}${place} <span class="soft id">${htmlText(event.id, 48)}</span></summary>${text}</details>`;
}

/** Every event that the document names, with the masked raw record. This is where each claim ends. */
export function recordsHtml(rawOf: RawOf, context: HtmlContext): string {
  const events = eventPositions(context.analysis);
  if (events.length === 0) return '<p>The answer names no event.</p>';
  return events.map((event, index) => eventItem(event, rawOf, index < rawMaxCount, context)).join('\n');
}
