import type {Expr} from '../../expr/expr.ts';
import {numericLiteralType} from '../../expr/numeric-digits.ts';
import {parseBits} from '../../types/io/bits.ts';
import {SqlError} from '../../types/sql-error.ts';
import {decimalFromBigint, decimalParse} from '../../types/decimal.ts';
import {BIGINT, BIT, BOOLEAN, INTEGER, UNKNOWN} from '../../types/sql-type.ts';
import type {Literal} from '../ast/index.ts';
import type {BindContext} from './context.ts';

const INT32_MAX = 2n ** 31n - 1n;
const INT64_MAX = 2n ** 63n - 1n;

/** A constant; strings and NULL stay `unknown` until something wants a type. Errors: 22P02 bit strings. */
export function bindLiteral(ctx: BindContext, ast: Literal): Expr {
  switch (ast.kind) {
    case 'integer':
      return integerLiteral(ast.text);
    case 'numeric': {
      const value = decimalParse(ast.text);
      return {op: 'literal', value, type: numericLiteralType(value)};
    }
    case 'string':
      return {op: 'literal', value: ast.value, type: UNKNOWN};
    case 'boolean':
      return {op: 'literal', value: ast.value, type: BOOLEAN};
    case 'null':
      return {op: 'literal', value: null, type: UNKNOWN};
    case 'bit_string':
      return {op: 'literal', value: bitsOf(ctx, ast), type: BIT};
  }
}

/** What a bit string of binary or hexadecimal digits says. */
function bitsOf(ctx: BindContext, {base, digits, span}: Extract<Literal, {kind: 'bit_string'}>): string {
  try {
    return parseBits(base + digits);
  } catch (error) {
    throw error instanceof SqlError ? error.at(ctx.at(span.start)) : error;
  }
}

/** integer if it fits, else bigint, else numeric. */
function integerLiteral(text: string): Expr {
  const value = text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
  if (value <= INT32_MAX && value >= -INT32_MAX - 1n) {
    return {op: 'literal', value: Number(value), type: INTEGER};
  }
  if (value <= INT64_MAX && value >= -INT64_MAX - 1n) return {op: 'literal', value, type: BIGINT};
  const decimal = decimalFromBigint(value);
  return {op: 'literal', value: decimal, type: numericLiteralType(decimal)};
}
