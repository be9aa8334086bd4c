import type {Expr} from '../../expr/expr.ts';
import {substituteColumns} from '../../plan/columns.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import {exprChildren} from '../../plan/map-expr.ts';
import type {Rel} from '../../plan/rel.ts';
import {sameType} from '../../types/sql-type.ts';
import {rule} from '../rule.ts';

/** Projection over projection is one projection, unless something costly would be computed twice. */
export const mergeProjects = rule('merge projects', 'project', node => {
  const {input} = node;
  if (input.node !== 'project' || !canSubstitute(node.exprs, input.exprs)) return null;
  return {...node, input: input.input, exprs: node.exprs.map(expr => substituteColumns(expr, input.exprs))};
});

/** Projecting just what is there does nothing. */
export const identityProject = rule('identity project', 'project', node =>
  isIdentity(node.exprs, node.input) ? node.input : null,
);

/** Over constant rows it is computed once, here. */
export const projectOfValues = rule('project of values', 'project', node => {
  const {input, exprs} = node;
  if (input.node !== 'values' || input.rows.length > 64) return null;
  if (!input.rows.every(row => canSubstitute(exprs, row))) return null;
  return {...input, rows: input.rows.map(row => exprs.map(expr => substituteColumns(expr, row))), schema: node.schema};
});

/** SELECT without FROM joined to something: the row without columns adds nothing. */
export const joinWithOneRow = rule('join with one empty row', 'join', node => {
  if (node.kind !== 'inner') return null;
  const isOne = (rel: Rel) => rel.node === 'values' && rel.rows.length === 1 && rel.schema.length === 0;
  const other = isOne(node.left) ? node.right : isOne(node.right) ? node.left : null;
  return other && {node: 'filter', input: other, predicate: node.on, schema: other.schema};
});

export function canSubstitute(above: readonly Expr[], below: readonly Expr[]): boolean {
  const uses = new Array<number>(below.length).fill(0);
  for (const expr of above) countUses(expr, uses);
  return below.every((expr, i) => uses[i] === 0 || isCheap(expr) || (uses[i] === 1 && !isVolatile(expr)));
}

function countUses(expr: Expr, uses: number[]): void {
  if (expr.op === 'column') uses[expr.index]++;
  else for (const child of exprChildren(expr)) countUses(child, uses);
}

/** Costs nothing to compute again. */
function isCheap(expr: Expr): boolean {
  if (expr.op === 'field') return isCheap(expr.arg);
  if (expr.op === 'row') return expr.args.every(isCheap);
  return expr.op === 'column' || expr.op === 'literal' || expr.op === 'outer' || expr.op === 'parameter';
}

function isIdentity(exprs: readonly Expr[], input: Rel): boolean {
  return (
    exprs.length === input.schema.length &&
    exprs.every((expr, i) => expr.op === 'column' && expr.index === i && sameType(expr.type, input.schema[i].type))
  );
}
