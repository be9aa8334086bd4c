import type {Datum} from '../types/datum.ts';
import {callContext, type EvaluationContext} from './call-context.ts';
import type {Expr} from './expr.ts';
import {functionBySignature} from './registry.ts';
import {constructed, extreme, isDistinct, isNull, quantified, subscripted} from './row-semantics.ts';

/** Evaluates an expression for one row of datums. Errors: SqlError. */
export type RowExpr = (row: readonly Datum[]) => Datum;

/** The row path: the semantics of every node, which the vector evaluator is tested against. */
export function compileRowExpr(expr: Expr, context: EvaluationContext): RowExpr {
  const compile = (inner: Expr): RowExpr => compileRowExpr(inner, context);
  switch (expr.op) {
    case 'column':
      return row => row[expr.index];
    case 'literal':
      return () => expr.value;
    case 'outer':
    case 'parameter':
      throw new Error(`${expr.op} reference in an expression to evaluate`);
    case 'call':
      return compileCall(expr, context);
    case 'and':
    case 'or':
      return logic(expr.args.map(compile), expr.op === 'or');
    case 'not': {
      const arg = compile(expr.arg);
      return row => {
        const value = arg(row);
        return value === null ? null : !value;
      };
    }
    case 'isNull':
      return lift([expr.arg], isNull(expr.arg.type, expr.negated));
    case 'isTruth': {
      const wanted = expr.truth === 'unknown' ? null : expr.truth === 'true';
      return lift([expr.arg], ([value]) => (value === wanted) !== expr.negated);
    }
    case 'distinct':
      return lift([expr.left, expr.right], isDistinct(expr.left.type, expr.negated));
    case 'case': {
      const whens = expr.whens.map(({when, then}) => ({when: compile(when), then: compile(then)}));
      const otherwise = compile(expr.otherwise);
      return row => (whens.find(({when}) => when(row) === true)?.then ?? otherwise)(row);
    }
    case 'coalesce': {
      const args = expr.args.map(compile);
      return row => {
        for (const arg of args) {
          const value = arg(row);
          if (value !== null) return value;
        }
        return null;
      };
    }
    case 'greatest':
    case 'least':
      return lift(expr.args, extreme(expr.op, expr.type));
    case 'field':
      return lift([expr.arg], ([value]) => (value === null ? null : (value as readonly Datum[])[expr.index]));
    case 'row':
      return lift(expr.args, values => values);
    case 'array':
      return lift(expr.args, constructed(expr.args));
    case 'subscript':
      return lift([expr.arg, expr.subscript], subscripted);
    case 'quantified': {
      const fn = functionBySignature(expr.signature);
      const element = expr.array.type.element!;
      const inner = callContext(context, [expr.left.type, element], expr.type);
      const compare = (left: Datum, right: Datum): Datum =>
        fn.strict && (left === null || right === null) ? null : fn.row([left, right], inner);
      return lift([expr.left, expr.array], quantified(expr.quantifier, compare));
    }
  }

  function lift(args: readonly Expr[], apply: (values: readonly Datum[]) => Datum): RowExpr {
    const compiled = args.map(compile);
    return row => apply(compiled.map(arg => arg(row)));
  }
}

function logic(args: readonly RowExpr[], any: boolean): RowExpr {
  return row => {
    let unknown = false;
    for (const arg of args) {
      const value = arg(row);
      if (value === any) return any;
      if (value === null) unknown = true;
    }
    return unknown ? null : !any;
  };
}

function compileCall(expr: Extract<Expr, {op: 'call'}>, context: EvaluationContext): RowExpr {
  const fn = functionBySignature(expr.signature);
  const args = expr.args.map(arg => compileRowExpr(arg, context));
  const inner = callContext(
    context,
    expr.args.map(arg => arg.type),
    expr.type,
  );
  // A literal NULL decides a strict call before anything is evaluated; any other is found when all arguments are.
  if (fn.strict && expr.args.some(arg => arg.op === 'literal' && arg.value === null)) return () => null;
  return row => {
    const values = args.map(arg => arg(row));
    return fn.strict && values.includes(null) ? null : fn.row(values, inner);
  };
}
