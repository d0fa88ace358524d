import { storableText } from '@faultline/graph';
import type { Incident } from '@faultline/model';
import { integer } from './graph-rows.js';
import { storedId } from './stored-id.js';

/** A certificate grows with the chain; one of this size is not read in a browser of graphs. */
const CERTIFICATE_CHARACTERS_MAX = 1_000_000;
/** Findings of one sort that an incident leads to at most. */
const FINDINGS_MAX = 1_000;

export function incidentRow(incident: Incident, place: number) {
  const { window, severity, originNotObserved, certificate } = incident;
  const json = storableText(JSON.stringify(certificate));
  const id = idOf(incident.id);
  const times = { startUs: integer(window.startUs), endUs: integer(window.endUs) };
  const entityIds = entitiesOf(incident);
  return {
    incident: {
      id,
      title: storableText(incident.title),
      severity,
      originNotObserved,
      entityIds,
      place: integer(place),
      ...times,
    },
    certificate: {
      incident: id,
      optimal: certificate.optimal,
      cost: certificate.cost,
      characters: integer(json.length),
      json: json.length > CERTIFICATE_CHARACTERS_MAX ? null : json,
    },
  };
}

export function rootCauseRows({ id, rootCauses }: Incident) {
  return rootCauses.slice(0, FINDINGS_MAX).map(({ entity, rank, posterior, verdict, atUs }) => ({
    ...ends(id, entity.id),
    finding: { rank: integer(rank), posterior, verdict, atUs: integer(atUs) },
  }));
}

export function breakpointRows({ id, breakpoints: { single, set } }: Incident) {
  const alone = single.slice(0, FINDINGS_MAX).map(({ entity, cost }) => ({
    ...ends(id, entity.id),
    finding: { cost, optimal: set.optimal, inSet: false },
  }));
  const together = set.entities.slice(0, FINDINGS_MAX).map((entity) => ({
    ...ends(id, entity.id),
    finding: { cost: null, optimal: set.optimal, inSet: true },
  }));
  return [...alone, ...together];
}

export function impactRows({ id, impacts }: Incident) {
  return impacts.slice(0, FINDINGS_MAX).map(({ entity, atUs, why }) => ({
    ...ends(id, entity.id),
    finding: { atUs: integer(atUs), why: storableText(why) },
  }));
}

function entitiesOf({ rootCauses, breakpoints: { single, set }, impacts }: Incident): readonly string[] {
  const found = [...rootCauses, ...single, ...impacts].map(({ entity }) => entity.id);
  const all = new Set([...found, ...set.entities.map((entity) => entity.id)].map(idOf));
  return [...all].slice(0, FINDINGS_MAX);
}

function ends(incident: string, entity: string) {
  return { incident: idOf(incident), entity: idOf(entity) };
}

function idOf(id: string): string {
  return storedId(storableText(id));
}
