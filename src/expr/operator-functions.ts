import {builtInOperators} from './built-in-operators.ts';
import type {FunctionRow} from './function-row.ts';
import {parameterOid} from './parameter-oid.ts';

/**
 * The functions that operators stand for, `int4eq(integer,integer)`: a call of one is a call of its operator, whose
 * signature it keeps. Not those that are in the registry already.
 */
export function operatorFunctions(rows: readonly FunctionRow[]): readonly FunctionRow[] {
  const functions = rows.filter(({kind}) => kind === 'function');
  const known = new Set(functions.map(row => key(row.name, row)));
  const variadic = new Set(functions.filter(row => row.variadic).map(({name}) => name));
  const made: FunctionRow[] = [];
  const names = functionNames();
  for (const row of rows) {
    const name = row.kind === 'operator' ? names.get(key(row.name, row)) : undefined;
    if (name === undefined || variadic.has(name) || known.has(key(name, row))) continue;
    known.add(key(name, row));
    made.push({...row, kind: 'function', name});
  }
  return made;
}

function key(name: string, {args}: FunctionRow): string {
  return [name, ...args.map(parameterOid)].join(' ');
}

/** By sign and types. */
function functionNames(): ReadonlyMap<string, string> {
  const lines = builtInOperators.trim().split('\n');
  return new Map(
    lines.map(line => {
      const [, sign, left, right, , name] = line.split(' ');
      return [[sign, ...(left === '0' ? [right] : [left, right])].join(' '), name] as const;
    }),
  );
}
