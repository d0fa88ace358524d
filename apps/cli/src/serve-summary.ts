import type { Analysis, Entity, Incident } from '@faultline/model';
import { kindWords, labelOf, percent, visibleText } from '@faultline/report';

const INDENT = '  ';
const ENTITIES_SHOWN = 4;
const LABEL_LENGTH = 100;

/** What a person at the terminal wants to know first: what started it, where to cut, where to look. */
export function demoSummary(analysis: Analysis | null, address: string): string {
  const incident = analysis?.incidents[0];
  const lines = incident
    ? incidentLines(incident)
    : ['The analysis names no incident.', 'GET /api/v1/incidents tells its state; the log above tells why.'];
  return `\n${[...lines, '', `Look at it:  ${address}/`, 'Stop with Ctrl-C.'].join('\n')}\n\n`;
}

function incidentLines(incident: Incident): readonly string[] {
  const [cause] = incident.rootCauses;
  const { single, set } = incident.breakpoints;
  const cuts = single.length > 0 ? single.map(({ entity }) => entity) : set.entities;
  const shown = cuts.slice(0, ENTITIES_SHOWN).map((entity) => `${INDENT}- ${named(entity)}`);
  const more = cuts.length > shown.length ? [`${INDENT}- and ${cuts.length - shown.length} more`] : [];
  return [
    visibleText(incident.title, LABEL_LENGTH),
    '',
    'Root cause',
    cause
      ? `${INDENT}${named(cause.entity)}  (${percent(cause.posterior)}, ${cause.verdict})`
      : `${INDENT}not observed`,
    single.length > 0 ? 'Breakpoints: any one of these cuts it' : 'Breakpoints: together these cut it',
    ...(cuts.length > 0 ? [...shown, ...more] : [`${INDENT}none`]),
  ];
}

function named(entity: Entity): string {
  const label = labelOf(entity, LABEL_LENGTH);
  const kind = kindWords(entity.kind);
  // Many labels begin with the kind already.
  return label.toLowerCase().startsWith(kind) ? label : `${kind} ${label}`;
}
