import type {Batch} from '../../../columnar/batch.ts';
import {batchFromRows} from '../../../columnar/builder.ts';
import {readRow, weightOf} from '../../../columnar/datum-access.ts';
import {type EvaluationContext, evaluateConstant} from '../../../expr/evaluate.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import type {Datum} from '../../../types/datum.ts';
import {convert, goneKeys, keyProbe, type ReferenceTables, stillReferenced} from './foreign-keys.ts';
import type {Reference} from './references.ts';
import {rowIdentity} from './row-text.ts';
import {pickRows} from './step-rows.ts';
import type {FoundRow} from './table-view.ts';

/** Rows of a table that a statement has changed: `old` went; of an update row i of `old` became row i of `fresh`. Dense. */
type RowChange = {
  readonly table: TableSpec;
  readonly old: Batch;
  /** null: they were deleted. */
  readonly fresh: Batch | null;
};

/**
 * What ON DELETE or ON UPDATE of one foreign key makes of the rows that reference changed ones; nothing where it is NO ACTION.
 * The caller releases the batches. Errors: 23503 of RESTRICT.
 */
export function referentialAction(
  tables: ReferenceTables,
  {table, old, fresh}: RowChange,
  reference: Reference,
  context: EvaluationContext,
): {readonly old: Batch; readonly fresh: Batch | null} | null {
  const action = fresh ? reference.key.onUpdate : reference.key.onDelete;
  return action === 'no action' ? null : onBatch(tables, table, reference, old, fresh, context);
}

/** Of updated rows those that reference others than before; the rest has been looked at before. The caller releases the batch. */
export function withOtherKey(table: TableSpec, columns: readonly number[], old: Batch, fresh: Batch): Batch {
  const [before, after] = [rowsOf(old), rowsOf(fresh)];
  const rows = [...after.keys()].filter(row => !sameKey(table, columns, before[row], after[row]));
  return pickRows(
    fresh,
    rows,
    rows.map(row => weightOf(fresh, row)),
  );
}

function onBatch(
  tables: ReferenceTables,
  parent: TableSpec,
  reference: Reference,
  old: Batch,
  fresh: Batch | null,
  context: EvaluationContext,
): {readonly old: Batch; readonly fresh: Batch | null} | null {
  const {table, key} = reference;
  const {memory} = old;
  const before = rowsOf(old);
  const after = fresh && rowsOf(fresh);
  const becomes = new Map<readonly Datum[], readonly Datum[] | null>();
  before.forEach((row, i) => {
    if (after && sameKey(parent, key.referenced, row, after[i])) return;
    becomes.set(row, after && after[i]);
  });
  const gone = goneKeys(memory, tables, parent, key, [...becomes.keys()]);
  if (gone.length === 0) return null;
  const {probe, places} = keyProbe(memory, table, key.columns, parent, key.referenced, gone);
  let found: ReadonlyMap<number, readonly FoundRow[]>;
  try {
    found = tables.view(table.oid).matches(
      probe,
      key.columns.map((_, i) => i),
      key.columns,
      false,
    );
  } finally {
    probe.release();
  }
  const oldRows: (readonly Datum[])[] = [];
  const newRows: (readonly Datum[])[] = [];
  const weights: bigint[] = [];
  const action = fresh ? key.onUpdate : key.onDelete;
  const values = defaultsOf(reference, action, context);
  gone.forEach((row, i) => {
    for (const match of found.get(places[i]) ?? []) {
      if (action === 'restrict') throw stillReferenced(parent, reference, row);
      oldRows.push(match.row);
      weights.push(match.weight);
      if (action !== 'cascade' || fresh) {
        newRows.push(
          changed(parent, reference, match.row, becomes.get(row) ?? null, action === 'cascade' ? null : values),
        );
      }
    }
  });
  if (oldRows.length === 0) return null;
  return {
    old: batchFromRows(memory, table.schema, oldRows, weights),
    fresh: newRows.length > 0 ? batchFromRows(memory, table.schema, newRows, weights) : null,
  };
}

function rowsOf(batch: Batch): readonly (readonly Datum[])[] {
  return Array.from({length: batch.length}, (_, row) => readRow(batch.memory, batch.columns, row));
}

function sameKey(table: TableSpec, columns: readonly number[], a: readonly Datum[], b: readonly Datum[]): boolean {
  const schema = columns.map(column => table.schema[column]);
  const of = (row: readonly Datum[]): string =>
    rowIdentity(
      schema,
      columns.map(column => row[column]),
    );
  return of(a) === of(b);
}

/** By column of the key: what SET NULL and SET DEFAULT put there; a column that is left alone is missing. */
function defaultsOf({key}: Reference, action: string, context: EvaluationContext): ReadonlyMap<number, Datum> {
  const values = new Map<number, Datum>();
  if (action !== 'set null' && action !== 'set default') return values;
  key.columns.forEach((column, i) => {
    if (key.setColumns && !key.setColumns.includes(column)) return;
    const expr = action === 'set default' ? key.defaults[i] : null;
    values.set(column, expr ? evaluateConstant(expr, context) : null);
  });
  return values;
}

/** The referencing row: following the new key, or with the values of SET. */
function changed(
  parent: TableSpec,
  {table, key}: Reference,
  row: readonly Datum[],
  after: readonly Datum[] | null,
  values: ReadonlyMap<number, Datum> | null,
): readonly Datum[] {
  return row.map((value, column) => {
    const place = key.columns.indexOf(column);
    if (place < 0) return value;
    if (values) return values.has(column) ? values.get(column)! : value;
    const from = key.referenced[place];
    return convert(after![from], parent.schema[from].type, table.schema[column].type) ?? null;
  });
}
