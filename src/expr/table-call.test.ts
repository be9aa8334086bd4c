import {expect, test} from 'vitest';
import {column} from '../types/schema.ts';
import {INTEGER, JSONB, structOf, TEXT} from '../types/sql-type.ts';
import {compileTableCalls, type TableCall} from './table-call.ts';

const environment = {now: 0n, settings: new Map<string, string>()};
const series: TableCall = {
  signature: 'generate_series(int4,int4)',
  arity: 2,
  columns: [column('generate_series', INTEGER)],
  composite: false,
};
const pair = [column('key', TEXT), column('value', JSONB)];

test('calls run in lockstep, those that end sooner go on as NULLs, and rows are numbered', () => {
  const rows = compileTableCalls([series, series], [INTEGER, INTEGER, INTEGER, INTEGER], true, environment);
  expect([...rows([1, 2, 7, 9])]).toEqual([
    [1, 7, 1n],
    [2, 8, 2n],
    [null, 9, 3n],
  ]);
  // A NULL argument of a strict function: no rows of that one.
  expect([...rows([1, null, 7, 7])]).toEqual([[null, 7, 1n]]);
  expect([...rows([2, 1, 2, 1])]).toEqual([]);
});

test('the columns of a call are columns, or one composite, which is NULL where there is no row', () => {
  const each = {signature: 'jsonb_each(jsonb)', arity: 1, columns: pair, composite: false};
  const whole = {...each, columns: [column('jsonb_each', structOf(pair))], composite: true};
  const types = [JSONB, INTEGER, INTEGER];
  expect([...compileTableCalls([each, series], types, false, environment)(['{"a": 1}', 1, 2])]).toEqual([
    ['a', '1', 1],
    [null, null, 2],
  ]);
  expect([...compileTableCalls([whole, series], types, false, environment)(['{"a": 1}', 1, 2])]).toEqual([
    [['a', '1'], 1],
    [null, 2],
  ]);
});
