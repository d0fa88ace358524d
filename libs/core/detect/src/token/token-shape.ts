import type { TokenView } from '@faultline/model';

/** How a `jti` is written: what a library produces, not what it holds. */
export function jtiForm(jti: string | null): string {
  if (jti === null) return 'none';
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(jti))
    return `uuid${jti[14] ?? ''}`;
  if (/^[0-9]+$/.test(jti)) return `decimal`;
  if (/^[0-9A-HJKMNP-TV-Z]{26}$/.test(jti)) return 'ulid';
  if (/^[0-9a-f]+$/.test(jti)) return `hex${jti.length}`;
  const prefixed = /^(.*?)([0-9]+)$/.exec(jti);
  if (prefixed !== null && /^[A-Za-z][A-Za-z._:-]*[._:-]$/.test(prefixed[1] ?? ''))
    return `counter:${prefixed[1] ?? ''}`;
  return `text${jti.length}`;
}

/**
 * Structural signature (test J4): header keys and claim keys in order, algorithm, type, lifetime, form of the `jti`. Nothing in it depends on
 * who the user is.
 */
export function tokenShape(view: TokenView): string {
  const { token } = view;
  const lifetimeS =
    token.iatUs === null || token.expUs === null
      ? '?'
      : String(Math.round((token.expUs - token.iatUs) / 60_000_000));
  return [
    token.headerKeys.join(','),
    token.claimKeys.join(','),
    token.alg ?? '',
    token.typ ?? '',
    `${lifetimeS}min`,
    jtiForm(token.jti),
  ].join('|');
}
