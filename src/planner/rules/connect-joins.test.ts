import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Expr} from '../../expr/expr.ts';
import {join, projectColumns} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {conjunction, TRUE} from '../../plan/conjuncts.ts';
import type {Rel} from '../../plan/rel.ts';
import {Rewriter} from '../rewrite.ts';
import {type Random, randomOf, randomTables} from '../testing/random-rel.ts';
import {keyOf, runRel} from '../testing/run-rel.ts';
import {after, aggregate, and, c, context, count, eq, gt, over, plus, s, t, u} from '../testing/shorthand.ts';
import {connectJoins} from './connect-joins.ts';

const pairs = (left: Rel, right: Rel): Rel => join('inner', left, right, TRUE);

describe('connect joins', () => {
  it('joins what is linked first', () => {
    // t.a = u.k and s.x = u.v
    expect(after(connectJoins, join('inner', pairs(t, s), u, and(eq(c(0), c(5)), eq(c(3), c(6)), gt(c(1), c(4))))))
      .toMatchInlineSnapshot(`
      "
      project a, b, c, x, y, k, v
        inner join on (x = v) AND (b > y)
          inner join on a = k
            get t
            get u
          get s
      "
    `);
  });
  it('looks through columns that are chosen, and the links of joins above', () => {
    const below = projectColumns(join('inner', pairs(t, s), u, eq(c(0), c(5))), [0, 3, 6]);
    expect(after(connectJoins, join('inner', below, s, and(eq(c(1), c(4)), eq(c(2), c(3)))))).toMatchInlineSnapshot(`
      "
      project a, x#7, v, x#5, y#6
        inner join on x#7 = y#6
          inner join on v = x
            inner join on a = k
              get t
              get u
            get s
          get s
      "
    `);
  });
  it('leaves what pairs no more rows than it must', () => {
    const kept = [
      join('inner', join('inner', t, s, eq(c(0), c(3))), u, eq(c(4), c(6))),
      join('inner', pairs(t, s), u, gt(c(0), c(5))),
      join('inner', t, join('inner', s, u, eq(c(0), c(2))), eq(c(0), c(5))),
      // One row is no pairing of all with all, and a condition on it is asked soon.
      join('inner', pairs(t, aggregate(s, [], [count])), u, eq(c(0), c(4))),
      join('inner', join('left', t, s, TRUE), u, and(eq(c(0), c(5)), eq(c(3), c(6)))),
    ];
    for (const rel of kept) expect(new Rewriter([connectJoins], context).rewrite(rel)).toBe(rel);
  });
  it('leaves conditions that may fail in their places', () => {
    const rel = join('inner', pairs(t, s), u, and(eq(c(0), c(5)), eq(c(3), c(6)), gt(over(c(1), c(4)), c(2))));
    expect(new Rewriter([connectJoins], context).rewrite(rel)).toBe(rel);
  });

  it('gives the same rows', () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.integer({min: 0, max: 2 ** 31}), seed => {
        const random = randomOf(seed);
        const rel = randomJoins(random, 2 + Math.floor(random() * 4));
        const connected = new Rewriter([connectJoins], context).rewrite(rel);
        if (connected !== rel) changed++;
        for (let i = 0; i < 3; i++) {
          const tables = randomTables(random);
          const rows = (of: Rel): string => runRel(of, tables).map(keyOf).sort().join('\n');
          expect(rows(connected)).toBe(rows(rel));
        }
      }),
      {numRuns: 300},
    );
    expect(changed).toBeGreaterThan(10);
  });
});

/** Inner joins in any nesting of `leaves` relations, with conditions over any of their columns. */
function randomJoins(random: Random, leaves: number): Rel {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];
  if (leaves === 1) return random() < 0.15 ? aggregate(s, [], [count]) : pick([t, s, u]);
  const ofLeft = random() < 0.7 ? leaves - 1 : 1 + Math.floor(random() * (leaves - 1));
  const left = randomJoins(random, ofLeft);
  const right = randomJoins(random, leaves - ofLeft);
  const whole = pairs(left, right);
  const numbers = [...whole.schema.keys()].filter(index => whole.schema[index].type.kind === 'integer');
  const column = (): Expr => columnAt(whole.schema, pick(numbers));
  const condition = (): Expr => {
    const [a, b] = [column(), column()];
    return pick([eq(a, b), eq(a, b), eq(plus(a, column()), b), gt(a, b)]);
  };
  if (numbers.length === 0) return whole;
  const on = conjunction(Array.from({length: Math.floor(random() * 3)}, condition));
  const joined = join('inner', left, right, on);
  if (random() < 0.7) return joined;
  return projectColumns(
    joined,
    joined.schema.map(() => Math.floor(random() * joined.schema.length)),
  );
}
