import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * `known_from_us` and `known_to_us` bound the known time in which the graph had a row; 9223372036854775807 is "still". A `ref` is the MD5 of
 * an id, `name_ref` that of kind and key: a key may be of any length, an index row may not.
 */
const up = [
  `DROP TABLE faultline.graph_link`,
  `DROP TABLE faultline.graph_entity`,
  `DROP TABLE faultline.graph`,
  `CREATE TABLE faultline.graph (
    slot integer NOT NULL,
    hash text NOT NULL,
    detail text NOT NULL,
    truncated boolean NOT NULL,
    entities integer NOT NULL,
    links integer NOT NULL,
    known_at_us bigint NOT NULL,
    position text NOT NULL,
    CONSTRAINT graph_pk PRIMARY KEY (slot)
  )`,
  `CREATE TABLE faultline.graph_entity (
    ref uuid NOT NULL,
    known_from_us bigint NOT NULL,
    known_to_us bigint NOT NULL,
    name_ref uuid NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    label text NOT NULL,
    fingerprint text NOT NULL,
    CONSTRAINT graph_entity_pk PRIMARY KEY (ref, known_from_us)
  ) WITH (fillfactor = 90)`,
  `CREATE INDEX graph_entity_name ON faultline.graph_entity (name_ref)`,
  `CREATE INDEX graph_entity_known_to ON faultline.graph_entity (known_to_us)`,
  // A link that grows is updated in place at every analysis: no index holds what changes then, and a third of each page stays free, so that
  // the new version fits beside the old one (a HOT update) and no index has to be written. Dead versions must not pile up.
  `CREATE TABLE faultline.graph_link (
    ref uuid NOT NULL,
    known_from_us bigint NOT NULL,
    known_to_us bigint NOT NULL,
    from_ref uuid NOT NULL,
    to_ref uuid NOT NULL,
    id text NOT NULL,
    from_id text NOT NULL,
    to_id text NOT NULL,
    kind text NOT NULL,
    rule text NOT NULL,
    basis text NOT NULL,
    first_us bigint NOT NULL,
    last_us bigint NOT NULL,
    count integer NOT NULL,
    events text NOT NULL,
    fingerprint text NOT NULL,
    CONSTRAINT graph_link_pk PRIMARY KEY (ref, known_from_us)
  ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05)`,
  `CREATE INDEX graph_link_from ON faultline.graph_link (from_ref)`,
  `CREATE INDEX graph_link_to ON faultline.graph_link (to_ref)`,
  `CREATE INDEX graph_link_known_to ON faultline.graph_link (known_to_us)`,
];

const down = [
  `DROP TABLE faultline.graph_link`,
  `DROP TABLE faultline.graph_entity`,
  `DROP TABLE faultline.graph`,
  `CREATE TABLE faultline.graph (
    slot integer NOT NULL,
    hash text NOT NULL,
    CONSTRAINT graph_pk PRIMARY KEY (slot)
  )`,
  `CREATE TABLE faultline.graph_entity (
    number integer NOT NULL,
    ref uuid NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    label text NOT NULL,
    CONSTRAINT graph_entity_pk PRIMARY KEY (number),
    CONSTRAINT graph_entity_ref_unique UNIQUE (ref)
  )`,
  `CREATE TABLE faultline.graph_link (
    number integer NOT NULL,
    id text NOT NULL,
    from_number integer NOT NULL,
    to_number integer NOT NULL,
    kind text NOT NULL,
    rule text NOT NULL,
    basis text NOT NULL,
    first_us bigint NOT NULL,
    last_us bigint NOT NULL,
    count integer NOT NULL,
    events text NOT NULL,
    CONSTRAINT graph_link_pk PRIMARY KEY (number)
  )`,
  `CREATE INDEX graph_link_from ON faultline.graph_link (from_number)`,
  `CREATE INDEX graph_link_to ON faultline.graph_link (to_number)`,
];

/** The graph with its history. The tables begin empty: the next analysis writes the whole graph again. */
export class VersionGraph1767312000000 implements MigrationInterface {
  readonly name = 'VersionGraph1767312000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
