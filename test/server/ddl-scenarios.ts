/** What became of the statements of several sessions: see test/support/interleaving.ts. */
export type Scenario = {readonly name: string; readonly setup?: string; readonly steps: readonly string[]};

/**
 * As PostgreSQL 15 answers to the same statements, where no comment says otherwise. A name that is taken once its maker has committed is
 * told by the name here, and by the index that it stands in there; and what PostgreSQL lets go though somebody is building on it
 * (types, functions, sequences) is waited for here.
 */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a table with rows, and a type that goes',
    setup: "CREATE TYPE mood AS ENUM ('a')",
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE t (m mood) → CREATE',
      // PostgreSQL: DROP
      'b: DROP TYPE mood → waits',
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … null
      'b … 2BP01 cannot drop type mood because other objects depend on it',
      // PostgreSQL: XX000 cache lookup failed for type 17169
      "c: INSERT INTO t VALUES ('a') → INSERT",
    ],
  },
  {
    name: 'view of a view',
    setup: 'CREATE TABLE t (x int); CREATE VIEW v AS SELECT * FROM t',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE MATERIALIZED VIEW m AS SELECT x FROM v → SELECT',
      // PostgreSQL: waits
      'b: ALTER TABLE t ALTER COLUMN x TYPE text → 0A000 cannot alter type of a column used by a view or rule',
      'a: ROLLBACK → ROLLBACK',
    ],
  },
  {
    name: 'replaced view',
    setup: 'CREATE TABLE t (x int); CREATE VIEW v AS SELECT x FROM t',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE OR REPLACE VIEW v AS SELECT x, x + 1 AS y FROM t → CREATE',
      'b: CREATE VIEW w AS SELECT * FROM v → waits',
      'a: COMMIT → COMMIT',
      'b … CREATE',
      'b: SELECT * FROM w → []',
    ],
  },
  {
    name: 'ctas',
    setup: 'CREATE TABLE t AS SELECT 1 AS x',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE u AS SELECT * FROM t → SELECT',
      // PostgreSQL: waits
      'b: ALTER TABLE t ADD COLUMN y int → ALTER',
      'a: COMMIT → COMMIT',
      'b: SELECT * FROM t, u → [[1,null,1]]',
    ],
  },
  {
    name: 'alter sees',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE mine (x int) → CREATE',
      'b: ALTER TABLE t ADD COLUMN y int → ALTER',
      'a: SELECT * FROM t → []',
      'a: CREATE VIEW v AS SELECT y FROM t → CREATE',
      'a: COMMIT → COMMIT',
      'b: SELECT * FROM v → []',
    ],
  },
  {
    name: 'rename twice',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: ALTER TABLE t RENAME TO u → ALTER',
      'b: ALTER TABLE t RENAME TO w → waits',
      'a: COMMIT → COMMIT',
      'b … 42P01 relation "t" does not exist',
      'c: SELECT * FROM u → []',
    ],
  },
  {
    name: 'drop twice',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP TABLE t → DROP',
      'b: DROP TABLE IF EXISTS t → waits',
      'a: COMMIT → COMMIT',
      'b … DROP',
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE t (x int) → CREATE',
      'a: ROLLBACK → ROLLBACK',
    ],
  },
  {
    name: 'drop and make',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP TABLE t → DROP',
      'a: CREATE TABLE t (y text) → CREATE',
      'b: ALTER TABLE t ADD COLUMN z int → waits',
      'c: INSERT INTO t VALUES (1) → waits',
      'a: COMMIT → COMMIT',
      'b … ALTER',
      'c … INSERT',
      'b: SELECT * FROM t → [["1",null]]',
    ],
  },
  {
    name: 'prepared',
    setup: 'CREATE TABLE t (x int); INSERT INTO t VALUES (1)',
    steps: [
      'b: PREPARE p AS SELECT * FROM t → PREPARE',
      'b: EXECUTE p → [[1]]',
      'a: BEGIN → BEGIN',
      'a: ALTER TABLE t RENAME COLUMN x TO y → ALTER',
      'a: COMMIT → COMMIT',
      'b: EXECUTE p → 0A000 cached plan must not change result type',
      'a: BEGIN → BEGIN',
      'a: DROP TABLE t → DROP',
      'a: COMMIT → COMMIT',
      'b: EXECUTE p → 42P01 relation "t" does not exist',
    ],
  },
  {
    name: 'locks shown',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP TABLE t → DROP',
      `c: SELECT locktype, relation::regclass, mode, granted FROM pg_locks WHERE locktype = 'relation' AND relation = 't'::regclass → [["relation","t","AccessExclusiveLock",true]]`,
      'b: ALTER TABLE t ADD COLUMN y int → waits',
      `c: SELECT locktype, relation::regclass, mode, granted FROM pg_locks WHERE locktype = 'relation' AND relation = 't'::regclass ORDER BY granted → [["relation","t","AccessExclusiveLock",false],["relation","t","AccessExclusiveLock",true]]`,
      'a: ROLLBACK → ROLLBACK',
      'b … ALTER',
    ],
  },
  {
    name: 'waiting for a name is shown',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE t (x int) → CREATE',
      'b: CREATE TABLE t (x int) → waits',
      'c: SELECT locktype, mode FROM pg_locks WHERE NOT granted → [["transactionid","ShareLock"]]',
      'a: ROLLBACK → ROLLBACK',
      'b … CREATE',
    ],
  },
  {
    name: 'truncate',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: TRUNCATE t → TRUNCATE',
      // PostgreSQL: waits
      'b: ALTER TABLE t ADD COLUMN y int → ALTER',
      'a: COMMIT → COMMIT',
    ],
  },
  {
    name: 'domain and default',
    setup: 'CREATE DOMAIN d AS int; CREATE SEQUENCE s1',
    steps: [
      'a: BEGIN → BEGIN',
      "a: CREATE TABLE t (x d, y int DEFAULT nextval('s1')) → CREATE",
      // PostgreSQL: DROP
      'b: DROP DOMAIN d → waits',
      // PostgreSQL: DROP
      'c: DROP SEQUENCE s1 → waits',
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … null
      'b … 2BP01 cannot drop type d because other objects depend on it',
      // PostgreSQL: c … null
      'c … 2BP01 cannot drop sequence s1 because other objects depend on it',
    ],
  },
  {
    name: 'functions used',
    setup: "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE VIEW v AS SELECT f(1) → CREATE',
      // PostgreSQL: DROP
      'b: DROP FUNCTION f(int) → waits',
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … null
      'b … 2BP01 cannot drop function f(integer) because other objects depend on it',
    ],
  },
  {
    name: 'roles side by side',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE ROLE ddl_r → CREATE',
      'b: CREATE TABLE t (x int) → CREATE',
      'a: COMMIT → COMMIT',
      'b: GRANT SELECT ON t TO ddl_r → GRANT',
      'a: DROP TABLE t → DROP',
      'a: DROP ROLE ddl_r → DROP',
    ],
  },
  {
    name: 'a failed statement and its savepoint',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: SAVEPOINT s → SAVEPOINT',
      'a: ALTER TABLE t ADD COLUMN y int → ALTER',
      'a: CREATE TABLE t (x int) → 42P07 relation "t" already exists',
      'b: ALTER TABLE t ADD COLUMN z int → ALTER',
      'a: ROLLBACK TO s → ROLLBACK',
      'a: SELECT * FROM t → []',
      'a: COMMIT → COMMIT',
    ],
  },
  {
    name: 'serializable',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN ISOLATION LEVEL REPEATABLE READ → BEGIN',
      'a: SELECT 1 → [[1]]',
      'b: CREATE TABLE u (x int) → CREATE',
      'a: CREATE TABLE w (x int) → CREATE',
      'a: SELECT * FROM u → []',
      'a: COMMIT → COMMIT',
    ],
  },
  {
    name: 'different tables are made side by side',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE ta (x int) → CREATE',
      'b: BEGIN → BEGIN',
      'b: CREATE TABLE tb (x int) → CREATE',
      'c: CREATE TABLE tc (x int) → CREATE',
      'b: CREATE INDEX ON tb (x) → CREATE',
      'a: INSERT INTO ta VALUES (1) → INSERT',
      'b: INSERT INTO tb SELECT 2 → INSERT',
      'b: COMMIT → COMMIT',
      'a: SELECT x FROM tb → [[2]]',
      'a: COMMIT → COMMIT',
      'c: SELECT ta.x, tb.x FROM ta, tb → [[1,2]]',
    ],
  },
  {
    name: 'temporary ones never meet',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TEMP TABLE tt (x int) → CREATE',
      'b: BEGIN → BEGIN',
      'b: CREATE TEMP TABLE tt (y text) → CREATE',
      'c: CREATE TEMP TABLE tt AS SELECT 1 AS z → SELECT',
      'a: DROP TABLE tt → DROP',
      "b: INSERT INTO tt VALUES ('b') → INSERT",
      'b: SELECT * FROM tt → [["b"]]',
      'b: ROLLBACK → ROLLBACK',
      'b: SELECT * FROM tt → 42P01 relation "tt" does not exist',
      'c: SELECT * FROM tt → [[1]]',
      'a: COMMIT → COMMIT',
    ],
  },
  {
    name: 'the same name waits, and is taken',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE n (x int) → CREATE',
      'b: CREATE TABLE n (y int) → waits',
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … 23505 duplicate key value violates unique constraint "pg_type_typname_nsp_index"
      'b … 42P07 relation "n" already exists',
    ],
  },
  {
    name: 'the same name waits, and is free',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE n (x int) → CREATE',
      'b: CREATE TABLE n (y int) → waits',
      'a: ROLLBACK → ROLLBACK',
      'b … CREATE',
      'c: SELECT y FROM n → []',
    ],
  },
  {
    name: 'IF NOT EXISTS',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE n (x int) → CREATE',
      'b: CREATE TABLE IF NOT EXISTS n (y int) → waits',
      'a: ROLLBACK → ROLLBACK',
      'b … CREATE',
      'c: SELECT y FROM n → []',
    ],
  },
  {
    name: 'a view keeps its table',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE VIEW v AS SELECT x FROM t → CREATE',
      'b: DROP TABLE t → waits',
      'a: COMMIT → COMMIT',
      'b … 2BP01 cannot drop table t because other objects depend on it',
    ],
  },
  {
    name: 'a table that goes keeps others from it',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP TABLE t → DROP',
      'b: CREATE VIEW v AS SELECT x FROM t → waits',
      'a: COMMIT → COMMIT',
      'b … 42P01 relation "t" does not exist',
    ],
  },
  {
    name: 'a table that goes and comes back',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP TABLE t → DROP',
      'b: CREATE VIEW v AS SELECT x FROM t → waits',
      'a: ROLLBACK → ROLLBACK',
      'b … CREATE',
      'b: SELECT * FROM v → []',
    ],
  },
  {
    name: 'a writer is waited for',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: INSERT INTO t VALUES (1) → INSERT',
      'b: ALTER TABLE t ADD COLUMN y int DEFAULT 7 → waits',
      'a: INSERT INTO t VALUES (2) → INSERT',
      'a: COMMIT → COMMIT',
      'b … ALTER',
      'b: SELECT * FROM t ORDER BY x → [[1,7],[2,7]]',
    ],
  },
  {
    name: 'a writer waits',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: ALTER TABLE t ADD COLUMN y int DEFAULT 7 → ALTER',
      'b: INSERT INTO t VALUES (1) → waits',
      'a: COMMIT → COMMIT',
      'b … INSERT',
      'b: SELECT * FROM t ORDER BY x → [[1,7]]',
    ],
  },
  {
    name: 'a writer waits for nothing',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP TABLE t → DROP',
      'b: INSERT INTO t VALUES (1) → waits',
      'a: COMMIT → COMMIT',
      'b … 42P01 relation "t" does not exist',
    ],
  },
  {
    name: 'deadlock',
    setup: 'CREATE TABLE t1 (x int); CREATE TABLE t2 (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'b: BEGIN → BEGIN',
      'a: ALTER TABLE t1 ADD COLUMN y int → ALTER',
      'b: ALTER TABLE t2 ADD COLUMN y int → ALTER',
      'b: ALTER TABLE t1 ADD COLUMN z int → waits',
      'a: ALTER TABLE t2 ADD COLUMN z int → 40P01 deadlock detected',
      'b … ALTER',
      'b: COMMIT → COMMIT',
      'a: COMMIT → ROLLBACK',
      'c: SELECT * FROM t1, t2 → []',
    ],
  },
  {
    name: 'deadlock of rows and tables',
    setup: 'CREATE TABLE t1 (x int); INSERT INTO t1 VALUES (1); CREATE TABLE t2 (x int); INSERT INTO t2 VALUES (1)',
    steps: [
      'a: BEGIN → BEGIN',
      'b: BEGIN → BEGIN',
      'a: UPDATE t1 SET x = 2 → UPDATE',
      'b: UPDATE t2 SET x = 2 → UPDATE',
      'b: DROP TABLE t1 → waits',
      'a: UPDATE t2 SET x = 3 → 40P01 deadlock detected',
      'a: ROLLBACK → ROLLBACK',
      'b … DROP',
      'b: COMMIT → COMMIT',
    ],
  },
  {
    name: 'names in a circle',
    steps: [
      'a: BEGIN → BEGIN',
      'b: BEGIN → BEGIN',
      'a: CREATE TABLE n1 (x int) → CREATE',
      'b: CREATE TABLE n2 (x int) → CREATE',
      'b: CREATE TABLE n1 (x int) → waits',
      'a: CREATE TABLE n2 (x int) → 40P01 deadlock detected',
      'a: ROLLBACK → ROLLBACK',
      'b … CREATE',
      'b: COMMIT → COMMIT',
    ],
  },
  {
    name: 'savepoint gives back',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE kept (x int) → CREATE',
      'a: SAVEPOINT s → SAVEPOINT',
      'a: DROP TABLE t → DROP',
      'a: CREATE TABLE gone (x int) → CREATE',
      'b: CREATE TABLE gone (y int) → waits',
      'a: ROLLBACK TO s → ROLLBACK',
      'b … CREATE',
      'b: DROP TABLE t → DROP',
      'b: CREATE TABLE kept (y int) → waits',
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … 23505 duplicate key value violates unique constraint "pg_type_typname_nsp_index"
      'b … 42P07 relation "kept" already exists',
      'c: SELECT * FROM kept, gone → []',
    ],
  },
  {
    name: 'failed transaction holds nothing',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP TABLE t → DROP',
      'a: SELECT 1 / 0 → 22012 division by zero',
      'b: ALTER TABLE t ADD COLUMN y int → ALTER',
      'a: ROLLBACK → ROLLBACK',
      'c: SELECT * FROM t → []',
    ],
  },
  {
    name: 'foreign key',
    setup: 'CREATE TABLE p (k int PRIMARY KEY)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE ch (k int REFERENCES p) → CREATE',
      'b: DROP TABLE p → waits',
      'a: COMMIT → COMMIT',
      'b … 2BP01 cannot drop table p because other objects depend on it',
    ],
  },
  {
    name: 'schema',
    setup: 'CREATE SCHEMA sc',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE sc.t (x int) → CREATE',
      'b: DROP SCHEMA sc → waits',
      'a: COMMIT → COMMIT',
      'b … 2BP01 cannot drop schema sc because other objects depend on it',
    ],
  },
  {
    name: 'schema goes',
    setup: 'CREATE SCHEMA sc',
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP SCHEMA sc → DROP',
      'b: CREATE TABLE sc.t (x int) → waits',
      'a: COMMIT → COMMIT',
      'b … 3F000 schema "sc" does not exist',
    ],
  },
  {
    name: 'type',
    setup: "CREATE TYPE mood AS ENUM ('a')",
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP TYPE mood → DROP',
      'b: CREATE TYPE other AS ENUM () → CREATE',
      'b: CREATE TYPE mood AS ENUM () → 42710 type "mood" already exists',
      'a: COMMIT → COMMIT',
    ],
  },
  {
    name: 'types of the same name',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TYPE mood AS ENUM () → CREATE',
      'b: CREATE TYPE mood AS ENUM () → waits',
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … 23505 duplicate key value violates unique constraint "pg_type_typname_nsp_index"
      'b … 42710 type "mood" already exists',
    ],
  },
  {
    name: 'functions',
    steps: [
      'a: BEGIN → BEGIN',
      "a: CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1' → CREATE",
      "b: CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 2' → CREATE",
      "b: CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 3' → waits",
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … 23505 duplicate key value violates unique constraint "pg_proc_proname_args_nsp_index"
      'b … 42723 function "f" already exists with same argument types',
      'c: SELECT f(1) → [[1]]',
    ],
  },
  {
    name: 'sequences',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE SEQUENCE s1 → CREATE',
      'b: CREATE SEQUENCE s2 → CREATE',
      'b: CREATE SEQUENCE s1 → waits',
      'a: ROLLBACK → ROLLBACK',
      'b … CREATE',
      `c: SELECT nextval('s1') → [["1"]]`,
    ],
  },
  {
    name: 'schemas',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE SCHEMA s1 → CREATE',
      'b: CREATE SCHEMA s2 → CREATE',
      'b: CREATE SCHEMA s1 → waits',
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … 23505 duplicate key value violates unique constraint "pg_namespace_nspname_index"
      'b … 42P06 schema "s1" already exists',
    ],
  },
  {
    name: 'renames',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: ALTER TABLE t RENAME TO u → ALTER',
      'b: CREATE TABLE t (x int) → 42P07 relation "t" already exists',
      'b: CREATE TABLE u (x int) → waits',
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … 23505 duplicate key value violates unique constraint "pg_type_typname_nsp_index"
      'b … 42P07 relation "u" already exists',
      'b: CREATE TABLE t (z int) → CREATE',
    ],
  },
  {
    name: 'grants',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE VIEW v AS SELECT * FROM t → CREATE',
      'b: GRANT SELECT ON t TO PUBLIC → GRANT',
      "b: COMMENT ON TABLE t IS 'x' → COMMENT",
      'b: CREATE INDEX i ON t (x) → CREATE',
      'a: COMMIT → COMMIT',
    ],
  },
  {
    name: 'two views of a table',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE VIEW v AS SELECT * FROM t → CREATE',
      'b: BEGIN → BEGIN',
      'b: CREATE VIEW w AS SELECT * FROM t → CREATE',
      'c: CREATE MATERIALIZED VIEW m AS SELECT * FROM t → SELECT',
      'b: COMMIT → COMMIT',
      'a: COMMIT → COMMIT',
      'c: DROP TABLE t → 2BP01 cannot drop table t because other objects depend on it',
    ],
  },
  {
    name: 'a view that goes',
    setup: 'CREATE TABLE t (x int); CREATE VIEW v AS SELECT * FROM t',
    steps: [
      'a: BEGIN → BEGIN',
      'a: DROP VIEW v → DROP',
      // PostgreSQL: waits
      'b: DROP TABLE t → 2BP01 cannot drop table t because other objects depend on it',
      'a: COMMIT → COMMIT',
    ],
  },
  {
    name: 'three in a row',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'b: BEGIN → BEGIN',
      'c: BEGIN → BEGIN',
      'a: ALTER TABLE t ADD COLUMN a int → ALTER',
      'b: ALTER TABLE t ADD COLUMN b int → waits',
      'c: ALTER TABLE t ADD COLUMN c int → waits',
      'a: COMMIT → COMMIT',
      'b … ALTER',
      'b: COMMIT → COMMIT',
      'c … ALTER',
      'c: COMMIT → COMMIT',
      'a: SELECT * FROM t → []',
    ],
  },
  {
    name: 'roles',
    setup: 'CREATE ROLE ddl_r',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE TABLE t (x int) → CREATE',
      'a: ALTER TABLE t OWNER TO ddl_r → ALTER',
      'b: DROP ROLE ddl_r → waits',
      'a: COMMIT → COMMIT',
      'b … 2BP01 role "ddl_r" cannot be dropped because some objects depend on it',
      'c: DROP TABLE t → DROP',
      'c: DROP ROLE ddl_r → DROP',
    ],
  },
  {
    name: 'index names',
    setup: 'CREATE TABLE t1 (x int); CREATE TABLE t2 (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE INDEX i ON t1 (x) → CREATE',
      'b: CREATE INDEX i ON t2 (x) → waits',
      'a: COMMIT → COMMIT',
      // PostgreSQL: b … 23505 duplicate key value violates unique constraint "pg_class_relname_nsp_index"
      'b … 42P07 relation "i" already exists',
    ],
  },
  {
    name: 'indexes of one table',
    setup: 'CREATE TABLE t1 (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: CREATE INDEX i ON t1 (x) → CREATE',
      // PostgreSQL: CREATE
      'b: CREATE INDEX j ON t1 (x) → waits',
      'a: COMMIT → COMMIT',
    ],
  },
  {
    name: 'unique index and writer',
    setup: 'CREATE TABLE t (x int)',
    steps: [
      'a: BEGIN → BEGIN',
      'a: INSERT INTO t VALUES (1) → INSERT',
      'b: CREATE UNIQUE INDEX i ON t (x) → waits',
      'a: INSERT INTO t VALUES (1) → INSERT',
      'a: COMMIT → COMMIT',
      'b … 23505 could not create unique index "i"',
    ],
  },
];
