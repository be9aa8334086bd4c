import {schemaMissing} from '../../catalog/name-errors.ts';
import type {Expr} from '../../expr/expr.ts';
import type {FunctionRow} from '../../expr/function-row.ts';
import {resultTypeOf} from '../../expr/function-row.ts';
import {functionsNamed} from '../../expr/registry.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {type SqlType, TEXT} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {unconstrained} from '../../types/typmod.ts';
import type {Operator} from '../ast/index.ts';
import {coerce, mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {resolveOperator} from './overload.ts';
import type {Match} from './overload.ts';
import {isPostgresOperator} from './unsupported.ts';

/**
 * A call of the operator that Postgres would choose for these operands (one: a prefix operator), with the coercions
 * that it needs. `offset` is where the operator stands. Errors: 42883, 42725.
 */
export function callOperator(
  ctx: BindContext,
  operator: Operator | string,
  operands: readonly Expr[],
  offset: number,
  offsetIsPosition = false,
): Expr {
  const position = offsetIsPosition ? offset + 1 : ctx.at(offset);
  const match = chooseOperator(
    ctx,
    operator,
    operands.map(operand => operand.type),
    position,
  );
  return callMatched(ctx, match, operands, position);
}

/** The operator for these types. Errors: 42883, 42725. */
export function chooseOperator(
  ctx: BindContext,
  operator: Operator | string,
  types: readonly SqlType[],
  position: number,
): Match<FunctionRow> {
  const name = typeof operator === 'string' ? operator : operator.name;
  const schema = typeof operator === 'string' ? [] : operator.schema;
  if (schema.length > 0 && !ctx.catalog.hasSchema(schema[schema.length - 1])) {
    throw schemaMissing(schema[schema.length - 1]).at(position);
  }
  const known = schema.length === 0 || schema[schema.length - 1] === 'pg_catalog';
  const match = known ? resolveOperator(functionsNamed(name, 'operator'), types) : 'none';
  if (typeof match === 'object') return match;
  const shown = operatorText([...schema, name].join('.'), types);
  const several = types.length > 1;
  if (match === 'ambiguous') {
    throw new SqlError('42725', `operator is not unique: ${shown}`, {
      hint: `Could not choose a best candidate operator. You might need to add explicit type casts.`,
      position,
    });
  }
  if (known && isPostgresOperator(name)) throw notSupported(`operator ${name}`, position);
  throw new SqlError('42883', `operator does not exist: ${shown}`, {
    hint: several
      ? 'No operator matches the given name and argument types. You might need to add explicit type casts.'
      : 'No operator matches the given name and argument type. You might need to add an explicit type cast.',
    position,
  });
}

function operatorText(name: string, types: readonly SqlType[]): string {
  const [first, second] = types.map(kindName);
  return second === undefined ? `${name} ${first}` : `${first} ${name} ${second}`;
}

/** The call of a chosen row over these arguments. */
export function callMatched(
  ctx: BindContext,
  {row, parameters}: Match<FunctionRow>,
  args: readonly Expr[],
  position: number,
): Expr {
  const coerced = args.map((arg, i) => mustCoerce(ctx, arg, parameters[i], 'implicit', ctx.positionOf(arg)));
  const joined = textJoined(ctx, row.signature, coerced);
  if (joined) return {op: 'call', signature: '||(text,text)', args: joined, type: TEXT, position};
  const type = resultTypeOf(
    row,
    coerced.map(arg => arg.type),
  );
  // What a function answers is as long as it is; parts of a value are as long as that says.
  return {
    op: 'call',
    signature: row.signature,
    args: coerced,
    type: row.name.startsWith('$') ? type : unconstrained(type),
    position,
  };
}

/**
 * `text || value` is what it is with the value cast to text, as volatile as the cast and no more: that is how Postgres writes it
 * out as well. null: it is something else, or the value has no such cast.
 */
function textJoined(ctx: BindContext, signature: string, args: readonly Expr[]): readonly Expr[] | null {
  if (signature !== '||(text,anynonarray)' && signature !== '||(anynonarray,text)') return null;
  const texts = args.map(arg => coerce(ctx, arg, TEXT, 'explicit', ctx.positionOf(arg)));
  return texts.every(text => text !== null) ? texts : null;
}
