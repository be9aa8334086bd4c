import type {Call} from './call.ts';
import type {FunctionRule, FunctionRules, OperatorRules} from './dialect.ts';
import {jsonAt} from './json-paths.ts';
import {printString} from '../print/identifier.ts';
import {argsOf} from './expression.ts';
import {functionNameOf, wordOf} from './names.ts';
import {typeText} from './types.ts';
import {borders, intervalText, unitOf, wholeUnits} from './units.ts';

// Rules that several dialects share.

/** The same function in Postgres, under the same name. */
function same(names: string): FunctionRules {
  return Object.fromEntries(names.split(/\s+/).map(name => [name, `${name.toLowerCase()}($*)`]));
}

export const commonFunctions: FunctionRules = {
  ...same(
    `ABS CEIL CEILING FLOOR SIGN SQRT EXP LN POWER MOD LOWER UPPER REPLACE REVERSE REPEAT LPAD RPAD LEFT RIGHT
    CHAR_LENGTH CHARACTER_LENGTH OCTET_LENGTH CONCAT_WS COALESCE NULLIF MD5 ASCII PI DEGREES RADIANS SIN COS TAN ASIN ACOS
    ATAN ATAN2 COT LTRIM RTRIM ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD FIRST_VALUE LAST_VALUE
    NTH_VALUE SUM AVG MIN MAX STDDEV STDDEV_POP STDDEV_SAMP VARIANCE VAR_POP VAR_SAMP CORR COVAR_POP COVAR_SAMP
    BIT_AND BIT_OR TRANSLATE INITCAP`,
  ),
  POW: 'power($1, $2)',
  LCASE: 'lower($1)',
  UCASE: 'upper($1)',
  SUBSTR: substring,
  SUBSTRING: substring,
  ROUND: call => (call.length === 1 ? `round(${call.text(1)})` : `round((${call.text(1)})::numeric, ${call.text(2)})`),
  TRIM: trim,
  COUNT: count,
  CURRENT_DATE: 'current_date',
  CURRENT_TIMESTAMP: 'current_timestamp',
  CURRENT_TIME: 'current_time',
  LOCALTIMESTAMP: 'localtimestamp',
  EXISTS: call => `EXISTS ${call.text(1)}`,
  ANY: call => `ANY ${call.text(1)}`,
  SOME: call => `ANY ${call.text(1)}`,
  ALL: call => `ALL ${call.text(1)}`,
  ROW: call => `ROW(${call.texts().join(', ')})`,
  POSITION: 'strpos($2, $1)',
};

/** Where division by zero is NULL, and integers divide into decimals. */
export const decimalDivision: OperatorRules = {
  '/': (left, right) => `((${left})::numeric / ${divisor(right)})`,
  '%': (left, right) => `(${left} % ${divisor(right)})`,
  MOD: (left, right) => `(${left} % ${divisor(right)})`,
};

/** NULL for zero. */
export function divisor(text: string): string {
  return /^[1-9]\d*$/.test(text) ? text : `nullif(${text}, 0)`;
}

function substring(call: Call): string {
  const start = /^-(\d+)$/.exec(call.length > 1 ? call.text(2).replace(/[()\s]/g, '') : '');
  const args = call.texts();
  if (!start) return `substr(${args.join(', ')})`;
  // From the end.
  const tail = `right(${args[0]}, ${start[1]})`;
  return args.length === 2 ? tail : `left(${tail}, ${args[2]})`;
}

/** TRIM(BOTH 'x' FROM a) comes as the words it is made of. */
function trim(call: Call): string {
  const words = call.args.map((arg, i) => (arg.type === 'origin' ? call.word(i + 1) : null));
  const from = words.indexOf('FROM');
  if (from < 0) return call.length === 1 ? `btrim(${call.text(1)})` : `btrim(${call.texts().join(', ')})`;
  const side = {LEADING: 'ltrim', TRAILING: 'rtrim'}[words[0] ?? ''] ?? 'btrim';
  const characters = from > 0 && words[from - 1] === null ? [call.text(from)] : [];
  return `${side}(${[call.text(from + 2), ...characters].join(', ')})`;
}

