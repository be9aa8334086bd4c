import {expect, test} from 'vitest';
import {INTEGER} from '../types/sql-type.ts';
import {PlanCache} from './plan-cache.ts';
import type {PlannedStatement, PreparedStatement} from './prepared.ts';

const statement = (sql: string, catalogVersion = 1, declaredTypes: PreparedStatement['declaredTypes'] = []) =>
  ({sql, statement: null, declaredTypes, planned: {catalogVersion} as PlannedStatement}) as PreparedStatement;
const now = {settings: 1, catalog: 1};

test('a statement is known by its text and declared types, while catalog and settings are the same', () => {
  const cache = new PlanCache();
  cache.put(now, 'a', statement('a'));
  cache.put(now, 'a', statement('a', 1, [INTEGER]));
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
  for (let i = 0; i < 128; i++) cache.put(now, `s${i}`, statement(`s${i}`));
  expect(cache.get(now, 's0', [])).not.toBe(null);
  cache.put(now, 'more', statement('more'));
  expect(cache.get(now, 's0', [])).not.toBe(null);
  expect(cache.get(now, 's1', [])).toBe(null);
  cache.put(now, 'none', {...statement('none'), planned: null});
  cache.put(now, "SELECT 'Now'::date", statement("SELECT 'Now'::date"));
  const long = ' '.repeat(10_000);
  cache.put(now, long, statement(long));
  for (const sql of ['none', "SELECT 'Now'::date", long]) expect(cache.get(now, sql, [])).toBe(null);
});
