import {quoteIdentifier, quoteLiteral} from '../expr/text/quote.ts';
import type {SqlType} from '../types/sql-type.ts';
import {typeName} from '../types/type-names.ts';
import type {FunctionObject, FunctionParameterObject} from './object.ts';

// Functions that somebody made, as the pg_get_function… functions show them.

/** A parameter's default as pg_get_expr would print it. */
export type PrintDefault = (text: string, wanted: SqlType) => string;

/** The statement that would make the function. */
export function functionDefinition(made: FunctionObject, print: PrintDefault): string {
  const traits = traitsOf(made);
  const name = `${quoteIdentifier(made.schema)}.${quoteIdentifier(made.name)}`;
  const lines = [
    `CREATE OR REPLACE ${made.procedure ? 'PROCEDURE' : 'FUNCTION'} ${name}(${argumentsText(made, print)})`,
    ...(made.procedure ? [] : [` RETURNS ${resultText(made)}`]),
    ` LANGUAGE ${made.language}`,
    ...(traits.length > 0 ? [` ${traits.join(' ')}`] : []),
    ...(made.ownPath
      ? [` SET search_path TO ${made.ownPath.map(name => `'${name.replaceAll("'", "''")}'`).join(', ')}`]
      : []),
    ...(made.settings ?? []).map(([name, value]) => ` SET ${quoteIdentifier(name)} TO ${quoteLiteral(value)}`),
    bodyText(made),
  ];
  return `${lines.join('\n')}\n`;
}

function bodyText({form, body, procedure}: FunctionObject): string {
  if (form === 'return') return body.replace(/^SELECT /, 'RETURN ');
  if (form === 'atomic') return ['BEGIN ATOMIC', ...(body === '' ? [] : [` ${body};`]), 'END'].join('\n');
  let tag = procedure ? 'procedure' : 'function';
  while (body.includes(`$${tag}`)) tag += 'x';
  return `AS $${tag}$${body}$${tag}$`;
}

/** What is not as Postgres takes it to be. */
function traitsOf(made: FunctionObject) {
  const {volatility, parallel = 'unsafe', strict, leakproof, definer, cost = 100, rows = 1000, set} = made;
  return [
    ...(volatility === 'volatile' ? [] : [volatility.toUpperCase()]),
    ...(parallel === 'unsafe' ? [] : [`PARALLEL ${parallel.toUpperCase()}`]),
    ...(strict ? ['STRICT'] : []),
    ...(leakproof ? ['LEAKPROOF'] : []),
    ...(definer ? ['SECURITY DEFINER'] : []),
    ...(cost === 100 ? [] : [`COST ${cost}`]),
    ...(!set || rows === 1000 ? [] : [`ROWS ${rows}`]),
  ];
}

/** null: a procedure gives none. */
export function resultText({returns, set, parameters, table, procedure}: FunctionObject): string | null {
  if (procedure) return null;
  const setOf = set ? 'SETOF ' : '';
  if (!table && (returns.kind !== 'struct' || returns.oid !== undefined)) return `${setOf}${typeName(returns)}`;
  if (parameters.some(({mode}) => mode === 'out' || mode === 'inout')) return `${setOf}record`;
  const columns = table ?? returns.fields!;
  return `TABLE(${columns.map(({name, type}) => `${quoteIdentifier(name)} ${typeName(type)}`).join(', ')})`;
}

/** `print`: null leaves the defaults out. */
export function argumentsText({parameters, procedure}: FunctionObject, print: PrintDefault | null): string {
  return parameters.map(parameter => argumentText(parameter, print, procedure === true)).join(', ');
}

function argumentText(
  {name, mode, type, default: value}: FunctionParameterObject,
  print: PrintDefault | null,
  procedure: boolean,
): string {
  return [
    ...(mode === 'in' && !procedure ? [] : [mode.toUpperCase()]),
    ...(name === null ? [] : [quoteIdentifier(name)]),
    typeName(type),
    ...(print && value ? [`DEFAULT ${print(value.text, type)}`] : []),
  ].join(' ');
}
