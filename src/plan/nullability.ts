import type {Expr} from '../expr/expr.ts';
import {aggregateBySignature} from '../expr/registry.ts';
import {conjuncts} from './conjuncts.ts';
import {argumentTypes, functionName, isStrict} from './function-facts.ts';
import type {Rel} from './rel.ts';

/** Whether the expression can be NULL, over a row whose column i can where `nullable[i]`. */
export function exprNullable(expr: Expr, nullable: readonly boolean[]): boolean {
  switch (expr.op) {
    case 'column':
      return nullable[expr.index] ?? true;
    case 'literal':
      return expr.value === null;
    case 'call':
      return !keepsNotNull(expr.signature) || expr.args.some(arg => exprNullable(arg, nullable));
    case 'and':
    case 'or':
      return expr.args.some(arg => exprNullable(arg, nullable));
    case 'not':
      return exprNullable(expr.arg, nullable);
    case 'isNull':
    case 'isTruth':
    case 'distinct':
    case 'row':
    case 'array':
      return false;
    case 'case':
      return exprNullable(expr.otherwise, nullable) || expr.whens.some(({then}) => exprNullable(then, nullable));
    case 'coalesce':
    case 'greatest':
    case 'least':
      return expr.args.every(arg => exprNullable(arg, nullable));
    case 'outer':
    case 'parameter':
    case 'field':
    case 'subscript':
    case 'quantified':
      return true;
  }
}

