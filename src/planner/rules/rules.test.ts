import {describe, expect, it} from 'vitest';
import {columnsOf, distinct, empty, filter, join, ONE_ROW, project, union} from '../../plan/build.ts';
import {isNull, literal, TRUE} from '../../plan/conjuncts.ts';
import type {Rel} from '../../plan/rel.ts';
import {BOOLEAN, INTEGER} from '../../types/sql-type.ts';
import {Rewriter} from '../rewrite.ts';
import {
  after,
  aggregate,
  and,
  apply,
  c,
  call,
  context,
  count,
  eq,
  gt,
  limit,
  n,
  not,
  or,
  order,
  outer,
  over,
  plus,
  random,
  s,
  sum,
  t,
  u,
  window,
} from '../testing/shorthand.ts';
import {applyInFilter} from './apply-in-filter.ts';
import {aggregateToDistinct, distinctOnUnique} from './distinct.ts';
import {emptyRelation} from './empty-relation.ts';
import {filterIntoJoin, onIntoInputs} from './filter-into-join.ts';
import {
  filterThroughAggregate,
  filterThroughApply,
  filterThroughDistinct,
  filterThroughProject,
  filterThroughSort,
  filterThroughUnion,
  filterThroughWindow,
} from './filter-through.ts';
import {impliedEquality} from './implied-equality.ts';
import {mergeFilters} from './merge-filters.ts';
import {identityProject, joinWithOneRow, mergeProjects, projectOfValues} from './merge-projects.ts';
import {outerToInner, outerToInnerUnderJoin, rightToLeft} from './outer-joins.ts';
import {pruneColumns} from './prune-columns.ts';
import {simplifyExpressions} from './simplify-expressions.ts';
import {mergeLimits, redundantSort} from './sort.ts';
import {splitAntiJoin} from './split-anti-join.ts';
import {distinctOfUnion, flattenUnion} from './union.ts';
import {windowKeys} from './window-keys.ts';
import {printRel} from '../../plan/print.ts';

describe('simplify expressions', () => {
  const simplified = (predicate: Parameters<typeof filter>[1], over: Rel = t) =>
    after(simplifyExpressions, filter(over, predicate));

  it('folds constants', () => {
    expect(simplified(gt(c(0), plus(n(1), n(2))))).toMatchInlineSnapshot(`
      "
      filter a > 3
        get t
      "
    `);
  });
  it('does not fold what raises', () => {
    expect(simplified(eq(c(0), over(n(1), n(0))))).toMatchInlineSnapshot(`
      "
      filter a = (1 / 0)
        get t
      "
    `);
  });
  it('leaves what is volatile', () => {
    expect(simplified(gt(random, random))).toMatchInlineSnapshot(`
      "
      filter random() > random()
        get t
      "
    `);
  });
  it('answers NULL for a strict function of NULL', () => {
    expect(after(simplifyExpressions, project(t, [plus(c(0), n(null))]))).toMatchInlineSnapshot(`
      "
      project NULL
        get t
      "
    `);
  });
  it('counts NULL as false in a filter, not elsewhere', () => {
    expect(simplified(and(gt(c(0), n(null)), eq(c(1), n(1))))).toMatchInlineSnapshot(`
      "
      filter FALSE
        get t
      "
    `);
    expect(after(simplifyExpressions, project(t, [gt(c(0), n(null))]))).toMatchInlineSnapshot(`
      "
      project NULL
        get t
      "
    `);
  });
  it('takes what all arms of an OR share out of it', () => {
    const [x, y, z] = [eq(c(0), n(1)), eq(c(1), n(2)), eq(c(2), n(3))];
    expect(simplified(or(and(x, y), and(z, x)))).toMatchInlineSnapshot(`
      "
      filter (a = 1) AND ((b = 2) OR (c = 3))
        get t
      "
    `);
    expect(simplified(or(x, and(y, x)))).toMatchInlineSnapshot(`
      "
      filter a = 1
        get t
      "
    `);
    expect(simplified(or(and(x, y), z))).toMatchInlineSnapshot(`
      "
      filter ((a = 1) AND (b = 2)) OR (c = 3)
        get t
      "
    `);
  });
  it('does not take out what can fail', () => {
    const fails = eq(over(n(1), c(0)), n(1));
    expect(simplified(or(and(eq(c(1), n(2)), fails), and(eq(c(1), n(3)), fails)))).toMatchInlineSnapshot(`
      "
      filter ((b = 2) AND ((1 / a) = 1)) OR ((b = 3) AND ((1 / a) = 1))
        get t
      "
    `);
  });
  it('moves NOT inwards', () => {
    expect(simplified(not(or(eq(c(0), n(1)), not(gt(c(1), n(2))), isNull(c(2)))))).toMatchInlineSnapshot(`
      "
      filter (a <> 1) AND (b > 2) AND (c IS NOT NULL)
        get t
      "
    `);
  });
  it('knows which columns are not NULL', () => {
    expect(simplified(and(isNull(c(0), true), isNull(c(1))), u)).toMatchInlineSnapshot(`
      "
      filter v IS NULL
        get u
      "
    `);
  });
  it('drops repeated conditions', () => {
    expect(simplified(and(eq(c(0), n(1)), and(eq(c(0), n(1)), TRUE)))).toMatchInlineSnapshot(`
      "
      filter a = 1
        get t
      "
    `);
  });
  it('takes the branch of CASE that is known', () => {
    const type = INTEGER;
    const expr = {
      op: 'case',
      whens: [
        {when: eq(n(1), n(2)), then: c(0)},
        {when: eq(n(1), n(1)), then: c(1)},
      ],
      otherwise: c(2),
      type,
    } as const;
    expect(after(simplifyExpressions, project(t, [expr]))).toMatchInlineSnapshot(`
      "
      project b
        get t
      "
    `);
  });
});

