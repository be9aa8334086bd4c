import type {Datum} from '../types/datum.ts';
import type {Schema} from '../types/schema.ts';
import {type SqlType, structOf} from '../types/sql-type.ts';
import {callContext, type EvaluationContext} from './call-context.ts';
import {type TableFunctionRow, tableFunctionBySignature} from './table-functions.ts';

/** A call of a set-returning function within a plan. Several calls side by side share one list of arguments. */
export type TableCall = {
  /** A row of the registry: 'generate_series(int4,int4)'. */
  readonly signature: string;
  /** How many of the arguments are its own. */
  readonly arity: number;
  /** What it gives: its columns, or one column that has them as a composite. */
  readonly columns: Schema;
  readonly composite: boolean;
};

/** The rows of the calls for one list of arguments: in lockstep, those that end sooner go on as NULLs. Errors: SqlError. */
export type TableCallRows = (args: readonly Datum[]) => Iterable<readonly Datum[]>;

export function compileTableCalls(
  calls: readonly TableCall[],
  argTypes: readonly SqlType[],
  ordinality: boolean,
  context: EvaluationContext,
): TableCallRows {
  let from = 0;
  const compiled = calls.map(call => {
    const types = argTypes.slice(from, from + call.arity);
    const first = from;
    from += call.arity;
    const rows = compileCall(call, types, context);
    return {width: call.columns.length, rows: (args: readonly Datum[]) => rows(args.slice(first, first + call.arity))};
  });
  const rows: TableCallRows = compiled.length === 1 ? compiled[0].rows : args => lockstep(compiled, args);
  return ordinality ? args => numbered(rows(args)) : rows;
}

function compileCall(call: TableCall, types: readonly SqlType[], context: EvaluationContext): TableCallRows {
  const fn: TableFunctionRow = tableFunctionBySignature(call.signature);
  const result = call.composite ? call.columns[0].type : structOf(call.columns);
  const inner = callContext(context, types, result);
  return args => {
    if (fn.strict !== false && args.includes(null)) return [];
    const rows = fn.rows(args, inner);
    return call.composite ? composites(rows) : withoutNulls(rows, call.columns.length);
  };
}

function* withoutNulls(rows: Iterable<readonly Datum[] | null>, width: number): Generator<readonly Datum[]> {
  for (const row of rows) yield row ?? new Array<Datum>(width).fill(null);
}

function* composites(rows: Iterable<readonly Datum[] | null>): Generator<readonly Datum[]> {
  for (const row of rows) yield [row];
}

function* numbered(rows: Iterable<readonly Datum[]>): Generator<readonly Datum[]> {
  let ordinal = 1n;
  for (const row of rows) yield [...row, ordinal++];
}

type Compiled = {readonly width: number; readonly rows: TableCallRows};

function* lockstep(calls: readonly Compiled[], args: readonly Datum[]): Generator<readonly Datum[]> {
  const iterators = calls.map(call => call.rows(args)[Symbol.iterator]());
  for (;;) {
    const results = iterators.map(iterator => iterator.next());
    if (results.every(result => result.done)) return;
    yield results.flatMap((result, i) => (result.done ? new Array<Datum>(calls[i].width).fill(null) : result.value));
  }
}
