import type { NamedEntity, Sha256 } from '@faultline/model';
import type { GraphColumns } from './graph-columns.js';

/** Rows per hashed block: keeps the text in memory near 1 MB however large the graph is. */
const rowsPerBlock = 8192;

/**
 * `sha256:` over the digests of blocks of canonical text: sorted words, sorted entities with their costs, links in order with evidence.
 * Labels are for people and do not count. One digest per 8192 rows, none per link.
 */
export function graphHash(
  entities: readonly NamedEntity[],
  words: readonly string[],
  columns: GraphColumns,
  sha256: Sha256,
): string {
  const digests = [
    sha256(JSON.stringify(words)),
    ...blockDigests(entities.length, (i) => entityRow(entities[i]!), sha256),
    ...blockDigests(columns.from.length, (i) => linkRow(columns, i), sha256),
  ];
  return `sha256:${sha256(`${entities.length} ${columns.from.length}\n${digests.join('\n')}`)}`;
}

function blockDigests(rowCount: number, row: (index: number) => string, sha256: Sha256): string[] {
  const digests: string[] = [];
  for (let start = 0; start < rowCount; start += rowsPerBlock) {
    let text = '';
    const end = Math.min(rowCount, start + rowsPerBlock);
    for (let i = start; i < end; i++) text += row(i);
    digests.push(sha256(text));
  }
  return digests;
}

function entityRow(entity: NamedEntity): string {
  const row = entity.cost === undefined ? [entity.kind, entity.key] : [entity.kind, entity.key, entity.cost];
  return `${JSON.stringify(row)}\n`;
}

function linkRow(columns: GraphColumns, i: number): string {
  const { from, to, atUs, declared, kind, rule, basis, bytes, events } = columns;
  const numbers = `${from[i]} ${to[i]} ${atUs[i]} ${declared[i]} ${kind[i]} ${rule[i]} ${basis[i]} ${bytes[i]}`;
  return `${numbers} ${JSON.stringify(events[i])}\n`;
}
