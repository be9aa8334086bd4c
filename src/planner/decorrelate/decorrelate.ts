import type {Expr} from '../../expr/expr.ts';
import {columnsOf, join, project, projectColumns} from '../../plan/build.ts';
import {columnAt, shiftColumns, substituteColumns, usedColumns} from '../../plan/columns.ts';
import {
  conjunction,
  conjuncts,
  FALSE,
  isLiteral,
  isMissing,
  isNull,
  notDistinct,
  TRUE,
  UNKNOWN_TRUTH,
} from '../../plan/conjuncts.ts';
import {canFail, comparisonOf} from '../../plan/function-facts.ts';
import {exprNullable, nullableColumns} from '../../plan/nullability.ts';
import {mapOuterOf, outerColumns, refersToOuter} from '../../plan/outer-references.ts';
import {mapRelChildren, relExprs, someRel} from '../../plan/rel-children.ts';
import type {ApplyRel, Rel} from '../../plan/rel.ts';
import {BOOLEAN} from '../../types/sql-type.ts';
import {assertSameColumns} from '../rewrite.ts';
import {simplifyExpr} from '../simplify.ts';
import type {PlannerContext} from '../rule.ts';
import {liftOuterExpressions} from './lift-outer.ts';
import {withMarker} from './marker.ts';
import {pullUp, stripForExistence} from './pull-up.ts';
import {DomainPush, lower, withoutLevel, type Pushed} from './push-domain.ts';

/**
 * Turns every apply into joins. Inner ones go first: what is left of them may refer to rows further out, in joins and
 * filters like any others. Errors: 0A000 for a LIMIT that depends on an outer row.
 */
export function decorrelate(rel: Rel, context: PlannerContext): Rel {
  const node = mapRelChildren(rel, child => decorrelate(child, context));
  if (node.node !== 'apply') return node;
  const joined = eliminate(node, context);
  assertSameColumns(`decorrelation (${node.kind})`, node, joined);
  return joined;
}

function eliminate(apply: ApplyRel, context: PlannerContext): Rel {
  switch (apply.kind) {
    case 'scalar':
      return scalar(apply, context);
    case 'exists':
      return exists(apply);
    case 'quantified':
      return quantified(apply);
    case 'semi':
    case 'anti': {
      const {right, on} = asJoin(apply);
      return join(apply.kind, apply.left, right, on);
    }
    case 'inner':
    case 'left': {
      const {right, on, at} = asJoin(apply);
      const width = apply.left.schema.length;
      const joined = join(apply.kind, apply.left, right, on);
      return projectColumns(joined, [...range(0, width), ...range(width + at, apply.right.schema.length)]);
    }
  }
}

/** A join that pairs each left row with the subquery's rows for it. */
type Paired = {
  readonly right: Rel;
  /** Over left, then right: the pair belongs together. */
  readonly conditions: readonly Expr[];
  /** Where the subquery's own columns begin in `right`. */
  readonly at: number;
};

function pair(left: Rel, subquery: Rel): Paired {
  const width = left.schema.length;
  const pulled = pullUp(subquery);
  const conditions = pulled.conditions.map(condition => toLeftAndRight(condition, width));
  if (!refersToOuter(pulled.rel)) return {right: withoutLevel(pulled.rel), conditions, at: 0};

  const columns = correlatedColumns(pulled.rel);
  const push = new DomainPush(left, columns, !mayFail(pulled.rel));
  const right = push.complete(pulled.rel);
  return {
    right,
    conditions: [
      ...sameDomain(left, columns, right),
      ...conditions.map(condition => shiftColumns(condition, columns.length, width)),
    ],
    at: columns.length,
  };
}

/** inner, left, semi, anti: the apply's own condition joins those of the pairing. */
function asJoin(apply: ApplyRel): Paired & {readonly on: Expr} {
  const width = apply.left.schema.length;
  const asksForRows = (apply.kind === 'semi' || apply.kind === 'anti') && !readsRight(apply);
  const paired = pair(apply.left, asksForRows ? stripForExistence(apply.right) : apply.right);
  const on = conjunction([...paired.conditions, ...conjuncts(shiftColumns(apply.on, paired.at, width))]);
  return {...paired, on};
}

