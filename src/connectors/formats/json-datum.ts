import type {Datum} from '../../types/datum.ts';
import {coefficientAt, decimalPrint, decimalTrimScale, decimalTryParse} from '../../types/decimal.ts';
import {parseText} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {inputValue} from './input-value.ts';

/**
 * A scalar of `type` from the text of one valid JSON value other than null, by the rules of the JSON format (json.ts).
 * Errors: those of the type's input function, 22021 for strings that are no text, 23514.
 */
export function jsonDatum(type: SqlType, token: string): Datum {
  if (type.kind === 'json' || type.kind === 'jsonb') return inputValue(type, parseText(type, token));
  const number = /^[-\d]/.test(token);
  if (number && (type.kind === 'timestamp' || type.kind === 'timestamptz')) {
    return inputValue(type, epochMillis(token));
  }
  if (number && isInteger(type)) return inputValue(type, parseText(type, plainInteger(token)));
  const text = token.startsWith('"') ? stringOf(token) : token;
  return inputValue(type, parseText(type, text));
}

function isInteger(type: SqlType): boolean {
  return type.kind === 'smallint' || type.kind === 'integer' || type.kind === 'bigint' || type.kind === 'oid';
}

/** 1.50e2 as 150; a number that is not integral as it stands. */
function plainInteger(token: string): string {
  const value = decimalTrimScale(decimalTryParse(token)!);
  return value.scale === 0 ? decimalPrint(value) : token;
}

const INT64_MAX = 2n ** 63n - 1n;
const FIRST_MICROS = -210866803200000000n;

function epochMillis(token: string): bigint {
  const micros = coefficientAt(decimalTryParse(token)!, 3);
  if (micros < FIRST_MICROS || micros >= INT64_MAX) {
    throw new SqlError('22008', `timestamp out of range: "${token}"`);
  }
  return micros;
}

function stringOf(token: string): string {
  const text = JSON.parse(token) as string;
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) {
    throw new SqlError('22021', 'unpaired surrogate in a JSON string');
  }
  if (text.includes('\0')) throw new SqlError('22021', '\\u0000 cannot be converted to text');
  return text;
}
