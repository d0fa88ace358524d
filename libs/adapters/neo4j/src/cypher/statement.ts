/** One Cypher text that can be sent, with what a reviewer must know of it. Parameters only: no text of an event ever becomes part of it. */
export interface CypherStatement {
  readonly text: string;
  /** Operators that the plan must hold: how the rows are found. */
  readonly plan: readonly string[];
}

export function cypher(text: string, ...plan: readonly string[]): CypherStatement {
  return { text: text.trim(), plan };
}
