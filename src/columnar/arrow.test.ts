import * as arrow from 'apache-arrow';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import type {Datum} from '../types/datum.ts';
import {column, type Schema} from '../types/schema.ts';
import * as sql from '../types/sql-type.ts';
import {arbitraryRows, arbitrarySchema, buildBatch, expectedRows} from './arbitrary-rows.ts';
import {batchFromArrow, batchToArrow, schemaFromArrow} from './arrow.ts';
import {batchFromRows} from './builder.ts';
import {batchRows} from './datum-access.ts';

const memory = loadKernels();

/** Nanoseconds hold 292 years of an interval's time. */
function fitNanoseconds(value: Datum): Datum {
  if (Array.isArray(value)) return value.map(fitNanoseconds);
  if (value !== null && typeof value === 'object' && 'micros' in value)
    return {...value, micros: value.micros % 10n ** 15n};
  return value;
}

test('batches survive Arrow IPC: every type, nulls, nesting, selections', () => {
  const before = memory.stats().liveBuffers;
  fc.assert(
    fc.property(
      arbitrarySchema().chain(schema => arbitraryRows(schema)),
      unfit => {
        const rows = {...unfit, rows: unfit.rows.map(row => row.map(fitNanoseconds))};
        const batch = buildBatch(memory, rows);
        const exported = batchToArrow(batch);
        const ipc = arrow.tableToIPC(new arrow.Table([exported.recordBatch]), 'stream');
        exported.release();
        batch.release();
        const read = arrow.tableFromIPC(ipc);
        const expected = expectedRows(rows).map(({row}) => ({row, weight: 1n}));
        expect(schemaFromArrow(read.schema)).toEqual(rows.schema);
        const back = read.batches.map(each => batchFromArrow(memory, each));
        expect(back.flatMap(batchRows)).toEqual(expected);
        for (const each of back) each.release();
      },
    ),
    {numRuns: 200},
  );
  expect(memory.stats().liveBuffers).toBe(before);
});

test('slices of Arrow data are read from their own rows on', () => {
  fc.assert(
    fc.property(
      arbitrarySchema().chain(schema => arbitraryRows(schema)),
      fc.nat(),
      fc.nat(),
      (unfit, a, b) => {
        const rows = {...unfit, kept: null, rows: unfit.rows.map(row => row.map(fitNanoseconds))};
        const batch = buildBatch(memory, rows);
        const exported = batchToArrow(batch);
        const [from, to] = [a % (batch.length + 1), b % (batch.length + 1)].sort((x, y) => x - y);
        const back = batchFromArrow(memory, exported.recordBatch.slice(from, to), rows.schema);
        expect(batchRows(back).map(({row}) => row)).toEqual(rows.rows.slice(from, to));
        exported.release();
        batch.release();
        back.release();
      },
    ),
  );
});

test('the export of fixed-width, text and nested columns shares linear memory', () => {
  const schema: Schema = [
    column('b', sql.BOOLEAN),
    column('i', sql.INTEGER),
    column('d', sql.numericOf(30, 2)),
    column('t', sql.TEXT),
    column('u', sql.UUID),
    column('ts', sql.TIMESTAMPTZ),
    column('l', sql.arrayOf(sql.BIGINT)),
    column('s', sql.structOf([{name: 'x', type: sql.DOUBLE}])),
  ];
  const uuid = '00112233-4455-6677-8899-aabbccddeeff';
  const batch = batchFromRows(memory, schema, [
    [true, 1, {coefficient: 1n, scale: 2}, 'héllo', uuid, 5n, [1n, null], [0.5]],
    [null, null, null, null, null, null, null, null],
  ]);
  const {recordBatch, release} = batchToArrow(batch, {weights: 'diff'});
  const buffers = (data: arrow.Data): ArrayBufferView[] => [
    ...[data.values, data.valueOffsets, data.nullBitmap].filter(each => each && each.byteLength > 0),
    ...data.children.flatMap(buffers),
  ];
  const shared = recordBatch.data.children.slice(0, -1).flatMap(buffers);
  expect(shared.length).toBeGreaterThan(15);
  for (const each of shared) expect(each.buffer).toBe(memory.raw.buffer);
  expect(recordBatch.getChild('t')!.toJSON()).toEqual(['héllo', null]);
  expect(recordBatch.getChild('diff')!.toJSON()).toEqual([1n, 1n]);
  expect(recordBatch.getChild('l')!.get(0)!.toJSON()).toEqual([1n, null]);
  release();
  batch.release();
});

test('Arrow types of other makers are converted', () => {
  const table = new arrow.Table({
    tiny: arrow.vectorFromArray([1, -2, null], new arrow.Int8()),
    unsigned: arrow.vectorFromArray([1n, 2n ** 64n - 1n, null], new arrow.Uint64()),
    word: arrow.vectorFromArray(['a', 'b', 'a'], new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())),
    millis: arrow.vectorFromArray([1, 1700000000123, null], new arrow.TimestampMillisecond()),
    seconds: arrow.vectorFromArray([1, 2, null], new arrow.TimeSecond()),
    pair: arrow.vectorFromArray(
      [[1, 2], null, [3, null]],
      new arrow.FixedSizeList(2, new arrow.Field('item', new arrow.Int32(), true)),
    ),
  });
  const batch = batchFromArrow(memory, table.batches[0]);
  expect(batch.schema.map(({type}) => type.kind)).toEqual([
    'smallint',
    'numeric',
    'text',
    'timestamp',
    'time',
    'array',
  ]);
  expect(batchRows(batch).map(({row}) => row)).toEqual([
    [1, {coefficient: 1n, scale: 0}, 'a', 1000n, 1_000_000n, [1, 2]],
    [-2, {coefficient: 2n ** 64n - 1n, scale: 0}, 'b', 1700000000123000n, 2_000_000n, null],
    [null, null, 'a', null, null, [3, null]],
  ]);
  batch.release();
  expect(() => batchFromArrow(memory, table.batches[0], [column('x', sql.UUID)])).toThrow('not supported yet');
});

test('an interval too long for nanoseconds is an error, and leaves nothing behind', () => {
  const before = memory.stats().liveBuffers;
  const batch = batchFromRows(memory, [column('i', sql.INTERVAL)], [[{months: 0, days: 0, micros: 2n ** 60n}]]);
  expect(() => batchToArrow(batch)).toThrow('interval out of range');
  batch.release();
  expect(memory.stats().liveBuffers).toBe(before);
});
