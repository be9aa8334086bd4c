import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import {column} from '../types/schema.ts';
import {BIGINT, INTEGER} from '../types/sql-type.ts';
import {verifyPlan} from './testing/harness.ts';
import {PlanBuilder, call, lit} from './testing/plan-builder.ts';
import {type TestTable, arbitraryScript} from './testing/script.ts';

const memory = loadKernels();
const nodes = [0, 1, 2, 3, null];
const roots: TestTable = {object: 1, schema: [column('n', INTEGER)], domains: [nodes]};
const edges: TestTable = {
  object: 2,
  schema: [column('a', INTEGER), column('b', INTEGER), column('w', INTEGER)],
  domains: [nodes, nodes, [0, 1]],
};
const one = lit(1n, BIGINT);

function verify(build: (p: PlanBuilder) => number): void {
  const p = new PlanBuilder();
  const plan = p.plan(build(p));
  let verified = 0;
  fc.assert(
    fc.property(arbitraryScript([roots, edges], {ticks: 6, changes: 6}), script => {
      verifyPlan(memory, plan, [roots, edges], script);
      verified++;
    }),
    {numRuns: 150},
  );
  expect(verified).toBeGreaterThan(0);
}

/** (n, iteration) of the roots. */
function begin(p: PlanBuilder): number {
  const input = p.input(1, roots.schema);
  return p.project(input, [p.col(input, 0), lit(0n, BIGINT)]);
}

/** One edge on: (b, iteration + 1) of those in the loop, as long as `most` iterations have not passed. */
function follow(p: PlanBuilder, loop: number, edge: number, most: bigint): number {
  const going = p.filter(loop, call('<(int8,int8)', p.col(loop, 1), lit(most, BIGINT)));
  const joined = p.join('inner', going, edge, {leftKeys: [0], rightKeys: [0]});
  return p.project(joined, [p.col(joined, 3), call('+(int8,int8)', p.col(joined, 1), one)]);
}

const reached = (p: PlanBuilder, loop: number) => p.project(loop, [p.col(loop, 0)]);

test('what can be reached in a graph with cycles', () =>
  verify(p =>
    reached(
      p,
      p.recursive(begin(p), true, loop => follow(p, loop, p.input(2, edges.schema), 1000n)),
    ),
  ));

test('all ways of some length', () =>
  verify(p =>
    reached(
      p,
      p.recursive(begin(p), false, loop => follow(p, loop, p.input(2, edges.schema), 4n)),
    ),
  ));

test('with what each iteration is as rows', () =>
  verify(p => p.recursive(begin(p), true, loop => follow(p, loop, p.input(2, edges.schema), 1000n))));

test('over edges that come out of an aggregation, and as the input of one', () =>
  verify(p => {
    const loop = p.recursive(begin(p), true, inner => {
      const input = p.input(2, edges.schema);
      const best = p.aggregate(input, [0], [{signature: 'max(int4)', args: [1], distinct: false, filter: null}]);
      const widened = p.project(best, [p.col(best, 0), p.col(best, 1), p.col(best, 0)]);
      return follow(p, inner, widened, 1000n);
    });
    return p.aggregate(reached(p, loop), [], [{signature: 'count()', args: [], distinct: false, filter: null}]);
  }));

test('with an anti join in the step, and rows that fail', () =>
  verify(p => {
    const loop = p.recursive(begin(p), true, inner => {
      const edge = p.input(2, edges.schema);
      const blocked = p.filter(edge, call('=(int4,int4)', p.col(edge, 2), lit(0, INTEGER)));
      const free = p.join('anti', inner, blocked, {leftKeys: [0], rightKeys: [0]});
      const next = follow(p, free, edge, 1000n);
      return p.project(next, [call('/(int4,int4)', lit(6, INTEGER), p.col(next, 0)), p.col(next, 1)]);
    });
    return reached(p, loop);
  }));

test('two recursions, one over the other', () =>
  verify(p => {
    const edge = p.input(2, edges.schema);
    const first = reached(
      p,
      p.recursive(begin(p), true, loop => follow(p, loop, edge, 2n)),
    );
    const base = p.project(first, [p.col(first, 0), lit(0n, BIGINT)]);
    return reached(
      p,
      p.recursive(base, false, loop => follow(p, loop, edge, 2n)),
    );
  }));
