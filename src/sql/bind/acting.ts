import type {FunctionObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {someExpr} from '../../plan/map-expr.ts';
import type {Rel} from '../../plan/rel.ts';
import type {SqlError} from '../../types/sql-error.ts';
import {INTEGER, structOf} from '../../types/sql-type.ts';
import type {FunctionCall} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import type {QueryColumn} from './query.ts';

// Functions that act (write, run several statements, give nothing back) and procedures. The plan of a query computes their
// arguments; the session runs their statements for each row that comes out, and puts what they give in place.

/** A column of a query whose values are the arguments of a routine, behind one that says nothing. */
export type ActingCall = {
  readonly column: number;
  readonly routine: FunctionObject;
  /** `SELECT * FROM f(…)`: the fields of what it gives are the columns. */
  readonly spread: boolean;
};

const MARK = '$call ';

/** Stands for the call until the session has made it. Errors: 0A000. */
export function actingCall(ctx: BindContext, ast: FunctionCall, object: FunctionObject, args: readonly Expr[]): Expr {
  if (!ctx.options.performs) throw misplaced(ctx, ast, object);
  const nothing: Expr = {op: 'literal', value: 0, type: INTEGER};
  const fields = args.map(({type}, i) => ({name: `$${i + 1}`, type}));
  const type = structOf([{name: `${MARK}${ctx.acting.length}`, type: INTEGER}, ...fields]);
  ctx.acting.push({object, ast});
  return {op: 'row', args: [nothing, ...args], type};
}

const PLACES = 'One that acts may stand in the select list of a statement of its own, or in SELECT * FROM f(…).';

/** Errors: 0A000. */
export function misplaced(ctx: BindContext, ast: FunctionCall, {name}: FunctionObject): SqlError {
  return ctx.unsupported(`function ${name}() in this place`, ast, PLACES);
}

/** Which columns of the query are calls. Errors: 0A000 for a call that stands anywhere else. */
export function actingCalls(ctx: BindContext, rel: Rel): ActingCall[] {
  if (ctx.acting.length === 0) return [];
  let root = rel;
  while (root.node === 'sort') root = root.input;
  const exprs = root.node === 'project' ? root.exprs : [];
  const calls = exprs.flatMap((expr, column) => {
    const number = markOf(expr);
    return number === null ? [] : [{column, number}];
  });
  const sorted = sortsBy(rel, new Set(calls.map(({column}) => column)));
  if (sorted || calls.length !== ctx.acting.length) {
    const {ast, object} = ctx.acting[0];
    throw misplaced(ctx, ast, object);
  }
  return calls.map(({column, number}) => ({column, routine: ctx.acting[number].object, spread: false}));
}

function markOf({op, type}: Expr): number | null {
  const first = op === 'row' ? type.fields?.at(0)?.name : undefined;
  return first?.startsWith(MARK) ? Number(first.slice(MARK.length)) : null;
}

function sortsBy(rel: Rel, columns: ReadonlySet<number>): boolean {
  if (rel.node !== 'sort') return false;
  const isCall = (expr: Expr): boolean => expr.op === 'column' && columns.has(expr.index);
  return rel.keys.some(({expr}) => someExpr(expr, isCall)) || sortsBy(rel.input, columns);
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
