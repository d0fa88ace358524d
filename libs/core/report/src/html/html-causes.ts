import type { Evidence, Incident, RootCause } from '@faultline/model';
import { escapeHtml, htmlText } from '../text/html-text.js';
import { figure, percent, percentWithInterval, pValue } from '../text/number-words.js';
import { statusMeaning, verdictMeaning } from '../text/verdict-words.js';
import { entityWithKind, eventLink, eventLinks, htmlTime, table, type HtmlContext } from './html-context.js';

export function verdictChip(cause: Pick<RootCause, 'verdict'>): string {
  return `<span class="chip verdict-${cause.verdict.toLowerCase()}" title="${escapeHtml(verdictMeaning[cause.verdict])}">${cause.verdict}</span>`;
}

/** Posterior as a bar with its interval; the words beside it say the same. Drawn with attributes, since inline styles need no exception then. */
export function posteriorBar(posterior: number, [low, high]: readonly [number, number]): string {
  const at = (value: number): string => (Math.min(1, Math.max(0, value)) * 100).toFixed(1);
  const width = (Math.min(1, Math.max(0, high - low)) * 100).toFixed(1);
  return `<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="8"/><rect class="fill" width="${at(posterior)}" height="8"/><rect class="range" x="${at(low)}" y="3" width="${width}" height="2"/></svg>`;
}

function evidenceRow(evidence: Evidence, context: HtmlContext): readonly string[] {
  return [
    htmlText(evidence.family, 40),
    htmlText(evidence.test, 40),
    `<span class="status status-${evidence.status.toLowerCase().replaceAll('_', '-')}" title="${escapeHtml(statusMeaning[evidence.status])}">${evidence.status.replaceAll('_', ' ')}</span>`,
    escapeHtml(pValue(evidence.p)),
    figure(evidence.e),
    figure(evidence.n),
    htmlText(evidence.reason, 600),
    eventLinks(evidence.events, context, 4),
  ];
}

function causeSection(cause: RootCause, incident: Incident, context: HtmlContext): string {
  const columns = [
    { head: 'Family' },
    { head: 'Test' },
    { head: 'Result' },
    { head: 'p', kind: 'number' },
    { head: 'e', kind: 'number' },
    { head: 'n', kind: 'number' },
    { head: 'Reason' },
    { head: 'Events' },
  ] as const;
  const share =
    cause.share === undefined
      ? ''
      : ` <span class="soft">Causal share ${escapeHtml(percent(cause.share))}.</span>`;
  const origin = cause.event === null ? '' : ` ${eventLink(cause.event, context)}`;
  const evidence =
    cause.evidence.length === 0
      ? '<p class="soft">No test was made for this candidate.</p>'
      : table(
          `Evidence for candidate ${String(cause.rank)}. p: p-value of the test; e: likelihood ratio that enters the fusion; n: sample size.`,
          columns,
          cause.evidence.map((entry) => evidenceRow(entry, context)),
        );
  return `<div class="cause${cause.rank === 1 ? ' first' : ''}"><p class="cause-head"><span class="rank">${String(cause.rank)}</span> ${entityWithKind(cause.entity, incident)} ${verdictChip(cause)}
<span class="posterior">${posteriorBar(cause.posterior, cause.interval)} <strong>${escapeHtml(percentWithInterval(cause.posterior, cause.interval))}</strong></span></p>
<p>${htmlTime(cause.atUs, context, true)}${origin}. Verdict ${cause.verdict}: ${escapeHtml(verdictMeaning[cause.verdict])}.${share}</p>
${evidence}</div>`;
}

/** Ranked root causes, each with its evidence, and the probability that none of them is it. */
export function causesHtml(incident: Incident, context: HtmlContext): string {
  const causes = incident.rootCauses.map((cause) => causeSection(cause, incident, context)).join('\n');
  return `${causes === '' ? '<p>No entity of this incident could be named as a root cause.</p>' : causes}
<p class="outside">Probability that the origin was <strong>not observed</strong>: <strong>${escapeHtml(percent(incident.originNotObserved))}</strong>. The range in brackets is what the probability could become if every family that could not be tested spoke strongly against or for the candidate.</p>`;
}
