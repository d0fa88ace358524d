import type { Incident, RootCause, Unknown } from '@faultline/model';
import { entityMarks } from '../story/entity-marks.js';
import { storyOf } from '../story/story.js';
import { timelineOf } from '../story/timeline.js';
import { chainLines } from '../terminal/chain-lines.js';
import { paint } from '../terminal/ansi.js';
import { kindWords, labelOf } from '../text/entity-words.js';
import { markdownBlock, markdownCode, markdownTable, markdownText } from '../text/markdown-text.js';
import { costWords, counted, figure, percent, percentWithInterval, pValue } from '../text/number-words.js';
import { offsetName, spanWords } from '../text/time-words.js';
import { severityWords } from '../text/verdict-words.js';
import {
  markdownEntity,
  markdownEvent,
  markdownEvents,
  markdownSentences,
  markdownTime,
  type MarkdownContext,
} from './markdown-context.js';

export function markdownUnknowns(unknowns: readonly Unknown[]): string {
  if (unknowns.length === 0) return 'Nothing is recorded as unknown.';
  return unknowns
    .map(
      (unknown) =>
        `- **${markdownText(unknown.what, 400)}**: ${markdownText(unknown.why, 600)} *Effect:* ${markdownText(unknown.effect, 600)}`,
    )
    .join('\n');
}

function causeMarkdown(cause: RootCause, context: MarkdownContext): string {
  const head = `**${String(cause.rank)}. ${markdownEntity(cause.entity)}**: probability ${percentWithInterval(cause.posterior, cause.interval)}, verdict ${cause.verdict}, ${markdownTime(cause.atUs, context)}${cause.event === null ? '' : ` (${markdownEvent(cause.event, context)})`}`;
  if (cause.evidence.length === 0) return `${head}\n\nNo test was made for this candidate.`;
  const rows = cause.evidence.map((entry) => [
    markdownText(entry.family, 40),
    markdownText(entry.test, 40),
    entry.status.replaceAll('_', ' '),
    pValue(entry.p),
    figure(entry.e),
    figure(entry.n),
    markdownText(entry.reason, 600),
    markdownEvents(entry.events, context),
  ]);
  return `${head}\n\n${markdownTable(['Family', 'Test', 'Result', 'p', 'e', 'n', 'Reason', 'Events'], rows)}`;
}

function breakpointsMarkdown(incident: Incident): string {
  const { single, set, mass } = incident.breakpoints;
  const singles =
    single.length === 0
      ? 'No single entity cuts every path.'
      : markdownTable(
          ['Single breakpoint', 'Cost', 'Control'],
          single.map((entry) => [
            markdownEntity(entry.entity),
            costWords(entry.cost),
            entry.control === null ? 'none known' : markdownText(entry.control, 120),
          ]),
        );
  const proof = set.optimal ? 'proved cheapest' : 'not proved cheapest';
  const whole =
    set.entities.length === 0
      ? incident.certificate.uncuttablePath === undefined
        ? 'No breakpoint set was found.'
        : 'No cut exists: one path runs only through entities that cannot be removed; the certificate holds it.'
      : `**Cheapest set** (cost ${costWords(set.cost)}, lower bound ${set.lowerBound === null ? 'unknown' : costWords(set.lowerBound)}, ${proof}): ${set.entities.map(markdownEntity).join(', ')}`;
  const rest =
    mass.length === 0
      ? ''
      : `\n\n${markdownTable(
          ['Removed', 'Residual mass'],
          mass.map((entry) => [
            entry.entities.map(markdownEntity).join(', ') || 'nothing',
            percent(entry.residualMass),
          ]),
        )}`;
  return `${singles}\n\n${whole}${rest}`;
}

function certificateMarkdown({ certificate }: Incident, fileName: string): string {
  return `The certificate covers ${counted(certificate.entities.length, 'entity', 'entities')} and ${counted(certificate.links.length, 'link')}: ${counted(certificate.removed.length, 'entity', 'entities')} removed, cost ${certificate.cost === null ? 'none (no cut exists)' : costWords(certificate.cost)}, lower bound ${certificate.lowerBound === null ? 'unknown' : costWords(certificate.lowerBound)}${certificate.optimal ? ', proved cheapest' : ''}. Check it offline with code that shares nothing with the solver:\n\n    npx faultline verify ${fileName.replace(/[^\w./-]/gu, '_')}`;
}

