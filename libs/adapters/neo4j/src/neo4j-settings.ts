export interface Neo4jSettings {
  /** `bolt://host:7687`, `neo4j+s://…`: the scheme says whether the way is encrypted and whether there is a cluster behind it. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}
