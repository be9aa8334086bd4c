import fc from 'fast-check';
import type {Address, Memory} from '../kernels/memory.ts';
import {withShape} from '../types/array-shape.ts';
import type {Datum} from '../types/datum.ts';
import {DECIMAL_NAN} from '../types/decimal.ts';
import {boundOf} from '../types/io/range.ts';
import {parseText} from '../types/io/registry.ts';
import {pointsDatum} from '../types/geometry.ts';
import {timetzDatum} from '../types/timetz.ts';
import {maxBits, networkDatum} from '../types/network.ts';
import {makeMultirange, makeRange, type RangeDatum, subtypeOrder} from '../types/range.ts';
import type {Schema} from '../types/schema.ts';
import * as t from '../types/sql-type.ts';
import type {SqlType} from '../types/sql-type.ts';
import {Batch} from './batch.ts';
import {batchFromRows} from './builder.ts';
import {parseQuery} from '../types/text-search/parse-query.ts';
import {parseVector} from '../types/text-search/parse-vector.ts';
import {queryDatum} from '../types/text-search/query.ts';
import {vectorDatum} from '../types/text-search/vector.ts';

// Random types, rows and batches of every layout, for property tests.

const scalarTypes: readonly SqlType[] = [
  t.BOOLEAN,
  t.SMALLINT,
  t.INTEGER,
  t.BIGINT,
  t.REAL,
  t.DOUBLE,
  t.NUMERIC,
  t.numericOf(10, 2),
  t.numericOf(30, 4),
  t.TEXT,
  t.VARCHAR,
  t.BYTEA,
  t.DATE,
  t.TIME,
  t.TIMESTAMP,
  t.TIMESTAMPTZ,
  t.INTERVAL,
  t.UUID,
  t.JSONB,
  t.INET,
  t.MACADDR,
  t.MACADDR8,
  t.TIMETZ,
  t.MONEY,
  t.VARBIT,
  t.POINT,
  t.POLYGON,
  {kind: 'int4range'},
  {kind: 'numrange'},
  {kind: 'int8multirange'},
];

export function arbitraryType(): fc.Arbitrary<SqlType> {
  const {type} = fc.letrec<{type: SqlType}>(tie => ({
    type: fc.oneof(
      {depthSize: 'small', withCrossShrink: true},
      fc.constantFrom(...scalarTypes),
      tie('type').map(t.arrayOf),
      fc
        .array(tie('type'), {minLength: 1, maxLength: 3})
        .map(types => t.structOf(types.map((type, i) => ({name: `f${i}`, type})))),
    ),
  }));
  return type;
}

const int64 = fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n});
const micros = fc.bigInt({min: -210_000_000_000_000_000n, max: 9_000_000_000_000_000_000n});

/** A datum of the type; null one time in five (and inside arrays and structs too). */
export function arbitraryDatum(type: SqlType): fc.Arbitrary<Datum> {
  return fc.option(arbitraryValue(type), {nil: null, freq: 5});
}

function arbitraryValue(type: SqlType): fc.Arbitrary<Datum> {
  switch (type.kind) {
    case 'boolean':
      return fc.boolean();
    case 'smallint':
      return fc.integer({min: -32768, max: 32767});
    case 'integer':
      return fc.integer();
    case 'bigint':
      return int64;
    case 'real':
      return fc.float();
    case 'double precision':
      return fc.double();
    case 'numeric': {
      if (!type.digits) {
        return fc.oneof(
          fc.record({coefficient: fc.bigInt({min: -(10n ** 60n), max: 10n ** 60n}), scale: fc.nat(50)}),
          fc.constant({special: 'NaN' as const, coefficient: 0n, scale: 0}),
          fc.constant({special: '-Infinity' as const, coefficient: 0n, scale: 0}),
        );
      }
      const {precision, scale} = type.digits;
      const max = 10n ** BigInt(precision) - 1n;
      return fc.oneof(
        {weight: 9, arbitrary: fc.bigInt({min: -max, max}).map(coefficient => ({coefficient, scale}))},
        {weight: 1, arbitrary: fc.constant(DECIMAL_NAN)},
      );
    }
    case 'bytea':
      return fc.uint8Array({maxLength: 40}).map(bytes => Uint8Array.from(bytes));
    case 'enum':
      return fc.integer();
    case 'date':
      return fc.oneof(fc.integer({min: -2_000_000, max: 2_000_000}), fc.constantFrom(Infinity, -Infinity));
    case 'time':
      return fc.bigInt({min: 0n, max: 86_400_000_000n});
    case 'timestamp':
    case 'timestamptz':
      return fc.oneof(micros, fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n));
    case 'interval':
      return fc.record({months: fc.integer(), days: fc.integer(), micros: int64});
    case 'uuid':
      return fc.uuid();
    case 'jsonb':
      return fc.jsonValue({maxDepth: 1}).map(value => parseText(type, JSON.stringify(value)));
    case 'inet':
      return network();
    case 'timetz':
      return fc
        .record({time: fc.bigInt({min: 0n, max: 86_400_000_000n}), west: fc.integer({min: -57_599, max: 57_599})})
        .map(({time, west}) => timetzDatum(time, west));
    case 'money':
      return int64;
    case 'bit':
    case 'varbit':
      return fc.array(fc.constantFrom('0', '1'), {maxLength: 20}).map(bits => bits.join(''));
    case 'point':
    case 'polygon':
      return fc
        .array(fc.tuple(fc.double(), fc.double()), {minLength: 1, maxLength: type.kind === 'point' ? 1 : 4})
        .map(points => pointsDatum(points.map(([x, y]) => ({x, y}))));
    case 'tsvector':
      return fc.constantFrom('', "'a'", "'a':1", "'a':1A,2 'b'", "'b c':3").map(text => vectorDatum(parseVector(text)));
    case 'tsquery':
      return fc.constantFrom('', 'a', 'a & !b', "a:*B | 'b c' <2> d").map(text => queryDatum(parseQuery(text)));
    case 'macaddr':
    case 'macaddr8':
      return bytesOf(type.kind === 'macaddr' ? 6 : 8);
    case 'int4range':
      return range('int4range', fc.integer({min: -1000, max: 1000}));
    case 'numrange':
      return range(
        'numrange',
        fc.integer({min: -1000, max: 1000}).map(n => ({coefficient: BigInt(n), scale: 1})),
      );
    case 'int8multirange':
      return fc
        .array(range('int8range', fc.bigInt({min: -1000n, max: 1000n})), {maxLength: 4})
        .map(ranges => makeMultirange('int8range', ranges as unknown as RangeDatum[], subtypeOrder(t.BIGINT)) as Datum);
    case 'array':
      return fc.oneof(
        {weight: 3, arbitrary: fc.array(arbitraryDatum(type.element!), {maxLength: 4})},
        {weight: 1, arbitrary: shapedArray(type.element!)},
      );
    case 'struct':
      return fc.tuple(...type.fields!.map(field => arbitraryDatum(field.type)));
    default:
      return fc.string({unit: 'grapheme', maxLength: 40});
  }
}

