import type { GraphNodeLabel, GraphProperty, GraphRelationshipType } from './graph-schema-shape.js';

const known: readonly GraphProperty[] = [
  {
    name: 'knownFromUs',
    type: 'integer',
    unit: 'µs since 1970',
    about: 'known time from which the graph says it',
  },
  {
    name: 'knownToUs',
    type: 'integer',
    unit: 'µs since 1970',
    about: 'known time up to which it said so; absent: still',
  },
];
const print: GraphProperty = {
  name: 'print',
  type: 'string',
  unit: null,
  about: 'digest of what may change, so that a save writes the difference only',
};
const text = (name: string, about: string): GraphProperty => ({ name, type: 'string', unit: null, about });
const integer = (name: string, about: string, unit: string | null = null): GraphProperty => ({
  name,
  type: 'integer',
  unit,
  about,
});

/** Every entity, whatever its kind. */
export const entityProperties: readonly GraphProperty[] = [
  text('id', 'id of the entity; of one longer than 200 characters `#` and its SHA-256'),
  text('longId', 'the id itself where it is longer'),
  integer(
    'ref',
    'first 52 bits of SHA-256 over kind and key, for look-ups: a key can be too long for an index',
  ),
  text('kind', 'kind as given: the label follows it where the kind is one of ours'),
  text('key', 'what tells it from others of its kind'),
  text('label', 'short name for people'),
  print,
  ...known,
];

/** Every link, whatever its type. */
export const linkProperties: readonly GraphProperty[] = [
  text('id', 'id of the link; of one longer than 200 characters `#` and its SHA-256'),
  text('longId', 'the id itself where it is longer'),
  text('kind', 'kind as given: the type follows it where the kind is one of ours'),
  text('rule', 'the linking rule that drew it'),
  text('basis', '`observed`, `inferred` or `claimed`'),
  integer('firstUs', 'first of the joined links', 'µs since 1970'),
  integer('lastUs', 'last of them', 'µs since 1970'),
  integer('count', 'how many were joined'),
  { name: 'events', type: 'strings', unit: null, about: 'at most 20 event ids, earliest first' },
  print,
  ...known,
];

/** Nodes that are no entities. */
export const otherNodes: readonly GraphNodeLabel[] = [
  {
    label: 'GraphState',
    about: 'One node: what the graph says now. A save becomes visible when this node changes.',
    properties: [
      integer('slot', 'always 1'),
      text('hash', 'of the exact graph; absent before the first save'),
      text('detail', 'how coarse the graph is'),
      { name: 'truncated', type: 'boolean', unit: null, about: 'entities and links are missing' },
      integer('knownAtUs', 'when it was known', 'µs since 1970'),
      text('position', 'JSON: the last offset read of each partition of the event log'),
      integer('entities', 'how many the graph has'),
      integer('links', 'how many the graph has'),
      text('saver', 'process whose turn it is to save; absent: nobody'),
      integer('saverUntilMs', 'when another may take the turn', 'ms since 1970, clock of the server'),
      integer(
        'lockedAtMs',
        'when somebody last looked whether it is its turn',
        'ms since 1970, clock of the server',
      ),
      integer('turn', 'number of the turn: who has an older one writes nothing any more'),
      integer('step', 'writes that this turn has finished, so that a repeated one is not done twice'),
      { name: 'pending', type: 'boolean', unit: null, about: 'a save has begun and not finished' },
      integer('savedTurn', 'turn of the last save that finished'),
      integer('forgottenUs', 'known time up to which history was last removed', 'µs since 1970'),
    ],
  },
  {
    label: 'Incident',
    about: 'An incident of the last analysis.',
    properties: [
      text('id', 'id of the incident; of one longer than 200 characters `#` and its SHA-256'),
      text('title', 'for people'),
      text('severity', '`critical`, `high`, `medium` or `low`'),
      integer('place', 'place in the analysis, from 0'),
      integer('startUs', 'start of its window', 'µs since 1970'),
      integer('endUs', 'end of its window', 'µs since 1970'),
      {
        name: 'originNotObserved',
        type: 'float',
        unit: 'probability',
        about: 'that no record shows the origin',
      },
      {
        name: 'entityIds',
        type: 'strings',
        unit: null,
        about: 'root causes, breakpoints and impacts, also those that the compacted graph does not hold',
      },
    ],
  },
  {
    label: 'Certificate',
    about: 'Proof that the breakpoints of an incident cut every way from origins to impacts.',
    properties: [
      text('incident', 'id of the incident'),
      text('json', '`faultline.certificate/1`; absent where it is longer than 1,000,000 characters'),
      integer('characters', 'length of the JSON'),
      { name: 'optimal', type: 'boolean', unit: null, about: 'no cheaper cut exists' },
      { name: 'cost', type: 'float', unit: 'cost', about: 'of the cut; absent: none exists' },
    ],
  },
  {
    label: 'SchemaMigration',
    about: 'A step of the schema that this database has taken.',
    properties: [
      integer('number', 'of the migration'),
      text('name', 'of the migration'),
      integer('appliedAtMs', 'when', 'ms since 1970, clock of the server'),
    ],
  },
];