describe('empty relation', () => {
  it('follows from a condition that never holds', () => {
    expect(after(emptyRelation, project(filter(t, literal(false, BOOLEAN)), [c(0)]))).toMatchInlineSnapshot(`
      "
      values (no rows)
      "
    `);
  });
  it('leaves the other side of an outer join', () => {
    expect(after(emptyRelation, join('left', s, empty(t.schema), TRUE))).toMatchInlineSnapshot(`
      "
      project x, y, NULL, NULL, NULL
        get s
      "
    `);
    expect(after(emptyRelation, join('anti', s, empty(t.schema), TRUE))).toMatchInlineSnapshot(`
      "
      get s
      "
    `);
    expect(after(emptyRelation, join('full', empty(t.schema), s, TRUE))).toMatchInlineSnapshot(`
      "
      project NULL, NULL, NULL, x, y
        get s
      "
    `);
  });
  it('is one row under an aggregate without keys', () => {
    expect(after(emptyRelation, aggregate(empty(t.schema), [], [count]))).toMatchInlineSnapshot(`
      "
      aggregate [] count(*)
        values (no rows)
      "
    `);
    expect(after(emptyRelation, aggregate(empty(t.schema), [c(0)], [count]))).toMatchInlineSnapshot(`
      "
      values (no rows)
      "
    `);
  });
  it('drops out of a union', () => {
    expect(after(emptyRelation, union([s, empty(s.schema), s]))).toMatchInlineSnapshot(`
      "
      union
        get s
        get s
      "
    `);
  });
});

describe('merge filters', () => {
  it('keeps the order of conditions', () => {
    expect(after(mergeFilters, filter(filter(t, eq(c(0), n(1))), gt(c(1), n(2))))).toMatchInlineSnapshot(`
      "
      filter (a = 1) AND (b > 2)
        get t
      "
    `);
  });
});

