import type { Analysis, Incident } from '@faultline/model';
import { embedInHtml } from '../embed-analysis.js';
import type { RawOf, ReportOptions } from '../report-options.js';
import { storyOf } from '../story/story.js';
import { anchorName, escapeHtml, htmlText } from '../text/html-text.js';
import { counted, percent } from '../text/number-words.js';
import { offsetName, spanWords } from '../text/time-words.js';
import { severityWords } from '../text/verdict-words.js';
import { breakpointsHtml, certificateHtml, controlsHtml } from './html-breakpoints.js';
import { causesHtml, verdictChip } from './html-causes.js';
import { chainFigure, entitiesHtml, timelineHtml } from './html-chain.js';
import {
  entityWithKind,
  htmlContext,
  htmlTime,
  sentencesHtml,
  table,
  type HtmlContext,
} from './html-context.js';
import { inputsHtml, parametersHtml, recordsHtml, unknownsHtml } from './html-sources.js';
import { reportStyle } from './html-style.js';

// Nothing is loaded, sent or run. Styles are inline, which `unsafe-inline` allows; what outsiders wrote is escaped and cannot add one.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const severityChip = (incident: Incident): string =>
  `<span class="chip severity-${incident.severity}">${severityWords[incident.severity]}</span>`;
const incidentAnchor = (incident: Incident): string => anchorName('incident', incident.id);

function answerHtml(incident: Incident, context: HtmlContext): string {
  const story = storyOf(incident);
  const unknown =
    story.unknown.length === 0
      ? '<p>Nothing is recorded as unknown.</p>'
      : `<ul>${story.unknown.map((sentence) => `<li>${sentencesHtml([sentence], incident, context)}</li>`).join('')}</ul>`;
  return `<div class="answer"><div><h3>What started it</h3><p>${sentencesHtml(story.started, incident, context)}</p></div>
<div><h3>Where to cut</h3><p>${sentencesHtml(story.cut, incident, context)}</p></div>
<div><h3>What is not known</h3>${unknown}</div></div>`;
}

function incidentHtml(incident: Incident, context: HtmlContext): string {
  const zone = offsetName(context.offsetMinutes);
  const { startUs, endUs } = incident.window;
  return `<section class="incident" id="${incidentAnchor(incident)}">
<h2>${severityChip(incident)} ${htmlText(incident.title, 200)}</h2>
<p class="meta">${htmlTime(startUs, context)} to ${htmlTime(endUs, context, true)} (${spanWords(endUs - startUs)}) · incident <code>${htmlText(incident.id, 80)}</code></p>
${answerHtml(incident, context)}
<h3>Chain</h3>${chainFigure(incident, context)}
<h3>Root causes</h3>${causesHtml(incident, context)}
<h3>Breakpoints</h3>${breakpointsHtml(incident)}
<h3>Certificate</h3>${certificateHtml(incident, context)}
<h3>Timeline</h3>${timelineHtml(incident, context, zone)}
${entitiesHtml(incident)}
<h3>Controls</h3>${controlsHtml(incident)}
<h3>Unknowns</h3>${unknownsHtml(incident.unknowns, 'Nothing is recorded as unknown for this incident.')}
</section>`;
}

function contentsHtml(analysis: Analysis, context: HtmlContext): string {
  if (analysis.incidents.length === 0)
    return '<p><strong>No incident was found.</strong> That says only that the records below hold none that could be seen; what could not be tested stands under “Unknowns of the whole analysis”.</p>';
  if (analysis.incidents.length === 1) return '';
  return `<div class="toc">${table(
    `${counted(analysis.incidents.length, 'incident')}, most severe first.`,
    [
      { head: 'Severity' },
      { head: 'Incident' },
      { head: 'Start' },
      { head: 'Root cause' },
      { head: 'Probability', kind: 'number' },
      { head: 'Verdict' },
    ],
    analysis.incidents.map((incident) => {
      const cause = incident.rootCauses[0];
      return [
        severityChip(incident),
        `<a href="#${incidentAnchor(incident)}">${htmlText(incident.title, 160)}</a>`,
        htmlTime(incident.window.startUs, context),
        cause === undefined ? '<span class="soft">not named</span>' : entityWithKind(cause.entity, incident),
        cause === undefined ? '' : escapeHtml(percent(cause.posterior)),
        cause === undefined ? '' : verdictChip(cause),
      ];
    }),
  )}</div>`;
}

/** One self-contained file: no request, no script that runs. Every claim links to its event, every event shows its masked record. Pure. */
export function htmlReport(analysis: Analysis, rawOf: RawOf, options: ReportOptions = {}): string {
  const context = htmlContext(analysis, options);
  const events = analysis.inputs.reduce((sum, input) => sum + input.events, 0);
  const title =
    analysis.incidents.length === 1 && analysis.incidents[0] !== undefined
      ? htmlText(analysis.incidents[0].title, 120)
      : counted(analysis.incidents.length, 'incident');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>Faultline: ${title}</title>
<style>${reportStyle}</style></head>
<body><header><h1>Faultline incident report</h1>
<p class="meta">${counted(events, 'event')} from ${counted(analysis.inputs.length, 'input')} · causal graph of ${counted(analysis.graph.entities, 'entity', 'entities')} and ${counted(analysis.graph.links, 'link')} · times in ${offsetName(context.offsetMinutes)}</p></header>
<main>${contentsHtml(analysis, context)}
${analysis.incidents.map((incident) => incidentHtml(incident, context)).join('\n')}
<section class="incident" id="sources"><h2>Sources</h2>
<h3>Inputs</h3>${inputsHtml(analysis)}
<p>Graph hash <code class="hash">${htmlText(analysis.graph.hash, 90)}</code>: the same records give the same hash, in any order.</p>
<h3>Unknowns of the whole analysis</h3>${unknownsHtml(analysis.unknowns, 'Nothing is recorded as unknown for the whole analysis.')}
<h3>Parameters</h3>${parametersHtml(analysis)}
<h3>Records</h3><p>Every event that this report names. Open one to read its raw record; anything shaped like a secret is masked.</p>
${recordsHtml(rawOf, context)}</section></main>
<footer>This file holds the whole answer as JSON; <code>npx faultline verify ${escapeHtml(context.fileName)}</code> checks its certificates offline.</footer>
${embedInHtml(analysis)}
</body></html>
`;
}
