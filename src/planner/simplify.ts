import type {Expr} from '../expr/expr.ts';
import {functionBySignature} from '../expr/registry.ts';
import {signatureOf} from '../expr/short-names.ts';
import {
  conjunction,
  conjuncts,
  disjunction,
  disjuncts,
  FALSE,
  isLiteral,
  literal,
  TRUE,
  UNKNOWN_TRUTH,
} from '../plan/conjuncts.ts';
import {exprKey, sameExpr} from '../plan/expr-key.ts';
import {argumentTypes, canFail, comparisonOf, functionName, isImmutable, isVolatile} from '../plan/function-facts.ts';
import {mapExprChildren} from '../plan/map-expr.ts';
import {exprNullable} from '../plan/nullability.ts';
import type {Datum} from '../types/datum.ts';
import {BOOLEAN, sameType, type SqlType, type TypeKind} from '../types/sql-type.ts';
import {factorOr} from './factor-or.ts';

type Scope = {
  /** Whether column i can be NULL. */
  readonly nullable: readonly boolean[];
  readonly evaluate: (expr: Expr) => Datum;
};

/** The same value for every row, sooner: constants are folded, boolean logic is tidied. What raises is not folded. */
export function simplifyExpr(expr: Expr, scope: Scope): Expr {
  const inner = mapExprChildren(expr, child => simplifyExpr(child, scope));
  switch (inner.op) {
    case 'call':
      return foldCall(inner, scope);
    case 'and':
    case 'or':
      return simplifyJunction(inner);
    case 'not':
      return simplifyNot(inner);
    case 'isNull':
      return simplifyIsNull(inner, scope);
    case 'isTruth':
      return simplifyIsTruth(inner, scope);
    case 'distinct':
      return simplifyDistinct(inner, scope);
    case 'case':
      return simplifyCase(inner);
    case 'coalesce':
      return simplifyCoalesce(inner, scope);
    case 'field':
      return simplifyField(inner);
    case 'greatest':
    case 'least':
    case 'array':
    case 'subscript':
    case 'quantified':
      return fold(inner, scope);
    case 'column':
    case 'outer':
    case 'literal':
    case 'parameter':
    case 'row':
      return inner;
  }
}

/** As a filter reads it: NULL is as good as false. */
export function simplifyPredicate(predicate: Expr, scope: Scope): Expr {
  const parts = conjuncts(simplifyExpr(predicate, scope)).flatMap(part => conjuncts(factorOr(asTruth(part))));
  if (parts.some(part => isLiteral(part, false))) return FALSE;
  return conjunction(withoutRepeats(parts));
}

function asTruth(expr: Expr): Expr {
  if (expr.op === 'literal') return expr.value === true ? TRUE : FALSE;
  if (expr.op === 'isTruth' && expr.truth === 'true' && !expr.negated) return asTruth(expr.arg);
  if (expr.op === 'coalesce' && expr.args.length === 2 && isLiteral(expr.args[1], false)) return asTruth(expr.args[0]);
  if (expr.op === 'or') {
    const parts = disjuncts(expr).map(asTruth);
    if (parts.every((part, i) => part === expr.args[i])) return expr;
    return disjunction(parts.filter(part => !isLiteral(part, false)));
  }
  return expr;
}

function foldCall(expr: Extract<Expr, {op: 'call'}>, scope: Scope): Expr {
  const narrowed = withLiteralOfOneType(expr);
  if (narrowed) return narrowed;
  if (functionName(expr.signature) === 'cast' && isPointlessCast(expr)) return expr.args[0];
  if (!expr.args.some(arg => arg.op === 'literal')) return expr.args.length === 0 ? fold(expr, scope) : expr;
  // Postgres does not know what a domain makes of a constant either, and computes what stands beside it.
  if (expr.type.domain !== undefined) return expr;
  const row = functionBySignature(expr.signature);
  if (row.strict && row.volatility !== 'volatile' && expr.args.some(arg => isLiteral(arg, null))) {
    return literal(null, expr.type);
  }
  return fold(expr, scope);
}

