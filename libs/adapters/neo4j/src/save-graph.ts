import { createHash } from 'node:crypto';
import {
  changesOf,
  type GraphChanges,
  graphDifference,
  type GraphSave,
  type GraphSnapshot,
  refuseStale,
  storableSnapshot,
} from '@faultline/graph';
import { graphState, integer } from './graph-rows.js';
import { heldAfter, type HeldRows, nothingHeldAt, readHeldRows } from './held-rows.js';
import type { Neo4jSession } from './neo4j-session.js';
import { forgetHistory, removeLeftovers } from './remove-rows.js';
import type { SaveTurn } from './save-turn.js';
import { addRows, changeRows } from './write-difference.js';

/** 128 bits: a label that an attacker chose must not pass for another. */
const PRINT_CHARACTERS = 22;

export interface Saved {
  readonly changes: GraphChanges;
  readonly held: HeldRows;
}

/**
 * New rows go first, in transactions of some thousand, hidden because their known time is later than that of the state. The last transaction
 * changes and closes rows and moves the state: up to then a reader sees the old graph, from then on the new one.
 */
export async function saveGraph(
  session: Neo4jSession,
  turn: SaveTurn,
  given: GraphSnapshot,
  as: GraphSave,
  remembered: HeldRows | null,
): Promise<Saved> {
  const { knownAtUs, position } = as;
  refuseStale(graphState(turn.state), as);
  const snapshot = storableSnapshot(given);
  const held = await currentRows(session, turn, remembered);
  const difference = graphDifference(held.graph, snapshot, digest);
  await removeLeftovers(turn);
  await forgetHistory(turn, knownAtUs);
  await addRows(turn, held, difference, knownAtUs);
  const { hash, detail, truncated, entities, links } = snapshot;
  const counts = { entities: integer(entities.length), links: integer(links.length) };
  const forgottenUs = turn.state.forgottenUs === undefined ? { forgottenUs: integer(knownAtUs) } : {};
  const known = { knownAtUs: integer(knownAtUs), position: JSON.stringify(position), ...forgottenUs };
  await turn.publish((runner) => changeRows(runner, held, difference, knownAtUs), {
    hash,
    detail,
    truncated,
    ...counts,
    ...known,
  });
  return {
    changes: changesOf(difference),
    held: heldAfter(held, difference, turn.state.turn, knownAtUs),
  };
}

/** What this process remembers, unless another one has saved since. */
function currentRows(
  session: Neo4jSession,
  { state }: SaveTurn,
  remembered: HeldRows | null,
): Promise<HeldRows> | HeldRows {
  if (state.savedTurn === undefined || state.knownAtUs === undefined) return nothingHeldAt(0);
  if (remembered?.turn === state.savedTurn) return remembered;
  return readHeldRows(session, state.savedTurn, state.knownAtUs);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, PRINT_CHARACTERS);
}
