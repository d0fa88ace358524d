import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/*
 * The tables as TypeORM sees them. Their only reader is the drift test (migrations against this file): every query is written out in
 * `sql/`, since all of them move batches.
 */
const schema = 'faultline';
const text = { type: 'text' } as const satisfies EntitySchemaColumnOptions;
const bigint = { type: 'bigint' } as const satisfies EntitySchemaColumnOptions;
const integer = { type: 'integer' } as const satisfies EntitySchemaColumnOptions;
const nullable = { nullable: true } as const;

function key(name: string) {
  return { primary: true, primaryKeyConstraintName: name } as const;
}
function arrival(name: string) {
  return { ...bigint, ...key(name), generated: 'increment' } as const;
}

const event = new EntitySchema<{ position: string; id: string; at_us: string; kind: string; body: string }>({
  name: 'event',
  schema,
  columns: { position: arrival('event_pk'), id: text, at_us: bigint, kind: text, body: text },
  uniques: [{ name: 'event_id_unique', columns: ['id'] }],
  // Partial, so that it costs nothing for the millions of other events.
  indices: [{ name: 'event_crash', columns: ['position'], where: `kind = 'crash'` }],
});

const eventGroup = new EntitySchema<{ name: string; position: string }>({
  name: 'event_group',
  schema,
  columns: { name: { ...text, ...key('event_group_pk') }, position: bigint },
});

const rawRecord = new EntitySchema<{ id: string; block: string; start: number; length: number }>({
  name: 'raw_record',
  schema,
  columns: { id: { ...text, ...key('raw_record_pk') }, block: bigint, start: integer, length: integer },
});

const rawBlock = new EntitySchema<{ id: string; deflated: Buffer }>({
  name: 'raw_block',
  schema,
  columns: { id: arrival('raw_block_pk'), deflated: { type: 'bytea' } },
});

const rejected = new EntitySchema<{
  arrival: string;
  id: string;
  body: string;
  raw: Buffer | null;
  received_at_us: string;
}>({
  name: 'rejected',
  schema,
  columns: {
    arrival: arrival('rejected_pk'),
    id: text,
    body: text,
    raw: { type: 'bytea', ...nullable },
    received_at_us: bigint,
  },
  uniques: [{ name: 'rejected_id_unique', columns: ['id'] }],
});

const source = new EntitySchema<Record<string, unknown>>({
  name: 'source',
  schema,
  columns: {
    arrival: arrival('source_pk'),
    sha256: text,
    path: text,
    kind: { ...text, ...nullable },
    bytes: bigint,
    records: bigint,
    events: bigint,
    rejected: bigint,
    complete: { type: 'boolean' },
    received_at_us: bigint,
    deliveries: integer,
  },
  uniques: [{ name: 'source_sha256_unique', columns: ['sha256'] }],
});

const analysis = new EntitySchema<Record<string, unknown>>({
  name: 'analysis',
  schema,
  columns: {
    slot: { ...integer, ...key('analysis_pk') },
    position: text,
    events: bigint,
    saved_at_us: bigint,
    document: text,
  },
});

const incident = new EntitySchema<{ place: number; id: string; body: string }>({
  name: 'incident',
  schema,
  columns: { place: { ...integer, ...key('incident_pk') }, id: text, body: text },
});

const boolean = { type: 'boolean' } as const satisfies EntitySchemaColumnOptions;
const uuid = { type: 'uuid' } as const satisfies EntitySchemaColumnOptions;

const graph = new EntitySchema<Record<string, unknown>>({
  name: 'graph',
  schema,
  columns: {
    slot: { ...integer, ...key('graph_pk') },
    hash: text,
    detail: text,
    truncated: boolean,
    entities: integer,
    links: integer,
    known_at_us: bigint,
    position: text,
  },
});

const graphEntity = new EntitySchema<Record<string, unknown>>({
  name: 'graph_entity',
  schema,
  columns: {
    ref: { ...uuid, ...key('graph_entity_pk') },
    known_from_us: { ...bigint, ...key('graph_entity_pk') },
    known_to_us: bigint,
    name_ref: uuid,
    id: text,
    kind: text,
    key: text,
    label: text,
    fingerprint: text,
  },
  indices: [
    { name: 'graph_entity_name', columns: ['name_ref'] },
    { name: 'graph_entity_known_to', columns: ['known_to_us'] },
  ],
});

const graphLink = new EntitySchema<Record<string, unknown>>({
  name: 'graph_link',
  schema,
  columns: {
    ref: { ...uuid, ...key('graph_link_pk') },
    known_from_us: { ...bigint, ...key('graph_link_pk') },
    known_to_us: bigint,
    from_ref: uuid,
    to_ref: uuid,
    id: text,
    from_id: text,
    to_id: text,
    kind: text,
    rule: text,
    basis: text,
    first_us: bigint,
    last_us: bigint,
    count: integer,
    events: text,
    fingerprint: text,
  },
  indices: [
    { name: 'graph_link_from', columns: ['from_ref'] },
    { name: 'graph_link_to', columns: ['to_ref'] },
    { name: 'graph_link_known_to', columns: ['known_to_us'] },
  ],
});

export const tables = [
  event,
  eventGroup,
  rawRecord,
  rawBlock,
  rejected,
  source,
  analysis,
  incident,
  graph,
  graphEntity,
  graphLink,
];
