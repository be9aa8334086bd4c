import type {Call} from '../call.ts';
import type {Dialect} from '../dialect.ts';
import {javaFormat} from '../formats.ts';
import * as rule from '../rules.ts';
import {parserOf} from './load.ts';

/** CONVERT(type, value): the type comes as a name or a call. */
function convert(call: Call): string {
  if (call.length > 2) throw call.fail('CONVERT() with a style');
  return `(${call.text(2)})::${rule.typeOf(call, 1)}`;
}

const isText = (text: string): boolean => text.startsWith(`'`) || /::text\)*$|\|\| /.test(text);

export const transactsql: Dialect = {
  name: 'transactsql',
  title: 'SQL Server',
  quoting: {names: ['"', '['], doubleQuotedStrings: false, backslashes: false, hashComments: false},
  load: parserOf('transactsql'),
  functions: {
    ...rule.commonFunctions,
    CONCAT: rule.lenientConcat,
    GREATEST: 'greatest($*)',
    LEAST: 'least($*)',
    ISNULL: 'coalesce($1, $2)',
    IIF: rule.conditional,
    CHOOSE: call => `(ARRAY[${call.texts(2).join(', ')}])[${call.text(1)}]`,
    LEN: 'length(rtrim($1))',
    DATALENGTH: 'octet_length(($1)::text)',
    CHARINDEX: 'strpos($2, $1)',
    REPLICATE: 'repeat($1, $2)',
    SPACE: `repeat(' ', $1)`,
    STUFF: 'overlay($1 placing $4 from $2 for $3)',
    CHAR: 'chr($1)',
    NCHAR: 'chr($1)',
    UNICODE: 'ascii($1)',
    QUOTENAME: `('[' || $1 || ']')`,
    FORMAT: rule.formatted(1, 2, javaFormat),
    CONVERT: convert,
    NEWID: 'gen_random_uuid()',
    RAND: 'random()',
    SQUARE: 'power($1, 2)',
    LOG: 'ln($1)',
    LOG10: 'log($1)',
    // Aggregates
    STRING_AGG: rule.stringAggregate(null),
    COUNT_BIG: rule.commonFunctions.COUNT,
    STDEV: 'stddev_samp($1)',
    STDEVP: 'stddev_pop($1)',
    VAR: 'var_samp($1)',
    VARP: 'var_pop($1)',
    APPROX_COUNT_DISTINCT: rule.approximateCount,
    // Dates and times
    GETDATE: 'localtimestamp',
    SYSDATETIME: 'localtimestamp',
    GETUTCDATE: `timezone('UTC', now())`,
    SYSUTCDATETIME: `timezone('UTC', now())`,
    DATEADD: rule.addUnits(1, 2, 3),
    DATEDIFF: call => `(${(rule.countBorders(1, 2, 3) as (of: Call) => string)(call)})::int`,
    DATEDIFF_BIG: rule.countBorders(1, 2, 3),
    DATEPART: rule.datePart,
    DATETRUNC: rule.truncateTo(1, 2),
    YEAR: rule.fieldOf('year'),
    MONTH: rule.fieldOf('month'),
    DAY: rule.fieldOf('day'),
    EOMONTH: `(date_trunc('month', ($1)::timestamp) + interval '1 month - 1 day')::date`,
    DATEFROMPARTS: 'make_date($1, $2, $3)',
    // JSON
    JSON_VALUE: rule.jsonPart(true),
    JSON_QUERY: rule.jsonPart(false),
  },
  operators: {
    '+': (left, right) => (isText(left) || isText(right) ? `${left} || ${right}` : `${left} + ${right}`),
    '^': (left, right) => `${left} # ${right}`,
  },
  bars: 'additive',
  types: {
    NVARCHAR: 'character varying',
    NCHAR: 'character',
    NTEXT: 'text',
    DATETIME2: 'timestamp',
    SMALLDATETIME: 'timestamp',
    DATETIMEOFFSET: 'timestamptz',
    MONEY: 'numeric',
    SMALLMONEY: 'numeric',
    BIT: 'boolean',
    UNIQUEIDENTIFIER: 'uuid',
    IMAGE: 'bytea',
  },
};