function readsRight(apply: ApplyRel): boolean {
  return [...usedColumns(apply.on)].some(index => index >= apply.left.schema.length);
}

function exists(apply: ApplyRel): Rel {
  const {left} = apply;
  const {right, conditions} = pair(left, stripForExistence(apply.right));
  const width = left.schema.length;
  const marked = withMarker(left, width, right, conditions);
  return answer(apply, marked, isNull(columnAt(marked.schema, width), true));
}

/**
 * ANY is true if some row's comparison is, else NULL if some row's is, else false. Three questions of the kind "is there
 * a row", of which those that cannot be answered yes are not asked. A comparison is NULL when one of its sides is.
 */
function quantified(apply: ApplyRel): Rel {
  const {left} = apply;
  const width = left.schema.length;
  const {right, conditions, at} = pair(left, apply.right);
  const on = shiftColumns(apply.on, at, width);
  let marked = withMarker(left, width, right, [...conditions, ...conjuncts(on)]);
  const ask = (more: readonly Expr[]): Expr => {
    marked = withMarker(marked, width, right, [...conditions, ...more]);
    return isNull(columnAt(marked.schema, marked.schema.length - 1), true);
  };
  const whens = [{when: isNull(columnAt(marked.schema, width), true), then: TRUE}];
  for (const when of unknownCases(on, left, right, ask)) whens.push({when, then: UNKNOWN_TRUTH});
  return answer(apply, marked, {op: 'case', whens, otherwise: FALSE, type: BOOLEAN});
}

function unknownCases(on: Expr, left: Rel, right: Rel, ask: (conditions: readonly Expr[]) => Expr): Expr[] {
  const width = left.schema.length;
  const nullable = [...nullableColumns(left), ...nullableColumns(right)];
  if (!exprNullable(on, nullable)) return [];
  const compared = comparisonOf(on);
  if (!compared) return [ask([isNull(on)])];
  return [compared.left, compared.right]
    .filter(side => exprNullable(side, nullable))
    .map(side => {
      const ofLeft = [...usedColumns(side)].every(index => index < width);
      if (!ofLeft) return ask([isMissing(side)]);
      return {op: 'and', args: [isMissing(side), ask([])], type: BOOLEAN};
    });
}

/** The apply's columns: those of left, and the answer computed over `marked`. */
function answer(apply: ApplyRel, marked: Rel, value: Expr): Rel {
  return project(
    marked,
    [...columnsOf(apply.left.schema), value],
    apply.schema.map(column => column.name),
  );
}

function scalar(apply: ApplyRel, context: PlannerContext): Rel {
  if (!refersToOuter(apply.right)) return uncorrelatedScalar(apply, context);
  const {left, right: subquery} = liftOuterExpressions(apply.left, apply.right);
  const width = left.schema.length;
  const {columns, rel, missing: over, conditions} = loose(left, subquery, context) ?? strict(left, subquery, context);
  // 0.5 * sum(x) of no rows is NULL as sum(x) is.
  const nullable = nullableColumns(left);
  const scope = {nullable: columns.map(index => nullable[index]), evaluate: context.evaluate};
  const missing = over && over.map(expr => simplifyExpr(expr, scope));

  const needsMarker = missing !== null && !isLiteral(missing[0], null);
  const right = needsMarker ? project(rel, [...columnsOf(rel.schema), TRUE]) : rel;
  const joined = join('left', left, right, conjunction([...sameDomain(left, columns, right), ...conditions]));
  const found = columnAt(joined.schema, width + columns.length);
  if (!needsMarker) return answer(apply, joined, found);

  const otherwise = substituteColumns(
    missing[0],
    columns.map(index => columnAt(left.schema, index)),
  );
  const absent = isNull(columnAt(joined.schema, joined.schema.length - 1));
  const neverNull = !nullableColumns(right)[columns.length];
  return answer(
    apply,
    joined,
    neverNull
      ? {op: 'coalesce', args: [found, otherwise], type: found.type}
      : {op: 'case', whens: [{when: absent, then: otherwise}], otherwise: found, type: found.type},
  );
}

