import type {CreateFunction, DropFunction, FunctionParameter} from '../ast/index.ts';
import {words} from './ddl.ts';
import {printExpression} from './expression.ts';
import {printName, printPath, printString} from './identifier.ts';
import {printTypeName} from './type-name.ts';

export function printCreateFunction(f: CreateFunction): string {
  const {returns} = f;
  return words(
    'CREATE',
    f.orReplace && 'OR REPLACE',
    `FUNCTION ${printPath(f.name.parts)}(${f.parameters.map(printParameter).join(', ')})`,
    returns?.type === 'value' && `RETURNS ${printTypeName(returns.typeName)}`,
    returns?.type === 'table' &&
      `RETURNS TABLE (${returns.columns.map(({name, type}) => `${printName(name!)} ${printTypeName(type)}`).join(', ')})`,
    f.language !== null && `LANGUAGE ${printName(f.language)}`,
    f.volatility !== 'volatile' && f.volatility.toUpperCase(),
    f.strict && 'STRICT',
    f.inline ? f.body.replace(/^SELECT /, 'RETURN ') : `AS ${printString(f.body)}`,
  );
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

export function printDropFunction({ifExists, functions, behavior}: DropFunction): string {
  const names = functions.map(
    ({name, parameters}) =>
      printPath(name.parts) + (parameters ? `(${parameters.map(printParameter).join(', ')})` : ''),
  );
  return words('DROP FUNCTION', ifExists && 'IF EXISTS', names.join(', '), behavior === 'cascade' && 'CASCADE');
}
