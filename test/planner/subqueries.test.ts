import {describe, expect, it} from 'vitest';
import {PlannedSql} from './plan-sql.ts';

const db = new PlannedSql()
  .define(
    `CREATE TABLE t (id bigint PRIMARY KEY, a int, b int NOT NULL, price numeric(10,2));
     CREATE TABLE s (x int, y int, z text);`,
  )
  .know('t', {uniqueKeys: [[0]]});

describe('EXISTS and IN', () => {
  it('are semi joins', () => {
    expect(db.print(`SELECT a FROM t WHERE EXISTS (SELECT 1 FROM s WHERE s.x = t.a AND s.y > 3)`))
      .toMatchInlineSnapshot(`
      "
      semi join on a = x
        project a
          input t
        project x
          filter y > 3
            input s
      "
    `);
    expect(db.print(`SELECT a FROM t WHERE id IN (SELECT x FROM s)`)).toMatchInlineSnapshot(`
      "
      project a
        semi join on id = ?column?#1
          project id, a
            input t
          project x, x::bigint
            input s
      "
    `);
  });
  it('with a condition beyond equations look for it among the pairs', () => {
    expect(db.print(`SELECT a FROM t WHERE EXISTS (SELECT 1 FROM s WHERE s.x = t.a AND s.y > t.b)`))
      .toMatchInlineSnapshot(`
      "
      project a
        semi join on a = a, b = b
          #1 project a, b
            input t
          distinct
            project a, b
              inner join on a = x where y > b
                #1 again
                project x, y
                  input s
      "
    `);
  });
  it('NOT IN minds NULLs, where there can be some', () => {
    expect(db.print(`SELECT b FROM t WHERE b NOT IN (SELECT x FROM s WHERE x IS NOT NULL)`)).toMatchInlineSnapshot(`
      "
      anti join on b = x
        project b
          input t
        project x
          filter x IS NOT NULL
            input s
      "
    `);
    expect(db.print(`SELECT b FROM t WHERE b NOT IN (SELECT x FROM s)`)).toMatchInlineSnapshot(`
      "
      anti join
        anti join on b = x
          project b
            input t
          project x
            input s
        project TRUE
          filter x IS NULL
            input s
      "
    `);
  });
  it('as values are columns', () => {
    expect(db.print(`SELECT EXISTS (SELECT 1 FROM s WHERE s.x = t.a) FROM t`)).toMatchInlineSnapshot(`
      "
      project ?column?#2 IS NOT NULL as exists
        left join on a = x
          project a
            input t
          project x, TRUE
            distinct
              project x
                input s
      "
    `);
  });
});

describe('scalar subqueries', () => {
  it('uncorrelated are one row beside every row', () => {
    expect(db.print(`SELECT a FROM t WHERE price > (SELECT avg(price) FROM t)`)).toMatchInlineSnapshot(`
      "
      project a
        inner join (every pair) where price > avg
          project a, price
            input t
          aggregate [] avg(price)
            input t
      "
    `);
    expect(db.print(`SELECT a, (SELECT y FROM s) FROM t`)).toMatchInlineSnapshot(`
      "
      left join
        project a
          input t
        at most one by [] if asked
          project y
            input s
          project TRUE
            input t
      "
    `);
  });
  it('of an aggregate are grouped by what they are correlated with', () => {
    expect(db.print(`SELECT a, (SELECT count(*) FROM s WHERE s.x = t.a) FROM t`)).toMatchInlineSnapshot(`
      "
      project a#0, coalesce(count, 0) as count
        left join on a = a
          project a
            input t
          aggregate [a] count(*)
            project x as a
              filter x IS NOT NULL
                input s
      "
    `);
    expect(db.print(`SELECT a, (SELECT max(y) FROM s WHERE s.x = t.id) FROM t`)).toMatchInlineSnapshot(`
      "
      project a, max
        left join on id = id
          project id, a
            input t
          aggregate [id] max(y)
            project x::bigint as id, y
              filter x::bigint IS NOT NULL
                input s
      "
    `);
  });
  it('by a primary key need no guard', () => {
    expect(db.print(`SELECT y, (SELECT a FROM t WHERE t.id = s.x) FROM s`)).toMatchInlineSnapshot(`
      "
      project y, a
        left join on ?column?#1 = ?column?#0
          project y, x::bigint
            input s
          project id, a
            input t
      "
    `);
  });
  it('that could have two rows are guarded for the rows that are asked for', () => {
    expect(db.print(`SELECT a, (SELECT y FROM s WHERE s.x = t.a) FROM t`)).toMatchInlineSnapshot(`
      "
      project a#0, y
        left join on a = a
          #1 project a
            input t
          at most one by [a]
            project a, y
              inner join on a = x
                distinct
                  #1 again
                project x, y
                  input s
      "
    `);
  });
  it('that nobody reads are not computed', () => {
    expect(db.print(`SELECT a FROM (SELECT a, (SELECT y FROM s WHERE s.x = t.a) AS y FROM t) q`))
      .toMatchInlineSnapshot(`
      "
      project a
        input t
      "
    `);
  });
});

