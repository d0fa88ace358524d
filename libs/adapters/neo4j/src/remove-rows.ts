import { HISTORY_US } from '@faultline/graph';
import { graphStateCypher as state } from './cypher/graph-state.cypher.js';
import { graphWriteCypher as cypher } from './cypher/graph-write.cypher.js';
import { typesOfLinks } from './cypher/link-types.js';
import type { CypherStatement } from './cypher/statement.js';
import { integer } from './graph-rows.js';
import type { SaveTurn } from './save-turn.js';

const PART_MAX = 5_000;
/** What is too old is hidden from readers at once; it is taken away once a day of known time. */
const FORGET_EVERY_US = 24 * 3_600_000_000;

/** Removes what a save that died half way has left. Costs nothing when the last one finished. */
export async function removeLeftovers(turn: SaveTurn): Promise<void> {
  if (turn.state.pending !== true) return;
  const after = { knownAtUs: integer(turn.state.knownAtUs ?? Number.MIN_SAFE_INTEGER) };
  for (const type of typesOfLinks) await removeAll(turn, cypher.removeLinksAfter(type), after);
  await removeAll(turn, cypher.removeEntitiesAfter, after);
  await turn.step(async (runner) => void (await runner.run(state.cleaned)));
}

/** Removes what left the graph more than `HISTORY_US` ago. */
export async function forgetHistory(turn: SaveTurn, knownAtUs: number): Promise<void> {
  const { forgottenUs = knownAtUs } = turn.state;
  if (knownAtUs - forgottenUs < FORGET_EVERY_US) return;
  const before = { beforeUs: integer(knownAtUs - HISTORY_US) };
  for (const type of typesOfLinks) await removeAll(turn, cypher.forgetLinks(type), before);
  await removeAll(turn, cypher.forgetEntities, before);
  await turn.step(
    async (runner) => void (await runner.run(state.forgotten, { forgottenUs: integer(knownAtUs) })),
  );
}

/** Part by part, so that no transaction grows large. */
async function removeAll(
  turn: SaveTurn,
  statement: CypherStatement,
  parameters: Readonly<Record<string, unknown>>,
): Promise<void> {
  let removed = PART_MAX;
  while (removed >= PART_MAX)
    await turn.step(async (runner) => {
      const bounded = { ...parameters, partMax: integer(PART_MAX) };
      const [row] = await runner.run<{ removed: number }>(statement, bounded);
      removed = row?.removed ?? 0;
    });
}
