import type { ProcessRef } from '../event.js';
import type { NamedEntity } from '../link-draft.js';
import { maskSecrets } from '../mask-secrets.js';
import { canonicalIp } from './ip-address.js';
import { baseName, normalisePath } from './windows-path.js';

export function hostEntity(host: string): NamedEntity {
  return { kind: 'host', key: host.toLowerCase(), label: host };
}

/** (:Process) by its guid within the host: a bare pid is reused within minutes. */
export function processEntity(host: string, process: ProcessRef): NamedEntity {
  const label = process.image === null ? `pid ${process.pid ?? '?'}` : baseName(process.image);
  return { kind: 'process', key: `${host.toLowerCase()}/${process.key}`, label };
}

/** `longName` maps 8.3 spellings to long ones (`createLongNames`). */
export function fileEntity(host: string, path: string, longName: (path: string) => string): NamedEntity {
  const normal = longName(normalisePath(path));
  return { kind: 'file', key: `${host.toLowerCase()}:${normal}`, label: baseName(path) };
}

export function ipEntity(ip: string): NamedEntity {
  const text = canonicalIp(ip);
  return { kind: 'ip', key: text, label: text };
}

/** Masked in the key too, since keys are printed and are part of what a certificate vouches for. */
export function urlEntity(url: string): NamedEntity {
  const text = maskSecrets(url);
  return { kind: 'url', key: text, label: text };
}

export function domainEntity(name: string): NamedEntity {
  const text = name.toLowerCase().replace(/\.$/, '');
  return { kind: 'domain', key: text, label: text };
}

export function registryEntity(host: string, path: string): NamedEntity {
  return {
    kind: 'registry-value',
    key: `${host.toLowerCase()}:${path.toLowerCase()}`,
    label: baseName(path),
  };
}

export function sessionEntity(scope: string, id: string): NamedEntity {
  return {
    kind: 'session',
    key: `${scope.toLowerCase()}/${id.toLowerCase()}`,
    label: `session ${id.slice(0, 12)}`,
  };
}

export function userEntity(name: string): NamedEntity {
  return { kind: 'user', key: name.toLowerCase(), label: name };
}

interface FlowEnds {
  readonly sourceIp: string;
  readonly sourcePort: number | null;
  readonly destinationIp: string;
  readonly destinationPort: number | null;
}

/** One connection by its two ends, spelled alike on both hosts. */
export function flowEntity(flow: FlowEnds): NamedEntity {
  const target = `${ipEntity(flow.destinationIp).key}:${flow.destinationPort ?? '?'}`;
  return {
    kind: 'flow',
    key: `${ipEntity(flow.sourceIp).key}:${flow.sourcePort ?? '?'}>${target}`,
    label: `connection to ${target}`,
  };
}
