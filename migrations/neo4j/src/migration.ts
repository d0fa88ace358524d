/** One step of the schema. Every statement can be repeated (`IF NOT EXISTS`): a step that was cut off is simply taken again. */
export interface Neo4jMigration {
  /** Counts from 1 without a gap; never changes once released. */
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}
