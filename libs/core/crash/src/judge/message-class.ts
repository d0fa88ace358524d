import type { Death } from './death.js';

/**
 * What a message says apart from values, for the signature: the runtime's own words without numbers. The text of a program's own panic may
 * hold anything (a user's name, a time) and is left out. A map race needs none: the kind says it.
 */
export function messageClass({ kind, message }: Death): string {
  if (message === null) return '';
  if (kind === 'other' || kind === 'sigsegv') return withoutValues(message);
  if (kind !== 'panic') return '';
  const own =
    /^(?:runtime error: |assignment to entry in nil map|close of |send on closed|all goroutines)/.test(
      message,
    );
  return own ? withoutValues(message) : '';
}

function withoutValues(message: string): string {
  return message
    .split('\n', 1)
    .join('')
    .slice(0, lengthMax)
    .replace(/0x[0-9a-f]+|\d+/g, '#');
}

const lengthMax = 200;