function bytesOf(length: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({minLength: length, maxLength: length}).map(bytes => Uint8Array.from(bytes));
}

function network(): fc.Arbitrary<Datum> {
  return fc
    .constantFrom(4 as const, 6 as const)
    .chain(family =>
      fc
        .record({bits: fc.nat(maxBits(family)), address: bytesOf(maxBits(family) / 8)})
        .map(({bits, address}) => networkDatum({family, bits, address})),
    );
}

function range(kind: t.RangeKind, values: fc.Arbitrary<Datum>): fc.Arbitrary<Datum> {
  const order = subtypeOrder(t.rangeTypeOf({kind})!.subtype);
  const bound = fc.option(values, {nil: null, freq: 6});
  return fc.tuple(bound, bound, fc.boolean(), fc.boolean()).map(([a, b, from, to]): Datum => {
    const [low, high] = a !== null && b !== null && order(a, b) > 0 ? [b, a] : [a, b];
    return makeRange(kind, boundOf(low, from, true), boundOf(high, to, false), order) as Datum;
  });
}

/** Several dimensions, or a lower bound other than 1. */
function shapedArray(element: SqlType): fc.Arbitrary<Datum> {
  const dimension = fc.record({length: fc.integer({min: 1, max: 3}), lower: fc.integer({min: -2, max: 2})});
  return fc.array(dimension, {minLength: 1, maxLength: 3}).chain(dimensions => {
    const lengths = dimensions.map(({length}) => length);
    const size = lengths.reduce((product, length) => product * length, 1);
    return fc
      .array(arbitraryDatum(element), {minLength: size, maxLength: size})
      .map(items => withShape(items, {lengths, lowers: dimensions.map(({lower}) => lower)}));
  });
}

export function arbitrarySchema(maxColumns = 4): fc.Arbitrary<Schema> {
  return fc
    .array(arbitraryType(), {minLength: 1, maxLength: maxColumns})
    .map(types => types.map((type, i) => ({name: `c${i}`, type, nullable: true})));
}

/** Rows with weights, and which of them a selection keeps (null: no selection). */
type RowsCase = {
  readonly schema: Schema;
  readonly rows: readonly (readonly Datum[])[];
  readonly weights: readonly bigint[] | undefined;
  readonly kept: readonly number[] | null;
};

export function arbitraryRows(schema: Schema, maxLength = 40): fc.Arbitrary<RowsCase> {
  const row = fc.tuple(...schema.map(column => arbitraryDatum(column.type)));
  return fc.array(row, {maxLength, size: 'max'}).chain(rows =>
    fc.record({
      schema: fc.constant(schema),
      rows: fc.constant(rows),
      weights: fc.option(
        fc.array(fc.bigInt({min: -3n, max: 3n}), {minLength: rows.length, maxLength: rows.length, size: 'max'}),
        {nil: undefined},
      ),
      kept: fc.option(fc.subarray(rows.map((_, i) => i)), {nil: null}),
    }),
  );
}

export function buildBatch(memory: Memory, {schema, rows, weights, kept}: RowsCase): Batch {
  const all = batchFromRows(memory, schema, rows, weights);
  if (kept === null) return all;
  const selection = memory.alloc(kept.length * 4);
  memory.u32.set(kept, selection >>> 2);
  // The columns and weights of `all`, whose only reference they were, are the new batch's.
  return new Batch(memory, {...fieldsOf(all), selection, selected: kept.length});
}

function fieldsOf(batch: Batch) {
  const {schema, length, columns, weights} = batch;
  return {schema, length, columns, weights};
}

/** What `batchRows` must give for the case. */
export function expectedRows({rows, weights, kept}: RowsCase): {row: readonly Datum[]; weight: bigint}[] {
  const all = rows.map((row, i) => ({row, weight: weights?.[i] ?? 1n}));
  return kept === null ? all : kept.map(i => all[i]);
}

/** uint32 row list in memory. */
export function rowList(memory: Memory, rows: readonly number[]): Address {
  const address = memory.alloc(rows.length * 4);
  memory.u32.set(rows, address >>> 2);
  return address;
}
