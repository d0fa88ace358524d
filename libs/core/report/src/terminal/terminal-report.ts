import type { Analysis, Incident } from '@faultline/model';
import type { Sentence } from '../story/sentence.js';
import { storyOf } from '../story/story.js';
import { labelOf } from '../text/entity-words.js';
import { counted, grouped, percent } from '../text/number-words.js';
import { fullTime, offsetName, spanWords } from '../text/time-words.js';
import { severityWords } from '../text/verdict-words.js';
import { visibleText } from '../text/visible-text.js';
import { paint, type Paint } from './ansi.js';
import { breakpointLines } from './breakpoint-lines.js';
import { causeLines } from './cause-lines.js';
import { chainLines } from './chain-lines.js';
import type { TerminalContext } from './terminal-context.js';
import { clip, wrap } from './wrap.js';

export interface TerminalOptions {
  readonly color: boolean;
  readonly offsetMinutes?: number;
  /** Incidents beyond this are one line each. */
  readonly incidentsMax?: number;
}

function sentenceText(sentence: Sentence, context: TerminalContext): string {
  return sentence
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return visibleText(part.text, 400);
        case 'entity':
          return clip(labelOf(part.entity), 60);
        case 'time':
          return `${fullTime(part.atUs, context.offsetMinutes)} ${offsetName(context.offsetMinutes)}`;
        case 'events':
          return '';
      }
    })
    .join('');
}

function incidentLines(incident: Incident, index: number, context: TerminalContext): readonly string[] {
  const { style, offsetMinutes } = context;
  const story = storyOf(incident);
  const { startUs, endUs } = incident.window;
  const unknowns = incident.unknowns
    .slice(0, 4)
    .flatMap((unknown) =>
      wrap(
        '  - ',
        `${visibleText(unknown.what, 120)}: ${visibleText(unknown.why, 160)} → ${visibleText(unknown.effect, 160)}`,
        2,
      ),
    );
  return [
    style.bold(clip(`Incident ${String(index + 1)}: ${visibleText(incident.title, 90)}`, 100)),
    style.soft(
      clip(
        `${severityWords[incident.severity]}, ${fullTime(startUs, offsetMinutes)} to ${fullTime(endUs, offsetMinutes)} ${offsetName(offsetMinutes)} (${spanWords(endUs - startUs)})`,
        100,
      ),
    ),
    '',
    ...wrap('', story.started.map((sentence) => sentenceText(sentence, context)).join(' '), 6),
    '',
    style.bold(
      `Chain (${counted(incident.chain.entities.length, 'entity', 'entities')}, ${counted(incident.chain.links.length, 'link')})`,
    ),
    ...chainLines(incident, style, offsetMinutes, 18),
    '',
    style.bold('Root cause'),
    ...incident.rootCauses
      .slice(0, 3)
      .flatMap((cause) => causeLines(cause, context))
      .slice(0, 14),
    `     not observed: ${percent(incident.originNotObserved)}`,
    style.bold('Breakpoints'),
    ...breakpointLines(incident, context),
    ...(unknowns.length === 0 ? [] : [style.bold('Not known'), ...unknowns.slice(0, 7)]),
    ...(incident.unknowns.length > 4 ? [style.soft(`  … ${String(incident.unknowns.length - 4)} more`)] : []),
  ];
}

function readLines({ inputs, graph }: Analysis): readonly string[] {
  const sum = (pick: 'records' | 'events' | 'rejected'): number =>
    inputs.reduce((total, input) => total + input[pick], 0);
  const rejected = sum('rejected');
  return [
    `Read ${counted(sum('records'), 'record')} from ${counted(inputs.length, 'input')}: ${counted(sum('events'), 'event')}${rejected === 0 ? '' : `, ${grouped(rejected)} rejected`}; graph of ${counted(graph.entities, 'entity', 'entities')}, ${counted(graph.links, 'link')}.`,
  ];
}

function unknownLines(unknowns: Analysis['unknowns']): readonly string[] {
  return unknowns
    .slice(0, 6)
    .flatMap(({ what, why, effect }) =>
      wrap('  - ', `${visibleText(what, 120)}: ${visibleText(why, 240)} → ${visibleText(effect, 200)}`, 4),
    );
}

/** What is not known about the records as a whole, beside what each incident says. */
function generalLines(analysis: Analysis, shown: readonly Incident[], { bold }: Paint): readonly string[] {
  const told = new Set(shown.flatMap((incident) => incident.unknowns.map((unknown) => unknown.what)));
  const lines = unknownLines(analysis.unknowns.filter((unknown) => !told.has(unknown.what)));
  return lines.length === 0 ? [] : [bold('Not known about the records'), ...lines, ''];
}

function nothingLines(analysis: Analysis, { bold }: Paint): readonly string[] {
  const inputs = analysis.inputs
    .slice(0, 12)
    .map((input) =>
      clip(
        `  ${visibleText(input.path, 120)}  ${input.kind ?? 'not recognised'}, ${counted(input.events, 'event')}, ${grouped(input.rejected)} rejected`,
        100,
      ),
    );
  const more = analysis.inputs.length > 12 ? [`  … ${String(analysis.inputs.length - 12)} more inputs`] : [];
  const unknowns = unknownLines(analysis.unknowns);
  return [
    bold('No incident found.'),
    ...readLines(analysis),
    ...inputs,
    ...more,
    ...(unknowns.length === 0 ? [] : [bold('Not known'), ...unknowns]),
    '',
    'Next: name what hurts with --impact KIND:KEY, or add the records of the hours before it;',
    '--rejected FILE lists what could not be read.',
  ];
}

/** The answer of the command line tool for people: at most about 60 lines an incident, 100 columns, no character that a terminal obeys except our own colours. */
export function terminalReport(analysis: Analysis, options: TerminalOptions): string {
  const style = paint(options.color);
  if (analysis.incidents.length === 0) return `${nothingLines(analysis, style).join('\n')}\n`;
  const context: TerminalContext = { analysis, style, offsetMinutes: options.offsetMinutes ?? 0 };
  const shown = analysis.incidents.slice(0, options.incidentsMax ?? 3);
  const others = analysis.incidents.slice(shown.length).map((incident, index) => {
    const cause = incident.rootCauses[0];
    return clip(
      `Incident ${String(shown.length + index + 1)}: ${severityWords[incident.severity]}, ${visibleText(incident.title, 60)}${cause === undefined ? '' : ` (${labelOf(cause.entity, 30)}, ${percent(cause.posterior)})`}`,
      100,
    );
  });
  const next = [
    '',
    style.bold('Next'),
    '  npx faultline analyze … --json > analysis.json    the whole answer, every claim with its events',
    '  npx faultline verify analysis.json                check the certificate offline',
    '  npm start                                         look at it in the console',
  ];
  return `${[...shown.flatMap((incident, index) => [...incidentLines(incident, index, context), '']), ...generalLines(analysis, shown, style), ...others.slice(0, 20), ...readLines(analysis), ...next].join('\n')}\n`;
}