function timelineMarkdown(incident: Incident, context: MarkdownContext): string {
  const zone = offsetName(context.offsetMinutes);
  const impacts = markdownTable(
    [`Impact (${zone})`, 'Entity', 'Why it counts', 'By', 'Event'],
    incident.impacts.map((impact) => [
      markdownTime(impact.atUs, context),
      markdownEntity(impact.entity),
      markdownText(impact.why, 300),
      impact.by === null ? 'unknown' : markdownEntity(impact.by),
      impact.event === null ? 'none named' : markdownEvent(impact.event, context),
    ]),
  );
  const links = markdownTable(
    [`Time (${zone})`, 'From', 'What', 'To', 'Basis', 'Rule', 'Events'],
    timelineOf(incident).map(({ link, from, to }) => [
      markdownTime(link.atUs, context),
      markdownEntity(from),
      markdownText(link.kind, 60),
      markdownEntity(to),
      link.basis,
      markdownText(link.rule, 60),
      markdownEvents(link.events, context),
    ]),
  );
  return `${impacts}\n\n${links}`;
}

function entitiesMarkdown(incident: Incident): string {
  const marksOf = entityMarks(incident);
  const words = (id: string): string => {
    const { rootRank, impact, cut } = marksOf(id);
    return [
      rootRank === null ? '' : `root cause ${String(rootRank)}`,
      impact ? 'impact' : '',
      cut === null ? '' : cut === 'single' ? 'single breakpoint' : 'in cut set',
    ]
      .filter((word) => word !== '')
      .join(', ');
  };
  return markdownTable(
    ['Kind', 'Name', 'Key', 'Part in the answer'],
    incident.chain.entities.map((entity) => [
      markdownText(kindWords(entity.kind)),
      markdownCode(labelOf(entity)),
      markdownCode(entity.key, 400),
      words(entity.id),
    ]),
  );
}

function controlsMarkdown(incident: Incident): string {
  if (incident.controls.length === 0) return 'No control was generated for this incident.';
  return markdownTable(
    ['Control', 'Layer', 'Engine', 'Acts on', 'Cost', 'Status', 'D3FEND', 'ATT&CK', 'Artefacts'],
    incident.controls.map((control) => [
      markdownText(control.id, 120),
      markdownText(control.layer, 40),
      markdownText(control.engine, 60),
      markdownEntity(control.entity),
      costWords(control.cost),
      markdownText(control.status, 40),
      markdownText(control.d3fend.join(', '), 200),
      markdownText(control.attack.join(', '), 200),
      control.artefacts
        .map((artefact) => `${markdownCode(artefact.path)} ${markdownCode(artefact.sha256, 80)}`)
        .join(', '),
    ]),
  );
}

/** One incident as a Markdown section. */
export function incidentMarkdown(incident: Incident, context: MarkdownContext): string {
  const story = storyOf(incident);
  const { startUs, endUs } = incident.window;
  return `## ${markdownText(incident.title, 200)}

${severityWords[incident.severity]}, ${markdownTime(startUs, context)} to ${markdownTime(endUs, context)} ${offsetName(context.offsetMinutes)} (${spanWords(endUs - startUs)}), incident ${markdownCode(incident.id, 80)}

**What started it.** ${markdownSentences(story.started, context)}

**Where to cut.** ${markdownSentences(story.cut, context)}

**What is not known.** ${story.unknown.length === 0 ? 'Nothing is recorded as unknown.' : markdownSentences(story.unknown, context)}

### Chain

${markdownBlock(chainLines(incident, paint(false), context.offsetMinutes, 60))}

### Root causes

${incident.rootCauses.map((cause) => causeMarkdown(cause, context)).join('\n\n') || 'No entity could be named as a root cause.'}

Probability that the origin was **not observed**: **${percent(incident.originNotObserved)}**

### Breakpoints

${breakpointsMarkdown(incident)}

### Certificate

${certificateMarkdown(incident, context.fileName)}

### Timeline

${timelineMarkdown(incident, context)}

### Entities

${entitiesMarkdown(incident)}

### Controls

${controlsMarkdown(incident)}

### Unknowns

${markdownUnknowns(incident.unknowns)}
`;
}
