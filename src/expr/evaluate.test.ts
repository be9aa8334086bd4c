import fc from 'fast-check';
import {afterEach, describe, expect, it} from 'vitest';
import {arbitraryDatum, buildBatch} from '../columnar/arbitrary-rows.ts';
import {batchFromRows} from '../columnar/builder.ts';
import {readDatum} from '../columnar/datum-access.ts';
import {releaseVector} from '../columnar/vector-references.ts';
import {loadKernels} from '../kernels/load.ts';
import type {Datum} from '../types/datum.ts';
import {column, type Schema} from '../types/schema.ts';
import {
  arrayOf,
  BIGINT,
  BOOLEAN,
  INTEGER,
  JSONB,
  NUMERIC,
  physicalOf,
  Physical,
  type SqlType,
  structOf,
  TEXT,
  TIMESTAMPTZ,
} from '../types/sql-type.ts';
import {compileExpr, evaluateConstant} from './evaluate.ts';
import type {Expr} from './expr.ts';
import {bothWays} from './testing/compare.ts';

const memory = loadKernels();
const context = {now: 1_000_000n, settings: new Map([['timezone', 'UTC']])};

afterEach(() => expect(memory.stats().liveBuffers).toBe(0));

const lit = (value: Datum, type: SqlType): Expr => ({op: 'literal', value, type});
const call = (signature: string, args: readonly Expr[], type: SqlType): Expr => ({op: 'call', signature, args, type});
const col = (schema: Schema, index: number): Expr => ({op: 'column', index, type: schema[index].type});

const DIGITS: SqlType = {kind: 'numeric', digits: {precision: 9, scale: 2}};
const POINT = structOf([
  {name: 'x', type: INTEGER},
  {name: 'y', type: TEXT},
]);
const schema: Schema = [
  column('i', INTEGER),
  column('j', INTEGER),
  column('b', BIGINT),
  column('p', BOOLEAN),
  column('q', BOOLEAN),
  column('t', TEXT),
  column('u', TEXT),
  column('d', DIGITS),
  column('v', NUMERIC),
  column('a', arrayOf(INTEGER)),
  column('s', POINT),
];

