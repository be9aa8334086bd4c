import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import {column} from '../types/schema.ts';
import {BIGINT, INTEGER, TEXT} from '../types/sql-type.ts';
import {verifyPlan} from './testing/harness.ts';
import {PlanBuilder, call, lit} from './testing/plan-builder.ts';
import {type TestTable, arbitraryScript} from './testing/script.ts';

const memory = loadKernels();
const leftSchema = [column('a', INTEGER), column('k', BIGINT), column('s', TEXT)];
const rightSchema = [column('k', BIGINT), column('s', TEXT), column('b', INTEGER)];
const left: TestTable = {object: 1, schema: leftSchema};
const right: TestTable = {object: 2, schema: rightSchema};

const kinds = ['inner', 'left', 'semi', 'anti'] as const;
/** Whether each side is an object of the circuit (shared) or made by an operator (owned). */
const sides = [
  ['shared', 'shared'],
  ['owned', 'shared'],
  ['shared', 'owned'],
  ['owned', 'owned'],
] as const;

function verify(build: (p: PlanBuilder) => number, tables: readonly TestTable[] = [left, right]): void {
  const p = new PlanBuilder();
  const plan = p.plan(build(p));
  fc.assert(
    fc.property(arbitraryScript(tables), script => {
      verifyPlan(memory, plan, tables, script);
    }),
  );
  expect(plan.nodes.length).toBeGreaterThan(0);
}

function side(p: PlanBuilder, object: number, kind: 'shared' | 'owned'): number {
  const input = p.input(object, object === 1 ? leftSchema : rightSchema);
  const int = object === 1 ? 0 : 2;
  return kind === 'shared' ? input : p.filter(input, call('<>(int4,int4)', p.col(input, int), lit(3, INTEGER)));
}

for (const kind of kinds) {
  test.each(sides)(`${kind} join, left %s, right %s`, (l, r) =>
    verify(p => p.join(kind, side(p, 1, l), side(p, 2, r), {leftKeys: [1], rightKeys: [0]})),
  );

  test(`${kind} join on two keys, one null-safe`, () =>
    verify(p =>
      p.join(kind, side(p, 1, 'shared'), side(p, 2, 'shared'), {
        leftKeys: [1, 2],
        rightKeys: [0, 1],
        nullSafe: [false, true],
      }),
    ));

  test(`${kind} join without keys`, () =>
    verify(p => p.join(kind, side(p, 1, 'shared'), side(p, 2, 'owned'), {leftKeys: [], rightKeys: []})));

  test(`${kind} self-join`, () =>
    verify(p => p.join(kind, side(p, 1, 'shared'), side(p, 1, 'shared'), {leftKeys: [0], rightKeys: [0]}), [left]));

  test(`${kind} join of streams`, () =>
    verify(
      p => p.join(kind, p.input(1, leftSchema, true), p.input(2, rightSchema, true), {leftKeys: [1], rightKeys: [0]}),
      [
        {...left, stream: true, monotonic: true},
        {...right, stream: true, monotonic: true},
      ],
    ));
}

test('inner join with a residual that may fail', () =>
  verify(p => {
    const [l, r] = [side(p, 1, 'shared'), side(p, 2, 'shared')];
    const b = {op: 'column', index: 5, type: INTEGER} as const;
    const residual = call('>=(int4,int4)', call('/(int4,int4)', p.col(l, 0), b), lit(1, INTEGER));
    return p.join('inner', l, r, {leftKeys: [1], rightKeys: [0], residual});
  }));

test('joins of joins', () =>
  verify(p => {
    const inner = p.join('inner', side(p, 1, 'shared'), side(p, 2, 'shared'), {leftKeys: [1], rightKeys: [0]});
    const outer = p.join('left', inner, side(p, 2, 'owned'), {leftKeys: [0], rightKeys: [2]});
    return p.join('anti', outer, side(p, 1, 'shared'), {leftKeys: [5], rightKeys: [0]});
  }));
