import type { RootCause } from '@faultline/model';
import { kindWords, labelOf } from '../text/entity-words.js';
import { percentWithInterval, pValue } from '../text/number-words.js';
import { visibleText } from '../text/visible-text.js';
import { cite, type TerminalContext } from './terminal-context.js';
import { clip, wrap } from './wrap.js';

/** A candidate in a line; the first also with the tests that speak for it or could not run. */
export function causeLines(cause: RootCause, context: TerminalContext): readonly string[] {
  const { style } = context;
  const name = `${kindWords(cause.entity.kind)} ${clip(labelOf(cause.entity), 48)}`;
  const head = `  ${String(cause.rank)}. ${cause.rank === 1 ? style.bold(name) : name}  ${percentWithInterval(cause.posterior, cause.interval)}  ${cause.verdict === 'CONFIRMED' || cause.verdict === 'PROBABLE' ? style.red(cause.verdict) : style.yellow(cause.verdict)}`;
  if (cause.rank > 1) return [head];
  const seen = cite(cause.event, context);
  const evidence = cause.evidence
    .filter((entry) => entry.status !== 'NOT_SIGNIFICANT')
    .slice(0, 7)
    .flatMap((entry) => {
      const p = entry.p === null ? '' : `, p ${pValue(entry.p)}`;
      return wrap(
        `     ${`${visibleText(entry.family, 12)}.${visibleText(entry.test, 8)}`.padEnd(12)} `,
        `${entry.status}${p}: ${visibleText(entry.reason, 160)} ${cite(entry.events[0], context)}`.trimEnd(),
        2,
      );
    });
  return [head, ...(seen === '' ? [] : [style.soft(`     first seen ${seen}`)]), ...evidence];
}
