import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {arbitraryDatum, buildBatch} from '../columnar/arbitrary-rows.ts';
import {parseVector} from '../types/text-search/parse-vector.ts';
import {vectorDatum} from '../types/text-search/vector.ts';
import {loadKernels} from '../kernels/load.ts';
import type {Datum} from '../types/datum.ts';
import {column} from '../types/schema.ts';
import {INTERVAL, NUMERIC, type SqlType, TEXT} from '../types/sql-type.ts';
import {timetzDatum} from '../types/timetz.ts';
import type {Expr} from './expr.ts';
import {type FunctionRow, resultTypeOf} from './function-row.ts';
import {allFunctions, functionBySignature} from './registry.ts';
import {bothWays} from './testing/compare.ts';

// Each kernel answers as its row does: over random lanes with nulls and extremes, one value for all lanes on either side,
// numerics in every layout, and lengths around the bits of a byte.

const memory = loadKernels();
const context = {now: 0n, settings: new Map<string, string>()};

const digits = (precision: number, scale: number): SqlType => ({kind: 'numeric', digits: {precision, scale}});
const layouts = [NUMERIC, digits(5, 2), digits(18, 0), digits(18, 6), digits(19, 0), digits(25, 4), digits(38, 10)];

/** Values that meet often, and those at the ends of ranges, among random ones. */
function lanes(type: SqlType, constants: readonly Datum[] = []): fc.Arbitrary<Datum> {
  const some = fc.constantFrom<Datum>(null, ...edges(type), ...constants);
  return ['oid', 'tid', 'xid8', 'pg_lsn'].includes(type.kind) ? some : fc.oneof(arbitraryDatum(type), some);
}

function edges(type: SqlType): Datum[] {
  switch (type.kind) {
    case 'smallint':
      return [0, 1, -1, -32768, 32767];
    case 'integer':
    case 'enum':
      return [0, 1, -1, 2, 7, -2147483648, 2147483647];
    case 'bigint':
      return [0n, 1n, -1n, 7n, 4294967296n, -(2n ** 63n), 2n ** 63n - 1n];
    case 'real':
      return [0, -0, 1, 0.5, NaN, Infinity, -Infinity, Math.fround(3.4e38)];
    case 'double precision':
      return [0, -0, 1, 0.5, 2.5, NaN, Infinity, -Infinity, 1.7e308, 5e-324, 2147483647.5, -32768.5];
    case 'numeric': {
      const scale = type.digits?.scale ?? 2;
      const max = 10n ** BigInt(type.digits?.precision ?? 20) - 1n;
      return [0n, 1n, -1n, 5n, max, -max].map(coefficient => ({coefficient, scale}));
    }
    case 'timestamp':
    case 'timestamptz':
      return [0n, -1n, 1709210096789000n, -62135596800000000n, 2n ** 63n - 1n, -(2n ** 63n)];
    case 'date':
      return [0, -1, 19782, Infinity, -Infinity, 2145042905];
    case 'interval':
      return [
        {months: 0, days: 0, micros: 0n},
        {months: 1, days: 0, micros: 0n},
        {months: 0, days: 30, micros: 0n},
        {months: 0, days: 29, micros: 86400000000n},
      ];
    case 'text':
    case 'name':
    case 'bpchar':
    case 'bytea':
    case '"char"':
      return type.kind === 'bytea'
        ? [Uint8Array.of(), Uint8Array.of(97)]
        : ['', 'a', 'ab', 'Zürich', 'hello world, hello'];
    case 'boolean':
      return [true, false];
    case 'uuid':
      return ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000001'];
    case 'bit':
    case 'varbit':
      return ['', '0', '1', '0101', '111100001111'];
    case 'timetz':
      return [timetzDatum(0n, 0), timetzDatum(3_600_000_000n, -3600), timetzDatum(86_400_000_000n, 7200)];
    case 'inet':
    case 'macaddr':
    case 'macaddr8':
      return ['0a000001', '0a000002'].map(hex => Uint8Array.from(Buffer.from(hex.repeat(2), 'hex')));
    case 'tsvector':
      return ['', "'a'", "'b':1A"].map(text => vectorDatum(parseVector(text)));
    default:
      return [0n, 1n, 4294967295n];
  }
}

const lengths = fc.constantFrom(0, 1, 7, 8, 9, 33, 64, 100);

/** Rows of the kernel-bearing calls; `fixed` arguments are literals of these values. */
type Call = {
  readonly fn: FunctionRow;
  readonly types: readonly SqlType[];
  readonly fixed: readonly (fc.Arbitrary<Datum> | null)[];
};

