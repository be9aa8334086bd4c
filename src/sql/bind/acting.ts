import type {FunctionObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {someExpr} from '../../plan/map-expr.ts';
import {relExprs, someRel} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import type {SqlError} from '../../types/sql-error.ts';
import {INTEGER, structOf} from '../../types/sql-type.ts';
import type {FunctionCall} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import type {QueryColumn} from './query.ts';

// Functions that act (write, run several statements, give nothing back) and procedures. The plan of a query computes their
// arguments; the session runs their statements for each row that comes out, and puts what they give in place. Where calls are all
// that is left to do it gives the rows itself; others are made in stages, before the query that goes on with them (acting-stages.ts).

/** A column of a query whose values are the arguments of a routine, behind one that says nothing; null: it is not called. */
export type ActingCall = {
  readonly column: number;
  readonly routine: FunctionObject;
  /** `SELECT * FROM f(…)`: the fields of what it gives are the columns. */
  readonly spread: boolean;
};

const SIGNATURE = '$acting(int4,any)';

/** Stands for the call until the session has made it. Errors: 0A000. */
export function actingCall(ctx: BindContext, ast: FunctionCall, object: FunctionObject, args: readonly Expr[]): Expr {
  if (!ctx.options.performs) throw misplaced(ctx, ast, object);
  const number: Expr = {op: 'literal', value: ctx.acting.length, type: INTEGER};
  ctx.acting.push({object, ast});
  return {op: 'call', signature: SIGNATURE, args: [number, ...args], type: object.returns};
}

const PLACES =
  'One that acts is called in a statement of its own: before the rows of a table are found, or for each of them.';

/** Errors: 0A000. */
export function misplaced(ctx: BindContext, ast: FunctionCall, {name}: FunctionObject): SqlError {
  return ctx.unsupported(`function ${name}() in this place`, ast, PLACES);
}

/** Which call the expression is; null: it is something else. */
export function actingNumber(expr: Expr): number | null {
  if (expr.op !== 'call' || expr.signature !== SIGNATURE) return null;
  return (expr.args[0] as Extract<Expr, {op: 'literal'}>).value as number;
}

/** It is one, or has one in it. */
export function acts(expr: Expr): boolean {
  return someExpr(expr, part => actingNumber(part) !== null);
}

/** In the node itself. */
export function actsItself(rel: Rel): boolean {
  return relExprs(rel).some(acts);
}

export function actsWithin(rel: Rel): boolean {
  return someRel(rel, actsItself);
}

/** What the session finds in a column: the arguments, behind something that tells them from NULL. */
export function argumentsRow(call: Expr): Expr {
  const [, ...args] = (call as Extract<Expr, {op: 'call'}>).args;
  const fields = args.map(({type}, i) => ({name: `$${i + 1}`, type}));
  const type = structOf([{name: '$', type: INTEGER}, ...fields]);
  return {op: 'row', args: [{op: 'literal', value: 0, type: INTEGER}, ...args], type};
}

/** The query with the arguments in place of the calls, where these are columns of its result and stand nowhere else; else null. */
export function actingCalls(
  ctx: BindContext,
  rel: Rel,
): {readonly rel: Rel; readonly calls: readonly ActingCall[]} | null {
  if (rel.node === 'sort') {
    if (actsItself(rel)) return null;
    const below = actingCalls(ctx, rel.input);
    if (!below) return null;
    const columns = new Set(below.calls.map(({column}) => column));
    const isCall = (expr: Expr): boolean => expr.op === 'column' && columns.has(expr.index);
    if (rel.keys.some(({expr}) => someExpr(expr, isCall))) return null;
    return {...below, rel: {...rel, input: below.rel, schema: below.rel.schema}};
  }
  if (rel.node !== 'project' || actsWithin(rel.input)) return null;
  const numbers = rel.exprs.map(actingNumber);
  const plain = rel.exprs.every((expr, i) =>
    numbers[i] === null ? !acts(expr) : !(expr as Extract<Expr, {op: 'call'}>).args.some(acts),
  );
  const once = numbers.every((number, i) => number === null || numbers.indexOf(number) === i);
  if (!plain || !once) return null;
  const exprs = rel.exprs.map((expr, i) => (numbers[i] === null ? expr : argumentsRow(expr)));
  const schema = rel.schema.map((column, i) => (numbers[i] === null ? column : {...column, type: exprs[i].type}));
  const calls = numbers.flatMap((number, column) =>
    number === null ? [] : [{column, routine: ctx.acting[number].object, spread: false}],
  );
  return {rel: {...rel, exprs, schema}, calls};
}

/** The columns as the client sees them. */
export function actingColumns(columns: readonly QueryColumn[], calls: readonly ActingCall[]): readonly QueryColumn[] {
  return columns.flatMap((column, i) => {
    const call = calls.find(({column: at}) => at === i);
    if (!call) return [column];
    const {returns} = call.routine;
    const plain = {tableOid: 0, attributeNumber: 0};
    if (!call.spread || !returns.fields) return [{...column, ...plain, type: returns}];
    return returns.fields.map(({name, type}) => ({...plain, name, type}));
  });
}
