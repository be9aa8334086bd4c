import type {Call} from '../call.ts';
import type {Dialect, FunctionRules, OperatorRules} from '../dialect.ts';
import {mysqlLetters, percentFormat} from '../formats.ts';
import {jsonAt} from '../json-paths.ts';
import * as rule from '../rules.ts';
import {parserOf} from './load.ts';

const format = (text: string): string | null => percentFormat(text, mysqlLetters);

/** SUBSTRING_INDEX(text, delimiter, n): what stands before the nth delimiter, or behind the nth from the end. */
function substringIndex(call: Call): string {
  const number = Number(call.text(3).replace(/[()\s]/g, ''));
  if (!Number.isInteger(number)) throw call.fail('SUBSTRING_INDEX() whose count is no constant');
  const parts = `string_to_array(${call.text(1)}, ${call.text(2)})`;
  if (number >= 0) return `array_to_string((${parts})[:${number}], ${call.text(2)})`;
  return `array_to_string((${parts})[greatest(array_length(${parts}, 1) - ${-number - 1}, 1):], ${call.text(2)})`;
}

/** Several arguments are one after the other; the delimiter is SEPARATOR's. */
function groupConcat(call: Call): string {
  const value = call.length === 1 ? `(${call.text(1)})::text` : rule.strictConcat(call);
  return call.aggregate('string_agg', [value, call.modifiers.separator ?? `','`]);
}

function convert(call: Call): string {
  const type = call.args[1] as {readonly dataType?: unknown} | undefined;
  if (typeof type?.dataType !== 'string') throw call.fail('CONVERT() … USING');
  return `(${call.text(1)})::${rule.typeOf(call, 2)}`;
}

const mysqlFunctions: FunctionRules = {
  ...rule.commonFunctions,
  CONCAT: rule.strictConcat,
  GREATEST: rule.strictExtreme('greatest'),
  LEAST: rule.strictExtreme('least'),
  IF: rule.conditional,
  IFNULL: 'coalesce($1, $2)',
  ISNULL: '($1 IS NULL)',
  LENGTH: 'octet_length($1)',
  MID: rule.commonFunctions.SUBSTRING,
  LOCATE: 'strpos($2, $1)',
  INSTR: 'strpos($1, $2)',
  SPACE: `repeat(' ', $1)`,
  TRUNCATE: 'trunc(($1)::numeric, $2)',
  LOG: call =>
    call.length === 1 ? `ln(${call.text(1)})` : `log((${call.text(1)})::numeric, (${call.text(2)})::numeric)`,
  LOG2: 'log(2, ($1)::numeric)',
  LOG10: 'log($1)',
  RAND: 'random()',
  UUID: 'gen_random_uuid()',
  HEX: `upper(encode(convert_to(($1)::text, 'UTF8'), 'hex'))`,
  SHA2: call => {
    const bits = call.text(2);
    if (!['224', '256', '384', '512'].includes(bits)) throw call.fail(`SHA2() of ${bits} bits`);
    return `encode(sha${bits}(convert_to(${call.text(1)}, 'UTF8')), 'hex')`;
  },
  FIELD: call => `coalesce(array_position(ARRAY[${call.texts(2).join(', ')}], ${call.text(1)}), 0)`,
  ELT: call => `(ARRAY[${call.texts(2).join(', ')}])[${call.text(1)}]`,
  FIND_IN_SET: `coalesce(array_position(string_to_array($2, ','), $1), 0)`,
  SUBSTRING_INDEX: substringIndex,
  STRCMP: 'CASE WHEN $1 < $2 THEN -1 WHEN $1 > $2 THEN 1 WHEN $1 = $2 THEN 0 END',
  CHAR: 'chr($1)',
  CONVERT: convert,
  REGEXP_LIKE: '($1 ~* $2)',
  REGEXP_REPLACE: `regexp_replace($1, $2, $3, 'gi')`,
  // Aggregates
  GROUP_CONCAT: groupConcat,
  ANY_VALUE: 'min($1)',
  STD: 'stddev_pop($1)',
  STDDEV: 'stddev_pop($1)',
  VARIANCE: 'var_pop($1)',
  JSON_ARRAYAGG: 'jsonb_agg($1)',
  JSON_OBJECTAGG: 'jsonb_object_agg($1, $2)',
  // Dates and times
  NOW: 'localtimestamp',
  SYSDATE: 'localtimestamp',
  CURRENT_TIMESTAMP: 'localtimestamp',
  CURDATE: 'current_date',
  CURTIME: 'localtime',
  DATE: '($1)::date',
  TIME: '($1)::time',
  TIMESTAMP: '($1)::timestamp',
  DATE_FORMAT: rule.formatted(1, 2, format),
  STR_TO_DATE: rule.parsedTime(1, 2, format, 'timestamp'),
  DATE_ADD: rule.addInterval('+'),
  ADDDATE: rule.addInterval('+'),
  DATE_SUB: rule.addInterval('-'),
  SUBDATE: rule.addInterval('-'),
  TIMESTAMPADD: rule.addUnits(1, 2, 3),
  DATEDIFF: '(($1)::date - ($2)::date)',
  TIMESTAMPDIFF: rule.countWhole(1, 2, 3),
  YEAR: rule.fieldOf('year'),
  QUARTER: rule.fieldOf('quarter'),
  MONTH: rule.fieldOf('month'),
  DAY: rule.fieldOf('day'),
  DAYOFMONTH: rule.fieldOf('day'),
  DAYOFWEEK: rule.fieldOf('dow', ' + 1'),
  DAYOFYEAR: rule.fieldOf('doy'),
  WEEKDAY: rule.fieldOf('isodow', ' - 1'),
  WEEKOFYEAR: rule.fieldOf('week'),
  HOUR: rule.fieldOf('hour'),
  MINUTE: rule.fieldOf('minute'),
  SECOND: call => `trunc(extract(second from ${rule.timeAt(call, 1)}))::int`,
  MONTHNAME: call => `to_char(${rule.timeAt(call, 1)}, 'FMMonth')`,
  DAYNAME: call => `to_char(${rule.timeAt(call, 1)}, 'FMDay')`,
  LAST_DAY: `(date_trunc('month', ($1)::timestamp) + interval '1 month - 1 day')::date`,
  UNIX_TIMESTAMP: call => `extract(epoch from ${call.length === 0 ? 'now()' : rule.timeAt(call, 1)})::bigint`,
  FROM_UNIXTIME: 'to_timestamp($1)::timestamp',
  MAKEDATE: '(make_date($1, 1, 1) + ($2 - 1))',
  // JSON
  JSON_EXTRACT: rule.jsonPart(false),
  JSON_VALUE: rule.jsonPart(true),
  JSON_UNQUOTE: `(($1)::jsonb #>> '{}')`,
  JSON_OBJECT: 'jsonb_build_object($*)',
  JSON_ARRAY: 'jsonb_build_array($*)',
  JSON_CONTAINS: '(($1)::jsonb @> ($2)::jsonb)',
  JSON_LENGTH: 'jsonb_array_length(($1)::jsonb)',
  JSON_TYPE: 'upper(jsonb_typeof(($1)::jsonb))',
  JSON_KEYS: '(SELECT jsonb_agg(k) FROM jsonb_object_keys(($1)::jsonb) k)',
  // The value that an INSERT would have put in
  VALUES: call => {
    throw call.fail('VALUES() of a column');
  },
};

