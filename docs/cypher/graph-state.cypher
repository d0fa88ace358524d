// Every query of the Neo4j graph state. Generated: npm run generate

// make
// Plan: NodeUniqueIndexSeek(Locking)
MERGE (state:GraphState {slot: 1});

// read
// Plan: NodeUniqueIndexSeek
MATCH (state:GraphState {slot: 1}) RETURN properties(state) AS state;

// takeTurn
// Plan: NodeUniqueIndexSeek(Locking)
MATCH (state:GraphState {slot: 1})
SET state.lockedAtMs = timestamp()
WITH state
WHERE state.saver IS NULL OR state.saver = $saver OR state.saverUntilMs < timestamp()
SET state.turn = coalesce(state.turn, 0) + 1, state.step = 0, state.saver = $saver, state.saverUntilMs = timestamp() + $turnMs
RETURN properties(state) AS state;

// keepTurn
// Plan: NodeUniqueIndexSeek(Locking)
MATCH (state:GraphState {slot: 1})
SET state.lockedAtMs = timestamp()
WITH state
WHERE state.turn = $turn AND state.saver = $saver
SET state.saverUntilMs = timestamp() + $turnMs
RETURN state.step AS step;

// finishStep
// Plan: NodeUniqueIndexSeek(Locking)
MATCH (state:GraphState {slot: 1}) SET state.step = $step, state.pending = true;

// cleaned
// Plan: NodeUniqueIndexSeek(Locking)
MATCH (state:GraphState {slot: 1}) REMOVE state.pending;

// forgotten
// Plan: NodeUniqueIndexSeek(Locking)
MATCH (state:GraphState {slot: 1}) SET state.forgottenUs = $forgottenUs;

// publish
// Plan: NodeUniqueIndexSeek(Locking)
MATCH (state:GraphState {slot: 1})
SET state += $state, state.savedTurn = state.turn
REMOVE state.pending, state.saver, state.saverUntilMs;

// isPublished
// Plan: NodeUniqueIndexSeek(Locking)
MATCH (state:GraphState {slot: 1})
SET state.lockedAtMs = timestamp()
WITH state
WHERE state.savedTurn = $turn
RETURN state.turn AS turn;

// giveTurnBack
// Plan: NodeUniqueIndexSeek(Locking)
MATCH (state:GraphState {slot: 1})
SET state.lockedAtMs = timestamp()
WITH state
WHERE state.turn = $turn AND state.saver = $saver
REMOVE state.saver, state.saverUntilMs;
