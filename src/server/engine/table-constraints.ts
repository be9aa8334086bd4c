import {Batch} from '../../columnar/batch.ts';
import {readDatum, readRow, selectedRows, weightOf} from '../../columnar/datum-access.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Arrangement} from '../../dataflow/arrangement/arrangement.ts';
import type {ObjectSpec} from '../../session/engine.ts';
import type {Datum} from '../../types/datum.ts';
import {formatText} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';

type TableSpec = Extract<ObjectSpec, {kind: 'table'}>;

/** NOT NULL, checked as rows are written. Errors: 23502 with the failing row. */
export function checkNotNull(table: TableSpec, rows: Batch): void {
  const {u8} = rows.memory;
  for (const [index, column] of table.schema.entries()) {
    const {validity} = rows.columns[index];
    if (column.nullable || validity === 0) continue;
    for (const row of selectedRows(rows)) {
      if ((u8[validity + (row >>> 3)] >>> (row & 7)) & 1) continue;
      throw new SqlError(
        '23502',
        `null value in column "${column.name}" of relation "${table.name}" violates not-null constraint`,
        {
          detail: `Failing row contains (${printRow(table, rows, row)}).`,
          table: table.name,
          column: column.name,
        },
      );
    }
  }
}

function printRow(table: TableSpec, rows: Batch, row: number): string {
  return readRow(rows.memory, rows.columns, row)
    .map((value, i) => (value === null ? 'null' : formatText(table.schema[i].type, value)))
    .join(', ');
}

/**
 * PRIMARY KEY, checked at commit: after the deltas no key may stand for two rows. `existing` gives the weight that
 * the committed table has under a row's key. Errors: 23505.
 */
export function checkPrimaryKey(
  table: TableSpec,
  deltas: readonly Batch[],
  existing: (batch: Batch) => readonly bigint[],
): void {
  const key = table.primaryKey;
  if (!key) return;
  const counts = new Map<string, {count: bigint; inserted: bigint; values: Datum[]}>();
  for (const delta of deltas) {
    const before = existing(delta);
    let i = 0;
    for (const row of selectedRows(delta)) {
      const values = key.map(column => readDatum(delta.memory, delta.columns[column], row));
      const text = values.map((value, c) => keyText(table, key[c], value)).join('\0');
      const entry = counts.get(text) ?? {count: before[i], inserted: 0n, values};
      const weight = weightOf(delta, row);
      entry.count += weight;
      if (weight > 0n) entry.inserted += weight;
      counts.set(text, entry);
      i++;
    }
  }
  for (const {count, inserted, values} of counts.values()) {
    if (count <= 1n || inserted === 0n) continue;
    const names = key.map(column => table.schema[column].name).join(', ');
    const texts = values.map((value, c) => keyText(table, key[c], value)).join(', ');
    throw new SqlError('23505', `duplicate key value violates unique constraint "${table.name}_pkey"`, {
      detail: `Key (${names})=(${texts}) already exists.`,
      table: table.name,
      constraint: `${table.name}_pkey`,
    });
  }
}

/** The weight that the table has under the key of each selected row of `batch`. */
export function keyWeights(rows: Arrangement, batch: Batch, key: readonly number[]): readonly bigint[] {
  const {memory} = batch;
  // Without weights, so that a pair's weight is the stored row's alone.
  const probe = new Batch(memory, {
    schema: batch.schema,
    length: batch.length,
    columns: batch.columns.map(column => retainVector(memory, column)),
  });
  const weights = new Map<number, bigint>();
  try {
    for (const {count, probeRows, weights: pairs} of rows.index(key).probe('after', probe, key)) {
      for (let i = 0; i < count; i++) {
        const row = memory.u32[(probeRows >>> 2) + i];
        weights.set(row, (weights.get(row) ?? 0n) + memory.i64[(pairs >>> 3) + i]);
      }
    }
  } finally {
    probe.release();
  }
  return [...selectedRows(batch)].map(row => weights.get(row) ?? 0n);
}

function keyText(table: TableSpec, column: number, value: Datum): string {
  return value === null ? 'null' : formatText(table.schema[column].type, value);
}
