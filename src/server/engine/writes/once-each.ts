import type {Batch} from '../../../columnar/batch.ts';
import {readDatum, readRow, weightOf} from '../../../columnar/datum-access.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {rowIdentity} from './row-text.ts';
import {pickRows} from './step-rows.ts';
import type {TableView} from './table-view.ts';

type Place = {readonly batch: number; readonly row: number; readonly weight: bigint};

/** Row numbers and weights of a batch that are left. */
type Kept = {readonly rows: number[]; readonly weights: bigint[]};

/**
 * Rows to be changed, out of dense batches whose columns from `first` on are the table's old row: one that was joined to
 * several others is changed once, by the first; copies of a row are changed all. `mustBeOnce`: that is an error (MERGE).
 * `numberedBy`: of copies of a row only those are changed whose number comes, in this column. `mayBeGone`: an earlier step of the statement may have taken rows out; those are passed over. Errors: 21000.
 */
export function onceEach(
  table: TableSpec,
  view: TableView,
  batches: readonly Batch[],
  first: number,
  how: {readonly mustBeOnce?: boolean; readonly mayBeGone?: boolean; readonly numberedBy?: number},
): Batch[] {
  const groups = groupByOldRow(table, batches, first, how.numberedBy);
  const kept = batches.map((): Kept => ({rows: [], weights: []}));
  const keep = ({batch, row}: Place, weight: bigint): void => {
    kept[batch].rows.push(row);
    kept[batch].weights.push(weight);
  };
  for (const places of groups.values()) {
    const [{batch, row, weight}] = places;
    if (places.length === 1 && weight === 1n && !how.mayBeGone) {
      keep(places[0], weight);
      continue;
    }
    const there = copiesThere(table, view, batches[batch], row, first);
    if (how.mustBeOnce) {
      const total = places.reduce((sum, place) => sum + place.weight, 0n);
      if (total > there) throw secondTime();
      for (const place of places) keep(place, place.weight);
    } else if (there > 0n) keep(places[0], how.numberedBy === undefined ? there : 1n);
  }
  return batches.flatMap((batch, i) => {
    const {rows, weights} = kept[i];
    return rows.length === 0 ? [] : [pickRows(batch, rows, weights)];
  });
}

function groupByOldRow(
  table: TableSpec,
  batches: readonly Batch[],
  first: number,
  numberedBy: number | undefined,
): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  batches.forEach((batch, index) => {
    const columns = batch.columns.slice(first, first + table.schema.length);
    for (let row = 0; row < batch.length; row++) {
      const number = numberedBy === undefined ? '' : readDatum(batch.memory, batch.columns[numberedBy], row);
      const text = `${String(number)}\0${rowIdentity(table.schema, readRow(batch.memory, columns, row))}`;
      const place = {batch: index, row, weight: weightOf(batch, row)};
      const places = groups.get(text);
      if (places) places.push(place);
      else groups.set(text, [place]);
    }
  });
  return groups;
}

function copiesThere(table: TableSpec, view: TableView, batch: Batch, row: number, first: number): bigint {
  const old = batch.pick(
    table.schema,
    table.schema.map((_, i) => first + i),
  );
  const one = pickRows(old, [row], [1n]);
  old.release();
  try {
    return view.weightsOf(one)[0];
  } finally {
    one.release();
  }
}

function secondTime(): SqlError {
  return new SqlError('21000', 'MERGE command cannot affect row a second time', {
    hint: 'Ensure that not more than one source row matches any one target row.',
  });
}
