import fc from 'fast-check';
import {expect, test} from 'vitest';
import {aggregateBySignature} from '../../expr/registry.ts';
import {DEFAULT_FRAME, type FrameBound, type WindowFrame} from '../../expr/window-call.ts';
import {windowFunctionBySignature} from '../../expr/window-functions.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {PhysicalWindowCall, SortKey} from '../../plan/physical.ts';
import {column} from '../../types/schema.ts';
import {BIGINT, BOOLEAN, INTEGER, NUMERIC, TEXT, numericOf} from '../../types/sql-type.ts';
import {verifyPlan} from '../testing/harness.ts';
import {PlanBuilder, by, lit} from '../testing/plan-builder.ts';
import {arbitraryScript, type TestTable} from '../testing/script.ts';

const memory = loadKernels();
const schema = [
  column('k', TEXT),
  column('i', INTEGER),
  column('l', BIGINT),
  column('n', numericOf(10, 2)),
  column('v', NUMERIC),
  column('f', BOOLEAN),
  column('o', INTEGER),
];
const tables: readonly TestTable[] = [{object: 1, schema}];
const [K, I, L, N, V, F] = [0, 1, 2, 3, 4, 5];

const preceding = (n: bigint): FrameBound => ({type: 'preceding', offset: lit(n, BIGINT)});
const following = (n: bigint): FrameBound => ({type: 'following', offset: lit(n, BIGINT)});
const FIRST: FrameBound = {type: 'unboundedPreceding'};
const CURRENT: FrameBound = {type: 'currentRow'};
const LAST: FrameBound = {type: 'unboundedFollowing'};

function frame(
  unit: WindowFrame['unit'],
  start: FrameBound,
  end: FrameBound,
  exclude: WindowFrame['exclude'] = 'none',
): WindowFrame {
  return {unit, start, end, exclude};
}

function aggregate(
  signature: string,
  args: readonly number[] = [],
  of: WindowFrame = DEFAULT_FRAME,
  filter: number | null = null,
): PhysicalWindowCall {
  const type = aggregateBySignature(signature).returns(args.map(arg => schema[arg].type));
  return {kind: 'aggregate', signature, args, filter, frame: of, type};
}

function windowed(
  signature: string,
  args: readonly number[] = [],
  of: WindowFrame = DEFAULT_FRAME,
): PhysicalWindowCall {
  const type = windowFunctionBySignature(signature).returns(args.map(arg => schema[arg].type));
  return {kind: 'window', signature, args, filter: null, frame: of, type};
}

function verify(calls: readonly PhysicalWindowCall[], partition: readonly number[], keys: readonly SortKey[]): void {
  const p = new PlanBuilder();
  const plan = p.plan(p.over(p.input(1, schema), {partition, keys, calls}));
  fc.assert(
    fc.property(arbitraryScript(tables, {changes: 12}), script => {
      verifyPlan(memory, plan, tables, script);
    }),
    {numRuns: 50},
  );
  expect(memory.stats().liveBuffers).toBe(0);
}

const ranks = ['row_number()', 'rank()', 'dense_rank()', 'percent_rank()', 'cume_dist()'].map(name => windowed(name));
const sums = (of: WindowFrame): PhysicalWindowCall[] => [
  aggregate('count()', [], of),
  aggregate('count(any)', [I], of),
  aggregate('sum(int4)', [I], of),
  aggregate('sum(int8)', [L], of),
  aggregate('sum(numeric)', [N], of),
  aggregate('avg(numeric)', [V], of, F),
  aggregate('min(int4)', [I], of),
  aggregate('max(numeric)', [V], of),
];
const values = (of: WindowFrame): PhysicalWindowCall[] => [
  windowed('first_value(anyelement)', [K], of),
  windowed('last_value(anyelement)', [V], of),
];

test.each([
  ['by a partition', [K], [by(I)]],
  ['downwards, over all rows', [], [by(I, true)]],
  ['without an order', [K], []],
  ['by two keys', [F], [by(I, false, true), by(V)]],
] as const)('ranks %s', (_, partition, keys) => verify(ranks, partition, keys));

test('row numbers alone', () => verify([windowed('row_number()')], [K], [by(I)]));
test('neighbours alone', () =>
  verify([windowed('lag(anyelement)', [V]), windowed('lead(anyelement)', [K])], [K], [by(I)]));

test.each([
  ['the usual', DEFAULT_FRAME],
  ['all rows', frame('rows', FIRST, LAST)],
  ['running by rows', frame('rows', FIRST, CURRENT)],
  ['three rows', frame('rows', preceding(1n), following(1n))],
  ['rows behind', frame('rows', following(1n), following(3n))],
  ['rows before', frame('rows', preceding(3n), preceding(1n))],
  ['backwards frames', frame('rows', preceding(1n), preceding(2n))],
  ['the rest', frame('rows', CURRENT, LAST)],
  ['peers', frame('range', CURRENT, CURRENT)],
  ['peers and rest', frame('range', CURRENT, LAST)],
  ['values near', frame('range', preceding(1n), following(2n))],
  ['values up to', frame('range', FIRST, preceding(1n))],
  ['values from', frame('range', following(1n), LAST)],
  ['groups near', frame('groups', preceding(1n), following(1n))],
  ['groups before', frame('groups', preceding(2n), preceding(1n))],
  ['groups behind', frame('groups', following(1n), following(2n))],
  ['all but the row', frame('rows', FIRST, LAST, 'currentRow')],
  ['near but the row', frame('rows', preceding(2n), following(1n), 'currentRow')],
  ['all but peers', frame('rows', FIRST, LAST, 'group')],
  ['near but peers', frame('rows', preceding(2n), following(2n), 'group')],
  ['values but ties', frame('range', preceding(2n), CURRENT, 'ties')],
  ['near but ties', frame('rows', preceding(2n), following(2n), 'ties')],
  ['groups but ties', frame('groups', FIRST, CURRENT, 'ties')],
])('frames: %s', (_, of) => {
  verify([...sums(of), ...values(of)], [K], [by(I)]);
  verify([...sums(of), ...values(of)], [], [by(I, true)]);
});

test('the same frame, each call alone', () => {
  for (const call of [
    ...sums(frame('rows', preceding(1n), CURRENT)),
    ...values(frame('rows', CURRENT, following(1n))),
  ]) {
    verify([call], [K], [by(I)]);
  }
});
