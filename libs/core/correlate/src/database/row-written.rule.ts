import { columnEntity, rowEntity, tableEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';
import { transactions } from './transactions.js';

const maxColumns = 64;

// (:DatabaseTransaction)-[:WROTE]->(:Row)-[:IN]->(:Column)    (:DatabaseTransaction)-[:TRUNCATED]->(:Table)
// Under the default replica identity the log does not say which columns an UPDATE changed, so every column that it carries may have changed.
export const rowWritten: LinkingRule = {
  id: 'database.row-written',
  draws:
    '(:DatabaseTransaction)-[:WROTE]->(:Row)-[:IN]->(:Column), (:DatabaseTransaction)-[:TRUNCATED]->(:Table)',
  link(index, emit) {
    for (const transaction of index.memo(transactions)) {
      for (const change of transaction.changes) {
        const common = {
          atUs: Math.max(transaction.atUs, change.atUs),
          rule: this.id,
          basis: 'observed',
          events: [change.id],
          bytes: null,
        } as const;
        if (change.action === 'truncate') {
          emit({
            ...common,
            from: transaction.entity,
            to: tableEntity(change.schema, change.table),
            seq: 7,
            kind: 'truncated',
          });
          continue;
        }
        const row = rowEntity(change);
        emit({
          ...common,
          from: transaction.entity,
          to: row,
          seq: 7,
          kind: change.action === 'delete' ? 'deleted' : 'wrote',
        });
        const keys = new Set(change.identity.map((column) => column.name));
        for (const column of change.columns.slice(0, maxColumns)) {
          if (keys.has(column.name)) continue;
          emit({
            ...common,
            from: row,
            to: columnEntity(change.schema, change.table, column.name),
            seq: 8,
            kind: 'in',
          });
        }
      }
    }
  },
};
