import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import {column} from '../types/schema.ts';
import {BIGINT, INTEGER, TEXT, TIMESTAMP} from '../types/sql-type.ts';
import {verifyPlan} from './testing/harness.ts';
import {PlanBuilder, call, lit} from './testing/plan-builder.ts';
import {type TestTable, arbitraryScript} from './testing/script.ts';

const memory = loadKernels();
const schema = [column('a', INTEGER), column('b', BIGINT), column('c', TEXT), column('t', TIMESTAMP)];
const table: TestTable = {object: 1, schema};
const stream: TestTable = {object: 1, schema, stream: true};

function verify(build: (p: PlanBuilder, input: number) => number, tables: readonly TestTable[] = [table]): void {
  const p = new PlanBuilder();
  const plan = p.plan(build(p, p.input(1, schema)));
  fc.assert(
    fc.property(arbitraryScript(tables), script => {
      verifyPlan(memory, plan, tables, script);
    }),
  );
  expect(plan.nodes.length).toBeGreaterThan(0);
}

test('input', () => verify((_, input) => input));
test('input of a stream', () => verify((_, input) => input, [stream]));

test('filter', () => verify((p, input) => p.filter(input, call('<(int4,int4)', p.col(input, 0), lit(2, INTEGER)))));

test('filter with failing rows', () =>
  verify((p, input) =>
    p.filter(input, call('>(int4,int4)', call('/(int4,int4)', lit(6, INTEGER), p.col(input, 0)), lit(2, INTEGER))),
  ));

test('project', () =>
  verify((p, input) =>
    p.project(input, [p.col(input, 2), call('+(int4,int4)', p.col(input, 0), lit(1, INTEGER)), p.col(input, 1)]),
  ));

test('project with failing rows', () =>
  verify((p, input) =>
    p.project(input, [
      call('/(int4,int4)', lit(6, INTEGER), p.col(input, 0)),
      call('/(int8,int8)', lit(6n, BIGINT), p.col(input, 1)),
    ]),
  ));

test('union', () =>
  verify((p, input) => p.union([input, p.filter(input, call('=(text,text)', p.col(input, 2), lit('a', TEXT)))])));

test('negate', () =>
  verify((p, input) =>
    p.union([input, input, p.negate(p.filter(input, call('=(text,text)', p.col(input, 2), lit('a', TEXT))))]),
  ));

test('values', () =>
  verify((p, input) => {
    const pair = p.project(input, [p.col(input, 0), p.col(input, 2)]);
    const values = p.values(p.schema(pair), [
      [lit(1, INTEGER), lit('a', TEXT)],
      [call('+(int4,int4)', lit(1, INTEGER), lit(1, INTEGER)), lit(null, TEXT)],
      [call('/(int4,int4)', lit(1, INTEGER), lit(0, INTEGER)), lit('fails', TEXT)],
    ]);
    return p.union([pair, values]);
  }));

test('values that differ in their constants alone', () =>
  verify((p, input) => {
    const pair = p.project(input, [p.col(input, 0), p.col(input, 2)]);
    const same = call('abs(int4)', lit(-7, INTEGER));
    const rows = Array.from({length: 80}, (_, i) => [
      i % 3 === 0 ? same : call('/(int4,int4)', lit(84, INTEGER), lit(i % 20, INTEGER)),
      i % 7 === 0 ? lit(null, TEXT) : lit(`v${i % 5}`, TEXT),
    ]);
    const computed = rows.filter((_, i) => i % 3 !== 0);
    const [, ...others] = [...computed, ...computed];
    return p.union([
      pair,
      p.values(p.schema(pair), rows),
      p.values(p.schema(pair), others),
      p.values(
        p.schema(pair),
        others.map(row => [same, call('lower(text)', row[1])]),
      ),
    ]);
  }));

test.each([
  ['tumble', 10_000_000n, 10_000_000n, 0n],
  ['tumble', 7n, 7n, -3n],
  ['hop', 30_000_000n, 10_000_000n, 0n],
  ['hop', 25n, 10n, 4n],
  ['hop', 5n, 10n, 0n],
] as const)('%s of size %s, slide %s, offset %s', (kind, size, slide, offset) =>
  verify((p, input) => p.window(input, {kind, time: 3, size, slide, offset})),
);

test.each([
  [30_000_000n, 10_000_000n, 0n],
  [6n, 2n, -1n],
  // Here a time is not in the same windows as the start of the last one.
  [25n, 10n, 4n],
])('a hop whose time nobody reads, of size %s, slide %s, offset %s', (size, slide, offset) =>
  verify((p, input) => {
    const pair = p.project(input, [p.col(input, 0), p.col(input, 3)]);
    const windows = p.window(pair, {kind: 'hop', time: 1, size, slide, offset, coarse: true});
    return p.project(windows, [p.col(windows, 0), p.col(windows, 2), p.col(windows, 3)]);
  }),
);

test('a table function of each row', () =>
  verify((p, input) => p.flatMap(input, 'generate_series(int4,int4)', [lit(1, INTEGER), p.col(input, 0)], true)));

test('a table function over arguments that fail, and that fails', () =>
  verify((p, input) =>
    p.flatMap(input, 'generate_series(int4,int4,int4)', [
      lit(0, INTEGER),
      call('/(int4,int4)', lit(6, INTEGER), p.col(input, 0)),
      // A step of zero is an error of the function.
      call('+(int4,int4)', p.col(input, 0), lit(1, INTEGER)),
    ]),
  ));
