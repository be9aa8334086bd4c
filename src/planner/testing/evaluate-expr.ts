import type {Expr} from '../../expr/expr.ts';
import {functionName} from '../../plan/function-facts.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';

/** What an expression of the planner's tests is worth, plainly: the rows around it, nearest first, answer `outer`. */
export function evaluateExpr(expr: Expr, row: readonly Datum[], outer: readonly (readonly Datum[])[] = []): Datum {
  const value = (part: Expr) => evaluateExpr(part, row, outer);
  switch (expr.op) {
    case 'column':
      if (expr.index >= row.length) throw new Error(`no column ${expr.index} in a row of ${row.length}`);
      return row[expr.index];
    case 'outer':
      return outer[expr.depth - 1][expr.index];
    case 'literal':
      return expr.value;
    case 'call':
      return call(functionName(expr.signature), expr.args.map(value));
    case 'and':
    case 'or': {
      const absorbing = expr.op === 'or';
      let unknown = false;
      for (const arg of expr.args) {
        const truth = value(arg);
        if (truth === absorbing) return absorbing;
        if (truth === null) unknown = true;
      }
      return unknown ? null : !absorbing;
    }
    case 'not': {
      const truth = value(expr.arg);
      return truth === null ? null : !truth;
    }
    case 'isNull':
      return (value(expr.arg) === null) !== expr.negated;
    case 'isTruth': {
      const truth = value(expr.arg);
      const is = expr.truth === 'unknown' ? truth === null : truth === (expr.truth === 'true');
      return is !== expr.negated;
    }
    case 'distinct':
      return (value(expr.left) !== value(expr.right)) !== expr.negated;
    case 'case': {
      const taken = expr.whens.find(({when}) => value(when) === true);
      return value(taken ? taken.then : expr.otherwise);
    }
    case 'coalesce': {
      for (const arg of expr.args) {
        const found = value(arg);
        if (found !== null) return found;
      }
      return null;
    }
    case 'field': {
      const composite = value(expr.arg) as readonly Datum[] | null;
      return composite === null ? null : composite[expr.index];
    }
    case 'row':
      return expr.args.map(value);
    default:
      throw new Error(`the test evaluator knows no ${expr.op}`);
  }
}

function call(name: string, args: readonly Datum[]): Datum {
  if (args.includes(null)) return null;
  const [a, b] = args as number[];
  switch (name) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '+':
      return a + b;
    case '*':
      return a * b;
    case '/':
      if (Number(b) === 0) throw new SqlError('22012', 'division by zero');
      return Math.trunc(a / b);
    case 'cast':
      return a;
    default:
      throw new Error(`the test evaluator knows no function ${name}`);
  }
}
