import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import {column} from '../types/schema.ts';
import {BIGINT, BOOLEAN, DOUBLE, INTEGER, NUMERIC, TEXT, numericOf} from '../types/sql-type.ts';
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
