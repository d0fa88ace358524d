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
