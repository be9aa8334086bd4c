import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import {column} from '../types/schema.ts';
import {BIGINT, DOUBLE, NUMERIC, TEXT} from '../types/sql-type.ts';
import {arbitraryRows, arbitrarySchema, buildBatch, expectedRows} from './arbitrary-rows.ts';
import {batchFromRows} from './builder.ts';
import {consolidate} from './consolidate.ts';
import {batchRows} from './datum-access.ts';

const memory = loadKernels();

test('consolidation sums the weights of equal rows and drops what cancels', () => {
  const before = memory.stats().liveBuffers;
  const schema = [column('a', BIGINT), column('b', TEXT)];
  const first = batchFromRows(
    memory,
    schema,
    [
      [1n, 'x'],
      [2n, null],
      [3n, 'z'],
    ],
    [2n, 1n, -1n],
  );
  const second = batchFromRows(memory, schema, [
    [3n, 'z'],
    [2n, null],
    [1n, 'y'],
  ]);
  const result = consolidate(memory, schema, [first, second]);
  expect(result.flatMap(batchRows)).toEqual([
    {row: [1n, 'x'], weight: 2n},
    {row: [2n, null], weight: 2n},
    {row: [1n, 'y'], weight: 1n},
  ]);
  expect(result.every(batch => batch.consolidated)).toBe(true);
  for (const batch of [first, second, ...result]) batch.release();
  expect(memory.stats().liveBuffers).toBe(before);
});

test('rows that print differently stay apart', () => {
  const schema = [column('n', NUMERIC), column('d', DOUBLE)];
  const batch = batchFromRows(memory, schema, [
    [{coefficient: 15n, scale: 1}, 0],
    [{coefficient: 150n, scale: 2}, 0],
    [{coefficient: 15n, scale: 1}, -0],
    [null, NaN],
    [null, NaN],
  ]);
  const result = consolidate(memory, schema, [batch]);
  expect(result.flatMap(batchRows).map(row => row.weight)).toEqual([1n, 1n, 1n, 2n]);
  for (const each of [batch, ...result]) each.release();
});

test('a Z-set and its negative are nothing; a Z-set and itself are each row once', () => {
  fc.assert(
    fc.property(
      arbitrarySchema().chain(schema => arbitraryRows(schema, 20)),
      rows => {
        const before = memory.stats().liveBuffers;
        const batch = buildBatch(memory, rows);
        const inverse = buildBatch(memory, {...rows, weights: rows.rows.map((_, i) => -(rows.weights?.[i] ?? 1n))});
        expect(consolidate(memory, rows.schema, [batch, inverse])).toEqual([]);
        const twice = consolidate(memory, rows.schema, [batch, batch]);
        const once = consolidate(memory, rows.schema, [batch]);
        expect(twice.flatMap(batchRows)).toEqual(
          once.flatMap(batchRows).map(({row, weight}) => ({row, weight: 2n * weight})),
        );
        const total = (list: {weight: bigint}[]) => list.reduce((sum, {weight}) => sum + weight, 0n);
        expect(total(once.flatMap(batchRows))).toBe(total(expectedRows(rows)));
        for (const each of [batch, inverse, ...twice, ...once]) each.release();
        expect(memory.stats().liveBuffers).toBe(before);
      },
    ),
  );
});

test('a weight beyond int64 is an error', () => {
  const schema = [column('a', BIGINT)];
  const batch = batchFromRows(memory, schema, [[1n], [1n]], [2n ** 62n, 2n ** 62n]);
  expect(() => consolidate(memory, schema, [batch])).toThrow('bigint out of range');
  batch.release();
});
