import type {Expr} from '../../expr/expr.ts';
import {DEFAULT_FRAME, type WindowCall} from '../../expr/window-call.ts';
import {columnsOf, filter, project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {isNull, literal} from '../../plan/conjuncts.ts';
import type {OverRel, Rel} from '../../plan/rel.ts';
import {column, type Schema} from '../../types/schema.ts';
import {BIGINT, BOOLEAN, INTEGER, INTERVAL, type SqlType} from '../../types/sql-type.ts';

/**
 * SESSION: rows of one partition are in one window as long as none is more than the gap behind the one before. By window
 * functions: a row opens a session if it is; the number of those up to a row is its session's; the session begins with its
 * first row and ends a gap after its last. Rows without a time are in none.
 */
export function sessionWindows(input: Rel, partition: readonly Expr[], time: number, gap: bigint): Rel {
  const width = input.schema.length;
  const at = columnAt(input.schema, time);
  const {type} = at;
  const keys = [{expr: at, descending: false, nullsFirst: false}];
  const within = filter(input, isNull(at, true));
  const before = over(within, partition, keys, [windowCall('window', 'lag(anyelement)', [at], type)]);
  const previous = columnAt(before.schema, width);
  const opens: Expr = {
    op: 'case',
    whens: [{when: call('<=', [type, type], [at, later(previous, gap)], BOOLEAN), then: literal(0, INTEGER)}],
    otherwise: literal(1, INTEGER),
    type: INTEGER,
  };
  const numbered = over(before, partition, keys, [windowCall('aggregate', 'sum(int4)', [opens], BIGINT)]);
  const session = columnAt(numbered.schema, width + 1);
  const edges = (['min', 'max'] as const).map(name => windowCall('aggregate', `${name}(${type.kind})`, [at], type));
  const bounded = over(numbered, [...partition, session], [], edges);
  const [first, last] = columnsOf(bounded.schema).slice(-2);
  return project(
    bounded,
    [...columnsOf(input.schema), first, later(last, gap)],
    [...input.schema.map(({name}) => name), 'window_start', 'window_end'],
  );
}

function over(input: Rel, partition: readonly Expr[], keys: OverRel['keys'], calls: readonly WindowCall[]): OverRel {
  const results: Schema = calls.map(({signature, type}) => column(signature.slice(0, signature.indexOf('(')), type));
  return {node: 'over', input, partition, keys, calls, schema: [...input.schema, ...results]};
}

function windowCall(kind: WindowCall['kind'], signature: string, args: readonly Expr[], type: SqlType): WindowCall {
  return {kind, signature, args, filter: null, frame: DEFAULT_FRAME, type};
}

function later(at: Expr, micros: bigint): Expr {
  return call('+', [at.type, INTERVAL], [at, literal({months: 0, days: 0, micros}, INTERVAL)], at.type);
}

function call(name: string, types: readonly SqlType[], args: readonly Expr[], type: SqlType): Expr {
  return {op: 'call', signature: `${name}(${types.map(({kind}) => kind).join()})`, args, type};
}

/**
 * CUMULATE: each row once for each window that begins where its window of `size` does and ends a multiple of `step` later,
 * behind the row.
 */
export function cumulatedWindows(
  input: Rel,
  time: number,
  {step, size, offset}: {readonly step: bigint; readonly size: bigint; readonly offset: bigint},
): Rel {
  const width = input.schema.length;
  const {type} = input.schema[time];
  const tumbled = (of: Rel, length: bigint): Rel => ({
    node: 'window',
    input: of,
    kind: 'tumble',
    time,
    size: length,
    slide: length,
    offset,
    schema: [...of.schema, column('window_start', type, false), column('window_end', type, false)],
  });
  const both = tumbled(tumbled(input, size), step);
  const ends = column('window_end', type, false);
  const args = [columnAt(both.schema, width + 3), columnAt(both.schema, width + 1)];
  const series: Rel = {
    node: 'flatMap',
    input: both,
    calls: [
      {signature: `generate_series(${type.kind},${type.kind},interval)`, arity: 3, columns: [ends], composite: false},
    ],
    args: [...args, literal({months: 0, days: 0, micros: step}, INTERVAL)],
    ordinality: false,
    schema: [...both.schema, ends],
  };
  const start = columnAt(series.schema, width);
  return project(
    series,
    [...columnsOf(input.schema), start, columnAt(series.schema, width + 4)],
    [...input.schema.map(({name}) => name), 'window_start', 'window_end'],
  );
}
