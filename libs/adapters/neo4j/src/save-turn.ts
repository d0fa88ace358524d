import { setTimeout as sleep } from 'node:timers/promises';
import { FaultlineError } from '@faultline/model';
import { graphStateCypher as cypher } from './cypher/graph-state.cypher.js';
import { integer, type StateNode } from './graph-rows.js';
import type { CypherRunner, Neo4jSession } from './neo4j-session.js';

/** A process that writes nothing for so long has died; the longest pause of a living one is the reading of a large graph. */
const TURN_MS = 30_000;
/** Twice a turn: one that died, and one that was faster. */
const WAIT_MS = 60_000;
const LOOK_MS = 250;

/**
 * The right to save, held by one process at a time and lost after half a minute of silence. Every transaction of a save locks the state's node
 * and looks whether the turn is still its own, so one that lost it writes nothing any more.
 */
export class SaveTurn {
  private steps = 0;

  private constructor(
    private readonly session: Neo4jSession,
    private readonly saver: string,
    /** As it was when the turn began; nobody else changes it. */
    readonly state: StateNode,
  ) {}

  /** Waits up to a minute. Throws FL_NEO4J_BUSY. */
  static async take(session: Neo4jSession, saver: string): Promise<SaveTurn> {
    await session.write((runner) => runner.run(cypher.make));
    const deadlineMs = performance.now() + WAIT_MS;
    for (;;) {
      const parameters = { saver, turnMs: integer(TURN_MS) };
      const [row] = await session.write((runner) =>
        runner.run<{ state: StateNode }>(cypher.takeTurn, parameters),
      );
      if (row !== undefined) return new SaveTurn(session, saver, row.state);
      if (performance.now() > deadlineMs) throw busy('has been saving the graph for more than a minute');
      await sleep(LOOK_MS);
    }
  }

  /** One transaction of the save; done once, however often the driver must repeat it. */
  async step(write: (runner: CypherRunner) => Promise<void>): Promise<void> {
    const step = ++this.steps;
    await this.session.write(async (runner) => {
      if ((await this.keep(runner)) >= step) return;
      await write(runner);
      await runner.run(cypher.finishStep, { step: integer(step) });
    });
  }

  /** The last transaction: the graph becomes visible, and the turn ends. */
  async publish(
    write: (runner: CypherRunner) => Promise<void>,
    state: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.session.write(async (runner) => {
      const published = await runner.run(cypher.isPublished, { turn: integer(this.state.turn) });
      if (published.length > 0) return;
      await this.keep(runner);
      await write(runner);
      await runner.run(cypher.publish, { state });
    });
  }

  /** After a failure. Tried once: when it cannot be done nothing is lost, the turn ends by itself. */
  async giveBack(): Promise<void> {
    const mine = { turn: integer(this.state.turn), saver: this.saver };
    await this.session.run(cypher.giveTurnBack, mine).catch(() => undefined);
  }

  private async keep(runner: CypherRunner): Promise<number> {
    const mine = { turn: integer(this.state.turn), saver: this.saver, turnMs: integer(TURN_MS) };
    const [kept] = await runner.run<{ step: number }>(cypher.keepTurn, mine);
    if (kept === undefined) throw busy('has taken the turn over while this one paused');
    return kept.step;
  }
}

function busy(what: string): FaultlineError {
  return new FaultlineError(
    'FL_NEO4J_BUSY',
    `Another process ${what}. The stored graph is whole; the next analysis saves again.`,
  );
}