/** From an incident to what it is about. */
export const findingTypes: readonly GraphRelationshipType[] = [
  {
    type: 'ROOT_CAUSE',
    draws: '(:Incident)-[:ROOT_CAUSE]->(:Entity)',
    properties: [
      integer('rank', 'from 1'),
      { name: 'posterior', type: 'float', unit: 'probability', about: 'that it is the origin' },
      text('verdict', '`CONFIRMED`, `PROBABLE`, `SUSPECTED`, `INSUFFICIENT` or `CONFLICT`'),
      integer('atUs', 'when it was compromised', 'µs since 1970'),
    ],
  },
  {
    type: 'BREAKPOINT',
    draws: '(:Incident)-[:BREAKPOINT]->(:Entity)',
    properties: [
      { name: 'cost', type: 'float', unit: 'cost', about: 'of cutting here alone; absent in a set' },
      { name: 'optimal', type: 'boolean', unit: null, about: 'no cheaper set exists' },
      { name: 'inSet', type: 'boolean', unit: null, about: 'one of the set; else it cuts alone' },
    ],
  },
  {
    type: 'IMPACT',
    draws: '(:Incident)-[:IMPACT]->(:Entity)',
    properties: [integer('atUs', 'when it was harmed', 'µs since 1970'), text('why', 'for people')],
  },
  { type: 'PROVED_BY', draws: '(:Incident)-[:PROVED_BY]->(:Certificate)', properties: [] },
];

/** Kind of link → the edge that linking rules draw with it. The type is the kind in upper case. */
export const linkKinds: Readonly<Record<string, string>> = {
  'accepted-by': '(:Flow)-[:ACCEPTED_BY]->(:Process)',
  answered: '(:Ip|Domain)-[:ANSWERED]->(:Process)',
  assumed: '(:AccessKey)-[:ASSUMED]->(:CloudRole)',
  authorised: '(:Token)-[:AUTHORISED]->(:DatabaseTransaction)',
  autostarted: '(:RegistryValue)-[:AUTOSTARTED]->(:Process)',
  called: '(:AccessKey)-[:CALLED]->(:Request)',
  committed: '(:Request|Service)-[:COMMITTED]->(:DatabaseTransaction)',
  'connected-to': '(:Ip)-[:CONNECTED_TO]->(:Process)',
  'could-control': '(:Process)-[:COULD_CONTROL]->(:Process)',
  deleted: '(:DatabaseTransaction)-[:DELETED]->(:Row)',
  'deployed-by': '(:Artifact)-[:DEPLOYED_BY]->(:Deployment)',
  entered: '(:Request)-[:ENTERED]->(:CodeSite|Crash)',
  executed: '(:Runner)-[:EXECUTED]->(:BuildJob)',
  'executed-as': '(:File)-[:EXECUTED_AS]->(:Process)',
  'failed-in': '(:CodeSite)-[:FAILED_IN]->(:Defect)',
  'fetched-by': '(:Url)-[:FETCHED_BY]->(:Process)',
  holds: '(:CloudInstance)-[:HOLDS]->(:AccessKey)',
  in: '(:Row)-[:IN]->(:Column)',
  'injected-into': '(:Process)-[:INJECTED_INTO]->(:Process)',
  issued: '(:CloudRole|User)-[:ISSUED]->(:AccessKey)',
  'left-workspace-to': '(:BuildStep)-[:LEFT_WORKSPACE_TO]->(:BuildStep)',
  'loaded-by': '(:File)-[:LOADED_BY]->(:Process)',
  'named-on-command-line': '(:File)-[:NAMED_ON_COMMAND_LINE]->(:Process)',
  opened: '(:User|Ip|Process)-[:OPENED]->(:Session|Flow)',
  owned: '(:Session)-[:OWNED]->(:Process)',
  owns: '(:User)-[:OWNS]->(:AccessKey)',
  'presented-in': '(:Token)-[:PRESENTED_IN]->(:Request)',
  produced: '(:Build)-[:PRODUCED]->(:Artifact)',
  pushed: '(:User)-[:PUSHED]->(:Commit)',
  'pushed-digest': '(:BuildStep)-[:PUSHED_DIGEST]->(:Artifact)',
  'raced-in': '(:CodeSite)-[:RACED_IN]->(:Defect)',
  raised: '(:Process|Service|Host|Ip)-[:RAISED]->(:Alert)',
  ran: '(:Build)-[:RAN]->(:BuildJob)-[:RAN]->(:BuildStep)',
  reached: '(:Request)-[:REACHED]->(:Service)',
  'read-memory-of': '(:Process)-[:READ_MEMORY_OF]->(:Process)',
  'replaced-code-of': '(:Deployment)-[:REPLACED_CODE_OF]->(:Service)',
  'resolved-to': '(:Domain)-[:RESOLVED_TO]->(:Ip)',
  sent: '(:Ip)-[:SENT]->(:Request)',
  set: '(:Process)-[:SET]->(:RegistryValue)',
  signed: '(:SigningKey)-[:SIGNED]->(:Token)',
  'showed-in': '(:Defect)-[:SHOWED_IN]->(:Crash)',
  'signs-with': '(:Issuer)-[:SIGNS_WITH]->(:SigningKey)',
  'source-of': '(:Commit)-[:SOURCE_OF]->(:Artifact)',
  'speaks-for': '(:Service)-[:SPEAKS_FOR]->(:Issuer)',
  started: '(:Process)-[:STARTED]->(:Process)',
  'took-down': '(:Crash)-[:TOOK_DOWN]->(:Service|Process)',
  touched: '(:Request)-[:TOUCHED]->(:CloudResource)',
  triggered: '(:Commit)-[:TRIGGERED]->(:Build)',
  truncated: '(:DatabaseTransaction)-[:TRUNCATED]->(:Table)',
  'was-issued': '(:Session)-[:WAS_ISSUED]->(:Token)',
  wrote: '(:Process|DatabaseTransaction)-[:WROTE]->(:File|Row)',
};
