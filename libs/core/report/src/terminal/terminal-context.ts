import type { Analysis } from '@faultline/model';
import { visibleText } from '../text/visible-text.js';
import type { Paint } from './ansi.js';
import { clip } from './wrap.js';

export interface TerminalContext {
  readonly analysis: Analysis;
  readonly style: Paint;
  readonly offsetMinutes: number;
}

/** Where an event lies, for the end of a line. */
export function cite(id: string | null | undefined, { analysis }: TerminalContext): string {
  if (id === null || id === undefined || !Object.hasOwn(analysis.events, id)) return '';
  const position = analysis.events[id];
  return position === undefined
    ? ''
    : `${clip(visibleText(position.path, 200), 60)}:${String(position.line)}`;
}
