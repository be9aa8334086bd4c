import fc from 'fast-check';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import type {Datum} from '../types/datum.ts';
import {BIGINT, BOOLEAN, TEXT, structOf} from '../types/sql-type.ts';
import {column} from '../types/schema.ts';
import {
  arbitraryDatum,
  arbitraryRows,
  arbitrarySchema,
  arbitraryType,
  buildBatch,
  expectedRows,
  rowList,
} from './arbitrary-rows.ts';
import {
  compact,
  concatBatches,
  constantVector,
  emptyBatch,
  filterBatch,
  negateWeights,
  sliceBatch,
  takeBatch,
} from './batch-rows.ts';
import {MAX_BATCH_ROWS} from './batch.ts';
import {batchFromRows, VectorBuilder, vectorFromDatums} from './builder.ts';
import {batchRows, readDatum, readRow} from './datum-access.ts';
import {NO_ROW, takeVectorOrNull} from './take.ts';
import {releaseVector} from './vector-references.ts';

const memory = loadKernels();
let before: number;
beforeEach(() => {
  before = memory.stats().liveBuffers;
});
afterEach(() => {
  expect(memory.stats().liveBuffers, 'buffers left behind').toBe(before);
});

const cases = () => arbitrarySchema().chain(schema => arbitraryRows(schema));

test('a batch reads back as the rows it was built from', () => {
  fc.assert(
    fc.property(cases(), rows => {
      const batch = buildBatch(memory, rows);
      expect(batchRows(batch)).toEqual(expectedRows(rows));
      batch.release();
    }),
  );
});

test('builders give what was appended', () => {
  fc.assert(
    fc.property(
      arbitraryType().chain(type => fc.record({type: fc.constant(type), values: fc.array(arbitraryDatum(type))})),
      ({type, values}) => {
        const builder = new VectorBuilder(memory, type);
        for (const value of values) builder.append(value);
        builder.appendNull();
        const vector = builder.finish();
        expect(builder.length).toBe(0);
        expect(vector.length).toBe(values.length + 1);
        values.forEach((value, i) => expect(readDatum(memory, vector, i)).toEqual(value));
        expect(readDatum(memory, vector, values.length)).toBe(null);
        releaseVector(memory, vector);
      },
    ),
  );
});

test('gathering takes the listed rows, repeats included', () => {
  fc.assert(
    fc.property(
      cases().chain(rows =>
        fc.record({
          rows: fc.constant(rows),
          list:
            rows.rows.length === 0
              ? fc.constant<number[]>([])
              : fc.array(fc.nat(rows.rows.length - 1), {maxLength: 100}),
        }),
      ),
      ({rows, list}) => {
        const batch = buildBatch(memory, rows);
        const address = rowList(memory, list);
        const taken = takeBatch(batch, address, list.length);
        const all = expectedRows({...rows, kept: null});
        expect(batchRows(taken)).toEqual(list.map(i => all[i]));
        for (const vector of taken.columns) if (list.length === 0) expect(vector.validity).toBe(0);
        memory.release(address);
        batch.release();
        taken.release();
      },
    ),
  );
});

test('gathering with absent rows gives nulls, in the fields of structs too', () => {
  fc.assert(
    fc.property(
      arbitrarySchema(1)
        .chain(schema => arbitraryRows(schema, 10))
        .chain(rows =>
          fc.record({
            rows: fc.constant(rows),
            list: fc.array(
              fc.oneof(
                fc.constant(NO_ROW),
                rows.rows.length === 0 ? fc.constant(NO_ROW) : fc.nat(rows.rows.length - 1),
              ),
            ),
          }),
        ),
      ({rows, list}) => {
        const batch = buildBatch(memory, {...rows, kept: null});
        const address = rowList(memory, list);
        const vector = takeVectorOrNull(memory, batch.columns[0], address, list.length);
        list.forEach((row, i) => {
          expect(readDatum(memory, vector, i)).toEqual(row === NO_ROW ? null : rows.rows[row][0]);
          if (row === NO_ROW && vector.type.kind === 'struct') {
            expect(readRow(memory, vector.children, i)).toEqual(vector.children.map(() => null));
          }
        });
        memory.release(address);
        releaseVector(memory, vector);
        batch.release();
      },
    ),
  );
});

test('compact gives the selected rows without a selection', () => {
  fc.assert(
    fc.property(cases(), rows => {
      const batch = buildBatch(memory, rows);
      const dense = compact(batch);
      expect(dense.selection).toBe(0);
      expect(batchRows(dense)).toEqual(expectedRows(rows));
      batch.release();
      dense.release();
    }),
  );
});

