import type {TableSpec, UniqueKey} from '../../../session/table-spec.ts';
import type {Datum} from '../../../types/datum.ts';
import {formatText} from '../../../types/io/registry.ts';
import type {Schema} from '../../../types/schema.ts';
import type {SqlErrorFields} from '../../../types/sql-error.ts';
import type {SqlType} from '../../../types/sql-type.ts';

/** As details of errors show a value. */
function printDatum(type: SqlType, value: Datum): string {
  return value === null ? 'null' : formatText(type, value);
}

/** The same for rows that are stored alike, and for no others. */
export function rowIdentity(schema: Schema, row: readonly Datum[]): string {
  return row.map((value, i) => (value === null ? '\x01' : formatText(schema[i].type, value))).join('\0');
}

/** Postgres cuts what it shows of a value in `Failing row contains` at 64 characters. */
const MAX_SHOWN = 64;

/** What errors tell of a row that the table does not take. */
export function failingRow({schema, order}: TableSpec, values: readonly Datum[]): SqlErrorFields {
  const row = order.map(i => {
    const text = printDatum(schema[i].type, values[i]);
    return {column: schema[i].name, text: text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text};
  });
  return {detail: `Failing row contains (${row.map(({text}) => text).join(', ')}).`, row};
}

/** `(lower(a))=(x)`. */
export function printUniqueKey(schema: Schema, {columns, texts}: UniqueKey, row: readonly Datum[]): string {
  if (!texts) return printKey(schema, columns, row);
  const values = texts.map((_, i) => printDatum(schema[columns[i]].type, row[columns[i]]));
  return `(${texts.join(', ')})=(${values.join(', ')})`;
}

/** `(a, b)=(1, 2)`. */
export function printKey(schema: Schema, columns: readonly number[], row: readonly Datum[]): string {
  const names = columns.map(column => schema[column].name).join(', ');
  return `(${names})=(${columns.map(column => printDatum(schema[column].type, row[column])).join(', ')})`;
}
