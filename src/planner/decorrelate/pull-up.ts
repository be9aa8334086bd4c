import type {Expr} from '../../expr/expr.ts';
import {filter, join, project} from '../../plan/build.ts';
import {columnAt, remapColumns, usedColumns} from '../../plan/columns.ts';
import {conjunction, conjuncts, isLiteral} from '../../plan/conjuncts.ts';
import {canFail, isVolatile} from '../../plan/function-facts.ts';
import {exprRefersToOuter} from '../../plan/outer-references.ts';
import {someRel} from '../../plan/rel-children.ts';
import type {JoinRel, ProjectRel, Rel} from '../../plan/rel.ts';

/** `rel` has the columns it had, and after them those that the conditions read; these are over its columns and outer ones. */
export type PulledUp = {readonly rel: Rel; readonly conditions: readonly Expr[]};

/**
 * Takes correlated conditions out of a subquery, up to where the join will be: EXISTS (… WHERE s.x = outer.y) is then a
 * join on s.x = y. Goes through what neither counts nor merges rows.
 */
export function pullUp(rel: Rel, wanted: (condition: Expr) => boolean = () => true): PulledUp {
  switch (rel.node) {
    case 'filter': {
      const below = pullUp(rel.input, wanted);
      const parts = conjuncts(rel.predicate);
      const pulled = parts.filter(part => exprRefersToOuter(part) && !isVolatile(part) && wanted(part));
      if (pulled.length === 0 && below.rel === rel.input) return {rel, conditions: []};
      const kept = parts.filter(part => !pulled.includes(part));
      return {rel: filter(below.rel, conjunction(kept)), conditions: [...below.conditions, ...pulled]};
    }
    // What can fail may not see rows that the condition would have kept from it.
    case 'project':
      return rel.exprs.some(canFail) ? {rel, conditions: []} : pullUpThroughProject(rel, wanted);
    case 'join':
      return canFail(rel.on) || mayFindTooMany(rel.right) ? {rel, conditions: []} : pullUpThroughJoin(rel, wanted);
    default:
      return {rel, conditions: []};
  }
}

function pullUpThroughProject(rel: ProjectRel, wanted: (condition: Expr) => boolean): PulledUp {
  const below = pullUp(rel.input, wanted);
  if (below.conditions.length === 0) return {rel, conditions: []};
  const exprs = [...rel.exprs];
  const names = rel.schema.map(column => column.name);
  const places: number[] = [];
  for (const index of allColumns(below.conditions)) {
    places[index] = exprs.length;
    exprs.push(columnAt(below.rel.schema, index));
    names.push(below.rel.schema[index].name);
  }
  const conditions = below.conditions.map(condition => remapColumns(condition, places));
  return {rel: project(below.rel, exprs, names), conditions};
}

function pullUpThroughJoin(rel: JoinRel, wanted: (condition: Expr) => boolean): PulledUp {
  if (rel.kind === 'right' || rel.kind === 'full') return {rel, conditions: []};
  const left = pullUp(rel.left, wanted);
  const right = rel.kind === 'inner' ? pullUp(rel.right, wanted) : {rel: rel.right, conditions: []};
  const parts = conjuncts(rel.on);
  const own =
    rel.kind === 'inner' ? parts.filter(part => exprRefersToOuter(part) && !isVolatile(part) && wanted(part)) : [];
  if (left.conditions.length + right.conditions.length + own.length === 0) return {rel, conditions: []};

  // Columns now: left, what left's conditions read, right, what right's read. The latter two change places.
  const leftWidth = rel.left.schema.length;
  const width = left.rel.schema.length;
  const places = rel.left.schema.map((_, i) => i);
  rel.right.schema.forEach((_, i) => places.push(width + i));
  const kept = parts.filter(part => !own.includes(part)).map(part => remapColumns(part, places));
  const joined = join(rel.kind, left.rel, right.rel, conjunction(kept));
  const conditions = [
    ...left.conditions,
    ...right.conditions.map(condition =>
      remapColumns(
        condition,
        right.rel.schema.map((_, i) => width + i),
      ),
    ),
    ...own.map(condition => remapColumns(condition, places)),
  ];
  if (width === leftWidth || rel.kind === 'semi' || rel.kind === 'anti') return {rel: joined, conditions};

  const order = [...places];
  for (let i = 0; i < joined.schema.length; i++) if (!places.includes(i)) order.push(i);
  const moved: number[] = [];
  order.forEach((from, to) => (moved[from] = to));
  return {
    rel: project(
      joined,
      order.map(index => columnAt(joined.schema, index)),
    ),
    conditions: conditions.map(condition => remapColumns(condition, moved)),
  };
}

function mayFindTooMany(rel: Rel): boolean {
  return someRel(rel, node => node.node === 'atMostOne');
}

function allColumns(exprs: readonly Expr[]): number[] {
  const used = new Set<number>();
  for (const expr of exprs) usedColumns(expr, used);
  return [...used].sort((a, b) => a - b);
}

/** What matters to EXISTS: whether there is a row. */
export function stripForExistence(rel: Rel): Rel {
  switch (rel.node) {
    case 'project':
    case 'distinct':
    case 'over':
      return stripForExistence(rel.input);
    case 'aggregate':
      return rel.keys.length > 0 ? stripForExistence(rel.input) : rel;
    case 'sort': {
      const keepsOne = !rel.limit || (rel.limit.op === 'literal' && !isLiteral(rel.limit, 0n));
      return keepsOne && !rel.offset ? stripForExistence(rel.input) : rel;
    }
    default:
      return rel;
  }
}
