\set QUIET on
create schema s2;
set search_path = public, s2;
create type mood as enum ('a','b'); create type comp as (x int, y text[]); create domain pos as int default 3 not null check (value > 0);
comment on type mood is 'a mood'; comment on domain pos is 'positive';
create table p (id int primary key, u text unique, c pos check (c > 5)); create table f (id serial primary key, p int references p(id) on delete cascade, arr numeric(5,2)[], m mood, n int generated always as identity, g int generated always as (id + 1) stored);
create view vv as select id, u from p;
create materialized view mv as select count(*) from f;
create function ff(a int, b text default 'x') returns int language sql as 'select a';
create function ff(a int, variadic b int[]) returns int language sql as 'select a';
create function ft(out x int, out y text) returns setof record language sql as 'select 1, ''a''';
comment on function ff(int, text) is 'first';
comment on table p is 'hello'; comment on column p.u is 'unique'; create index fi on f (p); create unique index fe on f ((p + 1)) where p > 2;
comment on index fi is 'an index'; comment on view vv is 'a view'; comment on schema s2 is 'second';
create role r1; grant select on p to r1; grant update (u) on p to r1; create sequence s2.sq increment 2 minvalue 5 maxvalue 100 cycle cache 3; create role r2 login in role r1 valid until '2030-01-01' connection limit 3;
comment on role r1 is 'a role';
alter default privileges grant select on tables to r1;
alter role r1 set work_mem = '1MB'; alter role r1 in database millrace set search_path = s2;
grant usage on schema s2 to r1; grant execute on function ft() to r1; revoke execute on function ft() from public;
alter table p enable row level security; create policy pp on p for select to r1 using (id > 3); 
create table s2.t2 (like p including all);
create table "Odd Name" ("A b" int, c char(5), d varchar(3) collate "C");
\set QUIET off
\echo == d
\d
\echo == dS
\dS
\echo == d p
\d p
\echo == d+ p
\d+ p
\echo == d f
\d f
\echo == d+ f
\d+ f
\echo == d vv
\d vv
\echo == d+ vv
\d+ vv
\echo == d mv
\d mv
\echo == d+ mv
\d+ mv
\echo == d fi
\d fi
\echo == d+ fi
\d+ fi
\echo == d fe
\d fe
\echo == d+ fe
\d+ fe
\echo == d s2.sq
\d s2.sq
\echo == d+ s2.sq
\d+ s2.sq
\echo == d comp
\d comp
\echo == d+ comp
\d+ comp
\echo == d p_pkey
\d p_pkey
\echo == d s2.*
\d s2.*
\echo == d nope
\d nope
\echo == d public.p
\d public.p
\echo == d millrace.public.p
\d millrace.public.p
\echo == d other.public.p
\d other.public.p
\echo == d a.b.c.d
\d a.b.c.d
\echo == da
\da
\echo == dA
\dA
\echo == dA b*
\dA b*
\echo == dAc btree int4
\dAc btree int4
\echo == dAc+ btree int4
\dAc+ btree int4
\echo == dAc hash text
\dAc hash text
\echo == dAc+ hash text
\dAc+ hash text
\echo == db
\db
\echo == db pg_def*
\db pg_def*
\echo == dc
\dc
\echo == dc+
\dc+
\echo == dC mood
\dC mood
\echo == dd
\dd
\echo == ddS
\ddS
\echo == dd pp
\dd pp
\echo == dd+ x
\dd+ x
\echo == ddS int4*
\ddS int4*
\echo == ddS abs
\ddS abs
\echo == dD
\dD
\echo == dD+
\dD+
\echo == dDS
\dDS
\echo == dD pos
\dD pos
\echo == ddp
\ddp
\echo == ddp r1
\ddp r1
\echo == ddp public
\ddp public
\echo == dE
\dE
\echo == dE+
\dE+
\echo == des
\des
\echo == deu
\deu
\echo == det
\det
\echo == des+
\des+
\echo == deu+
\deu+
\echo == det+
\det+
\echo == df
\df
\echo == df+
\df+
\echo == df ff
\df ff
\echo == df ff int
\df ff int
\echo == df ff int text
\df ff int text
\echo == df ff int -
\df ff int -
\echo == df * mood
\df * mood
\echo == dfa
\dfa
\echo == dfn
\dfn
\echo == dfp
\dfp
\echo == dft
\dft
\echo == dfw
\dfw
\echo == dfnt
\dfnt
\echo == dfanS lower
\dfanS lower
\echo == dfaS max int*
\dfaS max int*
\echo == df lower
\df lower
\echo == df+ ft
\df+ ft
\echo == df *.ff
\df *.ff
\echo == df pg_catalog.substr*
\df pg_catalog.substr*
\echo == dfS substr text int
\dfS substr text int
\echo == dfw
\dfw
\echo == di
\di
\echo == di f*
\di f*
\echo == dim
\dim
\echo == dl
\dl
\echo == dl+
\dl+
\echo == dm
\dm
\echo == dm m*
\dm m*
\echo == dmS
\dmS
\echo == dn s*
\dn s*
\echo == dn+ s2
\dn+ s2
\echo == do
\do
\echo == do+
\do+
\echo == doS+ @> anyarray
\doS+ @> anyarray
\echo == do - NONE int4
\do - NONE int4
\echo == dO
\dO
\echo == dO+
\dO+
\echo == dOS C
\dOS C
\echo == dO+ C
\dO+ C
\echo == dp
\dp
\echo == dp p
\dp p
\echo == z
\z
\echo == z p
\z p
\echo == zS pg_class
\zS pg_class
\echo == dpS pg_auth*
\dpS pg_auth*
\echo == dP
\dP
\echo == dP+
\dP+
\echo == dPi
\dPi
\echo == dPt
\dPt
\echo == dPn
\dPn
\echo == dPtin
\dPtin
\echo == drds r1
\drds r1
\echo == drds r1 millrace
\drds r1 millrace
\echo == drds * x
\drds * x
\echo == dRp
\dRp
\echo == dRp+
\dRp+
\echo == dRs
\dRs
\echo == dRs+
\dRs+
\echo == ds
\ds
\echo == ds *.*
\ds *.*
\echo == ds s2.sq
\ds s2.sq
\echo == dsS
\dsS
\echo == dS
\dS
\echo == dt
\dt
\echo == dtS
\dtS
\echo == dt p*
\dt p*
\echo == dt "Odd*"
\dt "Odd*"
\echo == dt *.t2
\dt *.t2
\echo == dtvmsiE
\dtvmsiE
\echo == dT
\dT
\echo == dT+
\dT+
\echo == dT mood
\dT mood
\echo == dT+ mood
\dT+ mood
\echo == dT comp
\dT comp
\echo == dT pos
\dT pos
\echo == dv
\dv
\echo == dv+
\dv+
\echo == dvS pg_r*
\dvS pg_r*
\echo == dX
\dX
\echo == dX+
\dX+
\echo == dX nope
\dX nope
\echo == dy
\dy
\echo == dy+
\dy+
\echo == dconfig work*
\dconfig work*
\echo == dconfig+ work*
\dconfig+ work*
\echo == sf ff(int,text)
\sf ff(int,text)
\echo == sf+ ff(int, text)
\sf+ ff(int, text)
\echo == sf ff
\sf ff
\echo == sf nope
\sf nope
\echo == sf ft
\sf ft
\echo == sf lower
\sf lower
\echo == sv vv
\sv vv
\echo == sv+ vv
\sv+ vv
\echo == sv p
\sv p
\echo == sv nope
\sv nope
\echo == dt Foo
\dt Foo
\echo == dt foo?
\dt foo?
\echo == dt .
\dt .
\echo == dt (
\dt (
\echo == dt p|f
\dt p|f
\echo == dt [pf]
\dt [pf]
\echo == dt public
\dt public
\echo == dt public.
\dt public.
\echo == dt public.*.
\dt public.*.
