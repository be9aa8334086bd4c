import type {Expr} from '../../expr/expr.ts';
import {isInterval} from '../../types/datum.ts';
import type {Interval} from '../../types/datum.ts';
import {INTERVAL} from '../../types/sql-type.ts';
import type {CastExpression, IntervalFields} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindArray, bindExpression} from './expression.ts';
import {bindTypeName} from './type-name.ts';

/** `a::t` and the typed literals. Errors: 42846, 42704, those of the type's input. */
export function bindCast(ctx: BindContext, env: Env, ast: CastExpression): Expr {
  const type = bindTypeName(ctx, ast.type);
  ctx.recorder?.castTypes.set(ast, type);
  const fields = ast.type.intervalFields;
  if (fields && ast.operand.kind === 'string') return intervalLiteral(ctx, ast, fields);
  const operand =
    ast.operand.kind === 'array' && type.kind === 'array'
      ? bindArray(ctx, env, ast.operand.items, type.element!, ctx.at(ast.operand))
      : bindExpression(ctx, env, ast.operand);
  const position = operand.type.kind === 'unknown' ? ctx.positionOf(operand) : ctx.at(ast);
  return mustCoerce(ctx, operand, type, 'explicit', position);
}

/** `interval '5' minute`: a bare number counts the last field, and what is smaller than that field is cut off. */
function intervalLiteral(ctx: BindContext, ast: CastExpression, fields: IntervalFields): Expr {
  const [first, , last = first] = fields.split(' ');
  const text = (ast.operand as {readonly value: string}).value.trim();
  const withUnit = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)
    ? `${text} ${last}`
    : first === 'minute' && /^[+-]?\d+:\d+(\.\d*)?$/.test(text)
      ? text.replace(/^([+-]?)/, '$100:')
      : text;
  const literal: Expr = {op: 'literal', value: withUnit, type: {kind: 'unknown'}};
  const read = mustCoerce(ctx, literal, INTERVAL, 'explicit', ctx.at(ast.operand));
  if (read.op !== 'literal' || read.value === null || !isInterval(read.value)) return read;
  const value = truncated(read.value, last);
  const {modifiers} = ast.type;
  if (modifiers.length === 0) return {...read, value};
  return mustCoerce(ctx, {...read, value}, {kind: 'interval', precision: Number(textOf(modifiers[0]))}, 'explicit');
}

function textOf(node: {readonly kind: string; readonly text?: string}): string {
  return node.text ?? '6';
}

const MICROS = {minute: 60_000_000n, hour: 3_600_000_000n};

function truncated({months, days, micros}: Interval, field: string): Interval {
  switch (field) {
    case 'year':
      return {months: Math.trunc(months / 12) * 12, days: 0, micros: 0n};
    case 'month':
      return {months, days: 0, micros: 0n};
    case 'day':
      return {months, days, micros: 0n};
    case 'hour':
    case 'minute':
      return {months, days, micros: micros - (micros % MICROS[field])};
    default:
      return {months, days, micros};
  }
}