/** Expressions of a type over the schema, deep enough that branches hold what may raise. */
const {integer, boolean, text, numeric} = fc.letrec<{integer: Expr; boolean: Expr; text: Expr; numeric: Expr}>(tie => {
  const [int, bool, str, num] = [tie('integer'), tie('boolean'), tie('text'), tie('numeric')];
  const columns = (type: SqlType): Expr[] => schema.flatMap((c, i) => (c.type === type ? [col(schema, i)] : []));
  const binary = (symbols: readonly string[], name: string, arg: fc.Arbitrary<Expr>, type: SqlType) =>
    fc.tuple(fc.constantFrom(...symbols), arg, arg).map(([s, a, b]) => call(`${s}(${name},${name})`, [a, b], type));
  const comparison = (name: string, arg: fc.Arbitrary<Expr>) =>
    binary(['=', '<>', '<', '<=', '>', '>='], name, arg, BOOLEAN);
  const cases = (arg: fc.Arbitrary<Expr>, type: SqlType): fc.Arbitrary<Expr> =>
    fc.tuple(fc.array(fc.tuple(bool, arg), {minLength: 1, maxLength: 3}), fc.option(arg)).map(([whens, otherwise]) => ({
      op: 'case',
      whens: whens.map(([when, then]) => ({when, then})),
      otherwise: otherwise ?? lit(null, type),
      type,
    }));
  const several = (op: 'coalesce' | 'greatest' | 'least', arg: fc.Arbitrary<Expr>, type: SqlType): fc.Arbitrary<Expr> =>
    fc.array(arg, {minLength: 1, maxLength: 3}).map(args => ({op, args, type}));
  const deep = {depthSize: 'small', maxDepth: 4} as const;
  return {
    integer: fc.oneof(
      deep,
      fc.oneof(
        fc.constantFrom(...columns(INTEGER)),
        fc.constantFrom(0, 1, -1, 3).map(n => lit(n, INTEGER)),
      ),
      binary(['+', '-', '*', '/', '%'], 'int4', int, INTEGER),
      int.map(a => call('-(int4)', [a], INTEGER)),
      str.map(a => call('length(text)', [a], INTEGER)),
      fc.constantFrom(...columns(BIGINT)).map(a => call('cast(int8,int4)', [a], INTEGER)),
      num.map(a => call('cast(numeric,int4)', [a], INTEGER)),
      bool.map(a => call('cast(bool,int4)', [a], INTEGER)),
      cases(int, INTEGER),
      several('coalesce', int, INTEGER),
      several('greatest', int, INTEGER),
      fc.constant<Expr>({op: 'field', arg: col(schema, 10), index: 0, type: INTEGER}),
      int.map((subscript): Expr => ({op: 'subscript', arg: col(schema, 9), subscript, type: INTEGER})),
    ),
    boolean: fc.oneof(
      deep,
      fc.oneof(
        fc.constantFrom(...columns(BOOLEAN)),
        fc.boolean().map(v => lit(v, BOOLEAN)),
      ),
      comparison('int4', int),
      comparison('text', str),
      comparison('numeric', num),
      fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(bool, {minLength: 1, maxLength: 4}))
        .map(([op, args]): Expr => ({op, args, type: BOOLEAN})),
      bool.map((arg): Expr => ({op: 'not', arg, type: BOOLEAN})),
      fc
        .tuple(fc.oneof(int, str, num, fc.constant(col(schema, 10))), fc.boolean())
        .map(([arg, negated]): Expr => ({op: 'isNull', arg, negated, type: BOOLEAN})),
      fc
        .tuple(bool, fc.constantFrom('true', 'false', 'unknown'), fc.boolean())
        .map(([arg, truth, negated]): Expr => ({op: 'isTruth', arg, truth, negated, type: BOOLEAN})),
      fc
        .tuple(fc.oneof(fc.tuple(int, int), fc.tuple(str, str), fc.tuple(num, num)), fc.boolean())
        .map(([[left, right], negated]): Expr => ({op: 'distinct', left, right, negated, type: BOOLEAN})),
      fc
        .tuple(str, fc.constantFrom('%a%', 'b%', '%', 'x_'))
        .map(([a, p]) => call('~~(text,text)', [a, lit(p, TEXT)], BOOLEAN)),
      fc
        .tuple(int, fc.constantFrom('any', 'all'), fc.constantFrom<Datum>([1, 2], [0, null], []), fc.boolean())
        .map(([left, quantifier, items, constant]): Expr => ({
          op: 'quantified',
          quantifier,
          signature: '=(int4,int4)',
          left,
          array: constant ? lit(items, arrayOf(INTEGER)) : col(schema, 9),
          type: BOOLEAN,
        })),
      cases(bool, BOOLEAN),
      several('coalesce', bool, BOOLEAN),
    ),
    text: fc.oneof(
      deep,
      fc.oneof(
        fc.constantFrom(...columns(TEXT)),
        fc.constantFrom('', 'a', 'Zürich').map(v => lit(v, TEXT)),
      ),
      fc.tuple(str, str).map(([a, b]) => call('||(text,text)', [a, b], TEXT)),
      str.map(a => call('upper(text)', [a], TEXT)),
      fc.tuple(str, int).map(([a, n]) => call('left(text,int4)', [a, n], TEXT)),
      int.map(a => call('cast(int4,text)', [a], TEXT)),
      cases(str, TEXT),
      several('coalesce', str, TEXT),
      several('least', str, TEXT),
      fc.constant<Expr>({op: 'field', arg: col(schema, 10), index: 1, type: TEXT}),
    ),
    // Of variable layout by their type, whatever better one the compiler finds beneath.
    numeric: fc.oneof(
      deep,
      fc.oneof(
        fc.constant(col(schema, 8)),
        fc.constant(call('cast(numeric,numeric)', [col(schema, 7)], NUMERIC)),
        fc.constantFrom(908n, -15n, 0n).map(coefficient => lit({coefficient, scale: 3}, NUMERIC)),
      ),
      binary(['+', '-', '*', '/'], 'numeric', num, NUMERIC),
      num.map(a => call('abs(numeric)', [a], NUMERIC)),
      int.map(a => call('cast(int4,numeric)', [a], NUMERIC)),
      cases(num, NUMERIC),
      several('coalesce', num, NUMERIC),
    ),
  };
});

