import type { Analysis, Entity } from '@faultline/model';
import type { ReportOptions } from '../report-options.js';
import type { Part, Sentence } from '../story/sentence.js';
import { kindWords, labelOf } from '../text/entity-words.js';
import { anchorName } from '../text/html-text.js';
import { markdownCode, markdownText } from '../text/markdown-text.js';
import { fullTime, offsetName } from '../text/time-words.js';

export interface MarkdownContext {
  readonly analysis: Analysis;
  readonly offsetMinutes: number;
  readonly fileName: string;
}

export function markdownContext(analysis: Analysis, options: ReportOptions): MarkdownContext {
  return { analysis, offsetMinutes: options.offsetMinutes ?? 0, fileName: options.fileName ?? 'report.md' };
}

export const markdownTime = (atUs: number, { offsetMinutes }: MarkdownContext): string =>
  fullTime(atUs, offsetMinutes);
export const markdownEntity = (entity: Entity): string =>
  `${markdownText(kindWords(entity.kind))} ${markdownCode(labelOf(entity))}`;
export const markdownAnchor = (id: string): string => anchorName('event', id);

export function markdownEvent(id: string, { analysis }: MarkdownContext): string {
  const position = Object.hasOwn(analysis.events, id) ? analysis.events[id] : undefined;
  const name =
    position === undefined
      ? `event ${markdownText(id, 24)}`
      : `${markdownText(position.path, 120)}:${String(position.line)}`;
  return `[${name}](#${markdownAnchor(id)})`;
}

export function markdownEvents(ids: readonly string[], context: MarkdownContext, limit = 20): string {
  if (ids.length === 0) return 'none named';
  const more = ids.length > limit ? ` and ${String(ids.length - limit)} more` : '';
  return `${ids
    .slice(0, limit)
    .map((id) => markdownEvent(id, context))
    .join(', ')}${more}`;
}

function partText(part: Part, context: MarkdownContext): string {
  switch (part.kind) {
    case 'text':
      return markdownText(part.text, 600);
    case 'entity':
      return `**${markdownCode(labelOf(part.entity))}**`;
    case 'time':
      return `${markdownTime(part.atUs, context)} ${offsetName(context.offsetMinutes)}`;
    case 'events':
      return part.ids.length === 0 ? '' : ` (${part.ids.map((id) => markdownEvent(id, context)).join(', ')})`;
  }
}

export function markdownSentences(sentences: readonly Sentence[], context: MarkdownContext): string {
  return sentences.map((sentence) => sentence.map((part) => partText(part, context)).join('')).join(' ');
}
