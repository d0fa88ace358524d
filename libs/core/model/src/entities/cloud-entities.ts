import type { NamedEntity } from '../link-draft.js';

export function accessKeyEntity(id: string): NamedEntity {
  return { kind: 'access-key', key: id, label: `access key ${id}` };
}

export function roleEntity(arn: string): NamedEntity {
  return { kind: 'cloud-role', key: arn, label: `role ${arn.slice(arn.lastIndexOf('/') + 1)}` };
}

export function instanceEntity(id: string): NamedEntity {
  return { kind: 'cloud-instance', key: id, label: `instance ${id}` };
}

export function cloudResourceEntity(name: string): NamedEntity {
  return { kind: 'cloud-resource', key: name, label: name };
}

const instanceId = /^i-[0-9a-f]{8,17}$/;

/** A session named like an instance id is that instance's profile: its metadata service hands the key to whoever can reach it. */
export function isInstanceSession(sessionName: string): boolean {
  return instanceId.test(sessionName);
}
