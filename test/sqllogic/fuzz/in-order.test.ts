import {expect, test} from 'vitest';
import {inOrder} from './surface/in-order.ts';

test.each([
  ['SELECT 1 FROM t', null],
  ['SELECT 1 FROM t WHERE a = 1', null],
  ['SELECT 1 FROM t WHERE a = 1 OR b AND c', null],
  ['SELECT 1 FROM t WHERE a AND b', 'SELECT 1 FROM t WHERE CASE WHEN a THEN b ELSE false END'],
  [
    "SELECT (SELECT 1 WHERE x AND y) FROM t WHERE a BETWEEN 1 AND 2 AND (b AND c) AND s = ' AND ' ORDER BY 1",
    "SELECT (SELECT 1 WHERE x AND y) FROM t WHERE CASE WHEN a BETWEEN 1 AND 2 THEN CASE WHEN (b AND c) THEN s = ' AND ' ELSE false END ELSE false END ORDER BY 1",
  ],
  [
    'SELECT 1 FROM t WHERE CASE WHEN a AND b THEN c END AND d LIMIT 1',
    'SELECT 1 FROM t WHERE CASE WHEN CASE WHEN a AND b THEN c END THEN d ELSE false END LIMIT 1',
  ],
])('%s', (sql, ordered) => {
  expect(inOrder(sql)).toBe(ordered);
});
