import type {
  AlterFunction,
  CommentOnFunction,
  CreateFunction,
  DropFunction,
  FunctionParameter,
  FunctionReference,
  FunctionTraits,
} from '../ast/index.ts';
import {printRole, words} from './ddl.ts';
import {printExpression} from './expression.ts';
import {printName, printPath, printString} from './identifier.ts';
import {printTypeName} from './type-name.ts';
import {printReset, printSet} from './utility.ts';

export function printCreateFunction(f: CreateFunction): string {
  const {returns} = f;
  return words(
    'CREATE',
    f.orReplace && 'OR REPLACE',
    `${f.procedure ? 'PROCEDURE' : 'FUNCTION'} ${printPath(f.name.parts)}(${f.parameters.map(printParameter).join(', ')})`,
    returns?.type === 'value' && `RETURNS ${printTypeName(returns.typeName)}`,
    returns?.type === 'table' &&
      `RETURNS TABLE (${returns.columns.map(({name, type}) => `${printName(name!)} ${printTypeName(type)}`).join(', ')})`,
    f.language !== null && `LANGUAGE ${printName(f.language)}`,
    printTraits(f.traits),
    printBody(f),
  );
}

function printBody({form, body}: CreateFunction): string {
  if (form === 'atomic') return words('BEGIN ATOMIC', body !== '' && `${body};`, 'END');
  return form === 'return' ? body.replace(/^SELECT /, 'RETURN ') : `AS ${printString(body)}`;
}

function printTraits(t: FunctionTraits): string {
  return words(
    t.volatility !== null && t.volatility.toUpperCase(),
    t.strict !== null && (t.strict ? 'STRICT' : 'CALLED ON NULL INPUT'),
    t.leakproof !== null && (t.leakproof ? 'LEAKPROOF' : 'NOT LEAKPROOF'),
    t.parallel !== null && `PARALLEL ${printName(t.parallel)}`,
    t.security !== null && `SECURITY ${t.security.toUpperCase()}`,
    t.cost !== null && `COST ${t.cost}`,
    t.rows !== null && `ROWS ${t.rows}`,
    ...(t.settings ?? []).map(setting => (setting.kind === 'set' ? printSet(setting) : printReset(setting.name))),
  );
}

export function printAlterFunction({word, function: target, change}: AlterFunction): string {
  return words(`ALTER ${word.toUpperCase()} ${printReference(target)}`, printChange(change));
}

function printChange(change: AlterFunction['change']): string {
  switch (change.type) {
    case 'rename':
      return `RENAME TO ${printName(change.to)}`;
    case 'owner':
      return `OWNER TO ${printRole(change.role)}`;
    case 'schema':
      return `SET SCHEMA ${printName(change.schema)}`;
    default:
      return printTraits(change.traits);
  }
}

export function printCommentOnFunction({word, function: target, text}: CommentOnFunction): string {
  const value = text === null ? 'NULL' : printString(text);
  return `COMMENT ON ${word.toUpperCase()} ${printReference(target)} IS ${value}`;
}

function printReference({name, parameters}: FunctionReference): string {
  return printPath(name.parts) + (parameters ? `(${parameters.map(printParameter).join(', ')})` : '');
}

function printParameter({mode, name, type, default: value}: FunctionParameter): string {
  return words(
    mode !== 'in' && mode.toUpperCase(),
    name !== null && printName(name),
    printTypeName(type),
    value !== null && `DEFAULT ${printExpression(value)}`,
  );
}

export function printParameters(parameters: readonly FunctionParameter[]): string {
  return `(${parameters.map(printParameter).join(', ')})`;
}

export function printDropFunction({word, ifExists, functions, behavior}: DropFunction): string {
  return words(
    `DROP ${word.toUpperCase()}`,
    ifExists && 'IF EXISTS',
    functions.map(printReference).join(', '),
    behavior === 'cascade' && 'CASCADE',
  );
}