function check({fn, types, fixed}: Call, runs: number): void {
  const type = resultTypeOf(fn, types);
  const literals = fc.tuple(...fixed.map((arbitrary, i) => arbitrary ?? lanes(types[i])));
  const rows = lengths.chain(length =>
    fc.array(fc.tuple(...types.map(t => lanes(t))), {minLength: length, maxLength: length, size: 'max'}),
  );
  const property = fc.property(
    rows,
    literals,
    fc.nat(2 ** types.length - 1),
    fc.nat(2),
    (data, values, mask, third) => {
      const args = types.map((t, i): Expr => {
        const constant = fixed[i] !== null || ((mask >> i) & 1) === 1;
        return constant ? {op: 'literal', value: values[i], type: t} : {op: 'column', index: i, type: t};
      });
      const expr: Expr = {op: 'call', signature: fn.signature, args, type};
      const kept = third === 0 ? data.map((_, i) => i).filter(i => i % 3 !== 0) : null;
      const schema = types.map((t, i) => column(`c${i}`, t));
      const batch = buildBatch(memory, {schema, rows: data, weights: undefined, kept});
      const {vector, row} = bothWays(expr, batch, context);
      batch.release();
      expect(vector).toEqual(row);
    },
  );
  fc.assert(property, {numRuns: runs});
  expect(memory.stats().liveBuffers).toBe(0);
}

const withKernel = allFunctions().filter(fn => fn.kernel);
const constantForms = /^(~~|!~~|date_trunc|date_bin|extract|date_part)$|interval/;
const plain = withKernel.filter(
  fn =>
    !fn.args.includes(NUMERIC) && !fn.signature.includes('numeric') && !constantForms.test(fn.signature.split('(')[0]),
);

describe('kernels of one layout', () => {
  it.each(plain.map(fn => [fn.signature, fn] as const))('%s', (_name, fn) => {
    const types = fn.args.map((arg): SqlType => (arg === 'anyenum' ? {kind: 'enum', oid: 1} : (arg as SqlType)));
    check({fn, types, fixed: types.map(() => null)}, 25);
  });
});

describe('kernels of numerics', () => {
  const numeric = withKernel.filter(fn => fn.signature.includes('numeric') && fn.kind !== 'cast');
  it.each(numeric.map(fn => [fn.signature, fn] as const))('%s', (_name, fn) => {
    for (const a of layouts) {
      if (fn.args.length === 1) check({fn, types: [a], fixed: [null]}, 8);
      else for (const b of layouts) check({fn, types: [a, b], fixed: [null, null]}, 4);
    }
  });

  it.each(['add', 'sub', 'mul'])('%s takes integers as they are', operation => {
    const symbol = {add: '+', sub: '-', mul: '*'}[operation]!;
    const fn = functionBySignature(`${symbol}(numeric,numeric)`);
    fc.assert(
      fc.property(fc.array(fc.tuple(lanes({kind: 'bigint'}), lanes({kind: 'integer'})), {maxLength: 20}), rows => {
        const schema = [column('a', {kind: 'bigint'}), column('b', {kind: 'integer'})];
        const wide: Expr = cast('int8', 0, schema[0].type, digits(19, 0));
        const narrow: Expr = cast('int4', 1, schema[1].type, digits(10, 0));
        const literal: Expr = {op: 'literal', value: {coefficient: 908n, scale: 3}, type: NUMERIC};
        for (const args of [
          [wide, narrow],
          [literal, wide],
          [narrow, literal],
        ] as const) {
          const type = resultTypeOf(
            fn,
            args.map(arg => (arg === literal ? digits(3, 3) : arg.type)),
          );
          const batch = buildBatch(memory, {schema, rows, weights: undefined, kept: null});
          const both = bothWays({op: 'call', signature: fn.signature, args, type}, batch, context);
          batch.release();
          expect(both.vector).toEqual(both.row);
        }
      }),
      {numRuns: 40},
    );
  });
});

function cast(from: string, index: number, type: SqlType, to: SqlType): Expr {
  return {op: 'call', signature: `cast(${from},numeric)`, args: [{op: 'column', index, type}], type: to};
}