/** A scalar subquery by the outer columns it depends on; `conditions` (over left and it) say for which rows it has one. */
type ByOuterColumns = Pushed & {readonly columns: readonly number[]; readonly conditions: readonly Expr[]};

/**
 * With conditions about the outer row alone taken out to the join, and with rows for values that no outer row has. Both
 * are no good (null) when some of these rows could fail, or be too many.
 */
function loose(left: Rel, subquery: Rel, {props}: PlannerContext): ByOuterColumns | null {
  if (mayFail(subquery)) return null;
  const pulled = pullUp(subquery, condition => usedColumns(condition).size === 0);
  const columns = correlatedColumns(pulled.rel);
  if (columns.length === 0) {
    const rel = withoutLevel(pulled.rel);
    if (!props.isUniqueOn(rel, [])) return null;
    return {
      rel,
      missing: null,
      columns,
      conditions: pulled.conditions.map(part => toLeftAndRight(part, left.schema.length)),
    };
  }
  const push = new DomainPush(left, columns, true);
  const pushed = push.push(pulled.rel);
  if (!props.isUniqueOn(pushed.rel, range(0, columns.length))) return null;
  const conditions = pulled.conditions.map(part =>
    shiftColumns(toLeftAndRight(part, left.schema.length), columns.length, left.schema.length),
  );
  // Without its condition the subquery has no row at all, not even that of an empty aggregate.
  if (conditions.length > 0 && pushed.missing) return {rel: push.completed(pushed), missing: null, columns, conditions};
  return {...pushed, columns, conditions};
}

/** For the values that outer rows have, and no others. */
function strict(left: Rel, subquery: Rel, {props}: PlannerContext): ByOuterColumns {
  const columns = correlatedColumns(subquery);
  const keys = range(0, columns.length);
  const pushed = new DomainPush(left, columns, false).push(subquery);
  const {schema} = pushed.rel;
  const rel: Rel = props.isUniqueOn(pushed.rel, keys)
    ? pushed.rel
    : {node: 'atMostOne', input: pushed.rel, asked: null, keys, schema};
  return {rel, missing: pushed.missing, columns, conditions: []};
}

function uncorrelatedScalar(apply: ApplyRel, {props}: PlannerContext): Rel {
  const subquery = withoutLevel(apply.right);
  const single = props.isUniqueOn(subquery, []);
  const right: Rel = single ? subquery : atMostOne(subquery, apply.left);
  const joined = join(alwaysOneRow(subquery) ? 'inner' : 'left', apply.left, right, TRUE);
  return answer(apply, joined, columnAt(joined.schema, apply.left.schema.length));
}

/** That there are too many rows is an error only if there is someone to ask. */
function atMostOne(input: Rel, left: Rel): Rel {
  const asked = alwaysOneRow(left) ? null : project(left, [TRUE]);
  return {node: 'atMostOne', input, asked, keys: [], schema: input.schema};
}

function alwaysOneRow(rel: Rel): boolean {
  if (rel.node === 'project') return alwaysOneRow(rel.input);
  if (rel.node === 'values') return rel.rows.length === 1;
  return rel.node === 'aggregate' && rel.keys.length === 0;
}

function mayFail(rel: Rel): boolean {
  return someRel(rel, node => node.node === 'atMostOne' || relExprs(node).some(canFail));
}

function correlatedColumns(subquery: Rel): number[] {
  return [...outerColumns(subquery)].sort((a, b) => a - b);
}

/** The left row has the values that the right row is for. */
function sameDomain(left: Rel, columns: readonly number[], right: Rel): Expr[] {
  const width = left.schema.length;
  return columns.map((index, i) =>
    notDistinct(columnAt(left.schema, index), {...columnAt(right.schema, i), index: width + i}),
  );
}

/** A condition of the subquery as one over left's columns, then the subquery's. */
function toLeftAndRight(condition: Expr, width: number): Expr {
  return mapOuterOf(shiftColumns(condition, width), outer =>
    outer.depth === 1 ? {op: 'column', index: outer.index, type: outer.type} : lower(outer),
  );
}

function range(from: number, count: number): number[] {
  return Array.from({length: count}, (_, i) => from + i);
}
