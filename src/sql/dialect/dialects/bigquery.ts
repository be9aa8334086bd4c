import type {Dialect} from '../dialect.ts';
import {percentFormat, strftimeLetters} from '../formats.ts';
import * as rule from '../rules.ts';
import {parserOf} from './load.ts';

const format = (text: string): string | null => percentFormat(text, strftimeLetters);
const addition = rule.addInterval('+');
const subtraction = rule.addInterval('-');
const difference = rule.countBorders(3, 2, 1);
const truncation = rule.truncateTo(2, 1);
const formatting = rule.formatted(2, 1, format);

export const bigquery: Dialect = {
  name: 'bigquery',
  title: 'BigQuery',
  quoting: {names: ['`'], doubleQuotedStrings: true, backslashes: true, hashComments: true},
  load: parserOf('bigquery'),
  functions: {
    ...rule.commonFunctions,
    CONCAT: rule.strictConcat,
    GREATEST: rule.strictExtreme('greatest'),
    LEAST: rule.strictExtreme('least'),
    IF: rule.conditional,
    IFNULL: 'coalesce($1, $2)',
    LENGTH: 'length($1)',
    BYTE_LENGTH: 'octet_length($1)',
    STRPOS: 'strpos($1, $2)',
    INSTR: 'strpos($1, $2)',
    STARTS_WITH: 'starts_with($1, $2)',
    ENDS_WITH: '(right($1, length($2)) = $2)',
    CONTAINS_SUBSTR: '(strpos(lower(($1)::text), lower($2)) > 0)',
    REGEXP_CONTAINS: '($1 ~ $2)',
    REGEXP_EXTRACT: 'substring($1 from $2)',
    REGEXP_REPLACE: `regexp_replace($1, $2, $3, 'g')`,
    SPLIT: call => `string_to_array(${call.text(1)}, ${call.length > 1 ? call.text(2) : `','`})`,
    FORMAT: 'format($*)',
    SAFE_DIVIDE: '(($1)::double precision / nullif($2, 0))',
    DIV: 'div(($1)::numeric, ($2)::numeric)::bigint',
    TRUNC: 'trunc($*)',
    LOG: call =>
      call.length === 1 ? `ln(${call.text(1)})` : `log((${call.text(2)})::numeric, (${call.text(1)})::numeric)`,
    LOG10: 'log($1)',
    RAND: 'random()',
    GENERATE_UUID: '(gen_random_uuid())::text',
    TO_JSON_STRING: '(to_json($1))::text',
    // Aggregates
    COUNTIF: call => `count(*) FILTER (WHERE ${call.text(1)})`,
    LOGICAL_AND: 'bool_and($1)',
    LOGICAL_OR: 'bool_or($1)',
    ANY_VALUE: 'min($1)',
    APPROX_COUNT_DISTINCT: rule.approximateCount,
    ARRAY_AGG: rule.arrayAggregate,
    STRING_AGG: rule.stringAggregate(`','`),
    // Arrays
    ARRAY_LENGTH: 'coalesce(array_length($1, 1), 0)',
    ARRAY_CONCAT: 'array_cat($1, $2)',
    ARRAY_TO_STRING: 'array_to_string($*)',
    GENERATE_ARRAY: 'ARRAY(SELECT generate_series($*))',
    // Dates and times
    CURRENT_DATETIME: 'localtimestamp',
    DATE: call => (call.length === 3 ? `make_date(${call.texts().join(', ')})` : `(${call.text(1)})::date`),
    DATETIME: '($1)::timestamp',
    TIMESTAMP: '($1)::timestamptz',
    DATE_ADD: call => `${(addition as (of: typeof call) => string)(call)}::date`,
    DATETIME_ADD: addition,
    TIMESTAMP_ADD: addition,
    DATE_SUB: call => `${(subtraction as (of: typeof call) => string)(call)}::date`,
    DATETIME_SUB: subtraction,
    TIMESTAMP_SUB: subtraction,
    DATE_DIFF: difference,
    DATETIME_DIFF: difference,
    TIMESTAMP_DIFF: rule.countWhole(3, 2, 1),
    DATE_TRUNC: call => `(${(truncation as (of: typeof call) => string)(call)})::date`,
    DATETIME_TRUNC: truncation,
    TIMESTAMP_TRUNC: truncation,
    FORMAT_DATE: formatting,
    FORMAT_DATETIME: formatting,
    FORMAT_TIMESTAMP: formatting,
    PARSE_DATE: rule.parsedTime(2, 1, format, 'date'),
    PARSE_DATETIME: rule.parsedTime(2, 1, format, 'timestamp'),
    PARSE_TIMESTAMP: rule.parsedTime(2, 1, format, 'timestamptz'),
    UNIX_SECONDS: 'extract(epoch from $1)::bigint',
    UNIX_MILLIS: '(extract(epoch from $1) * 1000)::bigint',
    TIMESTAMP_SECONDS: 'to_timestamp($1)',
    TIMESTAMP_MILLIS: 'to_timestamp($1 / 1000.0)',
    LAST_DAY: `(date_trunc('month', $1) + interval '1 month - 1 day')::date`,
    // JSON
    JSON_VALUE: rule.jsonPart(true),
    JSON_EXTRACT_SCALAR: rule.jsonPart(true),
    JSON_QUERY: rule.jsonPart(false),
    JSON_EXTRACT: rule.jsonPart(false),
    TO_JSON: 'to_jsonb($1)',
    PARSE_JSON: '($1)::jsonb',
  },
  operators: {
    '/': (left, right) => `((${left})::double precision / ${right})`,
    '^': (left, right) => `${left} # ${right}`,
  },
  bars: 'multiplicative',
  dottedNames: true,
  types: {
    INT64: 'bigint',
    INT: 'bigint',
    INTEGER: 'bigint',
    SMALLINT: 'bigint',
    FLOAT64: 'double precision',
    BIGNUMERIC: 'numeric',
    TIMESTAMP: 'timestamptz',
    VARCHAR: 'text',
  },
};
