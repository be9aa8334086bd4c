\set ECHO queries
\set SHOW_CONTEXT always
create table t (a int, b text, c numeric(6,2)); insert into t values (1,'one',1.5),(2,'two',null),(3,E'th\nree',-7);
\echo == unicode borders
\pset border 2
table t;
\pset linestyle unicode
table t;
\pset linestyle old-ascii
table t;
\pset linestyle ascii
\pset border 0
table t;
\pset border 1
\echo == formats
\pset format aligned
table t;
\pset format asciidoc
table t;
\pset format csv
table t;
\pset format html
table t;
\pset format latex
table t;
\pset format latex-longtable
table t;
\pset format troff-ms
table t;
\pset format unaligned
table t;
\pset format wrapped
\pset columns 20
table t;
\pset columns 0
\pset format aligned
\pset expanded auto
table t;
\pset expanded off
\pset fieldsep ;
\pset footer off
table t;
\pset footer on
\pset numericlocale on
select 1234567.891, 5000000000;
\pset numericlocale off
\pset recordsep '|'
\pset fieldsep_zero off
\pset null NULL
\pset tuples_only
table t;
\pset tuples_only
\pset title 'A title'
table t;
\pset title
\pset pager off
\pset xheader_width 30
\x
table t;
\x
\C head
table t;
\C
\f ,
\a
table t;
\a
\t
table t;
\t
\H
table t;
\H
\T border=1
\pset
\echo == g
select 1 as a, 'x' as b \g
select 1 as a, 'x' as b \gx
select 1 as a, 'x' as b \g (format=csv)
select 1 as a, 'x' as b \g (format=unaligned tuples_only=on)
select 1 as a, 'x' as b \gx (border=2)
select 1 as a \g out.txt
\! cat out.txt
select 1 as a \g | cat -A
select 1 as a \g (format=html) out.txt
\! cat out.txt
select 'create table x' || i || ' (a int)', 'insert into x' || i || ' values (' || i || ')' from generate_series(1,2) i \gexec
select 'select 1/0', null, 'select 5' \gexec
select * from x1 union all select * from x2;
select 1 as one, null as two, 'z' as "th ree" \gset
\echo :one :two :{?two} :"th ree"
select 1 as one, 2 as two where false \gset p_
select a, b, c from t where a = 1 \gset p_
\echo :p_a :p_b :p_c
insert into t values (4, 'four', 4) returning a \gset i_
\echo :i_a
select a, b::varchar(7), c, now() as n, array[1] as arr, row(1,2) from t \gdesc
insert into t values (1) returning a, b \gdesc
insert into t values (9) \gdesc
create table gd (a int) \gdesc
select 1/0 \gdesc
select nope \gdesc
select \gdesc
select $1::int as a, $2 as b \gdesc
select 1;
\g
\gx
\gdesc
\echo == crosstab
create table sales (y int, m int, v int); insert into sales values (2020,1,10),(2020,2,20),(2021,1,30),(2021,3,40);
select y, m, v from sales order by 1,2 \crosstabview
select y, m, v from sales order by 1,2 \crosstabview m y v
select y, m, v, -m as s from sales order by 1,2 \crosstabview y m v s
select y, to_char(make_date(2000, m, 1), 'Mon') as mon, v, m from sales order by 1 \crosstabview y mon v m
select y, m from sales \crosstabview
select y, m, v, v from sales \crosstabview
select y, m, v from sales union all select 2020, 1, 5 \crosstabview
\echo == buffer
select 1
\p
\r
\p
select 2
\w w.sql
;
\! cat w.sql
\echo == out
\o o.txt
select 'to file';
\qecho and echoed
\warn to stderr
\o
\! cat o.txt
\o | sed s/a/b/
select 'aaa';
\o
\echo -n no newline
\echo
\echo == if
\if true
\echo yes
\elif true
\echo no
\else
\echo no
\endif
\if :{?nope}
\echo no
\else
select 'else';
\endif
select count(*) = 4 as full from t \gset
\if :full
\echo four
\endif
\if wrong
\endif
\endif
\echo == vars
\set x 5
\set y 'a b' c
\echo :x :y :'y' :"y"
select :x, :'y' as ":y", :"y" from (select 1 as "a bc") s;
\unset x
select :x;
\set
\echo :ROW_COUNT :ERROR :SQLSTATE :LAST_ERROR_MESSAGE :LAST_ERROR_SQLSTATE
select 1/0;
\echo :ROW_COUNT :ERROR :SQLSTATE :LAST_ERROR_MESSAGE :LAST_ERROR_SQLSTATE
select a from t;
\echo :ROW_COUNT :ERROR :SQLSTATE :LAST_ERROR_MESSAGE :LAST_ERROR_SQLSTATE
\echo :SERVER_VERSION_NAME :SERVER_VERSION_NUM :VERSION_NUM :ENCODING :DBNAME :USER :HOST :PORT
\errverbose
\set VERBOSITY verbose
select 1/0;
\set VERBOSITY sqlstate
select 1/0;
select nope from t;
\set VERBOSITY terse
select nope from t;
\set VERBOSITY default
select nope from t;
\errverbose
\set SHOW_CONTEXT never
select nope from t;
\echo == transactions
\set ON_ERROR_ROLLBACK on
begin;
insert into t values (5);
select 1/0;
insert into t values (6);
commit;
select count(*) from t;
\set ON_ERROR_ROLLBACK off
\set AUTOCOMMIT off
insert into t values (7);
rollback;
select count(*) from t;
insert into t values (8);
commit;
select 1/0;
select 1;
rollback;
\set AUTOCOMMIT on
\set FETCH_COUNT 2
table t;
select 1/(3-a) from t where a <= 4 order by a;
select a \gx
begin;
table t;
commit;
select generate_series(1,5) as g \gset
insert into t values (10) returning a;
\unset FETCH_COUNT
\set SINGLELINE on
select 'single'
select 'line'
\unset SINGLELINE
\set SINGLESTEP off
\set ECHO_HIDDEN on
\dt
\set ECHO_HIDDEN noexec
\dt
\unset ECHO_HIDDEN
\set ECHO errors
select 1/0;
\set ECHO none
\echo == several
select 1 \; select 2 \; select 3;
\set SHOW_ALL_RESULTS off
select 1 \; select 2 \; select 3;
\set SHOW_ALL_RESULTS on
begin \; insert into t values (11) \; commit;
select 1 \; select 1/0 \; select 3;
\echo == encoding, conninfo
\encoding
\encoding
select 'é';
\encoding nope
\encoding UTF8
\conninfo
\c
\c - 
\conninfo
\conninfo
\c millrace
\c -reuse-previous=on "application_name=again"
show application_name;
\c -reuse-previous=on "dbname=millrace application_name=third"
show application_name;
create role r2 login;
\c - r2
select current_user, session_user;
\conninfo
\c - millrace
\echo == time
\timing on
\timing off
\timing
\timing
\echo == copy
\copy t to stdout
\copy t (a, b) to 't.csv' csv header
\! cat t.csv
\copy (select a, c from t where a < 3) to stdout with (format csv, header, delimiter ';')
\copy (select a from t where a < 3) to program 'sed s/1/x/'
\copy t from 'none.csv'
\copy t (a,b) from 't.csv' with csv header
\copy t (a) from program 'seq 20 22'
\copy t from stdin
30	thirty	\N
31	x	1
\.
\copy t from stdin csv
32,"a
b",
\.
\copy t from stdin
x	y	z
\.
\copy t from stdin where a > 40
40	q	1
41	q	1
\.
\copy t from pstdin
\copy nope to stdout
\copy (insert into t values (50) returning a) to stdout
\copy t to '/nonexistent/x'
\copy
\copy t
select count(*) from t;
\echo == i
\! echo "select 'included' as i;" > inc.sql
\i inc.sql
\ir inc.sql
\i nope.sql
\include inc.sql
\echo == misc
\getenv lc LC_ALL
\echo :lc
\setenv FOO bar
\! echo $FOO
\cd /
\! pwd
\prompt 'give: ' given
value
\echo :given
\nope
\dt\di
select 1 \\ select 2;
