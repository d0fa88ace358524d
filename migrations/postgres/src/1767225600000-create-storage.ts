import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * Text columns named `body` or `document` hold JSON as text, not jsonb: jsonb refuses U+0000, which an attacker can write into any log,
 * and parsing it on the way in doubles the time of the insert.
 */
const up = [
  `CREATE TABLE faultline.event (
    position bigserial NOT NULL,
    id text NOT NULL,
    at_us bigint NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    CONSTRAINT event_pk PRIMARY KEY (position),
    CONSTRAINT event_id_unique UNIQUE (id)
  )`,
  `CREATE TABLE faultline.event_group (
    name text NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT event_group_pk PRIMARY KEY (name)
  )`,
  `CREATE TABLE faultline.raw_record (
    id text NOT NULL,
    block bigint NOT NULL,
    start integer NOT NULL,
    length integer NOT NULL,
    CONSTRAINT raw_record_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE faultline.raw_block (
    id bigserial NOT NULL,
    deflated bytea NOT NULL,
    CONSTRAINT raw_block_pk PRIMARY KEY (id)
  )`,
  // Already deflated: a second compression would only cost time.
  `ALTER TABLE faultline.raw_block ALTER COLUMN deflated SET STORAGE EXTERNAL`,
  `CREATE TABLE faultline.rejected (
    arrival bigserial NOT NULL,
    id text NOT NULL,
    body text NOT NULL,
    raw bytea,
    received_at_us bigint NOT NULL,
    CONSTRAINT rejected_pk PRIMARY KEY (arrival),
    CONSTRAINT rejected_id_unique UNIQUE (id)
  )`,
  `CREATE TABLE faultline.source (
    arrival bigserial NOT NULL,
    sha256 text NOT NULL,
    path text NOT NULL,
    kind text,
    bytes bigint NOT NULL,
    records bigint NOT NULL,
    events bigint NOT NULL,
    rejected bigint NOT NULL,
    complete boolean NOT NULL,
    received_at_us bigint NOT NULL,
    deliveries integer NOT NULL,
    CONSTRAINT source_pk PRIMARY KEY (arrival),
    CONSTRAINT source_sha256_unique UNIQUE (sha256)
  )`,
  `CREATE TABLE faultline.analysis (
    slot integer NOT NULL,
    position bigint NOT NULL,
    saved_at_us bigint NOT NULL,
    document text NOT NULL,
    CONSTRAINT analysis_pk PRIMARY KEY (slot)
  )`,
  `CREATE TABLE faultline.incident (
    place integer NOT NULL,
    id text NOT NULL,
    body text NOT NULL,
    CONSTRAINT incident_pk PRIMARY KEY (place)
  )`,
  `CREATE TABLE faultline.graph (
    slot integer NOT NULL,
    hash text NOT NULL,
    CONSTRAINT graph_pk PRIMARY KEY (slot)
  )`,
  // `ref` is the MD5 of the id: an id may carry a kind of any length, an index row may not.
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

const tables = [
  'graph_link',
  'graph_entity',
  'graph',
  'incident',
  'analysis',
  'source',
  'rejected',
  'raw_block',
  'raw_record',
  'event_group',
  'event',
];

/** Tables of the first version. The schema `faultline` itself is made before any migration runs, for the table of migrations lives in it. */
export class CreateStorage1767225600000 implements MigrationInterface {
  readonly name = 'CreateStorage1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`DROP TABLE faultline.${table}`);
  }
}