const matches = (left: string, right: string): string => `${left} ~* ${right}`;

function jsonArrow(asText: boolean) {
  return (left: string, right: string): string => {
    const path = /^'(.*)'$/s.exec(right)?.[1] ?? '';
    return (
      jsonAt(left, path, asText) ?? `jsonb_path_query_first((${left})::jsonb, ${right})${asText ? ` #>> '{}'` : ''}`
    );
  };
}

const mysqlOperators: OperatorRules = {
  ...rule.decimalDivision,
  DIV: (left, right) => `trunc((${left})::numeric / ${rule.divisor(right)})::bigint`,
  '||': (left, right) => `${left} OR ${right}`,
  XOR: (left, right) => `${left} <> ${right}`,
  '^': (left, right) => `${left} # ${right}`,
  '<=>': (left, right) => `${left} IS NOT DISTINCT FROM ${right}`,
  REGEXP: matches,
  RLIKE: matches,
  '->': jsonArrow(false),
  '->>': jsonArrow(true),
};

export const mysql: Dialect = {
  name: 'mysql',
  title: 'MySQL',
  quoting: {names: ['`'], doubleQuotedStrings: true, backslashes: true, hashComments: true},
  load: parserOf('mysql'),
  functions: mysqlFunctions,
  operators: mysqlOperators,
  bars: 'or',
  types: {
    SIGNED: 'bigint',
    'SIGNED INTEGER': 'bigint',
    UNSIGNED: 'bigint',
    'UNSIGNED INTEGER': 'bigint',
    MEDIUMINT: 'integer',
    FLOAT: 'real',
    TINYTEXT: 'text',
    MEDIUMTEXT: 'text',
    LONGTEXT: 'text',
    BLOB: 'bytea',
    TINYBLOB: 'bytea',
    MEDIUMBLOB: 'bytea',
    LONGBLOB: 'bytea',
    YEAR: 'smallint',
  },
};
