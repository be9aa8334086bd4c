import type {Expr} from '../../expr/expr.ts';
import {columnsOf, distinct, filterAll, join, project, projectColumns} from '../../plan/build.ts';
import {columnAt, columnsWithin, rewriteColumns, shiftColumns, usedColumns} from '../../plan/columns.ts';
import {conjunction, notDistinct, TRUE} from '../../plan/conjuncts.ts';
import {comparisonOf} from '../../plan/function-facts.ts';
import type {Rel} from '../../plan/rel.ts';

/**
 * The rows of `base`, each once, with one column more: TRUE if some row of `right` satisfies the conditions, else NULL.
 * `conditions` are over the first `width` columns of base, then right's.
 */
export function withMarker(base: Rel, width: number, right: Rel, conditions: readonly Expr[]): Rel {
  const ofRight = conditions.filter(part => columnsWithin(part, width, Infinity));
  const ofLeft = conditions.filter(part => !ofRight.includes(part) && columnsWithin(part, 0, width));
  const ofBoth = conditions.filter(part => !ofRight.includes(part) && !ofLeft.includes(part));
  const filtered = filterAll(
    right,
    ofRight.map(part => shiftColumns(part, -width)),
  );
  const keys = ofBoth.map(part => keyOf(part, width));
  const matches = keys.every(key => key !== null)
    ? byKeys(base, filtered, keys, ofLeft)
    : byRows(base, width, filtered, [...ofBoth, ...ofLeft]);
  // base, what it matched on, marker
  return projectColumns(matches, [...base.schema.keys(), matches.schema.length - 1]);
}

type Key = {readonly right: Expr; readonly equate: (right: Expr) => Expr};

/** The condition as an equation between an expression of the left and one of the right. */
function keyOf(part: Expr, width: number): Key | null {
  const sides = part.op === 'distinct' && part.negated ? part : comparisonOf(part);
  if (!sides || ('operator' in sides && sides.operator !== '=')) return null;
  const {left, right} = sides;
  const flipped = columnsWithin(right, 0, width) && columnsWithin(left, width, Infinity);
  if (!flipped && !(columnsWithin(left, 0, width) && columnsWithin(right, width, Infinity))) return null;
  const own = flipped ? left : right;
  const outer = flipped ? right : left;
  const equate = (key: Expr): Expr => {
    const args: [Expr, Expr] = flipped ? [key, outer] : [outer, key];
    if (part.op === 'distinct') return {...part, left: args[0], right: args[1]};
    return {...(part as Extract<Expr, {op: 'call'}>), args};
  };
  return {right: shiftColumns(own, -width), equate};
}

/** Equations only (and conditions of the left alone): the right side's distinct values of them. */
function byKeys(base: Rel, right: Rel, keys: readonly Key[], ofLeft: readonly Expr[]): Rel {
  const values = keys.map(key => key.right);
  // Distinct over the values; without any, over a constant, which leaves one row if there are any.
  const distinctValues = distinct(project(right, values.length === 0 ? [TRUE] : values));
  const marked =
    values.length === 0 ? distinctValues : project(distinctValues, [...columnsOf(distinctValues.schema), TRUE]);
  const on = keys.map((key, i) => key.equate({op: 'column', index: base.schema.length + i, type: values[i].type}));
  return join('left', base, marked, conjunction([...on, ...ofLeft]));
}

/** Any condition: the left side's distinct values of the columns it reads, of which those that match. */
function byRows(base: Rel, width: number, right: Rel, conditions: readonly Expr[]): Rel {
  const read = [...new Set(conditions.flatMap(part => [...usedColumns(part)]))]
    .filter(index => index < width)
    .sort((a, b) => a - b);
  const asked = distinct(projectColumns(base, read));
  const moved = conditions.map(part =>
    rewriteColumns(part, column => ({
      ...column,
      index: column.index < width ? read.indexOf(column.index) : column.index - width + read.length,
    })),
  );
  const joined = join('inner', asked, right, conjunction(moved));
  const matching = distinct(
    projectColumns(
      joined,
      read.map((_, i) => i),
    ),
  );
  const marked = project(matching, [...columnsOf(matching.schema), TRUE]);
  const on = read.map((index, i) =>
    notDistinct(columnAt(base.schema, index), {...columnAt(matching.schema, i), index: base.schema.length + i}),
  );
  return join('left', base, marked, conjunction(on));
}
