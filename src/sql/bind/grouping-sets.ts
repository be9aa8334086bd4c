import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {columnsOf, project, union} from '../../plan/build.ts';
import {sameExpr} from '../../plan/expr-key.ts';
import {mapExprChildren} from '../../plan/map-expr.ts';
import type {Rel} from '../../plan/rel.ts';
import {INTEGER} from '../../types/sql-type.ts';
import {aggregate} from './rel-builders.ts';

/** An aggregation by all keys that occur in the grouping sets. */
type Whole = {
  readonly input: Rel;
  readonly keys: readonly Expr[];
  readonly names: readonly string[];
  readonly calls: readonly AggregateCall[];
  /** The arguments of each GROUPING, as numbers of keys. */
  readonly masks: readonly (readonly number[])[];
};

/** For each set its aggregation; columns: all keys, those that the set lacks NULL, the aggregates, the GROUPINGs. */
export function unitedSets(whole: Whole, sets: readonly (readonly number[])[]): Rel {
  return union(sets.map(set => oneSet(whole, set)));
}

function oneSet({input, keys, names, calls, masks}: Whole, set: readonly number[]): Rel {
  const lacking = keys.filter((_, key) => !set.includes(key));
  const grouped = aggregate(
    input,
    set.map(key => keys[key]),
    set.map(key => names[key]),
    calls.map(call => (call.direct ? {...call, direct: call.direct.map(arg => withNulls(arg, lacking))} : call)),
  );
  const columns = columnsOf(grouped.schema);
  const exprs = [
    ...keys.map((key, i) => (set.includes(i) ? columns[set.indexOf(i)] : nullOf(key))),
    ...columns.slice(set.length),
    ...masks.map((mask): Expr => ({op: 'literal', value: bits(mask, set), type: INTEGER})),
  ];
  const results = calls.map((_, i) => grouped.schema[set.length + i].name);
  return project(grouped, exprs, [...names, ...results, ...masks.map(() => 'grouping')]);
}

function bits(mask: readonly number[], set: readonly number[]): number {
  return mask.reduce((value, key) => value * 2 + Number(!set.includes(key)), 0);
}

/** Direct arguments speak of keys as the group has them. */
function withNulls(expr: Expr, lacking: readonly Expr[]): Expr {
  if (lacking.some(key => sameExpr(key, expr))) return nullOf(expr);
  return mapExprChildren(expr, child => withNulls(child, lacking));
}

function nullOf({type}: Expr): Expr {
  return {op: 'literal', value: null, type};
}
