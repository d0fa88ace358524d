import type { Incident } from '@faultline/model';
import { setMatters } from '../story/cut-sentences.js';
import { kindWords, labelOf } from '../text/entity-words.js';
import { costWords, counted } from '../text/number-words.js';
import { visibleText } from '../text/visible-text.js';
import type { TerminalContext } from './terminal-context.js';
import { clip, wrap } from './wrap.js';

const singleMax = 5;
const setMax = 8;

function setLines({ breakpoints: { set } }: Incident): readonly string[] {
  const names = set.entities
    .slice(0, setMax)
    .map((entity) => `${kindWords(entity.kind)} ${clip(labelOf(entity), 30)}`)
    .join(', ');
  const rest = set.entities.length > setMax ? ` and ${String(set.entities.length - setMax)} more` : '';
  const bound = `lower bound ${set.lowerBound === null ? 'unknown' : costWords(set.lowerBound)}`;
  const size = counted(set.entities.length, 'entity', 'entities');
  return wrap(
    '  CUT SET ',
    `${size}, cost ${costWords(set.cost)} (${set.optimal ? 'proved cheapest' : bound}): ${names}${rest}`,
    4,
  );
}

/** Single cuts from the cheapest on, then the cheapest set where it is the only or the better way. */
export function breakpointLines(incident: Incident, { style }: TerminalContext): readonly string[] {
  const single = incident.breakpoints.single.toSorted((a, b) => a.cost - b.cost);
  const lines = single.slice(0, singleMax).map(({ entity, cost, control }) => {
    const by = control === null ? '' : `  by ${clip(visibleText(control, 80), 24)}`;
    return `  ${style.green('CUT')} ${kindWords(entity.kind)} ${clip(labelOf(entity), 50)}  cost ${costWords(cost)}${by}`;
  });
  const more =
    single.length > singleMax ? [`  … ${String(single.length - singleMax)} more single breakpoints`] : [];
  const set = setMatters(incident) ? setLines(incident) : [];
  const all = [...lines, ...more, ...set];
  return all.length > 0 ? all : ['  none: no set of removable entities cuts every path'];
}
