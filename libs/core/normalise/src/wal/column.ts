import type { EventOf, JsonValue } from '@faultline/model';
import { objectsOf } from '../fields/objects.js';
import { textOf } from '../json/fields.js';
import { exactText } from './exact-text.js';

type Column = EventOf<'wal.change'>['columns'][number];

/** PostgreSQL allows 1600 columns a table. */
const columnsMax = 1600;

/*
 * A column that a record does not show is unknown (an unchanged TOAST value, or not published), which is not the same as a column whose
 * value is null. So an absent column stays absent.
 */

/** Columns as `[{ "name", "type", "value" }]` (wal2json v2). */
export function readColumns(columns: JsonValue | undefined): Column[] {
  return objectsOf(columns, columnsMax).flatMap((column) =>
    readColumn(column['name'], column['type'], column['value']),
  );
}

/** Columns as three lists of names, types and values (wal2json v1). */
export function zipColumns(
  names: JsonValue | undefined,
  types: JsonValue | undefined,
  values: JsonValue | undefined,
): Column[] {
  const typeList = listOf(types);
  const valueList = listOf(values);
  return listOf(names).flatMap((name, i) => readColumn(name, typeList[i], valueList[i]));
}

export function readColumn(
  name: JsonValue | undefined,
  type: JsonValue | undefined,
  value: JsonValue | undefined,
): Column[] {
  const known = textOf(name);
  return known === null || value === undefined
    ? []
    : [{ name: known, type: textOf(type), value: exactText(value) }];
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).slice(0, columnsMax) : [];
}