test('a filter keeps the rows whose mask is true', () => {
  fc.assert(
    fc.property(
      cases().chain(rows =>
        fc.record({
          rows: fc.constant(rows),
          mask: fc.array(fc.oneof({weight: 3, arbitrary: fc.constant(true)}, fc.constantFrom(false, null)), {
            minLength: rows.rows.length,
            maxLength: rows.rows.length,
            size: 'max',
          }),
        }),
      ),
      ({rows, mask}) => {
        const batch = buildBatch(memory, rows);
        const vector = vectorFromDatums(memory, BOOLEAN, mask);
        const filtered = filterBatch(batch, vector);
        const all = rows.rows.map((_, i) => i);
        const kept = (rows.kept ?? all).filter(i => mask[i] === true);
        expect(batchRows(filtered)).toEqual(expectedRows({...rows, kept}));
        expect(filtered.selected).toBe(kept.length);
        filtered.release();
        releaseVector(memory, vector);
        batch.release();
      },
    ),
  );
});

test('a filter selects when most rows survive and gathers when few do', () => {
  const rows = Array.from({length: 1000}, (_, i) => [BigInt(i)]);
  const batch = batchFromRows(memory, [column('a', BIGINT)], rows);
  const mask = (keep: (i: number) => boolean) =>
    vectorFromDatums(
      memory,
      BOOLEAN,
      rows.map((_, i) => keep(i)),
    );
  const most = mask(i => i % 10 !== 0);
  const few = mask(i => i % 10 === 0);
  const filteredMost = filterBatch(batch, most);
  const filteredFew = filterBatch(batch, few);
  expect([filteredMost.length, filteredMost.selected]).toEqual([1000, 900]);
  expect([filteredFew.length, filteredFew.selection]).toEqual([100, 0]);
  for (const vector of [most, few]) releaseVector(memory, vector);
  for (const each of [batch, filteredMost, filteredFew]) each.release();
});

test('slices are the rows between', () => {
  fc.assert(
    fc.property(cases(), fc.nat(), fc.nat(), (rows, a, b) => {
      const batch = buildBatch(memory, rows);
      const [from, to] = [a % (batch.selected + 1), b % (batch.selected + 1)].sort((x, y) => x - y);
      const slice = sliceBatch(batch, from, to);
      expect(batchRows(slice)).toEqual(expectedRows(rows).slice(from, to));
      batch.release();
      slice.release();
    }),
  );
});

test('concatenation keeps rows and order', () => {
  fc.assert(
    fc.property(
      arbitrarySchema(3).chain(schema =>
        fc.record({schema: fc.constant(schema), parts: fc.array(arbitraryRows(schema, 20), {maxLength: 5})}),
      ),
      ({schema, parts}) => {
        const batches = parts.map(rows => buildBatch(memory, rows));
        const joined = concatBatches(memory, schema, batches);
        expect(joined.flatMap(batchRows)).toEqual(parts.flatMap(expectedRows));
        expect(joined.length).toBeLessThanOrEqual(1);
        for (const batch of [...batches, ...joined]) batch.release();
      },
    ),
  );
});

test('concatenation fills batches up to the limit', () => {
  const schema = [column('a', BIGINT)];
  const batches = [3000, 3000, 3000, 8192, 1].map(n =>
    batchFromRows(
      memory,
      schema,
      Array.from({length: n}, (_, i) => [BigInt(i)]),
    ),
  );
  const joined = concatBatches(memory, schema, batches);
  expect(joined.map(batch => batch.length)).toEqual([6000, 3000, MAX_BATCH_ROWS, 1]);
  expect(joined[2]).toBe(batches[3]);
  for (const batch of [...batches, ...joined]) batch.release();
});

test('constants repeat', () => {
  fc.assert(
    fc.property(
      arbitraryType().chain(type => fc.record({type: fc.constant(type), value: arbitraryDatum(type)})),
      fc.nat(70),
      ({type, value}, n) => {
        const vector = constantVector(memory, type, value, n);
        expect(vector.length).toBe(n);
        for (let i = 0; i < n; i++) expect(readDatum(memory, vector, i)).toEqual(value);
        releaseVector(memory, vector);
      },
    ),
  );
});

test('weights negate, and the one without a negative is an error', () => {
  fc.assert(
    fc.property(cases(), rows => {
      const batch = buildBatch(memory, rows);
      const negated = negateWeights(batch);
      expect(batchRows(negated)).toEqual(expectedRows(rows).map(({row, weight}) => ({row, weight: -weight})));
      batch.release();
      negated.release();
    }),
  );
  const batch = batchFromRows(memory, [column('a', BIGINT)], [[1n]], [-(2n ** 63n)]);
  expect(() => negateWeights(batch)).toThrow('bigint out of range');
  batch.release();
});

test('a vector that cannot be built leaves nothing behind', () => {
  const type = structOf([
    {name: 'a', type: TEXT},
    {name: 'b', type: {kind: 'numeric', precision: 3, scale: 0, digits: {precision: 3, scale: 0}}},
  ]);
  const tooLarge: Datum = ['x', {coefficient: 1000n, scale: 0}];
  expect(() => batchFromRows(memory, [column('t', TEXT), column('s', type)], [['y', tooLarge]])).toThrow(
    'numeric field overflow',
  );
});

test('an empty batch has no rows', () => {
  fc.assert(
    fc.property(arbitrarySchema(), schema => {
      const batch = emptyBatch(memory, schema);
      expect(batchRows(batch)).toEqual([]);
      batch.release();
    }),
  );
});
