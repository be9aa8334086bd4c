import type {Batch} from '../../../columnar/batch.ts';
import {readRow, weightOf} from '../../../columnar/datum-access.ts';
import {equalityKey} from '../../../expr/equality-key.ts';
import {nullSafety, type TableSpec, type UniqueKey} from '../../../session/table-spec.ts';
import type {Datum} from '../../../types/datum.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {printUniqueKey} from './row-text.ts';
import type {TableView} from './table-view.ts';

/** A row of a delta whose key another row has. */
type Offence = {
  readonly unique: UniqueKey;
  readonly delta: number;
  readonly row: number;
  readonly values: readonly Datum[];
};

/** A row of a delta whose key is there more than once; `copies` of it are of the row itself. */
type Doubtful = Omit<Offence, 'unique'> & {readonly copies: bigint; readonly total: bigint; readonly key: string};

/**
 * PRIMARY KEY and UNIQUE: no key of the added rows may stand for two rows of the view, which has them; `counts`: of the keys
 * that are checked. As in Postgres, the first row that is one too many is reported, and of its keys the first. Errors: 23505.
 */
export function checkUniqueKeys(...given: Parameters<typeof uniqueKeyChecks>): void {
  for (const _ of uniqueKeyChecks(...given));
}

/** The same in steps. */
export function* uniqueKeyChecks(
  table: TableSpec,
  view: TableView,
  deltas: readonly Batch[],
  counts: (key: UniqueKey) => boolean,
): Generator<void> {
  let first: Offence | null = null;
  for (const unique of table.uniques) {
    const found = counts(unique) ? yield* firstOffence(table, unique, view, deltas) : null;
    if (found && (!first || found.delta < first.delta || (found.delta === first.delta && found.row < first.row))) {
      first = found;
    }
  }
  if (!first) return;
  const {unique, values} = first;
  throw new SqlError('23505', `duplicate key value violates unique constraint "${unique.name}"`, {
    detail: `Key ${printUniqueKey(table.schema, unique, values)} already exists.`,
    schema: table.namespace,
    table: table.name,
    constraint: unique.name,
  });
}

function* firstOffence(
  table: TableSpec,
  unique: UniqueKey,
  view: TableView,
  deltas: readonly Batch[],
): Generator<void, Offence | null> {
  const doubtful: Doubtful[] = [];
  for (const [delta, batch] of deltas.entries()) {
    const found = inCompany(batch, unique, view).map(({row, total}) => {
      const values = readRow(batch.memory, batch.columns, row);
      return {delta, row, copies: weightOf(batch, row), total, values, key: keyText(table, unique, values)};
    });
    for (const row of found) doubtful.push(row);
    yield;
  }
  if (doubtful.length === 0) return null;
  const added = new Map<string, bigint>();
  for (const {key, copies} of doubtful) added.set(key, (added.get(key) ?? 0n) + copies);
  const seen = new Set<string>();
  for (const {delta, row, copies, total, values, key} of doubtful) {
    // Of rows that only this adds the second is the one too many.
    if (total > added.get(key)! || copies > 1n || seen.has(key)) return {unique, delta, row, values};
    seen.add(key);
  }
  const [{delta, row, values}] = doubtful;
  return {unique, delta, row, values};
}

/** The added rows whose key the view has more than once, and how often. Large batches have few of them, if any. */
function inCompany(batch: Batch, unique: UniqueKey, view: TableView): {readonly row: number; readonly total: bigint}[] {
  const {memory, selection, selected, weights} = batch;
  const totals = view.totals(batch, unique.columns, unique.columns, nullSafety(unique));
  const rows = memory.alloc(selected * 4);
  try {
    const count = memory.kernels.rows_in_company(selection, selected, weights, totals, rows);
    return Array.from(memory.u32.subarray(rows >>> 2, (rows >>> 2) + count), row => ({
      row,
      total: memory.i64[(totals >>> 3) + row],
    }));
  } finally {
    memory.release(rows);
    memory.release(totals);
  }
}

function keyText(table: TableSpec, unique: UniqueKey, row: readonly Datum[]): string {
  return unique.columns.map(column => equalityKey(table.schema[column].type, row[column])).join('\0');
}
