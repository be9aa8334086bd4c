\set ON_ERROR_STOP 0
CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL DEFAULT 'x', amount numeric(10,2) DEFAULT 1 + 1, made timestamptz, tags text[]);
CREATE VIEW v AS SELECT id, upper(name) AS name FROM t WHERE amount > 1;
CREATE MATERIALIZED VIEW m AS SELECT name, count(*) AS n, sum(amount) AS total FROM t GROUP BY name;
CREATE SOURCE s FROM LOAD GENERATOR COUNTER (RATE 1, EVENTS 5);
INSERT INTO t VALUES (1, 'one', 1.5, '2024-01-01 00:00+00', '{a,"b c"}'), (2, 'two', NULL, NULL, NULL);
\echo == d
\d
\echo == dt
\dt
\echo == dm
\dm
\echo == dv
\dv
\echo == di
\di
\echo == dE
\dE
\echo == d table
\d t
\echo == d view
\d v
\echo == d materialized view
\d m
\echo == d source
\d s
\echo == d+ table
\d+ t
\echo == d+ view
\d+ v
\echo == d+ materialized view
\d+ m
\echo == d+ source
\d+ s
\echo == d of a pattern, of nothing
\dt t*
\d nope
\dt nope*
\echo == l
\l
\echo == dn
\dn
\echo == du
\du
\echo == df
\df low*
\df+ lower
\echo == dp dx dD dT db
\dp t
\dx
\dD
\db
\echo == sv
\sv v
\echo == errors
SELECT 1 + FROM t;
SELECT id, nope FROM t;
SELECT id
  FROM t
 WHERE name = 5;
SELECT 'x'::int;
SELECT 1 / 0;
INSERT INTO t VALUES (1, 'again');
INSERT INTO t VALUES (3, NULL);
DROP TABLE t;
SELECT row_number() OVER () FROM t;
\echo == results
SELECT * FROM t ORDER BY id;
\x
SELECT * FROM m WHERE name = 'one';
\x
\pset null ∅
SELECT * FROM t ORDER BY id;
\a
SELECT id, tags FROM t ORDER BY id;
\a
SELECT name, n FROM m ORDER BY name \gset r_
\if :{?r_name}
\else
\echo several rows
\endif
SELECT count(*) AS c FROM t \gset
\echo :c
SELECT id, name FROM t WHERE id = 1 \gdesc
\set q it\'s
SELECT :'q' AS quoted;
\echo == transactions
\echo :AUTOCOMMIT
BEGIN;
INSERT INTO t VALUES (3, 'three');
ROLLBACK;
SELECT count(*) FROM t;
\conninfo
\encoding
