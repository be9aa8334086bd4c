import {describe, expect, it} from 'vitest';
import {parseStatements} from '../sql/parse/index.ts';
import {auditClassOf} from './audit-class.ts';

const prepared = new Map([
  ['reads', parseStatements('SELECT 1')[0]],
  ['writes', parseStatements('DELETE FROM t')[0]],
]);

function classOf(sql: string): string {
  const named = (name: string) => {
    const statement = prepared.get(name);
    return statement ? {statement, planned: null} : null;
  };
  return auditClassOf({statement: parseStatements(sql)[0], planned: null}, named);
}

describe('a statement is of a class by what it does', () => {
  it.each([
    ['SELECT 1', 'read'],
    ['SHOW work_mem', 'read'],
    ['DELETE FROM t', 'write'],
    ['WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone', 'write'],
    ['WITH a AS (WITH b AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM b) SELECT 1', 'write'],
    ['SELECT 1 INTO u', 'ddl'],
    ['CREATE TABLE u AS SELECT 1', 'ddl'],
    ['EXECUTE reads', 'read'],
    ['EXECUTE writes', 'write'],
    ['EXECUTE missing', 'read'],
    ['EXPLAIN DELETE FROM t', 'read'],
    ['EXPLAIN ANALYZE DELETE FROM t', 'write'],
    ['EXPLAIN (ANALYZE) EXECUTE writes', 'write'],
    ['COPY t FROM STDIN', 'write'],
    ['COPY t TO STDOUT', 'read'],
    ['COPY (DELETE FROM t RETURNING *) TO STDOUT', 'write'],
    ['CALL p()', 'write'],
    ['SET ROLE r', 'role'],
    ['SET work_mem = 1', 'session'],
    ['SET audit_log = none', 'role'],
    ['RESET ALL', 'role'],
    ['GRANT a TO b', 'role'],
    ['BEGIN', 'transaction'],
    ['LISTEN x', 'session'],
    ['DROP TABLE t', 'ddl'],
  ])('%s: %s', (sql, kind) => {
    expect(classOf(sql)).toBe(kind);
  });
});