const total = new Set(['=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '~~', '!~~', '~~*', '!~~*']);
const scalars =
  /^(bool|int[248]|float[48]|numeric|text|varchar|bpchar|name|date|time|timestamp|timestamptz|interval|uuid|oid)$/;

/** Gives a value whenever its arguments are values. */
export function keepsNotNull(signature: string): boolean {
  const name = functionName(signature);
  if (!total.has(name) && name !== 'cast' && name !== '||') return false;
  return argumentTypes(signature).every(type => scalars.test(type));
}

/** Aggregates and window functions that always have an answer. */
const neverNull = new Set(['count', 'row_number', 'rank', 'dense_rank', 'percent_rank', 'cume_dist']);

const known = new WeakMap<Rel, readonly boolean[]>();

/** Which columns can be NULL: from the base relations up, narrower than the schemas where a filter says more. */
export function nullableColumns(rel: Rel): readonly boolean[] {
  let columns = known.get(rel);
  if (!columns) known.set(rel, (columns = derive(rel)));
  return columns;
}

function derive(rel: Rel): readonly boolean[] {
  switch (rel.node) {
    case 'get':
      return rel.schema.map(column => column.nullable);
    case 'values':
      return rel.schema.map((_, i) => rel.rows.some(row => exprNullable(row[i], [])));
    case 'filter':
      return refined(nullableColumns(rel.input), rel.predicate);
    case 'project': {
      const input = nullableColumns(rel.input);
      return rel.exprs.map(expr => exprNullable(expr, input));
    }
    case 'join':
      return joined(rel);
    case 'apply':
      if (rel.kind === 'semi' || rel.kind === 'anti') return nullableColumns(rel.left);
      if (rel.kind === 'inner') return [...nullableColumns(rel.left), ...nullableColumns(rel.right)];
      if (rel.kind === 'exists') return [...nullableColumns(rel.left), false];
      return [...nullableColumns(rel.left), ...rel.schema.slice(rel.left.schema.length).map(() => true)];
    case 'aggregate': {
      const input = nullableColumns(rel.input);
      return [
        ...rel.keys.map(key => exprNullable(key, input)),
        ...rel.aggregates.map(({signature}) => aggregateBySignature(signature).whenEmpty === undefined),
      ];
    }
    case 'distinct':
    case 'shared':
    case 'sort':
    case 'atMostOne':
      return nullableColumns(rel.input);
    case 'union': {
      const inputs = rel.inputs.map(nullableColumns);
      return rel.schema.map((_, i) => inputs.some(input => input[i]));
    }
    case 'over':
      return [
        ...nullableColumns(rel.input),
        ...rel.calls.map(({signature}) => !neverNull.has(functionName(signature))),
      ];
    case 'window':
      return [...nullableColumns(rel.input).map((can, i) => can && i !== rel.time), false, false];
    case 'tableFunction':
    case 'recursive':
    case 'workingTable':
      return rel.schema.map(() => true);
    case 'flatMap':
      return rel.schema.map((_, i) => nullableColumns(rel.input)[i] ?? true);
  }
}

/** Without the columns that cannot be NULL where the predicate is true. */
function refined(nullable: readonly boolean[], predicate: Expr): readonly boolean[] {
  if (!nullable.includes(true)) return nullable;
  const parts = conjuncts(predicate);
  return nullable.map((can, i) => can && !parts.some(part => rejectsNulls(part, new Set([i]))));
}

function joined(rel: Extract<Rel, {node: 'join'}>): readonly boolean[] {
  const left = nullableColumns(rel.left);
  if (rel.kind === 'semi') return refined(left, rel.on);
  if (rel.kind === 'anti') return left;
  const right = nullableColumns(rel.right);
  if (rel.kind === 'inner') return refined([...left, ...right], rel.on);
  const extendsLeft = rel.kind === 'right' || rel.kind === 'full';
  const extendsRight = rel.kind === 'left' || rel.kind === 'full';
  return [...left.map(can => can || extendsLeft), ...right.map(can => can || extendsRight)];
}

/** The predicate cannot be true of a row in which all these columns are NULL. */
export function rejectsNulls(predicate: Expr, columns: ReadonlySet<number>): boolean {
  const verdict = whenNull(predicate, columns);
  return verdict !== 'any';
}

/** What the expression is when the columns are NULL: surely NULL, surely false, one of the two, or anything. */
function whenNull(expr: Expr, columns: ReadonlySet<number>): 'null' | 'false' | 'notTrue' | 'any' {
  switch (expr.op) {
    case 'column':
      return columns.has(expr.index) ? 'null' : 'any';
    case 'literal':
      return expr.value === null ? 'null' : expr.value === false ? 'false' : 'any';
    case 'call':
      return isStrict(expr.signature) && expr.args.some(arg => whenNull(arg, columns) === 'null') ? 'null' : 'any';
    case 'and': {
      const parts = expr.args.map(arg => whenNull(arg, columns));
      if (parts.includes('false')) return 'false';
      if (parts.every(part => part === 'null')) return 'null';
      return parts.some(part => part !== 'any') ? 'notTrue' : 'any';
    }
    case 'or': {
      const parts = expr.args.map(arg => whenNull(arg, columns));
      if (parts.every(part => part === 'false')) return 'false';
      if (parts.every(part => part === 'null')) return 'null';
      return parts.every(part => part !== 'any') ? 'notTrue' : 'any';
    }
    case 'not':
      return whenNull(expr.arg, columns) === 'null' ? 'null' : 'any';
    case 'isNull':
      return expr.negated && whenNull(expr.arg, columns) === 'null' ? 'false' : 'any';
    case 'isTruth':
      return truthWhenNull(expr, columns);
    case 'field':
      return whenNull(expr.arg, columns) === 'null' ? 'null' : 'any';
    case 'quantified':
      return whenNull(expr.array, columns) === 'null' ? 'null' : 'any';
    case 'coalesce':
    case 'greatest':
    case 'least':
      return expr.args.every(arg => whenNull(arg, columns) === 'null') ? 'null' : 'any';
    case 'outer':
    case 'parameter':
    case 'distinct':
    case 'case':
    case 'row':
    case 'array':
    case 'subscript':
      return 'any';
  }
}

function truthWhenNull(expr: Extract<Expr, {op: 'isTruth'}>, columns: ReadonlySet<number>): 'false' | 'any' {
  const arg = whenNull(expr.arg, columns);
  if (expr.truth === 'true' && !expr.negated) return arg === 'any' ? 'any' : 'false';
  if (expr.truth === 'unknown' && expr.negated) return arg === 'null' ? 'false' : 'any';
  if (expr.truth === 'false' && !expr.negated) return arg === 'null' ? 'false' : 'any';
  return 'any';
}
