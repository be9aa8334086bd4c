import {quoteIdentifier, quoteLiteral} from '../expr/text/quote.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {FunctionObject, FunctionParameterObject} from './object.ts';

// Functions that somebody made, as the pg_get_function… functions show them.

/** A parameter's default as pg_get_expr would print it. */
export type PrintDefault = (text: string, wanted: SqlType) => string;

/** A type as format_type would print it. */
export type PrintType = (type: SqlType) => string;

type PrintParts = {readonly type: PrintType; readonly default: PrintDefault};

/** The statement that would make the function. */
export function functionDefinition(made: FunctionObject, print: PrintParts): string {
  const traits = traitsOf(made);
  const name = `${quoteIdentifier(made.schema)}.${quoteIdentifier(made.name)}`;
  const lines = [
    `CREATE OR REPLACE ${made.procedure ? 'PROCEDURE' : 'FUNCTION'} ${name}(${argumentsText(made, print.type, print.default)})`,
    ...(made.procedure ? [] : [` RETURNS ${resultText(made, print.type)}`]),
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

/** A body that was not quoted; null: it was. */
export function standardBody({form, body}: FunctionObject): string | null {
  if (form === 'return') return body.replace(/^SELECT /, 'RETURN ');
  if (form === 'atomic') return ['BEGIN ATOMIC', ...(body === '' ? [] : [` ${body};`]), 'END'].join('\n');
  return null;
}

function bodyText(made: FunctionObject): string {
  const {body, procedure} = made;
  const standard = standardBody(made);
  if (standard !== null) return standard;
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
export function resultText(
  {returns, set, parameters, table, procedure}: FunctionObject,
  printType: PrintType,
): string | null {
  if (procedure) return null;
  const setOf = set ? 'SETOF ' : '';
  if (!table && (returns.kind !== 'struct' || returns.oid !== undefined)) return `${setOf}${printType(returns)}`;
  if (parameters.some(({mode}) => mode === 'out' || mode === 'inout')) return `${setOf}record`;
  const columns = table ?? returns.fields!;
  return `TABLE(${columns.map(({name, type}) => `${quoteIdentifier(name)} ${printType(type)}`).join(', ')})`;
}

/** `print`: null leaves the defaults out. */
export function argumentsText(
  {parameters, procedure}: FunctionObject,
  printType: PrintType,
  print: PrintDefault | null,
): string {
  return parameters.map(parameter => argumentText(parameter, printType, print, procedure === true)).join(', ');
}

function argumentText(
  {name, mode, type, default: value}: FunctionParameterObject,
  printType: PrintType,
  print: PrintDefault | null,
  procedure: boolean,
): string {
  return [
    ...(mode === 'in' && !procedure ? [] : [mode.toUpperCase()]),
    ...(name === null ? [] : [quoteIdentifier(name)]),
    printType(type),
    ...(print && value ? [`DEFAULT ${print(value.text, type)}`] : []),
  ].join(' ');
}
