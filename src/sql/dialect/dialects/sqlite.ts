import type {Call} from '../call.ts';
import type {Dialect} from '../dialect.ts';
import {percentFormat, strftimeLetters} from '../formats.ts';
import {printString} from '../../print/identifier.ts';
import * as rule from '../rules.ts';
import {parserOf} from './load.ts';

/** A time with its modifiers: date('now', '-1 day', 'start of month'). */
function modified(call: Call, from: number): string {
  let time =
    call.length < from || call.string(from)?.toLowerCase() === 'now' ? 'localtimestamp' : timestamp(call, from);
  for (let i = from + 1; i <= call.length; i++) {
    const modifier = call.constant(i).toLowerCase();
    const amount = /^([+-]?\d+(?:\.\d+)?) (second|minute|hour|day|month|year)s?$/.exec(modifier);
    const start = /^start of (day|month|year)$/.exec(modifier);
    if (amount) time = `(${time} + interval '${amount[1]} ${amount[2]}')`;
    else if (start) time = `date_trunc('${start[1]}', ${time})`;
    else throw call.fail(`modifier ${printString(modifier)} in ${call.name}()`);
  }
  return time;
}

function timestamp(call: Call, i: number): string {
  return `(${call.text(i)})::timestamp`;
}

function strftime(call: Call): string {
  const format = call.constant(1);
  if (format === '%s') return `(extract(epoch from ${modified(call, 2)})::bigint)::text`;
  if (format === '%w') return `(extract(dow from ${modified(call, 2)}))::text`;
  const wanted = percentFormat(format, strftimeLetters);
  if (wanted === null) throw call.fail(`format ${printString(format)} in strftime()`);
  return `to_char(${modified(call, 2)}, ${printString(wanted)})`;
}

/** min() and max() of several arguments are no aggregates. */
function extreme(aggregate: 'min' | 'max', scalar: 'least' | 'greatest') {
  return (call: Call): string =>
    call.length > 1
      ? (rule.strictExtreme(scalar) as (call: Call) => string)(call)
      : call.aggregate(aggregate, call.texts());
}

export const sqlite: Dialect = {
  name: 'sqlite',
  title: 'SQLite',
  quoting: {names: ['"', '`', '['], doubleQuotedStrings: false, backslashes: false, hashComments: false},
  load: parserOf('sqlite'),
  functions: {
    ...rule.commonFunctions,
    LENGTH: 'length($1)',
    INSTR: 'strpos($1, $2)',
    IFNULL: 'coalesce($1, $2)',
    IIF: rule.conditional,
    CONCAT: rule.lenientConcat,
    PRINTF: 'format($*)',
    CHAR: 'chr($1)',
    HEX: `upper(encode(convert_to(($1)::text, 'UTF8'), 'hex'))`,
    RANDOM: '(random() * 9223372036854775807)::bigint',
    TYPEOF: 'pg_typeof($1)::text',
    MIN: extreme('min', 'least'),
    MAX: extreme('max', 'greatest'),
    GROUP_CONCAT: rule.stringAggregate(`','`),
    STRING_AGG: rule.stringAggregate(null),
    TOTAL: 'coalesce(sum($1), 0)::double precision',
    STRFTIME: strftime,
    DATE: call => `(${modified(call, 1)})::date`,
    TIME: call => `(${modified(call, 1)})::time`,
    DATETIME: call => modified(call, 1),
    UNIXEPOCH: call => `extract(epoch from ${modified(call, 1)})::bigint`,
    JULIANDAY: call => `(extract(epoch from ${modified(call, 1)}) / 86400 + 2440587.5)::double precision`,
    JSON_EXTRACT: rule.jsonPart(true),
    JSON_OBJECT: 'jsonb_build_object($*)',
    JSON_ARRAY: 'jsonb_build_array($*)',
    JSON_ARRAY_LENGTH: 'jsonb_array_length(($1)::jsonb)',
    JSON_TYPE: 'jsonb_typeof(($1)::jsonb)',
    JSON_GROUP_ARRAY: 'jsonb_agg($1)',
    JSON_GROUP_OBJECT: 'jsonb_object_agg($1, $2)',
  },
  operators: {
    // Integers divide into integers; by zero into NULL.
    '/': (left, right) => `(${left} / ${rule.divisor(right)})`,
    '%': (left, right) => `(${left} % ${rule.divisor(right)})`,
    REGEXP: (left, right) => `${left} ~ ${right}`,
    GLOB: (left, right) => `${left} ~ ${globPattern(right)}`,
  },
  bars: 'tight',
  types: {BLOB: 'bytea', FLOAT: 'double precision', REAL: 'double precision', MEDIUMINT: 'integer', CLOB: 'text'},
};

/** A constant GLOB pattern as a regular expression; what is no constant is left to fail. */
function globPattern(text: string): string {
  const pattern = /^'(.*)'$/s.exec(text)?.[1];
  if (pattern === undefined) return text;
  const regex = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return `'^${regex}$'`;
}
