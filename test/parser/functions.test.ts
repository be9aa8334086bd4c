import {beforeAll, describe, expect, test} from 'vitest';
import {parseStatements} from '../../src/sql/parse/index.ts';
import {printStatement} from '../../src/sql/print/index.ts';
import type {SqlError} from '../../src/types/sql-error.ts';
import {askOracle, loadOracle} from './oracle.ts';

const accepted = [
  "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  'CREATE OR REPLACE FUNCTION s.f(int, text) RETURNS SETOF text AS $$ SELECT $2 $$ LANGUAGE sql IMMUTABLE STRICT',
  "CREATE FUNCTION f(a int, b double precision, IN c timestamp with time zone, d interval day to second = NULL) RETURNS int LANGUAGE sql AS ''",
  "CREATE FUNCTION f(OUT a int, INOUT b text, VARIADIC c int[]) LANGUAGE sql AS ''",
  "CREATE FUNCTION f(a IN int, b OUT int, c INOUT int) LANGUAGE sql AS ''",
  "CREATE FUNCTION f(a int DEFAULT 1 + 2, b text DEFAULT 'x') RETURNS TABLE (x int, y s.t[]) LANGUAGE 'sql' AS ''",
  "CREATE FUNCTION f(character varying, national character varying(3), time without time zone, a bit varying) RETURNS void LANGUAGE sql AS ''",
  "CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql STABLE LEAKPROOF PARALLEL SAFE COST 3 ROWS 7 SECURITY INVOKER CALLED ON NULL INPUT AS ''",
  'CREATE FUNCTION f(x int) RETURNS int RETURNS NULL ON NULL INPUT NOT LEAKPROOF EXTERNAL SECURITY INVOKER VOLATILE LANGUAGE sql RETURN x + 1',
  'DROP FUNCTION f, s.g(int, b text), h() CASCADE',
  'DROP FUNCTION IF EXISTS f(OUT int, IN a text) RESTRICT',
];
const refused = [
  "CREATE FUNCTION f RETURNS int LANGUAGE sql AS ''",
  "CREATE FUNCTION f(a int b) RETURNS int LANGUAGE sql AS ''",
  "CREATE FUNCTION f(int) RETURNS TABLE () LANGUAGE sql AS ''",
  'CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS SELECT 1',
  "CREATE FUNCTION f(int,) RETURNS int LANGUAGE sql AS ''",
  'DROP FUNCTION',
  'DROP FUNCTION f(',
];

beforeAll(loadOracle);

describe('CREATE and DROP FUNCTION', () => {
  test.each(accepted)('%s', sql => {
    expect(askOracle(sql).ok).toBe(true);
    const [statement] = parseStatements(sql);
    const printed = printStatement(statement);
    expect(withoutSpans(parseStatements(printed)[0])).toEqual(withoutSpans(statement));
    expect(askOracle(printed).ok).toBe(true);
  });

  test.each(refused)('not %s', sql => {
    const verdict = askOracle(sql);
    expect(verdict.ok).toBe(false);
    let message = 'accepted';
    try {
      parseStatements(sql);
    } catch (error) {
      message = (error as SqlError).message;
    }
    expect(message).toBe((verdict as {message: string}).message);
  });
});

/** Where things stood in the text is left out. */
function withoutSpans(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'span' || key === 'at' ? undefined : inner)),
  );
}