/** Few distinct values, so that equalities hold and divisors are zero. */
function cell(type: SqlType): fc.Arbitrary<Datum> {
  if (type === INTEGER) return fc.constantFrom<Datum>(null, 0, 1, 2, -1, 2147483647);
  if (type === TEXT) return fc.constantFrom<Datum>(null, '', 'a', 'ab', 'xyz', 'é');
  if (type === NUMERIC) return fc.constantFrom<Datum>(null, {coefficient: 150n, scale: 2}, {coefficient: 0n, scale: 0});
  return arbitraryDatum(type);
}

const cells = schema.map(c => cell(c.type));

describe('vector evaluation', () => {
  it.each([
    ['integer', integer],
    ['boolean', boolean],
    ['text', text],
    ['numeric', numeric],
  ] as const)('gives %s expressions what row evaluation gives, values and errors', (_name, exprs) => {
    const rows = fc.array(fc.tuple(...cells), {maxLength: 20});
    fc.assert(
      fc.property(exprs, rows, fc.nat(2), (expr, data, third) => {
        const kept = third === 0 ? data.map((_, i) => i).filter(i => i % 2 === 0) : null;
        const batch = buildBatch(memory, {schema, rows: data, weights: undefined, kept});
        const {vector, row} = bothWays(expr, batch, context);
        batch.release();
        expect(vector).toEqual(row);
      }),
      {numRuns: 500},
    );
  });

  function evaluated(expr: Expr, rows: readonly (readonly Datum[])[], over: Schema): (Datum | string)[] {
    const batch = batchFromRows(memory, over, rows);
    const {vector, errors} = compileExpr(expr, context).evaluate(batch);
    const values = rows.map(
      (_, row) => errors?.find(e => e.row === row)?.error.message ?? readDatum(memory, vector, row),
    );
    releaseVector(memory, vector);
    batch.release();
    return values;
  }

  const ints: Schema = [column('a', INTEGER), column('b', INTEGER)];
  const quotient = call('/(int4,int4)', [col(ints, 0), col(ints, 1)], INTEGER);
  const isZero = call('=(int4,int4)', [col(ints, 1), lit(0, INTEGER)], BOOLEAN);

  it('raises for the rows that fail and no others', () => {
    expect(evaluated(quotient, [[6, 3], [1, 0], [null, 0], [7, 7]], ints)).toEqual([2, 'division by zero', null, 1]); // prettier-ignore
  });

  it('does not raise in a branch that is not taken', () => {
    const guarded: Expr = {
      op: 'case',
      whens: [{when: isZero, then: lit(-1, INTEGER)}],
      otherwise: quotient,
      type: INTEGER,
    };
    expect(evaluated(guarded, [[6, 3], [1, 0]], ints)).toEqual([2, -1]); // prettier-ignore
    const positive = call('>(int4,int4)', [quotient, lit(0, INTEGER)], BOOLEAN);
    const either: Expr = {op: 'or', args: [isZero, positive], type: BOOLEAN};
    expect(evaluated(either, [[6, 3], [1, 0], [-6, 3]], ints)).toEqual([true, true, false]); // prettier-ignore
  });

  it('does not raise for rows outside the active bitmap', () => {
    const batch = batchFromRows(memory, ints, [[1, 0], [1, 0], [1, 0]]); // prettier-ignore
    const active = memory.allocZeroed(1);
    memory.u8[active] = 0b010;
    const {vector, errors} = compileExpr(quotient, context).evaluate(batch, active);
    expect(errors?.map(({row}) => row)).toEqual([1]);
    releaseVector(memory, vector);
    memory.release(active);
    batch.release();
  });

  it('raises a failing constant only where it counts', () => {
    const failing = call('/(int4,int4)', [lit(1, INTEGER), lit(0, INTEGER)], INTEGER);
    const guarded: Expr = {
      op: 'case',
      whens: [{when: isZero, then: failing}],
      otherwise: lit(7, INTEGER),
      type: INTEGER,
    };
    expect(evaluated(guarded, [[1, 1], [1, 0]], ints)).toEqual([7, 'division by zero']); // prettier-ignore
  });

  it('shares the buffers of columns and fields', () => {
    const nested: Schema = [column('s', POINT)];
    const batch = batchFromRows(memory, nested, [[[1, 'x']], [null]]); // prettier-ignore
    const {vector} = compileExpr({op: 'field', arg: col(nested, 0), index: 0, type: INTEGER}, context).evaluate(batch);
    expect(vector.values).toBe(batch.columns[0].children[0].values);
    releaseVector(memory, vector);
    batch.release();
  });

  it('computes now() anew each time, of the context', () => {
    const moving = {now: 5n, settings: context.settings};
    const compiled = compileExpr(call('now()', [], TIMESTAMPTZ), moving);
    const batch = batchFromRows(memory, ints, [[1, 1]]);
    for (const now of [5n, 6n]) {
      moving.now = now;
      const {vector} = compiled.evaluate(batch);
      expect(readDatum(memory, vector, 0)).toBe(now);
      releaseVector(memory, vector);
    }
    batch.release();
  });

  it('multiplies prices exactly in integer lanes', () => {
    const bids: Schema = [column('price', BIGINT)];
    const price = call('cast(int8,numeric)', [col(bids, 0)], {kind: 'numeric', digits: {precision: 19, scale: 0}});
    const literal = lit({coefficient: 908n, scale: 3}, {kind: 'numeric', digits: {precision: 3, scale: 3}});
    const product: SqlType = {kind: 'numeric', digits: {precision: 22, scale: 3}};
    const batch = batchFromRows(memory, bids, [[100n], [9223372036854775807n]]); // prettier-ignore
    const {vector} = compileExpr(call('*(numeric,numeric)', [literal, price], product), context).evaluate(batch);
    expect(physicalOf(vector.type)).toBe(Physical.int128);
    expect(readDatum(memory, vector, 0)).toEqual({coefficient: 90800n, scale: 3});
    expect(readDatum(memory, vector, 1)).toEqual({coefficient: 9223372036854775807n * 908n, scale: 3});
    releaseVector(memory, vector);
    batch.release();
  });

  it('gives everything back when a fault of ours passes through', () => {
    const documents: Schema = [column('j', JSONB), column('t', TEXT)];
    const compiled = compileExpr(
      call('||(text,text)', [col(documents, 1), call('current_setting(text)', [col(documents, 1)], TEXT)], TEXT),
      {
        ...context,
        system: () => {
          throw new TypeError('a fault');
        },
      },
    );
    const batch = batchFromRows(memory, documents, [['1', 'x']]);
    expect(() => compiled.evaluate(batch)).toThrow('a fault');
    batch.release();
  });
});

describe('constant evaluation', () => {
  it('evaluates expressions without columns', () => {
    expect(evaluateConstant(call('+(int8,int4)', [lit(2n, BIGINT), lit(3, INTEGER)], BIGINT), context)).toBe(5n);
  });

  it('folds what cannot fail', () => {
    const sum = call('+(int4,int4)', [lit(2, INTEGER), lit(3, INTEGER)], INTEGER);
    expect(compileExpr(sum, context).constant).toBe(5);
    const failing = call('/(int4,int4)', [lit(2, INTEGER), lit(0, INTEGER)], INTEGER);
    expect(compileExpr(failing, context).constant).toBeUndefined();
  });
});
