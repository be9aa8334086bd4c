import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Batch} from '../../columnar/batch.ts';
import {batchRows} from '../../columnar/datum-access.ts';
import {filterBatch} from '../../columnar/batch-rows.ts';
import {vectorFromDatums} from '../../columnar/builder.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {SortKey} from '../../plan/physical.ts';
import type {Datum} from '../../types/datum.ts';
import {column, type Schema} from '../../types/schema.ts';
import {BIGINT, BOOLEAN, DOUBLE, INTEGER, TEXT} from '../../types/sql-type.ts';
import {compareRows} from './order.fixture.ts';
import {batchOf, type Delta, deltas, keyOf, schemas} from './rows.fixture.ts';
import {SlicedSort, sortBatches} from './sort.ts';

const memory = loadKernels();

function sortedModel(schema: Schema, parts: readonly Delta[], keys: readonly SortKey[]): (readonly Datum[])[] {
  const rows = parts.flat().flatMap(({row, weight}) => Array.from({length: Math.max(Number(weight), 0)}, () => row));
  return rows.sort((a, b) => compareRows(schema, keys, a, b));
}

/** `runRows`: in runs of so many rows at most. */
function sort(
  batches: readonly Batch[],
  keys: readonly SortKey[],
  limit: bigint | null,
  offset: bigint,
  runRows: number | undefined,
): Batch[] {
  if (runRows === undefined) return sortBatches(memory, batches, keys, limit, offset);
  const retained = batches.map(batch => batch.retain());
  const sliced = new SlicedSort(memory, retained, keys, limit, offset, runRows);
  while (sliced.work());
  const sorted: Batch[] = [];
  for (let batch = sliced.next(); batch; batch = sliced.next()) sorted.push(batch);
  sliced.close();
  return sorted;
}

function check(
  schema: Schema,
  parts: readonly Delta[],
  keys: readonly SortKey[],
  limit: bigint | null,
  offset: bigint,
  runRows?: number,
): void {
  const start = memory.stats();
  const batches = parts.map(part => {
    const batch = batchOf(memory, schema, part);
    // One row in five is filtered out, which leaves a selection.
    const all = vectorFromDatums(
      memory,
      BOOLEAN,
      part.map((_, i) => i % 5 !== 4),
    );
    const filtered = filterBatch(batch, all);
    releaseVector(memory, all);
    batch.release();
    return filtered;
  });
  const sorted = sort(batches, keys, limit, offset, runRows);
  const found = sorted.flatMap(batch => batchRows(batch).map(({row}) => keyOf(row)));
  const kept = parts.map(part => part.filter((_, i) => i % 5 !== 4));
  const expected = sortedModel(schema, kept, keys)
    .slice(Number(offset), limit === null ? undefined : Number(offset + limit))
    .map(keyOf);
  expect(found).toEqual(expected);
  for (const batch of [...batches, ...sorted]) batch.release();
  expect(memory.stats().liveBuffers).toBe(start.liveBuffers);
}

describe('sort', () => {
  it('orders rows of all types stably, and cuts a window', () => {
    const cases = schemas(1).chain(schema =>
      fc.record({
        schema: fc.constant(schema),
        parts: fc.array(deltas(schema), {maxLength: 7}),
        runRows: fc.option(fc.integer({min: 1, max: 12}), {nil: undefined}),
        keys: fc.array(
          fc.record({column: fc.nat(schema.length - 1), descending: fc.boolean(), nullsFirst: fc.boolean()}),
          {maxLength: 3},
        ),
        limit: fc.option(fc.bigInt(0n, 20n)),
        offset: fc.bigInt(0n, 10n),
      }),
    );
    fc.assert(
      fc.property(cases, ({schema, parts, keys, limit, offset, runRows}) =>
        check(schema, parts, keys, limit, offset, runRows),
      ),
      {numRuns: 300},
    );
  });

  it('orders many rows, by radix', () => {
    const schema = [column('a', INTEGER), column('b', DOUBLE), column('c', TEXT), column('d', BIGINT)];
    const parts = fc.sample(
      fc.array(
        fc.record({
          row: fc.tuple(
            fc.option(fc.integer({min: -3, max: 3}), {freq: 10}),
            fc.option(fc.double()),
            fc.option(fc.string({maxLength: 12})),
            fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
          ),
          weight: fc.constant(1n),
        }),
        {minLength: 700, maxLength: 700, size: 'max'},
      ),
      4,
    );
    const keys: SortKey[][] = [
      [{column: 3, descending: false, nullsFirst: false}],
      [{column: 3, descending: true, nullsFirst: true}],
      [{column: 1, descending: true, nullsFirst: true}],
      [{column: 2, descending: false, nullsFirst: true}],
      [
        {column: 0, descending: true, nullsFirst: false},
        {column: 1, descending: false, nullsFirst: false},
        {column: 3, descending: true, nullsFirst: false},
      ],
      [{column: 0, descending: false, nullsFirst: false}],
    ];
    for (const by of keys) check(schema, parts as Delta[], by, null, 0n);
    for (const by of keys) check(schema, parts as Delta[], by, null, 0n, 700);
    for (const by of keys) check(schema, parts as Delta[], by, 20n, 1000n, 700);
  });

  it('repeats a row of great weight over several batches', () => {
    const schema = [column('a', INTEGER)];
    const batch = batchOf(memory, schema, [
      {row: [2], weight: 20000n},
      {row: [1], weight: 5n},
      {row: [3], weight: 2n ** 62n},
    ]);
    const sorted = sortBatches(memory, [batch], [{column: 0, descending: false, nullsFirst: false}], 20001, 4);
    expect(sorted.map(({length}) => length)).toEqual([8192, 8192, 3617]);
    expect(batchRows(sorted[0])[0].row).toEqual([1]);
    expect(batchRows(sorted[0])[1].row).toEqual([2]);
    expect(batchRows(sorted[2])[3616].row).toEqual([2]);
    for (const one of [batch, ...sorted]) one.release();
  });
});
