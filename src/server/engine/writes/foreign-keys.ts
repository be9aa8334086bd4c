import type {Batch} from '../../../columnar/batch.ts';
import {batchFromRows} from '../../../columnar/builder.ts';
import {readRow, selectedRows, weightOf} from '../../../columnar/datum-access.ts';
import type {Memory} from '../../../kernels/memory.ts';
import type {ObjectId} from '../../../plan/rel.ts';
import type {ForeignKeySpec, TableSpec} from '../../../session/table-spec.ts';
import type {Datum} from '../../../types/datum.ts';
import {isDecimal} from '../../../types/decimal.ts';
import {formatText, parseText} from '../../../types/io/registry.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {sameKind, sameLayout, type SqlType} from '../../../types/sql-type.ts';
import type {Reference} from './references.ts';
import {printKey} from './row-text.ts';
import type {TableView} from './table-view.ts';

/** The tables as the check shall see them: with the changes that are checked. */
export type ReferenceTables = {
  readonly table: (oid: ObjectId) => TableSpec;
  readonly view: (oid: ObjectId) => TableView;
  readonly referencesTo: (oid: ObjectId) => readonly Reference[];
};

/** Every added row of a batch finds the rows that it references. Errors: 23503. */
export function checkReferencing(tables: ReferenceTables, table: TableSpec, key: ForeignKeySpec, batch: Batch): void {
  const rows = [...selectedRows(batch)]
    .filter(row => weightOf(batch, row) > 0n)
    .map(row => readRow(batch.memory, batch.columns, row));
  const whole = rows.filter(row => mustBeFound(table, key, row));
  const parent = tables.table(key.references);
  const counts = countsUnder(batch.memory, tables.view(parent.oid), parent, key.referenced, table, key.columns, whole);
  const missing = whole.find((row, i) => counts[i] <= 0n && isStillThere(tables, table, batch.memory, row));
  if (missing) throw notPresent(table, key, parent, missing);
}

/** A row with a NULL in its key references nothing; MATCH FULL has it all NULL or not at all. */
function mustBeFound(table: TableSpec, key: ForeignKeySpec, row: readonly Datum[]): boolean {
  const nulls = key.columns.filter(column => row[column] === null).length;
  if (nulls === 0) return true;
  if (key.match === 'simple' || nulls === key.columns.length) return false;
  throw new SqlError('23503', violates(table, key), {
    detail: 'MATCH FULL does not allow mixing of null and nonnull key values.',
    ...fields(table, key),
  });
}

/** A later delta of the transaction may have taken it out again. */
function isStillThere(tables: ReferenceTables, table: TableSpec, memory: Memory, row: readonly Datum[]): boolean {
  const batch = batchFromRows(memory, table.schema, [row]);
  try {
    return tables.view(table.oid).weightsOf(batch)[0] > 0n;
  } finally {
    batch.release();
  }
}

/** No row references a key that the batch takes out and is not there again. Errors: 23503. */
export function checkReferenced(
  tables: ReferenceTables,
  parent: TableSpec,
  {table, key}: Reference,
  batch: Batch,
): void {
  const rows = [...selectedRows(batch)].map(row => readRow(batch.memory, batch.columns, row));
  const gone = goneKeys(batch.memory, tables, parent, key, rows);
  const view = tables.view(table.oid);
  const counts = countsUnder(batch.memory, view, table, key.columns, parent, key.referenced, gone);
  const held = gone.find((_row, i) => counts[i] > 0n);
  if (held) throw stillReferenced(parent, {table, key}, held);
}

/** Of rows taken out, those whose key nothing has any more. */
export function goneKeys(
  memory: Memory,
  tables: ReferenceTables,
  parent: TableSpec,
  key: ForeignKeySpec,
  rows: readonly (readonly Datum[])[],
): (readonly Datum[])[] {
  const whole = rows.filter(row => key.referenced.every(column => row[column] !== null));
  const counts = countsUnder(memory, tables.view(parent.oid), parent, key.referenced, parent, key.referenced, whole);
  return whole.filter((_row, i) => counts[i] <= 0n);
}

/** How many rows of `table` have in `columns` what each of the rows has in its `from` columns. */
function countsUnder(
  memory: Memory,
  view: TableView,
  table: TableSpec,
  columns: readonly number[],
  of: TableSpec,
  from: readonly number[],
  rows: readonly (readonly Datum[])[],
): readonly bigint[] {
  if (rows.length === 0) return [];
  const {probe, places} = keyProbe(memory, table, columns, of, from, rows);
  try {
    const counts = view.counts(
      probe,
      columns.map((_, i) => i),
      columns,
      false,
    );
    return rows.map((_row, i) => (places[i] < 0 ? 0n : counts[places[i]]));
  } finally {
    probe.release();
  }
}

/**
 * The keys in the types of the table that is looked into. A key that has no place in these types is found nowhere: its
 * place is -1.
 */
export function keyProbe(
  memory: Memory,
  table: TableSpec,
  columns: readonly number[],
  of: TableSpec,
  from: readonly number[],
  rows: readonly (readonly Datum[])[],
): {readonly probe: Batch; readonly places: readonly number[]} {
  const schema = columns.map(column => table.schema[column]);
  const keys: Datum[][] = [];
  const places = rows.map(row => {
    const key = from.map((column, i) => convert(row[column], of.schema[column].type, schema[i].type));
    if (key.includes(undefined)) return -1;
    return keys.push(key as Datum[]) - 1;
  });
  return {probe: batchFromRows(memory, schema, keys), places};
}

/** The same value as the other type; undefined where that has it not. */
export function convert(value: Datum, from: SqlType, to: SqlType): Datum | undefined {
  if (value === null || (sameKind(from, to) && sameLayout(from, to))) return value;
  try {
    const converted = parseText(to, formatText(from, value));
    const back = formatText(to, converted);
    if (isDecimal(value) || isDecimal(converted))
      return Number(back) === Number(formatText(from, value)) ? converted : undefined;
    return converted;
  } catch {
    return undefined;
  }
}

function violates(table: TableSpec, key: ForeignKeySpec): string {
  return `insert or update on table "${table.name}" violates foreign key constraint "${key.name}"`;
}

function notPresent(table: TableSpec, key: ForeignKeySpec, parent: TableSpec, row: readonly Datum[]): SqlError {
  return new SqlError('23503', violates(table, key), {
    detail: `Key ${printKey(table.schema, key.columns, row)} is not present in table "${parent.name}".`,
    ...fields(table, key),
  });
}

export function stillReferenced(parent: TableSpec, {table, key}: Reference, row: readonly Datum[]): SqlError {
  return new SqlError(
    '23503',
    `update or delete on table "${parent.name}" violates foreign key constraint "${key.name}" on table "${table.name}"`,
    {
      detail: `Key ${printKey(parent.schema, key.referenced, row)} is still referenced from table "${table.name}".`,
      ...fields(table, key),
    },
  );
}

function fields(table: TableSpec, key: ForeignKeySpec) {
  return {schema: table.namespace, table: table.name, constraint: key.name};
}
