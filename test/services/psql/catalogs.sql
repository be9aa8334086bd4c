create type mood as enum ('a','b'); create type comp as (x int, y text[]); create domain pos as int check (value > 0);
create table p (id int primary key, u text unique, c pos check (c > 5)); create table f (id serial primary key, p int references p(id) on delete cascade, arr numeric(5,2)[], m mood, n int generated always as identity);
create view vv as select id, u from p; create function ff(a int, b text default 'x') returns int language sql as 'select a';
comment on table p is 'hello'; create index fi on f (p);
create role r1; grant select on p to r1; create schema s2; create sequence s2.sq;
\echo == d
\d
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
\echo == d s2.sq
\d s2.sq
\echo == d comp
\d comp
\echo == d+ comp
\d+ comp
\echo == dt
\dt
\echo == dt s2.*
\dt s2.*
\echo == dt *.f
\dt *.f
\echo == dv+
\dv+
\echo == dm+
\dm+
\echo == dE
\dE
\echo == df lower
\df lower
\echo == dfa
\dfa
\echo == dft
\dft
\echo == dfp
\dfp
\echo == do
\do
\echo == dT
\dT
\echo == dT+
\dT+
\echo == dT mood
\dT mood
\echo == dC mood
\dC mood
\echo == dc
\dc
\echo == dd
\dd
\echo == dO
\dO
\echo == dA
\dA
\echo == dAc btree int4
\dAc btree int4
\echo == dy
\dy
\echo == dp
\dp
\echo == dp p
\dp p
\echo == ddp
\ddp
\echo == drds
\drds
\echo == dX
\dX
\echo == dX+
\dX+
\echo == dRp
\dRp
\echo == dRp+
\dRp+
\echo == dRs
\dRs
\echo == dRs+
\dRs+
\echo == dconfig work_mem
\dconfig work_mem
\echo == dconfig+ work_mem
\dconfig+ work_mem
\echo == dP
\dP
\echo == dP+
\dP+
\echo == des
\des
\echo == des+
\des+
\echo == deu
\deu
\echo == det
\det
\echo == dl
\dl
\echo == sv vv
\sv vv
\echo == sv+ vv
\sv+ vv
\echo == z
\z
\echo == z p
\z p
\echo == gdesc
select 1 as a, 'x'::text as b, null::mood as c, '{1}'::int[] as d \gdesc
