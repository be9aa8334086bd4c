import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {PhysicalPlan} from '../plan/physical.ts';
import {printPlan, printRel} from '../plan/print.ts';
import type {Rel} from '../plan/rel.ts';
import {SqlError} from '../types/sql-error.ts';
import {planQuery} from './plan.ts';
import {evaluateExpr} from './testing/evaluate-expr.ts';
import {RandomRel, randomOf, randomTables, S, T, testProps} from './testing/random-rel.ts';
import {runPlan} from './testing/run-plan.ts';
import {keyOf, runRel, type Row, type Tables} from './testing/run-rel.ts';
import {and, apply, c, eq, gt, n, not, outer, over, s, t} from './testing/shorthand.ts';
import {filter, project} from '../plan/build.ts';

// The proof of the planner: whatever it does to a query, the plan gives the rows that the query means.

const runs = Number(process.env['MILLRACE_PLANNER_RUNS'] ?? 600);

function check(seed: number, depth: number, failing: boolean): void {
  const random = randomOf(seed);
  const rel = new RandomRel(random, failing).query(depth);
  for (const mode of ['once', 'view'] as const) {
    const plan = planQuery(rel, {mode, props: testProps, evaluate: expr => evaluateExpr(expr, [])});
    for (let i = 0; i < 6; i++) {
      const tables = randomTables(random);
      const expected = outcome(() => runRel(rel, tables));
      // Postgres need not have evaluated what it found to fail either.
      if (expected instanceof SqlError) continue;
      const actual = outcome(() => runPlan(plan, tables));
      if (actual instanceof SqlError && mayFindTooMany(plan)) continue;
      if (sorted(actual) !== sorted(expected)) {
        throw new Error(explain(seed, rel, printPlan(plan), tables, expected, actual));
      }
    }
  }
}

/** An uncorrelated scalar subquery with too many rows fails even if no row asks for it. */
function mayFindTooMany(plan: PhysicalPlan): boolean {
  return plan.nodes.some(node => node.node === 'atMostOne' && node.keys.length === 0);
}

function outcome(run: () => Row[]): Row[] | SqlError {
  try {
    return run();
  } catch (error) {
    if (error instanceof SqlError) return error;
    throw error;
  }
}

function sorted(rows: Row[] | SqlError): string {
  return rows instanceof SqlError ? rows.message : rows.map(keyOf).sort().join('\n');
}

function explain(
  seed: number,
  rel: Rel,
  plan: string,
  tables: Tables,
  expected: Row[],
  actual: Row[] | SqlError,
): string {
  const text = (rows: readonly Row[]) => rows.map(row => `(${row.map(String).join(', ')})`).join(' ');
  return [
    `seed ${seed}`,
    printRel(rel),
    'was planned as',
    plan,
    ...[...tables].map(([object, rows]) => `${['', 't', 's', 'u', 'w'][object]}: ${text(rows)}`),
    `expected ${text(expected)}`,
    `got ${actual instanceof SqlError ? actual.message : text(actual)}`,
  ].join('\n');
}

describe('a physical plan gives what its query means', () => {
  it('for small queries', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 2 ** 31}), seed => check(seed, 2, false)),
      {numRuns: runs},
    );
  });

  it('for larger queries with nested subqueries', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 2 ** 31}), seed => check(seed, 4, false)),
      {numRuns: runs},
    );
  });

  it('when expressions may fail', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 2 ** 31}), seed => check(seed, 3, true)),
      {numRuns: runs},
    );
  });
});

describe('a scalar subquery with more than one row', () => {
  const two: Row[] = [
    [1, 1],
    [1, 2],
  ];
  const perRow = apply('scalar', t, project(filter(s, eq(c(0), outer(0))), [c(1)]));
  const plan = planQuery(perRow, {mode: 'view', props: testProps, evaluate: expr => evaluateExpr(expr, [])});
  const tables = (a: number, rows: Row[]): Tables =>
    new Map([
      [T, [[a, 0, 0]]],
      [S, rows],
    ]);

  it('raises where a row asks for it', () => {
    expect(() => runPlan(plan, tables(1, two))).toThrow(/more than one row/);
  });
  it('does not where none asks', () => {
    expect(runPlan(plan, tables(2, two))).toEqual([[2, 0, 0, null]]);
  });
});

describe('a condition that may fail', () => {
  it('is not asked of rows that the one before it keeps away', () => {
    const grouped = filter(project(t, [c(0), c(1)]), and(not(eq(c(1), n(0))), gt(over(n(6), c(1)), n(1))));
    const plan = planQuery(grouped, {mode: 'view', props: testProps, evaluate: expr => evaluateExpr(expr, [])});
    const rows: Row[] = [
      [1, 0, 0],
      [2, 3, 0],
    ];
    expect(runPlan(plan, new Map([[T, rows]]))).toEqual([[2, 3]]);
  });
});
