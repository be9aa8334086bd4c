import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import {column} from '../types/schema.ts';
import {BIGINT, BOOLEAN, DOUBLE, INTEGER, NUMERIC, TEXT, numericOf} from '../types/sql-type.ts';
import type {Expr} from '../expr/expr.ts';
import {verifyPlan} from './testing/harness.ts';
import {PlanBuilder, agg, by, call, lit} from './testing/plan-builder.ts';
import {type TestTable, arbitraryScript} from './testing/script.ts';

const memory = loadKernels();
const schema = [
  column('k', TEXT),
  column('i', INTEGER),
  column('l', BIGINT),
  column('d', DOUBLE),
  column('n', numericOf(10, 2)),
  column('v', NUMERIC),
  column('f', BOOLEAN),
];
const table: TestTable = {object: 1, schema};
const [K, I, L, D, N, V, F] = [0, 1, 2, 3, 4, 5, 6];

function verify(build: (p: PlanBuilder, input: number) => number, tables: readonly TestTable[] = [table]): void {
  const p = new PlanBuilder();
  const plan = p.plan(build(p, p.input(1, schema, tables[0].monotonic)));
  fc.assert(
    fc.property(arbitraryScript(tables), script => {
      verifyPlan(memory, plan, tables, script);
    }),
  );
  expect(plan.nodes.length).toBeGreaterThan(0);
}

const sums = [
  agg('count()'),
  agg('count(any)', [I]),
  agg('sum(int4)', [I]),
  agg('sum(int8)', [L]),
  agg('sum(float8)', [D]),
  agg('sum(numeric)', [N]),
  agg('sum(numeric)', [V]),
];

test('distinct', () => verify((p, input) => p.distinct(p.project(input, [p.col(input, K), p.col(input, I)]))));

test.each([
  ['by a key', [K]],
  ['by two keys', [K, F]],
  ['without keys', []],
] as const)('counts and sums %s', (_, keys) => verify((p, input) => p.aggregate(input, keys, sums)));

test('averages', () =>
  verify((p, input) =>
    p.aggregate(input, [F], [agg('avg(int8)', [L]), agg('avg(int4)', [I]), agg('avg(float8)', [D])]),
  ));

test.each([
  ['by a key', [F]],
  ['without keys', []],
] as const)('arrays %s', (_, keys) =>
  verify((p, input) =>
    p.aggregate(input, keys, [
      agg('array_agg(anynonarray)', [I]),
      {...agg('array_agg(anynonarray)', [K]), distinct: true},
      {...agg('array_agg(anynonarray)', [L]), filter: F},
      agg('count()'),
    ]),
  ),
);

const half = lit(0.5, DOUBLE);
test.each([
  ['by a key', [F]],
  ['by two keys', [F, K]],
  ['without keys', []],
] as const)('values in order %s', (_, keys) =>
  verify((p, input) =>
    p.aggregate(input, keys, [
      agg('array_agg(anynonarray)', [I], {order: [by(D, true), by(I)]}),
      agg('array_agg(anynonarray)', [K], {order: [by(L), by(K, false, true)], filter: F}),
      agg('array_agg(anynonarray)', [I], {order: [by(I, true)], distinct: true}),
      agg('string_agg(text,text)', [K, K], {order: [by(D), by(K)]}),
      agg('string_agg(text,text)', [K, K], {distinct: true}),
      agg('bit_xor(int4)', [I]),
      agg('bit_and(int4)', [I], {filter: F}),
      agg('count()'),
      agg('sum(int4)', [I]),
    ]),
  ),
);

test.each([
  ['by a key', [F]],
  ['without keys', []],
] as const)('values at a position %s', (_, keys) =>
  verify((p, input) =>
    p.aggregate(input, keys, [
      agg('percentile_disc(float8,anyelement)', [K], {order: [by(K, true)], direct: [half]}),
      agg('percentile_cont(float8,float8)', [D], {order: [by(D)], direct: [half]}),
      agg('percentile_cont(float8,float8)', [D], {order: [by(D)], direct: [lit(0.9, DOUBLE)], filter: F}),
      agg('first_value(anyelement)', [K], {order: [by(L), by(K)]}),
      agg('last_value(anyelement)', [K], {order: [by(L), by(K)]}),
      agg('any_value(anyelement)', [I]),
      agg('max_by(anyelement,any)', [K, L]),
      agg('min_by(anyelement,any)', [I, D]),
      agg('mode(anyelement)', [I], {order: [by(I)]}),
      agg('rank(any)', [I, K], {order: [by(I, true), by(K)], direct: [lit(1, INTEGER), lit('b', TEXT)]}),
      agg('cume_dist(any)', [I], {order: [by(I)], direct: [lit(1, INTEGER)]}),
      agg('approx_count_distinct(any)', [K], {distinct: true}),
    ]),
  ),
);

