import type { Entity } from '@faultline/model';
import { visibleText } from './visible-text.js';

// Kinds whose words cannot be had by replacing hyphens.
const words: Readonly<Record<string, readonly [string, string]>> = {
  ip: ['IP address', 'IP addresses'],
  url: ['URL', 'URLs'],
  flow: ['connection', 'connections'],
  process: ['process', 'processes'],
  'access-key': ['access key', 'access keys'],
  'token-group': ['group of tokens', 'groups of tokens'],
  'request-group': ['group of requests', 'groups of requests'],
  crash: ['crash', 'crashes'],
  'code-site': ['place in the code', 'places in the code'],
  repository: ['repository', 'repositories'],
};

/** `build-step` → `build step`. Kinds of linked input may be any word, so the result is made harmless too. */
export function kindWords(kind: string, count = 1): string {
  const known = Object.hasOwn(words, kind) ? words[kind] : undefined;
  if (known !== undefined) return count === 1 ? known[0] : known[1];
  const plain = visibleText(kind, 40).replaceAll('-', ' ');
  return count === 1 || plain.endsWith('s') ? plain : `${plain}s`;
}

/**
 * The name that people read, to be put after the words of its kind: a label that repeats them (`signing key k1`, `step “Install”` of a
 * build step) loses them here. Falls back to the key where a label is empty.
 */
export function labelOf(entity: Pick<Entity, 'kind' | 'label' | 'key'>, limit = 120): string {
  const label = visibleText(entity.label.trim() === '' ? entity.key : entity.label, limit);
  // A label that is the key itself is a name, even if it starts like its kind.
  if (entity.label === entity.key) return label;
  const kind = kindWords(entity.kind);
  const repeated = [kind, kind.slice(kind.lastIndexOf(' ') + 1)].find(
    (words) => label.toLowerCase().startsWith(`${words.toLowerCase()} `) && label.length > words.length + 1,
  );
  return repeated === undefined ? label : label.slice(repeated.length + 1);
}
