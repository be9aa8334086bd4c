import type {Call} from '../call.ts';
import type {Dialect} from '../dialect.ts';
import {javaFormat} from '../formats.ts';
import * as rule from '../rules.ts';
import {parserOf} from './load.ts';

/** TUMBLE(ts, size) of the older syntax, with its TUMBLE_START and TUMBLE_END: the window's start is what is grouped by. */
function tumbleStart(call: Call): string {
  if (!call.isInterval(2) || call.length !== 2) throw call.fail(`${call.name}() with these arguments`);
  return `date_bin(${call.text(2)}, ${call.text(1)}, timestamp '1970-01-01 00:00:00')`;
}

function oldWindow(call: Call): never {
  throw call.fail(`${call.name}() outside of TABLE()`);
}

export const flinksql: Dialect = {
  name: 'flinksql',
  title: 'Flink SQL',
  quoting: {names: ['`'], doubleQuotedStrings: false, backslashes: false, hashComments: false},
  load: parserOf('flinksql'),
  functions: {
    ...rule.commonFunctions,
    CONCAT: rule.strictConcat,
    GREATEST: rule.strictExtreme('greatest'),
    LEAST: rule.strictExtreme('least'),
    IF: rule.conditional,
    IFNULL: 'coalesce($1, $2)',
    LOCATE: 'strpos($2, $1)',
    INSTR: 'strpos($1, $2)',
    REGEXP: '($1 ~ $2)',
    REGEXP_REPLACE: `regexp_replace($1, $2, $3, 'g')`,
    REGEXP_EXTRACT: 'substring($1 from $2)',
    SPLIT_INDEX: 'split_part($1, $2, $3 + 1)',
    CHR: 'chr($1)',
    TRUNCATE: 'trunc(($1)::numeric, $2)',
    LOG10: 'log($1)',
    LOG2: 'log(2, ($1)::numeric)',
    RAND: 'random()',
    UUID: '(gen_random_uuid())::text',
    CARDINALITY: 'cardinality($1)',
    // Aggregates
    LISTAGG: rule.stringAggregate(`','`),
    ARRAY_AGG: rule.arrayAggregate,
    APPROX_COUNT_DISTINCT: rule.approximateCount,
    // Dates and times
    NOW: 'now()',
    PROCTIME: oldWindow,
    DATE_FORMAT: rule.formatted(1, 2, javaFormat),
    TO_DATE: '($1)::date',
    TO_TIMESTAMP: '($1)::timestamp',
    TIMESTAMPADD: rule.addUnits(1, 2, 3),
    TIMESTAMPDIFF: rule.countWhole(1, 2, 3),
    YEAR: rule.fieldOf('year'),
    QUARTER: rule.fieldOf('quarter'),
    MONTH: rule.fieldOf('month'),
    WEEK: rule.fieldOf('week'),
    DAYOFMONTH: rule.fieldOf('day'),
    DAYOFWEEK: rule.fieldOf('dow', ' + 1'),
    DAYOFYEAR: rule.fieldOf('doy'),
    HOUR: rule.fieldOf('hour'),
    MINUTE: rule.fieldOf('minute'),
    SECOND: call => `trunc(extract(second from ${rule.timeAt(call, 1)}))::int`,
    UNIX_TIMESTAMP: call => `extract(epoch from ${call.length === 0 ? 'now()' : rule.timeAt(call, 1)})::bigint`,
    FROM_UNIXTIME: `to_char(to_timestamp($1), 'YYYY-MM-DD HH24:MI:SS')`,
    // Windows
    TUMBLE: tumbleStart,
    TUMBLE_START: tumbleStart,
    TUMBLE_END: call => `(${tumbleStart(call)} + ${call.text(2)})`,
    HOP: oldWindow,
    HOP_START: oldWindow,
    HOP_END: oldWindow,
    SESSION: oldWindow,
    SESSION_START: oldWindow,
    SESSION_END: oldWindow,
    // JSON
    JSON_VALUE: rule.jsonPart(true),
    JSON_QUERY: rule.jsonPart(false),
    JSON_EXISTS: 'jsonb_path_exists(($1)::jsonb, $2)',
  },
  operators: {},
  bars: 'multiplicative',
  reservedUnits: true,
  types: {TIMESTAMP_LTZ: 'timestamptz', BYTES: 'bytea'},
};
