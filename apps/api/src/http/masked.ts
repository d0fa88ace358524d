import { maskSecrets } from '@faultline/model';

/** A JSON value with everything shaped like a secret masked; a member whose name announces a secret loses its whole value. */
export function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, maskedMember(name, member)]),
  );
}

function maskedMember(name: string, member: unknown): unknown {
  if (typeof member !== 'string') return masked(member);
  // The mask itself knows which names announce a secret.
  const probe = `${name}=placeholder`;
  return maskSecrets(probe) === probe ? maskSecrets(member) : '[masked]';
}