function count(call: Call): string {
  if (call.length === 1 && call.args[0].type === 'star') return call.aggregate('count', ['*']);
  if (call.length < 2) return call.aggregate('count', call.texts());
  if (!call.modifiers.distinct) throw call.fail('COUNT() of several arguments');
  // A combination with a NULL in it does not count.
  const args = call.texts();
  const known = args.map(arg => `${arg} IS NOT NULL`).join(' AND ');
  return call.aggregate('count', [`CASE WHEN ${known} THEN ROW(${args.join(', ')})::text END`]);
}

/** NULL as soon as one argument is. */
export function strictExtreme(name: 'greatest' | 'least'): FunctionRule {
  return call => {
    const args = call.texts();
    const unknown = args.map(arg => `${arg} IS NULL`).join(' OR ');
    return `CASE WHEN ${unknown} THEN NULL ELSE ${name}(${args.join(', ')}) END`;
  };
}

/** NULL as soon as one argument is, where Postgres's concat() leaves NULLs out. */
export function strictConcat(call: Call): string {
  return `(${call
    .texts()
    .map(text => `(${text})::text`)
    .join(' || ')})`;
}

export const lenientConcat: FunctionRule = call => `concat(${call.texts().join(', ')})`;

export const conditional: FunctionRule = call =>
  `CASE WHEN ${call.text(1)} THEN ${call.text(2)}${call.length > 2 ? ` ELSE ${call.text(3)}` : ''} END`;

/** DECODE(a, 1, 'x', 2, 'y', 'z'): NULL equals NULL here. */
export function decode(call: Call): string {
  const [value, ...rest] = call.texts();
  const whens: string[] = [];
  for (let i = 0; i + 1 < rest.length; i += 2) {
    whens.push(`WHEN ${value} IS NOT DISTINCT FROM ${rest[i]} THEN ${rest[i + 1]}`);
  }
  const otherwise = rest.length % 2 === 1 ? ` ELSE ${rest[rest.length - 1]}` : '';
  return `CASE ${whens.join(' ')}${otherwise} END`;
}

/** LISTAGG(a, ','), STRING_AGG(a, ','), GROUP_CONCAT(a SEPARATOR ','); `fallback`: without a delimiter. */
export function stringAggregate(fallback: string | null): FunctionRule {
  return call => {
    const delimiter = call.modifiers.separator ?? (call.length > 1 ? call.text(2) : fallback);
    if (delimiter === null) throw call.fail(`${call.name}() without a delimiter`);
    const {order, within} = call.modifiers;
    return call.aggregate('string_agg', [`(${call.text(1)})::text`, delimiter], within ?? order);
  };
}

export const arrayAggregate: FunctionRule = call =>
  call.aggregate('array_agg', call.texts(), call.modifiers.within ?? call.modifiers.order);

export const approximateCount: FunctionRule = call => call.aggregate('count', [`DISTINCT ${call.text(1)}`]);

/** Errors: 0A000 no unit that Postgres knows. */
function unitAt(call: Call, i: number): readonly [unit: string, count: number] {
  const unit = unitOf(call.word(i));
  if (!unit) throw call.fail(`unit ${call.word(i)} in ${call.name}()`);
  return unit;
}

/** A string where a time is meant needs to be told so. */
export function timeAt(call: Call, i: number): string {
  return call.string(i) === null ? call.text(i) : `${call.text(i)}::timestamp`;
}

/** DATEADD(unit, amount, time). */
export function addUnits(unit: number, amount: number, time: number): FunctionRule {
  return call => `(${timeAt(call, time)} + ${intervalText(call.text(amount), ...unitAt(call, unit))})`;
}

/** DATE_ADD(time, INTERVAL 1 DAY). */
export function addInterval(sign: '+' | '-'): FunctionRule {
  return call => {
    if (!call.isInterval(2)) throw call.fail(`${call.name}() without an INTERVAL`);
    return `(${timeAt(call, 1)} ${sign} ${call.text(2)})`;
  };
}

/** DATEDIFF(unit, from, to), which counts borders. */
export function countBorders(unit: number, from: number, to: number): FunctionRule {
  return call => borders(...unitAt(call, unit), call.text(from), call.text(to));
}

