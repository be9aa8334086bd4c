\set QUIET on
CREATE SCHEMA copying;
SET search_path = copying;
\set QUIET off
\set VERBOSITY verbose
CREATE TABLE t (a int, b text, c numeric(6,2) DEFAULT 7);
CREATE TABLE k (a int PRIMARY KEY, b text NOT NULL);
COPY t (a, b) FROM STDIN;
1	one
2	\N
\N	tab\tnewline\nback\\slash
4	
5	caf\303\251 \x41
\.
COPY t FROM STDIN CSV;
6,"quo""ted, and
two lines",1.005
7,,
8,"",3
9,x"y,z"w,4
\.
COPY t FROM STDIN (FORMAT csv, HEADER match, DELIMITER ';', NULL 'nil', QUOTE '''', ESCAPE '\', FORCE_NULL (b), FORCE_NOT_NULL (a));
a;b;c
10;'nil';nil
11;'it\'s; \\';1
\.
COPY t FROM STDIN (FORMAT csv, HEADER) WHERE a > 12 AND c IS NOT NULL;
whatever
12,a,1
13,b,
14,c,2
\.
SELECT * FROM t ORDER BY a NULLS FIRST;
COPY t TO STDOUT;
COPY t (c, b) TO STDOUT (FORMAT csv, HEADER, NULL 'nil', FORCE_QUOTE (b));
COPY t TO STDOUT (FORMAT csv, FORCE_QUOTE *, DELIMITER '|', QUOTE '''', ESCAPE '\');
COPY t TO STDOUT (DELIMITER ',', NULL '');
COPY (SELECT a, b FROM t WHERE a < 3 ORDER BY a) TO STDOUT;
COPY (INSERT INTO k VALUES (1, 'x'), (2, 'y') RETURNING a, b) TO STDOUT (FORMAT csv);
COPY (VALUES (E'\\.'), (NULL), ('')) TO STDOUT CSV;
COPY (VALUES (E'\b\f\n\r\t\\' || chr(11))) TO STDOUT;
-- What does not fit leaves nothing behind.
COPY t FROM STDIN;
20	x	1
21	y	z
\.
COPY t FROM STDIN;
20	x	1	more
\.
COPY t FROM STDIN;
20	x
\.
COPY t FROM STDIN;

\.
COPY t FROM STDIN;
20	x	99999.5
\.
COPY t FROM STDIN;
99999999999	x	1
\.
COPY t FROM STDIN (FORMAT csv);
20,"never ends,1
\.
COPY t FROM STDIN (FORMAT csv, HEADER match);
a,b,d
\.
COPY t FROM STDIN (FORMAT csv, HEADER match);
a,b
\.
COPY t FROM STDIN;
1	\xff	1
\.
COPY k FROM STDIN;
3	z
4	\N
\.
COPY k FROM STDIN;
3	z
4	w
2	v
\.
COPY k FROM STDIN;
3	z
3	w
\.
SELECT count(*) FROM t;
SELECT count(*) FROM k;
BEGIN;
COPY k FROM STDIN;
3	in a transaction
\.
SELECT count(*) FROM k;
ROLLBACK;
SELECT count(*) FROM k;
BEGIN;
COPY k FROM STDIN;
x	in a transaction
\.
SELECT 1;
ROLLBACK;
BEGIN READ ONLY;
COPY k FROM STDIN;
ROLLBACK;
DROP TABLE t, k;