describe('filters go down', () => {
  it('through a projection', () => {
    expect(
      after(
        filterThroughProject,
        filter(project(t, [plus(c(0), n(1)), c(1)], ['p', 'b']), and(gt(c(0), n(2)), eq(c(1), n(1)))),
      ),
    ).toMatchInlineSnapshot(`
      "
      project a + 1, b
        filter ((a + 1) > 2) AND (b = 1)
          get t
      "
    `);
  });
  it('not through volatile columns', () => {
    expect(
      after(
        filterThroughProject,
        filter(
          project(t, [random, c(1)], ['r', 'b']),
          and(gt(c(0, {kind: 'double precision'}), literal(0.5, {kind: 'double precision'})), eq(c(1), n(1))),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "
      filter r > 0.5
        project random(), b
          filter b = 1
            get t
      "
    `);
  });
  it('through a window, not by its edges', () => {
    const predicate = and(eq(c(1), n(1)), call('=', c(2, {kind: 'timestamp'}), literal(0n, {kind: 'timestamp'})));
    expect(after(filterThroughWindow, filter(window('hop'), predicate))).toMatchInlineSnapshot(`
      "
      filter window_start = TIMESTAMP '1970-01-01 00:00:00'
        hop at 10 s every 2 s
          filter n = 1
            get w
      "
    `);
  });
  it('through an aggregate by its keys', () => {
    const grouped = aggregate(t, [plus(c(0), n(1)), c(1)], [count]);
    expect(
      after(
        filterThroughAggregate,
        filter(grouped, and(eq(c(0), n(3)), call('>', c(2, {kind: 'bigint'}), literal(1n, {kind: 'bigint'})))),
      ),
    ).toMatchInlineSnapshot(`
      "
      filter count > 1
        aggregate [a + 1, b] count(*)
          filter (a + 1) = 3
            get t
      "
    `);
  });
  it('not into an aggregate without keys', () => {
    expect(after(filterThroughAggregate, filter(aggregate(t, [], [count]), eq(n(1), n(2))))).toMatchInlineSnapshot(`
      "
      filter 1 = 2
        aggregate [] count(*)
          get t
      "
    `);
  });
  it('not past what was written before it, if it may fail', () => {
    const grouped = aggregate(t, [c(0)], [count]);
    const some = call('>', c(1, {kind: 'bigint'}), literal(1n, {kind: 'bigint'}));
    const mayFail = gt(over(n(1), c(0)), n(0));
    expect(after(filterThroughAggregate, filter(grouped, and(some, mayFail)))).toMatchInlineSnapshot(`
      "
      filter (count > 1) AND ((1 / a) > 0)
        aggregate [a] count(*)
          get t
      "
    `);
    expect(after(filterThroughAggregate, filter(grouped, and(mayFail, some)))).toMatchInlineSnapshot(`
      "
      filter count > 1
        aggregate [a] count(*)
          filter (1 / a) > 0
            get t
      "
    `);
  });
  it('through DISTINCT, UNION ALL and an order without a limit', () => {
    expect(after(filterThroughDistinct, filter(distinct(s), eq(c(0), n(1))))).toMatchInlineSnapshot(`
      "
      distinct
        filter x = 1
          get s
      "
    `);
    expect(after(filterThroughUnion, filter(union([s, s]), eq(c(0), n(1))))).toMatchInlineSnapshot(`
      "
      union
        filter x = 1
          get s
        filter x = 1
          get s
      "
    `);
    expect(after(filterThroughSort, filter(limit(s, null, [order(c(0))]), eq(c(0), n(1))))).toMatchInlineSnapshot(`
      "
      sort x
        filter x = 1
          get s
      "
    `);
    expect(after(filterThroughSort, filter(limit(s, 5n, [order(c(0))]), eq(c(0), n(1))))).toMatchInlineSnapshot(`
      "
      filter x = 1
        sort x limit 5
          get s
      "
    `);
  });
  it('to the rows that a subquery is asked for', () => {
    expect(
      after(filterThroughApply, filter(apply('scalar', s, project(t, [c(0)])), and(eq(c(2), n(1)), eq(c(0), n(1))))),
    ).toMatchInlineSnapshot(`
      "
      filter scalar = 1
        scalar apply
          filter x = 1
            get s
          project a
            get t
      "
    `);
  });
});

describe('filter into join', () => {
  const predicate = and(eq(c(0), n(1)), eq(c(4), n(2)), gt(c(1), c(3)));
  it('goes to the sides and into the condition of an inner join', () => {
    expect(after(filterIntoJoin, filter(join('inner', t, s, TRUE), predicate))).toMatchInlineSnapshot(`
      "
      inner join on b > x
        filter a = 1
          get t
        filter y = 2
          get s
      "
    `);
  });
  it('goes to the kept side of an outer join alone', () => {
    expect(after(filterIntoJoin, filter(join('left', t, s, TRUE), predicate))).toMatchInlineSnapshot(`
      "
      filter (y = 2) AND (b > x)
        left join
          filter a = 1
            get t
          get s
      "
    `);
    expect(after(filterIntoJoin, filter(join('full', t, s, TRUE), predicate))).toMatchInlineSnapshot(`
      "
      filter (a = 1) AND (y = 2) AND (b > x)
        full join
          get t
          get s
      "
    `);
  });
  it('tells the other side of a constant', () => {
    expect(after(filterIntoJoin, filter(join('inner', t, s, eq(c(0), c(3))), eq(c(0), n(1))))).toMatchInlineSnapshot(`
      "
      inner join on a = x
        filter a = 1
          get t
        filter x = 1
          get s
      "
    `);
    expect(after(filterIntoJoin, filter(join('left', t, s, eq(c(0), c(3))), eq(c(0), n(1))))).toMatchInlineSnapshot(`
      "
      left join on a = x
        filter a = 1
          get t
        filter x = 1
          get s
      "
    `);
  });
  it('keeps what may fail behind conditions on the same side', () => {
    const mayFail = gt(over(n(1), c(0)), n(0));
    expect(after(filterIntoJoin, filter(join('left', t, s, TRUE), and(gt(c(3), c(0)), mayFail))))
      .toMatchInlineSnapshot(`
      "
      filter x > a
        left join
          filter (1 / a) > 0
            get t
          get s
      "
    `);
    expect(after(filterIntoJoin, filter(join('left', t, s, TRUE), and(gt(random, random), mayFail))))
      .toMatchInlineSnapshot(`
      "
      filter (random() > random()) AND ((1 / a) > 0)
        left join
          get t
          get s
      "
    `);
  });
});

describe('ON conditions of one side', () => {
  it('filter both inputs of an inner join', () => {
    expect(after(onIntoInputs, join('inner', t, s, and(eq(c(0), c(3)), gt(c(1), n(1)), gt(c(4), n(2))))))
      .toMatchInlineSnapshot(`
      "
      inner join on a = x
        filter b > 1
          get t
        filter y > 2
          get s
      "
    `);
  });
  it('filter the side of an outer join that may be missing', () => {
    expect(after(onIntoInputs, join('left', t, s, and(eq(c(0), c(3)), gt(c(1), n(1)), gt(c(4), n(2))))))
      .toMatchInlineSnapshot(`
      "
      left join on (a = x) AND (b > 1)
        get t
        filter y > 2
          get s
      "
    `);
  });
});

describe('outer joins', () => {
  it('right becomes left', () => {
    expect(after(rightToLeft, join('right', t, s, eq(c(0), c(3))))).toMatchInlineSnapshot(`
      "
      project a, b, c, x, y
        left join on a = x
          get s
          get t
      "
    `);
  });
  it('left becomes inner under a condition that rejects NULL', () => {
    expect(after(outerToInner, filter(join('left', t, s, eq(c(0), c(3))), gt(c(4), n(1))))).toMatchInlineSnapshot(`
      "
      filter y > 1
        inner join on a = x
          get t
          get s
      "
    `);
    expect(after(outerToInner, filter(join('left', t, s, eq(c(0), c(3))), isNull(c(4))))).toMatchInlineSnapshot(`
      "
      filter y IS NULL
        left join on a = x
          get t
          get s
      "
    `);
    expect(after(outerToInner, filter(join('left', t, s, eq(c(0), c(3))), or(gt(c(4), n(1)), gt(c(0), n(1))))))
      .toMatchInlineSnapshot(`
      "
      filter (y > 1) OR (a > 1)
        left join on a = x
          get t
          get s
      "
    `);
  });
  it('full loses the side that is rejected', () => {
    expect(after(outerToInner, filter(join('full', t, s, eq(c(0), c(3))), gt(c(0), n(1))))).toMatchInlineSnapshot(`
      "
      filter a > 1
        left join on a = x
          get t
          get s
      "
    `);
    expect(after(outerToInner, filter(join('full', t, s, eq(c(0), c(3))), eq(c(0), c(3))))).toMatchInlineSnapshot(`
      "
      filter a = x
        inner join on a = x
          get t
          get s
      "
    `);
  });
  it('left becomes inner under a join that needs its right side', () => {
    expect(after(outerToInnerUnderJoin, join('inner', join('left', t, s, eq(c(0), c(3))), u, eq(c(4), c(5)))))
      .toMatchInlineSnapshot(`
      "
      inner join on y = k
        inner join on a = x
          get t
          get s
        get u
      "
    `);
  });
});

describe('EXISTS and IN in a filter', () => {
  const correlated = filter(s, eq(c(0), outer(0)));
  it('EXISTS is a semi join, NOT EXISTS an anti join', () => {
    expect(after(applyInFilter, filter(apply('exists', t, correlated), c(3, BOOLEAN)))).toMatchInlineSnapshot(`
      "
      project a, b, c, TRUE
        semi apply
          get t
          filter x = outer.#0
            get s
      "
    `);
    expect(after(applyInFilter, filter(apply('exists', t, correlated), not(c(3, BOOLEAN))))).toMatchInlineSnapshot(`
      "
      project a, b, c, FALSE
        anti apply on TRUE IS NOT FALSE
          get t
          filter x = outer.#0
            get s
      "
    `);
  });
  it('NOT IN asks for rows of which it is false', () => {
    expect(after(applyInFilter, filter(apply('quantified', t, project(s, [c(0)]), eq(c(0), c(3))), not(c(3, BOOLEAN)))))
      .toMatchInlineSnapshot(`
      "
      project a, b, c, FALSE
        anti apply on (a = x) IS NOT FALSE
          get t
          project x
            get s
      "
    `);
  });
  it('stays where more than its truth is asked for', () => {
    expect(after(applyInFilter, filter(apply('exists', t, correlated), or(c(3, BOOLEAN), eq(c(0), n(1))))))
      .toMatchInlineSnapshot(`
      "
      filter exists OR (a = 1)
        exists apply
          get t
          filter x = outer.#0
            get s
      "
    `);
  });
});

describe('anti join on OR', () => {
  it('is one after the other', () => {
    expect(after(splitAntiJoin, join('anti', t, s, or(eq(c(0), c(3)), isNull(c(4)))))).toMatchInlineSnapshot(`
      "
      anti join on y IS NULL
        anti join on a = x
          get t
          get s
        get s
      "
    `);
  });
  it('NOT IN asks about NULLs only where there can be some', () => {
    const notFalse = (arg: Parameters<typeof not>[0]) =>
      ({op: 'isTruth', arg, truth: 'false', negated: true, type: BOOLEAN}) as const;
    expect(after(splitAntiJoin, join('anti', t, s, notFalse(eq(c(0), c(3)))))).toMatchInlineSnapshot(`
      "
      anti join on x IS NULL
        anti join on a IS NULL
          anti join on a = x
            get t
            get s
          get s
        get s
      "
    `);
    expect(after(splitAntiJoin, join('anti', u, s, notFalse(eq(c(0), c(2)))))).toMatchInlineSnapshot(`
      "
      anti join on x IS NULL
        anti join on k = x
          get u
          get s
        get s
      "
    `);
  });
});

describe('implied equality', () => {
  it('says nothing new of equal columns', () => {
    expect(
      after(
        impliedEquality,
        join('inner', t, s, and(eq(c(0), c(3)), eq(plus(c(0), n(1)), plus(c(3), n(1))), eq(plus(c(0), n(1)), c(4)))),
      ),
    ).toMatchInlineSnapshot(`
      "
      inner join on (a = x) AND ((a + 1) = y)
        get t
        get s
      "
    `);
  });
});

describe('projections', () => {
  it('merge', () => {
    expect(
      after(mergeProjects, project(project(t, [plus(c(0), c(1)), c(2)], ['p', 'c']), [plus(c(0), n(1)), c(1), c(1)])),
    ).toMatchInlineSnapshot(`
      "
      project (a + b) + 1, c, c
        get t
      "
    `);
  });
  it('do not merge where something would be computed twice', () => {
    expect(after(mergeProjects, project(project(t, [plus(c(0), c(1))], ['p']), [c(0), plus(c(0), n(1))])))
      .toMatchInlineSnapshot(`
      "
      project p, p + 1
        project a + b
          get t
      "
    `);
  });
  it('that change nothing go', () => {
    expect(after(identityProject, project(t, columnsOf(t.schema), ['x', 'y', 'z']))).toMatchInlineSnapshot(`
      "
      get t
      "
    `);
  });
  it('of constants are constants', () => {
    expect(after(projectOfValues, project(project(ONE_ROW, [n(1)]), [plus(c(0), n(1))]))).toMatchInlineSnapshot(`
      "
      values (1 + 1)
      "
    `);
  });
  it('a row without columns adds nothing to a join', () => {
    expect(after(joinWithOneRow, join('inner', ONE_ROW, t, gt(c(0), n(1))))).toMatchInlineSnapshot(`
      "
      filter a > 1
        get t
      "
    `);
  });
});

describe('distinct', () => {
  it('is not needed of unique rows', () => {
    expect(after(distinctOnUnique, distinct(project(u, [c(1), c(0)])))).toMatchInlineSnapshot(`
      "
      project v, k
        get u
      "
    `);
    expect(after(distinctOnUnique, distinct(project(u, [c(1)])))).toMatchInlineSnapshot(`
      "
      distinct
        project v
          get u
      "
    `);
    expect(after(distinctOnUnique, distinct(aggregate(t, [c(0)], [count])))).toMatchInlineSnapshot(`
      "
      aggregate [a] count(*)
        get t
      "
    `);
    expect(after(distinctOnUnique, distinct(join('left', project(u, [c(0)]), project(u, [c(0)]), eq(c(0), c(1))))))
      .toMatchInlineSnapshot(`
      "
      left join on k#0 = k#1
        project k
          get u
        project k
          get u
      "
    `);
  });
  it('is what grouping without aggregates does', () => {
    expect(after(aggregateToDistinct, aggregate(t, [plus(c(0), n(1))], []))).toMatchInlineSnapshot(`
      "
      distinct
        project a + 1
          get t
      "
    `);
  });
  it('of a union makes it unnecessary in the branches', () => {
    expect(after(distinctOfUnion, distinct(union([distinct(s), s])))).toMatchInlineSnapshot(`
      "
      distinct
        union
          get s
          get s
      "
    `);
  });
});

describe('order and limit', () => {
  it('an order alone does nothing inside a query', () => {
    expect(after(redundantSort, limit(t, null, [order(c(0))]))).toMatchInlineSnapshot(`
      "
      get t
      "
    `);
    expect(after(redundantSort, limit(t, 3n, [order(c(0))]))).toMatchInlineSnapshot(`
      "
      sort a limit 3
        get t
      "
    `);
  });
  it('LIMIT over LIMIT keeps the smaller', () => {
    expect(after(mergeLimits, limit(limit(t, 3n, [order(c(0))]), 5n))).toMatchInlineSnapshot(`
      "
      sort a limit 3
        get t
      "
    `);
    expect(after(mergeLimits, limit(limit(t, 3n, [order(c(0))]), 2n, [order(c(1))]))).toMatchInlineSnapshot(`
      "
      sort b limit 2
        sort a limit 3
          get t
      "
    `);
  });
});

describe('union', () => {
  it('of unions is one', () => {
    expect(after(flattenUnion, union([union([s, s]), s]))).toMatchInlineSnapshot(`
      "
      union
        get s
        get s
        get s
      "
    `);
  });
});

describe('window end among the keys', () => {
  it('is computed from the start', () => {
    const time = {kind: 'timestamp'} as const;
    expect(after(windowKeys, aggregate(window('tumble'), [c(1), c(3, time), c(2, time)], [count])))
      .toMatchInlineSnapshot(`
      "
      project n, window_start + INTERVAL '10 s', window_start, count
        aggregate [n, window_start] count(*)
          tumble at 10 s
            get w
      "
    `);
    expect(after(windowKeys, aggregate(window('tumble'), [c(3, time)], [count]))).toMatchInlineSnapshot(`
      "
      aggregate [window_end] count(*)
        tumble at 10 s
          get w
      "
    `);
  });
});

describe('pruning of columns', () => {
  const pruned = (rel: Rel) => `\n${printRel(pruneColumns(rel, context))}\n`;
  it('narrows what a join keeps', () => {
    expect(pruned(project(join('inner', t, s, eq(c(0), c(3))), [c(1)]))).toMatchInlineSnapshot(`
      "
      project b
        inner join on a = x
          project a, b
            get t
          project x
            get s
      "
    `);
  });
  it('drops aggregates that nobody reads', () => {
    expect(pruned(project(aggregate(t, [c(0)], [count, sum(c(1))]), [c(0), c(2, {kind: 'bigint'})])))
      .toMatchInlineSnapshot(`
      "
      project a, sum
        aggregate [a] sum(b)
          get t
      "
    `);
  });
  it('drops a left join that finds at most one row and adds nothing', () => {
    expect(pruned(project(join('left', t, u, eq(c(0), c(3))), [c(1)]))).toMatchInlineSnapshot(`
      "
      project b
        get t
      "
    `);
    expect(pruned(project(join('left', t, s, eq(c(0), c(3))), [c(1)]))).toMatchInlineSnapshot(`
      "
      project b
        left join on a = x
          project a, b
            get t
          project x
            get s
      "
    `);
  });
  it('drops a subquery whose answer nobody reads', () => {
    expect(pruned(project(apply('scalar', t, project(s, [c(0)])), [c(1)]))).toMatchInlineSnapshot(`
      "
      project b
        get t
      "
    `);
  });
  it('lets only those fields of a composite through a join that are read', () => {
    const type = {
      kind: 'struct',
      fields: [
        {name: 'id', type: INTEGER},
        {name: 'price', type: INTEGER},
        {name: 'url', type: INTEGER},
      ],
    } as const;
    const events: Rel = {
      node: 'get',
      object: 9,
      name: 'events',
      schema: [
        {name: 'kind', type: INTEGER, nullable: true},
        {name: 'bid', type, nullable: true},
      ],
    };
    const field = (index: number) => ({op: 'field', arg: c(1, type), index, type: INTEGER}) as const;
    expect(pruned(project(join('inner', events, s, eq(field(0), c(2))), [field(1), c(3)]))).toMatchInlineSnapshot(`
      "
      project price, y
        inner join on id = x
          project (bid).id, (bid).price
            get events
          get s
      "
    `);
  });
});

describe('the rewriter', () => {
  it('refuses a rule that changes the columns', () => {
    const wrong = {name: 'wrong', nodes: ['get'], apply: () => project(t, [c(0)])} as const;
    expect(() => new Rewriter([wrong], context).rewrite(t)).toThrow(
      /wrong changed the columns of a plan: get\(a integer/,
    );
  });
  it('gives up on rules that never end', () => {
    const endless = {name: 'endless', nodes: ['filter'], apply: (node: Rel) => ({...node})} as const;
    expect(new Rewriter([endless], context).rewrite(filter(t, eq(c(0), n(1)))).node).toBe('filter');
  });
});