/** TIMESTAMPDIFF(unit, from, to), which counts whole units. */
export function countWhole(unit: number, from: number, to: number): FunctionRule {
  return call => wholeUnits(...unitAt(call, unit), call.text(from), call.text(to));
}

/** DATE_TRUNC('month', time), DATE_TRUNC(time, MONTH). */
export function truncateTo(unit: number, time: number): FunctionRule {
  return call => {
    const [name, many] = unitAt(call, unit);
    return `date_trunc('${many === 3 ? 'quarter' : name}', ${timeAt(call, time)})`;
  };
}

/** A field of a time as an integer. */
export function fieldOf(field: string, change = ''): FunctionRule {
  return call => `(extract(${field} from ${timeAt(call, 1)})${change})::int`;
}

export const datePart: FunctionRule = call => {
  const field = call.word(1).toLowerCase();
  const known = /^(year|month|day|hour|minute|second|quarter|week|doy|dow|epoch|isodow|isoyear|century|decade)s?$/.exec(
    field,
  );
  const other: Readonly<Record<string, string>> = {
    dayofweek: 'dow',
    weekday: 'dow',
    dw: 'dow',
    dayofyear: 'doy',
    dy: 'doy',
    iso_week: 'week',
    isowk: 'week',
    epoch_second: 'epoch',
  };
  const name = known?.[1] ?? other[field] ?? unitOf(field)?.[0];
  if (!name) throw call.fail(`field ${field} in ${call.name}()`);
  return `(extract(${name} from ${timeAt(call, 2)}))::int`;
};

/** A time by a format of the dialect, which is written as a constant. */
export function formatted(time: number, format: number, translate: (format: string) => string | null): FunctionRule {
  return call => {
    const wanted = translate(call.constant(format));
    if (wanted === null) throw call.fail(`format ${printString(call.constant(format))} in ${call.name}()`);
    return `to_char(${timeAt(call, time)}, ${printString(wanted)})`;
  };
}

export function parsedTime(
  text: number,
  format: number,
  translate: (format: string) => string | null,
  type: string,
): FunctionRule {
  return call => {
    const wanted = translate(call.constant(format));
    if (wanted === null) throw call.fail(`format ${printString(call.constant(format))} in ${call.name}()`);
    return `to_timestamp(${call.text(text)}, ${printString(wanted)})::${type}`;
  };
}

/** JSON_EXTRACT(json, '$.a.b'). */
export function jsonPart(asText: boolean): FunctionRule {
  return call => {
    const part = jsonAt(call.text(1), call.length > 1 ? call.constant(2) : '$', asText);
    if (part === null) throw call.fail(`path ${printString(call.constant(2))} in ${call.name}()`);
    return part;
  };
}

const integers = new Set(['smallint', 'integer', 'bigint']);

/** A cast that gives NULL where the text is none of the type's. null: there is no telling for this type. */
export function triedCast(value: string, type: string): string | null {
  const text = `(${value})::text`;
  const tested = (pattern: string): string => `CASE WHEN ${text} ~ '${pattern}' THEN ${text}::${type} END`;
  if (integers.has(type)) return tested('^\\s*[+-]?\\d{1,18}\\s*$');
  if (/^(numeric|double precision|real)/.test(type))
    return tested('^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?\\s*$');
  if (/^(text|character varying|varchar)/.test(type)) return `(${value})::${type}`;
  if (type === 'boolean') return `CASE lower(${text}) WHEN 'true' THEN true WHEN 'false' THEN false END`;
  return null;
}

/** A type as an argument: a node of its own, a name, or a call such as varchar(10). */
export function typeOf(call: Call, i: number): string {
  const node = call.args[i - 1];
  if (node.type === 'datatype' || typeof node.dataType === 'string')
    return typeText(call.t, {...node, type: null}, true);
  if (node.type === 'function') {
    const [length, scale] = argsOf(node).map(arg => arg.value ?? wordOf(arg.column));
    return typeText(call.t, {dataType: functionNameOf(node), length, scale}, true);
  }
  return typeText(call.t, {dataType: call.word(i)}, true);
}
