import type { entityKinds, NamedEntity } from '@faultline/model';
import {
  beforeFirst,
  beforeLast,
  folderOf,
  nameTemplate,
  networkOf,
  pathTemplate,
  registryPrefix,
} from './graph-class-keys.js';

type EntityKind = (typeof entityKinds)[number];
interface EntityClass {
  readonly key: string;
  readonly label: string;
}
/** The class of an entity, from nothing but its kind, key and label (`libs/core/model/src/entities`). Null: it stays by itself. */
type ClassOf = (entity: NamedEntity) => EntityClass | null;

const staysByItself: ClassOf = () => null;

/** One row for each kind of entity. What is rare, or what an analyst asks for by name, stays by itself. */
export const graphClasses: Readonly<Record<EntityKind, ClassOf>> = {
  host: staysByItself,
  process: processImage,
  file: fileFolder,
  'registry-value': ({ key }) => classed(registryPrefix(key), `registry values below ${registryPrefix(key)}`),
  pipe: staysByItself,
  ip: ({ key }) =>
    networkOf(key) === null ? null : classed(networkOf(key) ?? key, `network ${networkOf(key)}`),
  url: urlHost,
  domain: staysByItself,
  flow: ({ key }) =>
    classed(key.slice(key.indexOf('>') + 1), `connections to ${key.slice(key.indexOf('>') + 1)}`),
  user: staysByItself,
  session: ({ key }) => classed(beforeLast(key, '/'), `sessions of ${beforeLast(key, '/')}`),
  issuer: staysByItself,
  'signing-key': staysByItself,
  token: issuersTokens,
  'token-group': staysByItself,
  request: requestRoute,
  'request-group': staysByItself,
  commit: commitRepository,
  repository: staysByItself,
  pipeline: staysByItself,
  build: buildPipeline,
  'build-job': jobName,
  'build-step': stepName,
  runner: staysByItself,
  artifact: artifactName,
  deployment: ({ key }) => classed(beforeLast(key, '/'), `deployments of ${beforeLast(key, '/')}`),
  service: staysByItself,
  'database-transaction': transactionSegment,
  row: ({ key }) => classed(beforeFirst(key, '/'), `rows of ${beforeFirst(key, '/')}`),
  table: staysByItself,
  column: staysByItself,
  'cloud-instance': staysByItself,
  'cloud-role': staysByItself,
  'access-key': staysByItself,
  'cloud-resource': staysByItself,
  alert: staysByItself,
  change: staysByItself,
  package: staysByItself,
  'rule-set': staysByItself,
  crash: staysByItself,
  goroutine: staysByItself,
  'code-site': staysByItself,
  defect: staysByItself,
};

/** The entity that stands for all of its sort, of kind `KIND-group`; the entity itself where it stays by itself. */
export function classEntity(entity: NamedEntity): NamedEntity {
  const known: Readonly<Record<string, ClassOf | undefined>> = graphClasses;
  const found = Object.hasOwn(known, entity.kind) ? known[entity.kind]?.(entity) : null;
  return found ? { kind: `${entity.kind}-group`, ...found } : entity;
}

function classed(key: string, label: string): EntityClass {
  return { key, label };
}

/** A process without an image is labelled by its pid, which says nothing about its sort. */
function processImage({ key, label }: NamedEntity): EntityClass {
  const host = beforeFirst(key, '/');
  const image = label.startsWith('pid ') ? 'unknown image' : label.toLowerCase();
  return classed(`${host}/${image}`, `${image} on ${host}`);
}

function fileFolder({ key }: NamedEntity): EntityClass | null {
  const folder = folderOf(key);
  return folder === null ? null : classed(folder, `files in ${folder}`);
}

function urlHost({ key }: NamedEntity): EntityClass | null {
  const origin = /^[a-z][a-z0-9+.-]{0,20}:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(key);
  return origin?.[1] === undefined
    ? null
    : classed(origin[1].toLowerCase(), `addresses at ${origin[1].toLowerCase()}`);
}

function issuersTokens({ key }: NamedEntity): EntityClass {
  if (key.startsWith('hmac:')) return classed('', 'tokens known by their HMAC');
  const issuer = beforeFirst(key, '#');
  return classed(issuer, `tokens of ${issuer === '' ? 'an unnamed issuer' : issuer}`);
}

/** `GET /a/1 → 200` of service `s` is one of `s GET /a/{id}`. */
function requestRoute({ key, label }: NamedEntity): EntityClass {
  const service = beforeLast(key, '/');
  const [method = '', path = ''] = beforeLast(label, ' → ').split(' ', 2);
  const route = `${method.slice(0, 16)} ${pathTemplate(path)}`;
  return classed(`${service} ${route}`, `${route} of ${service}`);
}

/** A commit's key is its hash alone; the label says the repository. */
function commitRepository({ label }: NamedEntity): EntityClass {
  const repository = label.startsWith('commit ') ? '' : beforeLast(label, ' commit ');
  return classed(repository, `commits of ${repository === '' ? 'an unnamed repository' : repository}`);
}

function repositoryOf(key: string): string {
  const cut = key.lastIndexOf('/runs/');
  return cut < 0 ? '' : key.slice(0, cut);
}

function buildPipeline({ key, label }: NamedEntity): EntityClass {
  const repository = repositoryOf(key);
  const pipeline = nameTemplate(beforeLast(label, ' '));
  return classed(`${repository} ${pipeline}`, `runs of ${pipeline} of ${repository}`);
}

function jobName({ key, label }: NamedEntity): EntityClass {
  const repository = repositoryOf(key);
  const job = nameTemplate(beforeLast(label.replace(/^job /, ''), ' ('));
  return classed(`${repository} ${job}`, `jobs ${job} of ${repository}`);
}

function stepName({ key, label }: NamedEntity): EntityClass {
  const repository = repositoryOf(beforeFirst(key, '/jobs/'));
  const step = nameTemplate(key.slice(key.indexOf('/steps/') + '/steps/'.length).replace(/^\d+:/, ''));
  const job = nameTemplate(label.slice(label.lastIndexOf('” of ') + '” of '.length));
  return classed(`${repository} ${job}/${step}`, `steps “${step}” of ${job} of ${repository}`);
}

function artifactName({ label }: NamedEntity): EntityClass {
  const name = nameTemplate(label.replace(/ ?sha\d{1,3}:[0-9a-f]{0,64}$/i, ''));
  return classed(name, `artifacts ${name}`);
}

/** Nothing in a transaction names its client. Those of one 16 MB segment of the log ran close together in time. */
function transactionSegment({ key }: NamedEntity): EntityClass {
  const place = /@([0-9a-f]{1,8})\/([0-9a-f]{1,8})$/i.exec(key);
  if (place === null) return classed('', 'transactions without a place in the log');
  const segment = `${place[1]}/${(place[2] ?? '').padStart(8, '0').slice(0, 2)}`.toUpperCase();
  return classed(segment, `transactions of log segment ${segment}`);
}