test('a fraction that the group says', () =>
  verify((p, input) => {
    const fraction: Expr = {op: 'column', index: 0, type: DOUBLE};
    const some = p.filter(input, call('>=(float8,float8)', p.col(input, D), lit(0, DOUBLE)));
    const few = p.filter(some, call('<=(float8,float8)', p.col(some, D), lit(1, DOUBLE)));
    return p.aggregate(
      few,
      [D],
      [agg('percentile_disc(float8,anyelement)', [I], {order: [by(I)], direct: [fraction]})],
    );
  }));

const special: TestTable = {
  object: 1,
  schema,
  domains: [
    ['a', 'b'],
    [1, null],
    [1n],
    [NaN, Infinity, -Infinity, 0, 0.5, 2, null],
    [{coefficient: 1n, scale: 2}],
    [null],
    [true, false],
  ],
};
test.each([
  ['numbers', table],
  ['numbers, infinities and NaN', special],
])('statistics of %s', (_, input) =>
  verify(
    (p, rows) => {
      const wide = p.project(rows, [p.col(rows, K), p.col(rows, D), call('cast(int4,float8)', p.col(rows, I))]);
      return p.aggregate(
        wide,
        [0],
        [
          agg('var_pop(float8)', [1]),
          agg('var_pop(float8)', [1], {distinct: true}),
          agg('regr_sxy(float8,float8)', [1, 2]),
          agg('corr(float8,float8)', [1, 2]),
        ],
      );
    },
    [input],
  ),
);

test('aggregates with FILTER', () =>
  verify((p, input) =>
    p.aggregate(
      input,
      [K],
      [agg('count()', [], {filter: F}), agg('sum(int8)', [L], {filter: F}), agg('sum(int4)', [I])],
    ),
  ));

test('aggregates with DISTINCT', () =>
  verify((p, input) =>
    p.aggregate(
      input,
      [F],
      [
        agg('count(any)', [I], {distinct: true}),
        agg('count()'),
        agg('sum(int4)', [I], {distinct: true}),
        agg('sum(int8)', [L], {distinct: true, filter: F}),
        agg('count(any)', [K], {distinct: true}),
        agg('sum(float8)', [D]),
      ],
    ),
  ));

test('aggregates with DISTINCT, without keys', () =>
  verify((p, input) => p.aggregate(input, [], [agg('count(any)', [I], {distinct: true}), agg('sum(int8)', [L])])));

test('min and max over a stream', () =>
  verify(
    (p, input) => p.aggregate(input, [F], [agg('min(int8)', [L]), agg('max(text)', [K]), agg('max(numeric)', [N])]),
    [{...table, stream: true, monotonic: true}],
  ));

test('min and max over rows that go', () =>
  verify((p, input) =>
    p.aggregate(
      input,
      [F],
      [agg('min(int8)', [L]), agg('max(text)', [K]), agg('max(int4)', [I], {filter: F}), agg('count()')],
    ),
  ));

test('min and max without keys', () =>
  verify((p, input) => p.aggregate(input, [], [agg('min(int4)', [I], {distinct: true}), agg('max(float8)', [D])])));

test('a sum that leaves its range is an error until it is back', () => {
  const big: TestTable = {
    object: 1,
    schema,
    domains: [
      ['a', 'b'],
      [1],
      [2n ** 62n, -(2n ** 62n), 2n ** 61n],
      [0],
      [{coefficient: 1n, scale: 2}],
      [null],
      [true],
    ],
  };
  // The sum of bigint cannot overflow (it is numeric); adding it up as a bigint again can.
  verify(
    (p, input) => {
      const group = p.aggregate(input, [K], [agg('sum(int8)', [L])]);
      return p.project(group, [p.col(group, 0), call('cast(numeric,int8)', p.col(group, 1))]);
    },
    [big],
  );
});

test('at most one row', () => verify((p, input) => p.atMostOne(input, [])));
test('at most one row if it is asked for', () =>
  verify((p, input) =>
    p.atMostOne(
      p.filter(input, call('<(int4,int4)', p.col(input, I), lit(2, INTEGER))),
      [],
      p.filter(input, call('>=(float8,float8)', p.col(input, D), lit(0, DOUBLE))),
    ),
  ));
test('at most one row by key', () => verify((p, input) => p.atMostOne(input, [K, I])));

const whole = schema.map((_, i) => by(i, i % 2 === 0));
test.each([
  ['of all', [], 3n, 0n],
  ['by key', [K], 1n, 0n],
  ['by key, with offset', [F], 2n, 1n],
  ['without limit', [F], null, 2n],
] as const)('top-k %s', (_, partition, limit, offset) =>
  verify((p, input) => p.topK(input, {partition, keys: whole, limit, offset})),
);

test('aggregates of aggregates', () =>
  verify((p, input) => {
    const inner = p.aggregate(input, [K, F], [agg('count()'), agg('sum(int8)', [L])]);
    const having = p.filter(inner, call('>(int8,int8)', p.col(inner, 2), lit(1n, BIGINT)));
    return p.aggregate(
      having,
      [1],
      [agg('count()'), agg('sum(numeric)', [3]), agg('count(any)', [0], {distinct: true})],
    );
  }));