/** bigint = 5 with the 5 an integer: compared as bigints, so that the constant can stand for the column elsewhere. */
function withLiteralOfOneType(expr: Extract<Expr, {op: 'call'}>): Expr | null {
  const compared = comparisonOf(expr);
  if (!compared) return null;
  const {operator, left, right} = compared;
  if (left.type.kind === right.type.kind || (left.op === 'literal') === (right.op === 'literal')) return null;
  const type = left.op === 'literal' ? right.type : left.type;
  const converted = [left, right].map(side => (side.op === 'literal' ? integerLiteral(side, type) : side));
  const args = converted.filter(side => side !== null);
  return args.length === 2 ? {...expr, signature: signatureOf(operator, [type, type]), args} : null;
}

const integerRanges: Partial<Record<TypeKind, bigint>> = {smallint: 1n << 15n, integer: 1n << 31n, bigint: 1n << 63n};

/** The integer literal as one of another integer type; null: it is none, or out of range. */
function integerLiteral(expr: Extract<Expr, {op: 'literal'}>, type: SqlType): Expr | null {
  const range = integerRanges[type.kind];
  if (range === undefined || integerRanges[expr.type.kind] === undefined || expr.value === null) return null;
  const value = BigInt(expr.value as number | bigint);
  if (value < -range || value >= range) return null;
  return literal(type.kind === 'bigint' ? value : Number(value), type);
}

function isPointlessCast(expr: Extract<Expr, {op: 'call'}>): boolean {
  const [from, to] = argumentTypes(expr.signature);
  return from === to && expr.args.length === 1 && sameType(expr.args[0].type, expr.type);
}

function fold(expr: Expr, scope: Scope): Expr {
  let constant = true;
  mapExprChildren(expr, child => {
    if (child.op !== 'literal') constant = false;
    return child;
  });
  if (!constant || !isImmutable(expr)) return expr;
  try {
    return literal(scope.evaluate(expr), expr.type);
  } catch {
    // It raises: leave it to the row that really needs it.
    return expr;
  }
}

function simplifyJunction(expr: Extract<Expr, {op: 'and' | 'or'}>): Expr {
  const isAnd = expr.op === 'and';
  const absorbing = isAnd ? FALSE : TRUE;
  const parts = withoutRepeats(isAnd ? conjuncts(expr) : disjuncts(expr).filter(part => !isLiteral(part, false)));
  if (parts.some(part => isLiteral(part, !isAnd))) return absorbing;
  if (parts.length === expr.args.length && parts.every((part, i) => part === expr.args[i])) return expr;
  return isAnd ? conjunction(parts) : disjunction(parts);
}

function withoutRepeats(parts: readonly Expr[]): readonly Expr[] {
  if (parts.length < 2) return parts;
  const seen = new Set<string>();
  return parts.filter(part => {
    const key = exprKey(part);
    if (seen.has(key) && !isVolatile(part)) return false;
    seen.add(key);
    return true;
  });
}

