import type {Expr} from '../expr/expr.ts';
import {ownShape} from '../types/array-shape.ts';
import {isInterval, type Datum} from '../types/datum.ts';
import type {SqlType} from '../types/sql-type.ts';

const keys = new WeakMap<Expr, string>();

/** A text that two expressions share exactly when they are the same expression: same columns, functions, values, types. */
export function exprKey(expr: Expr): string {
  if (expr.op === 'column') return `#${expr.index}`;
  let key = keys.get(expr);
  if (key === undefined) keys.set(expr, (key = describe(expr)));
  return key;
}

export function sameExpr(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  // Most differ at first sight, and need no text.
  if (a.op !== b.op || (a.op === 'call' && b.op === 'call' && a.signature !== b.signature)) return false;
  return exprKey(a) === exprKey(b);
}

function describe(expr: Expr): string {
  switch (expr.op) {
    case 'column':
      return `#${expr.index}`;
    case 'outer':
      return `^${expr.depth}.${expr.index}`;
    case 'literal':
      return `'${datumKey(expr.value)}'${typeKey(expr.type)}`;
    case 'parameter':
      return `$${expr.index}${typeKey(expr.type)}`;
    case 'call':
      return `${expr.signature}:${typeKey(expr.type)}${list(expr.args)}`;
    case 'and':
    case 'or':
    case 'coalesce':
    case 'greatest':
    case 'least':
    case 'row':
      return `${expr.op}${list(expr.args)}`;
    case 'array':
      return `array:${typeKey(expr.type)}${list(expr.args)}`;
    case 'not':
      return `not(${exprKey(expr.arg)})`;
    case 'isNull':
      return `${expr.negated ? 'notnull' : 'isnull'}(${exprKey(expr.arg)})`;
    case 'isTruth':
      return `is${expr.negated ? '!' : ''}${expr.truth}(${exprKey(expr.arg)})`;
    case 'distinct':
      return `${expr.negated ? 'same' : 'distinct'}(${exprKey(expr.left)},${exprKey(expr.right)})`;
    case 'case':
      return `case(${expr.whens.map(({when, then}) => `${exprKey(when)}?${exprKey(then)}`).join(';')}:${exprKey(expr.otherwise)})`;
    case 'field':
      return `${exprKey(expr.arg)}.${expr.index}`;
    case 'subscript':
      return `${exprKey(expr.arg)}[${exprKey(expr.subscript)}]`;
    case 'quantified':
      return `${expr.signature} ${expr.quantifier}(${exprKey(expr.left)},${exprKey(expr.array)})`;
  }
}

function list(exprs: readonly Expr[]): string {
  return `(${exprs.map(exprKey).join(',')})`;
}

export function typeKey(type: SqlType): string {
  let key: string = type.kind;
  if (type.precision !== undefined) key += `(${type.precision},${type.scale})`;
  if (type.length !== undefined) key += `(${type.length})`;
  if (type.digits) key += `<${type.digits.precision},${type.digits.scale}>`;
  if (type.element) key += `[${typeKey(type.element)}]`;
  if (type.fields)
    key += `{${type.fields.map(field => `${JSON.stringify(field.name)}:${typeKey(field.type)}`).join(',')}}`;
  return key;
}

/** Apart wherever the values print apart: 1.0 and 1.00, 0 and -0 are different constants. */
function datumKey(value: Datum): string {
  if (value === null) return '';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'boolean':
      return String(value);
  }
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) {
    const shape = ownShape(value);
    const items = `[${value.map(datumKey).join(',')}]`;
    return shape ? `${shape.lowers.join('.')}:${shape.lengths.join('.')}${items}` : items;
  }
  if (isInterval(value)) return `${value.months}m${value.days}d${value.micros}`;
  const number = value as Exclude<typeof value, readonly Datum[] | Uint8Array | {micros: bigint}>;
  return 'special' in number && number.special ? number.special : `${number.coefficient}e-${number.scale}`;
}
