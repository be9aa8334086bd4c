import type {Batch} from '../../../columnar/batch.ts';
import {batchFromRows} from '../../../columnar/builder.ts';
import {readRow, weightOf} from '../../../columnar/datum-access.ts';
import {equalityKey} from '../../../expr/equality-key.ts';
import type {TableSpec, UniqueKey} from '../../../session/table-spec.ts';
import type {Datum} from '../../../types/datum.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {rowIdentity} from './row-text.ts';
import {pickRows} from './step-rows.ts';
import type {FoundRow, TableView} from './table-view.ts';

/** What becomes of the rows that an INSERT … ON CONFLICT proposes. The caller releases the batches. */
export type Sorted = {
  /** Rows whose keys nobody has. */
  readonly fresh: readonly Batch[];
  /** DO UPDATE: each row that is there ++ the proposed one that met it. */
  readonly met: Batch | null;
};

/**
 * Parts the proposed rows (dense batches) by whether a row with an arbiter's key is there, or was proposed before them.
 * Errors: 21000 where DO UPDATE would come to one row twice.
 */
export function sortProposed(
  table: TableSpec,
  arbiters: readonly UniqueKey[],
  view: TableView,
  proposed: readonly Batch[],
  updates: boolean,
): Sorted {
  const seen = new Set<string>();
  const updated = new Set<string>();
  const pairs: (readonly Datum[])[] = [];
  const fresh: Batch[] = [];
  for (const batch of proposed) {
    const found = arbiters.map(({columns, nullsNotDistinct}) =>
      view.matches(batch, columns, columns, nullsNotDistinct),
    );
    const kept: number[] = [];
    for (let row = 0; row < batch.length; row++) {
      const values = readRow(batch.memory, batch.columns, row);
      const keys = arbiters.flatMap((arbiter, a) => keyText(table, arbiter, a, values));
      const there = found.map(matches => matches.get(row)?.[0]).find(match => match !== undefined);
      const copies = weightOf(batch, row);
      if (updates && (copies > 1n || keys.some(key => seen.has(key)))) throw secondTime();
      if (there) {
        // A row that is left out is in nobody's way, whatever its other keys are.
        if (!updates) continue;
        pairs.push(meet(table, updated, there, values));
      } else if (!keys.some(key => seen.has(key))) {
        kept.push(row);
      } else continue;
      for (const key of keys) seen.add(key);
    }
    if (kept.length > 0)
      fresh.push(
        pickRows(
          batch,
          kept,
          kept.map(row => onlyOne(arbiters, weightOf(batch, row))),
        ),
      );
  }
  if (pairs.length === 0) return {fresh, met: null};
  return {fresh, met: batchFromRows(proposed[0].memory, [...table.schema, ...table.schema], pairs)};
}

/** Without an arbiter nothing is in conflict, and copies are rows of their own. */
function onlyOne(arbiters: readonly UniqueKey[], copies: bigint): bigint {
  return arbiters.length > 0 ? 1n : copies;
}

function meet(table: TableSpec, updated: Set<string>, there: FoundRow, proposed: readonly Datum[]): readonly Datum[] {
  const identity = rowIdentity(table.schema, there.row);
  if (updated.has(identity)) throw secondTime();
  updated.add(identity);
  return [...there.row, ...proposed];
}

/** None where a NULL keeps the key from being in conflict with any. */
function keyText(table: TableSpec, unique: UniqueKey, number: number, row: readonly Datum[]): string[] {
  if (!unique.nullsNotDistinct && unique.columns.some(column => row[column] === null)) return [];
  const parts = unique.columns.map(column => equalityKey(table.schema[column].type, row[column]));
  return [`${number}\0${parts.join('\0')}`];
}

function secondTime(): SqlError {
  return new SqlError('21000', 'ON CONFLICT DO UPDATE command cannot affect row a second time', {
    hint: 'Ensure that no rows proposed for insertion within the same command have duplicate constrained values.',
  });
}