describe('casts of numerics', () => {
  const declared: SqlType[] = [
    {kind: 'numeric', precision: 5, scale: 2, digits: {precision: 5, scale: 2}},
    {kind: 'numeric', precision: 20, scale: 0, digits: {precision: 20, scale: 0}},
    {kind: 'numeric', precision: 38, scale: 20, digits: {precision: 38, scale: 20}},
    {kind: 'numeric', precision: 50, scale: 3},
    NUMERIC,
  ];

  function checkCast(from: SqlType, to: SqlType, signature: string): void {
    const rows = lengths.chain(length =>
      fc.array(fc.tuple(lanes(from)), {minLength: length, maxLength: length, size: 'max'}),
    );
    fc.assert(
      fc.property(rows, data => {
        const batch = buildBatch(memory, {schema: [column('a', from)], rows: data, weights: undefined, kept: null});
        const expr: Expr = {op: 'call', signature, args: [{op: 'column', index: 0, type: from}], type: to};
        const {vector, row} = bothWays(expr, batch, context);
        batch.release();
        expect(vector).toEqual(row);
      }),
      {numRuns: 10},
    );
    expect(memory.stats().liveBuffers).toBe(0);
  }

  it.each(declared.map(to => [JSON.stringify(to), to] as const))('to %s', (_name, to) => {
    for (const from of layouts) checkCast(from, to, 'cast(numeric,numeric)');
    for (const [kind, name] of [
      ['smallint', 'int2'],
      ['integer', 'int4'],
      ['bigint', 'int8'],
    ] as const) {
      checkCast({kind}, to, `cast(${name},numeric)`);
    }
  });

  it.each([
    ['smallint', 'int2'],
    ['integer', 'int4'],
    ['bigint', 'int8'],
    ['double precision', 'float8'],
    ['real', 'float4'],
  ] as const)('to %s', (kind, name) => {
    for (const from of layouts) checkCast(from, {kind}, `cast(numeric,${name})`);
  });
});

describe('kernels chosen by a constant', () => {
  const text = (values: readonly string[]): fc.Arbitrary<Datum> => fc.constantFrom<Datum>(...values);
  const spans = fc.oneof(arbitraryDatum(INTERVAL), fc.constantFrom<Datum>(...edges(INTERVAL)));
  const units = ['microseconds', 'milliseconds', 'second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
  const fields = [...units.filter(unit => unit !== 'week'), 'dow', 'isodow', 'doy', 'epoch', 'decade'];
  const patterns = ['%', '', 'a%', '%a', '%a%', 'hello world, hello', '%lo', '%o w%', 'h_llo%', 'Zü%', '%%', 'a\\%'];

  const calls: readonly (readonly [signature: string, fixed: readonly (fc.Arbitrary<Datum> | null)[]])[] = [
    ['~~(text,text)', [null, text(patterns)]],
    ['!~~(text,text)', [null, text(patterns)]],
    ['+(timestamp,interval)', [null, spans]],
    ['+(interval,timestamp)', [spans, null]],
    ['-(timestamp,interval)', [null, spans]],
    ['+(timestamptz,interval)', [null, spans]],
    ['date_trunc(text,timestamp)', [text(units), null]],
    ['date_trunc(text,timestamptz)', [text(units), null]],
    ['extract(text,timestamp)', [text(fields), null]],
    ['extract(text,timestamptz)', [text(fields), null]],
    ['date_part(text,timestamp)', [text(fields), null]],
    ['date_bin(interval,timestamp,timestamp)', [spans, null, fc.constantFrom<Datum>(0n, 5n, -86400000000n)]],
  ];

  it.each(calls)('%s', (signature, fixed) => {
    const fn = functionBySignature(signature);
    check({fn, types: fn.args as readonly SqlType[], fixed}, 60);
  });

  it('searches long texts', () => {
    const fn = functionBySignature('~~(text,text)');
    const long = fc.string({minLength: 0, maxLength: 80, unit: fc.constantFrom('a', 'b', 'é')});
    fc.assert(
      fc.property(
        fc.array(long, {maxLength: 20}),
        fc.string({maxLength: 20, unit: fc.constantFrom('a', 'b', 'é')}),
        (texts, needle) => {
          const rows = texts.map(value => [value]);
          for (const pattern of [`%${needle}%`, `${needle}%`, `%${needle}`, needle]) {
            const batch = buildBatch(memory, {schema: [column('t', TEXT)], rows, weights: undefined, kept: null});
            const args: Expr[] = [
              {op: 'column', index: 0, type: TEXT},
              {op: 'literal', value: pattern, type: TEXT},
            ];
            const both = bothWays({op: 'call', signature: fn.signature, args, type: {kind: 'boolean'}}, batch, context);
            batch.release();
            expect(both.vector).toEqual(both.row);
          }
        },
      ),
    );
  });
});
