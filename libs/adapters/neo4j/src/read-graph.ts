import { type Direction, type GraphReader, HISTORY_US } from '@faultline/graph';
import type { Entity } from '@faultline/model';
import type { Integer } from 'neo4j-driver';
import { graphReadCypher as cypher } from './cypher/graph-read.cypher.js';
import { graphStateCypher } from './cypher/graph-state.cypher.js';
import { integer, type LinkRow, type StateNode } from './graph-rows.js';
import type { CypherRunner, Neo4jSession } from './neo4j-session.js';
import { storedId } from './stored-id.js';

/** Saves are minutes apart: an answer that two of them overtook is given as it is, of one graph but with times of the next. */
const TRIES_MAX = 3;

/** Rows that were known: from `atUs` or before, and still there or closed at `openUs` or later. */
export type KnownTime = { readonly atUs: Integer; readonly openUs: Integer };

/**
 * Asks inside one read transaction. The known time is fixed by the state that is read first, so a save in between adds and removes nothing; it
 * may change rows in place, so the question is asked again when the state has moved. `empty` before the first save.
 */
export async function readGraph<T>(
  session: Neo4jSession,
  knownAtUs: number | null,
  empty: T,
  ask: (runner: CypherRunner, known: KnownTime) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const { answer, moved } = await session.read(async (runner) => {
      const before = await stateOf(runner);
      if (before?.knownAtUs === undefined) return { answer: empty, moved: false };
      const found = await ask(runner, knownTime(before.knownAtUs, knownAtUs));
      return { answer: found, moved: (await stateOf(runner))?.savedTurn !== before.savedTurn };
    });
    if (!moved || tries === TRIES_MAX) return answer;
  }
}

export async function stateOf(runner: CypherRunner): Promise<StateNode | undefined> {
  const [row] = await runner.run<{ state: StateNode }>(graphStateCypher.read);
  return row?.state;
}

export function readerOn(runner: CypherRunner, known: KnownTime): GraphReader {
  const side = (direction: Direction) => (direction === 'upstream' ? cypher.incoming : cypher.outgoing);
  return {
    linksAt: (ids, direction) => runner.run<LinkRow>(side(direction), { ids: ids.map(storedId), ...known }),
    entities: (ids) =>
      ids.length === 0
        ? Promise.resolve([])
        : runner.run<Entity>(cypher.entities, { ids: ids.map(storedId), ...known }),
  };
}

/** Never later than the state: rows of a save that has not finished are later. */
function knownTime(nowUs: number, askedUs: number | null): KnownTime {
  const atUs = askedUs === null ? nowUs : Math.min(nowUs, Math.floor(askedUs));
  return { atUs: integer(atUs), openUs: integer(Math.max(atUs + 1, nowUs - HISTORY_US)) };
}