const opposites: Readonly<Record<string, string>> = {'=': '<>', '<>': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>'};

function simplifyNot(expr: Extract<Expr, {op: 'not'}>): Expr {
  const {arg} = expr;
  switch (arg.op) {
    case 'literal':
      return arg.value === null ? UNKNOWN_TRUTH : arg.value ? FALSE : TRUE;
    case 'not':
      return arg.arg;
    case 'isNull':
      return isComposite(arg.arg) ? expr : {...arg, negated: !arg.negated};
    case 'isTruth':
    case 'distinct':
      return {...arg, negated: !arg.negated};
    case 'and':
    case 'or':
      return {op: arg.op === 'and' ? 'or' : 'and', args: arg.args.map(negate), type: BOOLEAN};
    case 'call': {
      const name = functionName(arg.signature);
      const opposite = Object.hasOwn(opposites, name) ? opposites[name] : null;
      return opposite ? {...arg, signature: opposite + arg.signature.slice(name.length)} : expr;
    }
    default:
      return expr;
  }
}

function negate(arg: Expr): Expr {
  return simplifyNot({op: 'not', arg, type: BOOLEAN});
}

/** It IS NULL when all its fields are, and IS NOT NULL when none is: neither is the opposite of the other. */
function isComposite({type}: Expr): boolean {
  return type.kind === 'struct' || type.kind === 'record';
}

function simplifyIsNull(expr: Extract<Expr, {op: 'isNull'}>, scope: Scope): Expr {
  const {arg, negated} = expr;
  if (isComposite(arg)) return expr;
  if (arg.op === 'literal') return (arg.value === null) !== negated ? TRUE : FALSE;
  return exprNullable(arg, scope.nullable) || isVolatile(arg) || canFail(arg) ? expr : negated ? TRUE : FALSE;
}

function simplifyIsTruth(expr: Extract<Expr, {op: 'isTruth'}>, scope: Scope): Expr {
  const {arg, truth, negated} = expr;
  if (arg.op === 'literal') {
    const is = truth === 'unknown' ? arg.value === null : arg.value === (truth === 'true');
    return is !== negated ? TRUE : FALSE;
  }
  if (truth === 'unknown') return simplifyIsNull({op: 'isNull', arg, negated, type: BOOLEAN}, scope);
  if (truth === 'false' && negated && arg.op === 'and') {
    const parts = arg.args.map(part =>
      simplifyIsTruth({op: 'isTruth', arg: part, truth, negated, type: BOOLEAN}, scope),
    );
    return conjunction(parts.filter(part => !isLiteral(part, true)));
  }
  if (exprNullable(arg, scope.nullable)) return expr;
  return (truth === 'true') !== negated ? arg : negate(arg);
}

function simplifyDistinct(expr: Extract<Expr, {op: 'distinct'}>, scope: Scope): Expr {
  const {left, right, negated} = expr;
  const composite = isComposite(left);
  if (isLiteral(left, null) && !composite)
    return simplifyIsNull({op: 'isNull', arg: right, negated: !negated, type: BOOLEAN}, scope);
  if (isLiteral(right, null) && !composite)
    return simplifyIsNull({op: 'isNull', arg: left, negated: !negated, type: BOOLEAN}, scope);
  if (sameExpr(left, right) && !isVolatile(left) && !canFail(left)) return negated ? TRUE : FALSE;
  return fold(expr, scope);
}

function simplifyCase(expr: Extract<Expr, {op: 'case'}>): Expr {
  const whens: {when: Expr; then: Expr}[] = [];
  let otherwise = expr.otherwise;
  for (const branch of expr.whens) {
    if (isLiteral(branch.when, true)) {
      otherwise = branch.then;
      break;
    }
    if (branch.when.op !== 'literal') whens.push(branch);
  }
  if (whens.length === 0) return otherwise;
  return whens.length === expr.whens.length && otherwise === expr.otherwise ? expr : {...expr, whens, otherwise};
}

function simplifyCoalesce(expr: Extract<Expr, {op: 'coalesce'}>, scope: Scope): Expr {
  const args: Expr[] = [];
  for (const arg of expr.args) {
    if (isLiteral(arg, null)) continue;
    args.push(arg);
    if (!exprNullable(arg, scope.nullable)) break;
  }
  if (args.length === 0) return literal(null, expr.type);
  if (args.length === 1 && sameType(args[0].type, expr.type)) return args[0];
  return args.length === expr.args.length ? expr : {...expr, args};
}

function simplifyField(expr: Extract<Expr, {op: 'field'}>): Expr {
  const {arg} = expr;
  if (isLiteral(arg, null)) return literal(null, expr.type);
  if (arg.op !== 'row' || !sameType(arg.args[expr.index].type, expr.type)) return expr;
  return arg.args[expr.index];
}
