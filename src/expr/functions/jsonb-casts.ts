import {type Decimal, decimalToNumber} from '../../types/decimal.ts';
import {parseJson} from '../../types/json-parse.ts';
import {isJsonArray, isJsonNumber, type JsonValue} from '../../types/json-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, BOOLEAN, DOUBLE, INTEGER, JSONB, NUMERIC, REAL, SMALLINT} from '../../types/sql-type.ts';
import {cast} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {decimalToInteger, fitNumeric} from './number-casts.ts';
import {int2, int4, int8} from './ranges.ts';

type One = readonly [string];

/** Errors: 22023, as Postgres's casts from jsonb. */
function numberIn(json: string, type: string): Decimal {
  const value = parseJson(json);
  if (!isJsonNumber(value)) throw new SqlError('22023', `cannot cast jsonb ${kindNamed(value)} to type ${type}`);
  return value;
}

function kindNamed(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return isJsonNumber(value) ? 'numeric' : isJsonArray(value) ? 'array' : 'object';
}

export const jsonbCastRows: readonly FunctionRow[] = [
  cast(JSONB, BOOLEAN, 'explicit', ([json]: One) => {
    const value = parseJson(json);
    if (typeof value !== 'boolean')
      throw new SqlError('22023', `cannot cast jsonb ${kindNamed(value)} to type boolean`);
    return value;
  }),
  cast(JSONB, NUMERIC, 'explicit', ([json]: One, context) => fitNumeric(numberIn(json, 'numeric'), context)),
  cast(JSONB, SMALLINT, 'explicit', ([json]: One) =>
    int2(Number(decimalToInteger(numberIn(json, 'smallint'), 'smallint'))),
  ),
  cast(JSONB, INTEGER, 'explicit', ([json]: One) =>
    int4(Number(decimalToInteger(numberIn(json, 'integer'), 'integer'))),
  ),
  cast(JSONB, BIGINT, 'explicit', ([json]: One) => int8(decimalToInteger(numberIn(json, 'bigint'), 'bigint'))),
  cast(JSONB, REAL, 'explicit', ([json]: One) => Math.fround(decimalToNumber(numberIn(json, 'real')))),
  cast(JSONB, DOUBLE, 'explicit', ([json]: One) => decimalToNumber(numberIn(json, 'double precision'))),
];
