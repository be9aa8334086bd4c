import type {CommentOnBuiltIn} from '../ast/index.ts';
import {printName, printPath, printString} from './identifier.ts';
import {printTypeName} from './type-name.ts';

export function printCommentOnBuiltIn({object, path, types, method, text}: CommentOnBuiltIn): string {
  const named = object === 'operator' ? printOperator(path) : path.length === 0 ? '' : printPath(path);
  const shown = types.map(type => (type ? printTypeName(type) : 'NONE'));
  const using = method === null ? '' : ` USING ${printName(method)}`;
  const value = text === null ? 'NULL' : printString(text);
  const what = `${object.toUpperCase()} ${named}${argumentsOf(object, shown)}`;
  return `COMMENT ON ${what}${using} IS ${value}`;
}

function printOperator(path: readonly string[]): string {
  return [...path.slice(0, -1).map(printName), path[path.length - 1]].join('.');
}

function argumentsOf(object: CommentOnBuiltIn['object'], types: readonly string[]): string {
  if (object === 'cast') return `(${types.join(' AS ')})`;
  if (object === 'operator') return ` (${types.join(', ')})`;
  return object === 'aggregate' ? `(${types.length === 0 ? '*' : types.join(', ')})` : '';
}
