import type {Dialect} from '../dialect.ts';
import * as rule from '../rules.ts';
import {sqlFormat} from '../formats.ts';
import {printString} from '../../print/identifier.ts';
import {parserOf} from './load.ts';

const addition = rule.addUnits(1, 2, 3);
const difference = rule.countBorders(1, 2, 3);

export const snowflake: Dialect = {
  name: 'snowflake',
  title: 'Snowflake',
  quoting: {names: ['"'], doubleQuotedStrings: false, backslashes: true, hashComments: false},
  load: parserOf('snowflake'),
  functions: {
    ...rule.commonFunctions,
    CONCAT: rule.strictConcat,
    GREATEST: rule.strictExtreme('greatest'),
    LEAST: rule.strictExtreme('least'),
    IFF: rule.conditional,
    IFNULL: 'coalesce($1, $2)',
    NVL: 'coalesce($1, $2)',
    NVL2: 'CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END',
    ZEROIFNULL: 'coalesce($1, 0)',
    NULLIFZERO: 'nullif($1, 0)',
    DECODE: rule.decode,
    EQUAL_NULL: '($1 IS NOT DISTINCT FROM $2)',
    DIV0: 'CASE WHEN $2 = 0 THEN 0 ELSE ($1)::numeric / nullif($2, 0) END',
    SQUARE: 'power($1, 2)',
    TRUNC: 'trunc($*)',
    LENGTH: 'length($1)',
    LEN: 'length($1)',
    CHARINDEX: 'strpos($2, $1)',
    CONTAINS: '(strpos($1, $2) > 0)',
    STARTSWITH: 'starts_with($1, $2)',
    ENDSWITH: '(right($1, length($2)) = $2)',
    SPLIT_PART: 'split_part($1, $2, $3)',
    SPLIT: 'to_jsonb(string_to_array($1, $2))',
    REGEXP_LIKE: `($1 ~ ('^(' || $2 || ')$'))`,
    REGEXP_REPLACE: `regexp_replace($1, $2, $3, 'g')`,
    REGEXP_SUBSTR: 'substring($1 from $2)',
    UUID_STRING: '(gen_random_uuid())::text',
    TO_VARCHAR: call => toText(call),
    TO_CHAR: call => toText(call),
    TO_NUMBER: '($1)::numeric',
    TO_DATE: '($1)::date',
    TO_TIMESTAMP: '($1)::timestamp',
    // Aggregates
    LISTAGG: rule.stringAggregate(`''`),
    ARRAY_AGG: call => call.aggregate('jsonb_agg', call.texts(), call.modifiers.within ?? call.modifiers.order),
    ANY_VALUE: 'min($1)',
    APPROX_COUNT_DISTINCT: rule.approximateCount,
    COUNT_IF: call => `count(*) FILTER (WHERE ${call.text(1)})`,
    BOOLAND_AGG: 'bool_and($1)',
    BOOLOR_AGG: 'bool_or($1)',
    MEDIAN: call => call.ordered('percentile_cont', ['0.5'], call.text(1)),
    PERCENTILE_CONT: call => call.ordered('percentile_cont', call.texts()),
    PERCENTILE_DISC: call => call.ordered('percentile_disc', call.texts()),
    OBJECT_AGG: 'jsonb_object_agg($1, $2)',
    RATIO_TO_REPORT: call => {
      const {over} = call.modifiers;
      if (over === null) throw call.fail('RATIO_TO_REPORT() without a window');
      return `(${call.text(1)})::numeric / nullif(sum(${call.text(1)}) OVER ${over}, 0)`;
    },
    // Dates and times
    GETDATE: 'localtimestamp',
    SYSDATE: 'localtimestamp',
    DATEADD: addition,
    TIMEADD: addition,
    TIMESTAMPADD: addition,
    DATEDIFF: difference,
    TIMEDIFF: difference,
    TIMESTAMPDIFF: difference,
    DATE_TRUNC: rule.truncateTo(1, 2),
    DATE_PART: rule.datePart,
    YEAR: rule.fieldOf('year'),
    QUARTER: rule.fieldOf('quarter'),
    MONTH: rule.fieldOf('month'),
    WEEK: rule.fieldOf('week'),
    DAY: rule.fieldOf('day'),
    DAYOFMONTH: rule.fieldOf('day'),
    DAYOFWEEK: rule.fieldOf('dow'),
    DAYOFYEAR: rule.fieldOf('doy'),
    HOUR: rule.fieldOf('hour'),
    MINUTE: rule.fieldOf('minute'),
    SECOND: call => `trunc(extract(second from ${rule.timeAt(call, 1)}))::int`,
    LAST_DAY: `(date_trunc('month', $1) + interval '1 month - 1 day')::date`,
    ADD_MONTHS: call => `(${rule.timeAt(call, 1)} + (${call.text(2)}) * interval '1 month')`,
    // Semi-structured data
    PARSE_JSON: '($1)::jsonb',
    OBJECT_CONSTRUCT: 'jsonb_build_object($*)',
    ARRAY_CONSTRUCT: 'jsonb_build_array($*)',
    ARRAY_SIZE: 'jsonb_array_length($1)',
    GET: '($1 -> $2)',
    TYPEOF: 'upper(jsonb_typeof($1))',
  },
  operators: {
    '/': (left, right) => `((${left})::numeric / ${right})`,
    RLIKE: (left, right) => `${left} ~ ('^(' || ${right} || ')$')`,
    REGEXP: (left, right) => `${left} ~ ('^(' || ${right} || ')$')`,
  },
  bars: 'additive',
  jsonSubscripts: true,
  types: {
    NUMBER: 'numeric',
    BYTEINT: 'smallint',
    FLOAT4: 'double precision',
    FLOAT8: 'double precision',
    FLOAT: 'double precision',
    TIMESTAMP_NTZ: 'timestamp',
    TIMESTAMP_LTZ: 'timestamptz',
    TIMESTAMP_TZ: 'timestamptz',
    VARIANT: 'jsonb',
    OBJECT: 'jsonb',
    ARRAY: 'jsonb',
  },
};

function toText(call: Parameters<Extract<Dialect['functions'][string], (...args: never) => string>>[0]): string {
  if (call.length === 1) return `(${call.text(1)})::text`;
  const wanted = sqlFormat(call.constant(2));
  if (wanted === null) throw call.fail(`format ${printString(call.constant(2))} in ${call.name}()`);
  return `to_char(${call.text(1)}, ${printString(wanted)})`;
}
