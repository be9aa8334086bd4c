import {expect, test} from 'vitest';
import {INTEGER} from '../types/sql-type.ts';
import {PlanCache} from './plan-cache.ts';
import type {PlannedStatement, PreparedStatement} from './prepared.ts';

const statement = (sql: string, catalogVersion = 1, declaredTypes: PreparedStatement['declaredTypes'] = []) =>
  ({sql, statement: null, declaredTypes, planned: {catalogVersion} as PlannedStatement}) as PreparedStatement;
const now = {settings: 1, catalog: 1};

/** A text is kept when it comes again. */
function putTwice(cache: PlanCache, sql: string, prepared = statement(sql)): void {
  cache.put(now, sql, prepared);
  cache.put(now, sql, prepared);
}

test('a statement is known by its text and declared types, while catalog and settings are the same', () => {
  const cache = new PlanCache();
  cache.put(now, 'a', statement('a'));
  expect(cache.get(now, 'a', [])).toBe(null);
  cache.put(now, 'a', statement('a'));
  putTwice(cache, 'a', statement('a', 1, [INTEGER]));
  expect(cache.get(now, 'a', [])?.sql).toBe('a');
  expect(cache.get(now, 'a', [INTEGER])?.declaredTypes).toEqual([INTEGER]);
  expect(cache.get(now, 'a', [null])).toBe(null);
  expect(cache.get({settings: 2, catalog: 1}, 'a', [])).toBe(null);
  expect(cache.get({settings: 1, catalog: 2}, 'a', [])).toBe(null);
  // It has been thrown away.
  expect(cache.get(now, 'a', [])).toBe(null);
});

test('the statement longest unused goes first; what has no plan, is long, or means the moment is not kept', () => {
  const cache = new PlanCache();
  for (let i = 0; i < 128; i++) putTwice(cache, `s${i}`);
  expect(cache.get(now, 's0', [])).not.toBe(null);
  putTwice(cache, 'more');
  expect(cache.get(now, 's0', [])).not.toBe(null);
  expect(cache.get(now, 's1', [])).toBe(null);
  putTwice(cache, 'none', {...statement('none'), planned: null});
  putTwice(cache, "SELECT 'Now'::date");
  const long = ' '.repeat(10_000);
  putTwice(cache, long);
  for (const sql of ['none', "SELECT 'Now'::date", long]) expect(cache.get(now, sql, [])).toBe(null);
});
