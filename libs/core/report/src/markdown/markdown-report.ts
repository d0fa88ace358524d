import type { Analysis } from '@faultline/model';
import { embedInMarkdown } from '../embed-analysis.js';
import type { RawOf, ReportOptions } from '../report-options.js';
import { eventPositions } from '../story/event-positions.js';
import { markdownBlock, markdownCode, markdownTable } from '../text/markdown-text.js';
import { counted, grouped } from '../text/number-words.js';
import { offsetName } from '../text/time-words.js';
import { visibleLines } from '../text/visible-text.js';
import { markdownAnchor, markdownContext, markdownTime, type MarkdownContext } from './markdown-context.js';
import { incidentMarkdown, markdownUnknowns } from './markdown-incident.js';

const rawMaxChars = 2000;
const rawMaxCount = 5000;

function recordsMarkdown(rawOf: RawOf, context: MarkdownContext): string {
  const events = eventPositions(context.analysis);
  if (events.length === 0) return 'The answer names no event.';
  return events
    .map(({ id, position }, index) => {
      const raw = index < rawMaxCount ? rawOf(id) : null;
      const where = position ?? raw;
      const place =
        where === null
          ? 'position not on record'
          : `${markdownCode(where.path, 300)} line ${String(where.line)}`;
      const time = position === null ? '' : `${markdownTime(position.atUs, context)}, `;
      const text =
        raw === null
          ? 'The raw record is not at hand; open the file at this line.'
          : markdownBlock(visibleLines(raw.text, rawMaxChars));
      return `<a id="${markdownAnchor(id)}"></a>${time}${place}, event ${markdownCode(id, 64)}\n\n${text}`;
    })
    .join('\n\n');
}

function inputsMarkdown({ inputs }: Analysis): string {
  if (inputs.length === 0) return 'No input was given.';
  return markdownTable(
    ['Path', 'Kind', 'Records', 'Events', 'Rejected', 'SHA-256'],
    inputs.map((input) => [
      markdownCode(input.path, 300),
      input.kind ?? 'not recognised',
      grouped(input.records),
      grouped(input.events),
      grouped(input.rejected),
      input.sha256 === null ? 'unreadable' : markdownCode(input.sha256, 80),
    ]),
  );
}

function parametersMarkdown({ parameters }: Analysis): string {
  const rows = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return rows.length === 0
    ? 'No parameter is on record.'
    : markdownTable(
        ['Constant', 'Value'],
        rows.map(([name, value]) => [markdownCode(name), String(value)]),
      );
}

/** The same answer as `htmlReport`, in CommonMark with tables. Ends with the whole analysis as JSON, so that it can be verified. Pure. */
export function markdownReport(analysis: Analysis, rawOf: RawOf, options: ReportOptions = {}): string {
  const context = markdownContext(analysis, options);
  const events = analysis.inputs.reduce((sum, input) => sum + input.events, 0);
  const incidents =
    analysis.incidents.length === 0
      ? '**No incident was found.** That says only that the records below hold none that could be seen.\n'
      : analysis.incidents.map((incident) => incidentMarkdown(incident, context)).join('\n');
  return `# Faultline incident report

${counted(events, 'event')} from ${counted(analysis.inputs.length, 'input')}; causal graph of ${counted(analysis.graph.entities, 'entity', 'entities')} and ${counted(analysis.graph.links, 'link')}; times in ${offsetName(context.offsetMinutes)}.

${incidents}
## Sources

### Inputs

${inputsMarkdown(analysis)}

Graph hash ${markdownCode(analysis.graph.hash, 90)}: the same records give the same hash, in any order.

### Unknowns of the whole analysis

${markdownUnknowns(analysis.unknowns)}

### Parameters

${parametersMarkdown(analysis)}

### Records

Every event that this report names, with its raw record; anything shaped like a secret is masked.

${recordsMarkdown(rawOf, context)}

### Analysis

${embedInMarkdown(analysis)}
`;
}
