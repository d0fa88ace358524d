import { cypher } from './statement.js';

// Every statement that may write locks the state's node first (SET), then looks at it: what it then sees is committed, and nobody else changes it.
const lock = `
MATCH (state:GraphState {slot: 1})
SET state.lockedAtMs = timestamp()
WITH state`;
const lockingSeek = 'NodeUniqueIndexSeek(Locking)';

export const graphStateCypher = {
  // (:GraphState), made by the very first save
  make: cypher(`MERGE (state:GraphState {slot: 1})`, lockingSeek),
  read: cypher(`MATCH (state:GraphState {slot: 1}) RETURN properties(state) AS state`, 'NodeUniqueIndexSeek'),
  // The turn is free, mine, or its owner has said nothing for too long. The clock is the server's.
  takeTurn: cypher(
    `${lock}
WHERE state.saver IS NULL OR state.saver = $saver OR state.saverUntilMs < timestamp()
SET state.turn = coalesce(state.turn, 0) + 1, state.step = 0, state.saver = $saver, state.saverUntilMs = timestamp() + $turnMs
RETURN properties(state) AS state`,
    lockingSeek,
  ),
  keepTurn: cypher(
    `${lock}
WHERE state.turn = $turn AND state.saver = $saver
SET state.saverUntilMs = timestamp() + $turnMs
RETURN state.step AS step`,
    lockingSeek,
  ),
  // In the same transaction as the step's rows: a step that is repeated after a lost answer is found done.
  finishStep: cypher(
    `MATCH (state:GraphState {slot: 1}) SET state.step = $step, state.pending = true`,
    lockingSeek,
  ),
  cleaned: cypher(`MATCH (state:GraphState {slot: 1}) REMOVE state.pending`, lockingSeek),
  forgotten: cypher(`MATCH (state:GraphState {slot: 1}) SET state.forgottenUs = $forgottenUs`, lockingSeek),
  // From here on readers see the new graph.
  publish: cypher(
    `MATCH (state:GraphState {slot: 1})
SET state += $state, state.savedTurn = state.turn
REMOVE state.pending, state.saver, state.saverUntilMs`,
    lockingSeek,
  ),
  isPublished: cypher(
    `${lock}
WHERE state.savedTurn = $turn
RETURN state.turn AS turn`,
    lockingSeek,
  ),
  giveTurnBack: cypher(
    `${lock}
WHERE state.turn = $turn AND state.saver = $saver
REMOVE state.saver, state.saverUntilMs`,
    lockingSeek,
  ),
};
