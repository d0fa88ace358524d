import type { EntityRef, LinkDraft, Sha256 } from '@faultline/model';

const digits = 24;

/** `kind:` and 24 hex digits of SHA-256 over the JSON text `[kind,key]`. JSON, because kind and key may hold any separator. */
export function entityIdOf(entity: EntityRef, sha256: Sha256): string {
  return `${entity.kind}:${sha256(JSON.stringify([entity.kind, entity.key])).slice(0, digits)}`;
}

/** `link:` and 24 hex digits over everything that makes two links distinct. */
export function linkIdOf(
  link: { readonly from: EntityRef; readonly to: EntityRef } & Pick<
    LinkDraft,
    'atUs' | 'seq' | 'kind' | 'rule'
  >,
  sha256: Sha256,
): string {
  const { from, to } = link;
  const content = [from.kind, from.key, to.kind, to.key, link.atUs, link.seq, link.kind, link.rule];
  return `link:${sha256(JSON.stringify(content)).slice(0, digits)}`;
}

/** `link:` and 24 hex digits over what makes two aggregated links distinct; `from` and `to` are ids. */
export function aggregateIdOf(
  link: Readonly<Record<'from' | 'to' | 'kind' | 'rule' | 'basis' | 'window', string>>,
  sha256: Sha256,
): string {
  const content = [link.from, link.to, link.kind, link.rule, link.basis, link.window];
  return `link:${sha256(JSON.stringify(content)).slice(0, digits)}`;
}