describe('LATERAL', () => {
  it('with a limit is a top-k of each group', () => {
    expect(
      db.print(
        `SELECT t.a, l.y FROM t LEFT JOIN LATERAL (SELECT y FROM s WHERE s.x = t.a ORDER BY y LIMIT 1) l ON true`,
      ),
    ).toMatchInlineSnapshot(`
      "
      project a#0, y
        left join on a = a
          project a
            input t
          top-k by [a] order by y limit 1
            project x as a, y
              filter x IS NOT NULL
                input s
      "
    `);
  });
  it('with a limit that depends on the row', () => {
    const sql = `SELECT * FROM t, LATERAL (SELECT y FROM s ORDER BY y LIMIT t.a) l`;
    expect(db.print(sql)).toMatchInlineSnapshot(`
      "
      project id, a#1, b, price, y
        inner join on a is a
          input t
          project a, y
            filter (a::bigint IS NULL) OR (row_number <= a::bigint)
              window functions by [a] order by y: row_number()
                inner join (every pair)
                  distinct
                    project a
                      input t
                  project y
                    input s
      "
    `);
  });
});

describe("psql's \\\\d", () => {
  it('describes a table', () => {
    expect(
      db.print(
        `SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
           (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) FROM pg_catalog.pg_attrdef d
            WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atthasdef),
           a.attnotnull,
           (SELECT c.collname FROM pg_catalog.pg_collation c, pg_catalog.pg_type t
            WHERE c.oid = a.attcollation AND t.oid = a.atttypid AND a.attcollation <> t.typcollation) AS attcollation,
           a.attidentity, a.attgenerated
         FROM pg_catalog.pg_attribute a
         WHERE a.attrelid = '16384' AND a.attnum > 0 AND NOT a.attisdropped
         ORDER BY a.attnum`,
        'once',
      ),
    ).toMatchInlineSnapshot(`
      "
      finish order by attnum first 7 columns
        project attname, format_type(atttypid#1, atttypmod) as format_type, pg_get_expr, attnotnull, collname as attcollation, attidentity, attgenerated, attnum
          left join on atttypid = atttypid, attcollation = attcollation
            project attname, atttypid, attnum#3, atttypmod, attnotnull, attidentity, attgenerated, attcollation, pg_get_expr
              left join on attrelid = attrelid, attnum = attnum, atthasdef = atthasdef
                project attrelid, attname, atttypid, attnum, atttypmod, attnotnull, atthasdef, attidentity, attgenerated, attcollation
                  #2 filter (attrelid = 16384) AND (attnum > 0) AND (NOT attisdropped)
                    project attrelid, attname, atttypid, attnum, atttypmod, attnotnull, atthasdef, attidentity, attgenerated, attisdropped, attcollation
                      input pg_attribute
                at most one by [attrelid, attnum, atthasdef]
                  project attrelid, attnum, atthasdef, pg_get_expr(adbin, adrelid, TRUE) as pg_get_expr
                    inner join on attrelid = adrelid, attnum = adnum
                      distinct
                        project attrelid, attnum, atthasdef
                          filter (attrelid = 16384) AND (attnum > 0) AND (NOT attisdropped) AND atthasdef
                            project attrelid, attnum, atthasdef, attisdropped
                              input pg_attribute
                      project adrelid, adnum, adbin
                        input pg_attrdef
            at most one by [atttypid, attcollation]
              project atttypid, attcollation, collname
                inner join on atttypid = oid where attcollation <> typcollation
                  project atttypid, attcollation, collname
                    inner join on attcollation = oid
                      distinct
                        project atttypid, attcollation
                          #2 again
                      project oid, collname
                        input pg_collation
                  project oid, typcollation
                    input pg_type
      "
    `);
  });
});
