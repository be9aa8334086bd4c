import type {Memory} from '../kernels/memory.ts';
import type {Datum} from '../types/datum.ts';
import {formatDatum, parseText} from '../types/io/registry.ts';
import {column, type Schema} from '../types/schema.ts';
import {numericOf, structOf, type SqlType} from '../types/sql-type.ts';
import {typeByName, typeName} from '../types/type-names.ts';
import type {Batch} from './batch.ts';
import {batchFromRows} from './builder.ts';
import {batchRows} from './datum-access.ts';

/**
 * A delta drawn as text, for tests: a line of columns, then a line a row with its weight. Values are in Postgres's text
 * format, quoted where they are empty or hold spaces; NULL is NULL.
 *
 *     auction bigint, channel text
 *     + 1 web
 *     - 7 'two words'
 *     +3 2 NULL
 */
export function parseDelta(memory: Memory, schema: Schema | null, text: string): Batch {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const columns = schema ?? parseSchema(lines[0]);
  const body = schema !== null && !isHeader(lines[0]) ? lines : lines.slice(1);
  const rows = body.map(line => parseRow(columns, line));
  return batchFromRows(
    memory,
    columns,
    rows.map(({row}) => row),
    rows.map(({weight}) => weight),
  );
}

function isHeader(line: string | undefined): boolean {
  return line !== undefined && !/^[+-]/.test(line);
}

/** The batches as `parseDelta` reads them, rows sorted (by their text, then weight), so that equal deltas print alike. */
export function formatDelta(batches: Batch | readonly Batch[], schema?: Schema): string {
  const list = Array.isArray(batches) ? (batches as readonly Batch[]) : [batches as Batch];
  const columns = schema ?? list[0]?.schema ?? [];
  const lines = list.flatMap(batch => batchRows(batch).map(({row, weight}) => formatRow(columns, row, weight)));
  lines.sort((a, b) => (a.values < b.values ? -1 : a.values > b.values ? 1 : Number(a.weight - b.weight)));
  return [formatSchema(columns), ...lines.map(({values, weight}) => `${sign(weight)} ${values}`.trimEnd())].join('\n');
}

/** `a integer, b text` */
function formatSchema(schema: Schema): string {
  return schema.map(({name, type}) => `${name} ${typeText(type)}`).join(', ');
}

/** Columns as `formatSchema` writes them: a type is a name Postgres knows, `numeric(p,s)`, `struct<a integer, …>` or one of these with []. */
function parseSchema(text: string): Schema {
  return splitTop(text).map(part => {
    const [name, type] = nameAndRest(part);
    return column(name, parseType(type));
  });
}

function parseType(text: string): SqlType {
  if (text.endsWith('[]')) return {kind: 'array', element: parseType(text.slice(0, -2))};
  const struct = /^struct<(.*)>$/.exec(text);
  if (struct) {
    return structOf(
      splitTop(struct[1]).map(part => {
        const [name, type] = nameAndRest(part);
        return {name, type: parseType(type)};
      }),
    );
  }
  const numeric = /^numeric\((\d+),\s*(\d+)\)$/.exec(text);
  if (numeric) return numericOf(Number(numeric[1]), Number(numeric[2]));
  const type = typeByName(text);
  if (!type) throw new Error(`no type "${text}"`);
  return type;
}

function typeText(type: SqlType): string {
  if (type.kind === 'array') return `${typeText(type.element!)}[]`;
  if (type.kind === 'struct') return `struct<${type.fields!.map(f => `${f.name} ${typeText(f.type)}`).join(', ')}>`;
  if (type.kind === 'numeric' && type.digits) return `numeric(${type.digits.precision},${type.digits.scale})`;
  return typeName(type);
}

function nameAndRest(text: string): [string, string] {
  const space = text.indexOf(' ');
  return [text.slice(0, space), text.slice(space + 1).trim()];
}

/** Split at the commas that are in no brackets. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '<') depth++;
    else if (text[i] === ')' || text[i] === '>') depth--;
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}

type Row = {readonly row: readonly Datum[]; readonly weight: bigint};

function parseRow(schema: Schema, line: string): Row {
  const match = /^([+-])(\d*)(?:\s+|$)/.exec(line);
  if (!match) throw new Error(`a delta's row begins with + or -: ${line}`);
  const magnitude = match[2] === '' ? 1n : BigInt(match[2]);
  const tokens = [...line.slice(match[0].length).matchAll(/'((?:[^']|'')*)'|(\S+)/g)];
  if (tokens.length !== schema.length) throw new Error(`${tokens.length} values for ${schema.length} columns: ${line}`);
  return {
    row: tokens.map(([, quoted, bare], i) => {
      if (bare === 'NULL') return null;
      return parseText(schema[i].type, bare ?? quoted.replaceAll("''", "'"));
    }),
    weight: match[1] === '+' ? magnitude : -magnitude,
  };
}

function formatRow(schema: Schema, row: readonly Datum[], weight: bigint): {values: string; weight: bigint} {
  return {values: row.map((value, i) => valueText(schema[i].type, value)).join(' '), weight};
}

function valueText(type: SqlType, value: Datum): string {
  const text = formatDatum(type, value);
  if (text === null) return 'NULL';
  return text === '' || text === 'NULL' || /[\s']/.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

function sign(weight: bigint): string {
  if (weight === 1n) return '+';
  if (weight === -1n) return '-';
  return weight < 0n ? String(weight) : `+${weight}`;
}
