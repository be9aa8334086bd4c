import type {AggregateRow} from '../../src/expr/aggregates/aggregate-row.ts';
import type {FunctionRow, ParameterType} from '../../src/expr/function-row.ts';
import {allAggregates, allFunctions} from '../../src/expr/registry.ts';
import {allTableFunctions, type TableFunctionRow} from '../../src/expr/table-functions.ts';
import {allWindowFunctions, type WindowFunctionRow} from '../../src/expr/window-functions.ts';
import {kindName} from '../../src/types/type-names.ts';

/** What the pages under docs/sql say of the registry: the rows that have a name and a description to show. */
export type Entry = {readonly name: string; readonly call: string; readonly returns: string; readonly row: Row};
type Row = FunctionRow | AggregateRow | TableFunctionRow | WindowFunctionRow;

function shown(type: ParameterType): string {
  return typeof type === 'string' ? (type === 'any' ? '"any"' : type) : kindName(type);
}

/** Result types that depend on the arguments are asked for with the parameters themselves, or left open. */
function result(row: FunctionRow | AggregateRow | WindowFunctionRow): string {
  if (typeof row.returns !== 'function') return shown(row.returns);
  const polymorphic = row.args.find(arg => typeof arg === 'string' && arg.startsWith('any'));
  if (polymorphic !== undefined) return 'by its arguments';
  try {
    return shown(row.returns(row.args.filter(arg => typeof arg === 'object')));
  } catch {
    return 'by its arguments';
  }
}

function parameters(row: Row): string {
  const {args, variadic, optional = 0} = row as FunctionRow;
  return args
    .map((arg, i) => {
      const text = variadic && i === args.length - 1 ? `VARIADIC ${shown(arg)}` : shown(arg);
      return i >= args.length - optional ? `[${text}]` : text;
    })
    .join(', ');
}

/** What only plans call, for a construct of SQL or the end of an aggregate. */
function isInternal(row: Row): boolean {
  return row.name.startsWith('$');
}

const byCall = (a: Entry, b: Entry): number => (a.call < b.call ? -1 : a.call > b.call ? 1 : 0);

export function functionEntries(): Entry[] {
  return allFunctions()
    .filter(row => row.kind === 'function' && !isInternal(row))
    .map(row => ({name: row.name, call: `${row.name}(${parameters(row)})`, returns: result(row), row}))
    .sort(byCall);
}

export function operatorEntries(): Entry[] {
  return allFunctions()
    .filter(row => row.kind === 'operator')
    .map(row => {
      const operands = row.args.map(shown);
      const call = operands.length === 1 ? `${row.name} ${operands[0]}` : operands.join(` ${row.name} `);
      return {name: row.name, call, returns: result(row), row};
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : byCall(a, b)));
}

export function aggregateEntries(): Entry[] {
  return allAggregates()
    .map(row => ({
      name: row.name,
      call: `${row.name}(${parameters(row) || '*'})`,
      returns: result(row),
      row,
    }))
    .sort(byCall);
}

export function windowFunctionEntries(): Entry[] {
  return allWindowFunctions()
    .map(row => ({name: row.name, call: `${row.name}(${parameters(row)})`, returns: result(row), row}))
    .sort(byCall);
}

export function tableFunctionEntries(): Entry[] {
  return allTableFunctions()
    .filter(row => !isInternal(row))
    .map(row => {
      const call = `${row.name}(${parameters(row)})`;
      return {name: row.name, call, returns: columns(row), row};
    })
    .sort(byCall);
}

function columns(row: TableFunctionRow): string {
  if (row.args.some(arg => typeof arg === 'string')) return 'by its arguments';
  const schema = row.returns(row.args.filter(arg => typeof arg === 'object'));
  return schema.map(({name, type}) => `${name} ${kindName(type)}`).join(', ');
}
