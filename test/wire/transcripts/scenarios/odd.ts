import {B, C, copyData, copyDone, copyFail, D, E, F, H, int32, message, P, Q, run, S} from '../messages.ts';
import {type Scenario, send} from '../transcript.ts';

const who = {user: 'millrace', database: 'millrace'};

/** The binary form of a row of one int4, whose type the sender calls `oid`. */
function recordOf(oid: number, ...values: readonly number[]): Buffer {
  const fields = values.flatMap(value => [int32(oid), int32(4), int32(value)]);
  return Buffer.concat([int32(values.length), ...fields]);
}

function arrayOf(oid: number, ...values: readonly number[]): Buffer {
  const items = values.flatMap(value => [int32(4), int32(value)]);
  return Buffer.concat([int32(1), int32(0), int32(oid), int32(values.length), int32(1), ...items]);
}

/** An OID that no type of the server has, and which could be a type of its own. */
const OWN = 4_000_000;

/** Orders that no driver sends, and what drivers send only when something has gone wrong. */
export const oddScenarios: readonly Scenario[] = [
  {
    name: "odd: a parameter of its own before options'",
    startup: {...who, DateStyle: 'german', options: '-c DateStyle=sql -c IntervalStyle=iso_8601'},
    steps: [send(Q('SHOW datestyle; SHOW intervalstyle'))],
  },
  {
    name: "odd: a parameter of its own after options'",
    startup: {...who, options: '-c client_encoding=SQL_ASCII', client_encoding: 'UTF8'},
    steps: [send(Q('SHOW client_encoding'))],
  },
  {
    name: 'odd: options said twice',
    startup: {...who, options: '-c DateStyle=sql -c DateStyle=german'},
    steps: [send(Q('SHOW datestyle'))],
  },
  {
    name: 'odd: Parse of a name in use fails the block alone',
    steps: [
      send(Q('BEGIN')),
      send(P('SELECT 1', 'a'), P('SELECT 2', 'a'), S),
      send(Q('ROLLBACK')),
      send(B([], {statement: 'a'}), E(), S),
    ],
  },
  {
    name: 'odd: the unnamed statement outlives its error',
    steps: [send(P('SELECT 1'), S), send(P('SELEC'), S), send(B(), E(), S)],
  },
  {
    name: 'odd: Close of what is not there, in and out of a failed block',
    steps: [
      send(C('S', 'absent'), C('P', 'absent'), S),
      send(Q('BEGIN; SELECT absent')),
      send(C('S', 'absent'), C('P', ''), S),
      send(P('SELECT 1'), S),
      send(P('ROLLBACK'), B(), D('P'), E(), S),
    ],
  },
  {
    name: 'odd: Describe of a portal that is over',
    steps: [send(P('SELECT n FROM numbers ORDER BY n'), B(), E(), D('P'), E(), S), send(D('P'), S)],
  },
  {
    name: 'odd: Execute in a failed block of what may and may not be done',
    steps: [
      send(Q('BEGIN')),
      send(P('SELECT 1', 's'), P('COMMIT', 'c'), B([], {statement: 's', portal: 'p'}), S),
      send(Q('SELECT absent')),
      send(E('p'), S),
      send(B([], {statement: 's'}), S),
      send(D('S', 's'), S),
      send(D('S', 'c'), S),
      send(B([], {statement: 'c'}), E(), S),
    ],
  },
  {
    name: 'odd: a portal after its statement is closed',
    steps: [
      send(
        P('SELECT n FROM numbers ORDER BY n', 'x'),
        B([], {statement: 'x', portal: 'p'}),
        C('S', 'x'),
        E('p', 2),
        E('p', 1),
        S,
      ),
    ],
  },
  {
    name: 'odd: a portal of the same name twice',
    steps: [send(P('SELECT 1'), B([], {portal: 'p'}), B([], {portal: 'p'}), S), send(P('SELECT 1'), B(), B(), E(), S)],
  },
  {name: 'odd: Flush alone, and twice', steps: [send(H, H, S), send(P('SELECT 1'), H, B(), H, E(), H, S)]},
  {
    name: 'odd: row limits of what gives no rows or a tag',
    steps: [
      send(P('CREATE TEMP TABLE odd_rows (n int)'), B(), E('', 1), S),
      send(P('INSERT INTO odd_rows SELECT generate_series(1, 5) RETURNING n'), B(), E('', 2), E('', 2), E('', 2), S),
      send(Q('SELECT count(*) FROM odd_rows')),
      send(P('INSERT INTO odd_rows SELECT generate_series(1, 5) RETURNING n'), B(), E('', 2), S),
      send(Q('SELECT count(*) FROM odd_rows')),
      send(P('SHOW datestyle'), B(), E('', 1), E('', 1), S),
      send(P('EXPLAIN (COSTS OFF) SELECT 1'), B(), D('P'), S),
      send(P('FETCH 2 FROM absent'), B(), E(), S),
    ],
  },
  {
    name: 'odd: a query among extended messages',
    steps: [{bytes: Buffer.concat([P('SELECT 1'), B(), Q('SELECT 2'), E(), S]), until: 2}],
  },
  {
    name: 'odd: COPY by Execute with messages behind it',
    steps: [
      send(Q('CREATE TEMP TABLE odd_copy (n int)')),
      send(P('COPY odd_copy FROM STDIN'), B(), E(), H, copyData('1\n'), copyDone, S),
      send(P('COPY odd_copy FROM STDIN'), B(), D('P'), E(), copyData('2\n'), copyFail('enough'), S),
      send(P('COPY odd_copy FROM STDIN'), B(), E(), copyData('x\n'), copyData('3\n'), copyDone, S),
      send(P('COPY odd_copy TO STDOUT'), B(), D('P'), E('', 1), S),
      send(Q('SELECT * FROM odd_copy')),
    ],
  },
  {
    name: 'odd: COPY among others in one query',
    steps: [
      send(Q('CREATE TEMP TABLE odd_copies (n int)')),
      {
        bytes: Buffer.concat([
          Q(
            'INSERT INTO odd_copies VALUES (0); COPY odd_copies FROM STDIN; SELECT * FROM odd_copies ORDER BY n; COPY (SELECT * FROM odd_copies ORDER BY n) TO STDOUT',
          ),
          copyData('1\n'),
          copyDone,
        ]),
        until: 1,
      },
      {
        bytes: Buffer.concat([
          Q('COPY odd_copies FROM STDIN; COPY odd_copies FROM STDIN'),
          copyData('8\n'),
          copyDone,
          copyData('9\n'),
          copyFail('no'),
        ]),
        until: 1,
      },
      send(Q('SELECT * FROM odd_copies ORDER BY n')),
    ],
  },
  {name: 'odd: COPY messages out of nowhere', steps: [send(copyData('1\n'), copyDone, copyFail('x'), Q('SELECT 1'))]},
  {
    name: 'odd: Sync and Flush within COPY',
    steps: [
      send(Q('CREATE TEMP TABLE odd_sync (n int)')),
      {bytes: Buffer.concat([Q('COPY odd_sync FROM STDIN'), H, S, copyData('1\n'), S, copyDone]), until: 1},
      send(Q('SELECT * FROM odd_sync')),
    ],
  },
  {
    name: 'odd: a query within COPY',
    steps: [
      send(Q('CREATE TEMP TABLE odd_query (n int)')),
      {bytes: Buffer.concat([Q('COPY odd_query FROM STDIN'), copyData('1\n'), Q('SELECT 1')]), until: 1},
      send(Q('SELECT * FROM odd_query')),
    ],
  },
  {
    name: 'odd: element and field types of others',
    steps: [
      send(P('SELECT $1::int[]'), B([arrayOf(23, 1, 2)], {formats: [1]}), E(), S),
      send(P('SELECT $1::int[]'), B([arrayOf(25, 1, 2)], {formats: [1]}), E(), S),
      send(P('SELECT $1::int[]'), B([arrayOf(OWN, 1, 2)], {formats: [1]}), E(), S),
      send(P('SELECT $1::text[]'), B([arrayOf(OWN, 0x61626364)], {formats: [1]}), E(), S),
      send(Q('CREATE TYPE odd_pair AS (a int, b int)')),
      send(P('SELECT $1::odd_pair'), B([recordOf(23, 1, 2)], {formats: [1]}), E(), S),
      send(P('SELECT $1::odd_pair'), B([recordOf(25, 1, 2)], {formats: [1]}), E(), S),
      send(P('SELECT $1::odd_pair'), B([recordOf(OWN, 1, 2)], {formats: [1]}), E(), S),
      send(P('SELECT $1::odd_pair'), B([recordOf(23, 1)], {formats: [1]}), E(), S),
      send(Q('DROP TYPE odd_pair')),
    ],
  },
  {
    name: 'odd: types of parameters from both sides',
    steps: [
      send(P('SELECT $2, $1 + 1'), D('S'), S),
      send(P('SELECT $1, $1 || $2'), D('S'), S),
      send(P('SELECT $3'), D('S'), S),
      send(P('SELECT $1::int, $2::text, $4::date'), D('S'), S),
      send(P('SELECT $1', '', [20]), D('S'), S),
      send(P('SELECT $1::text', '', [20]), D('S'), S),
      send(P('SELECT $1', '', [0, 23]), D('S'), S),
      send(P('SELECT 1', '', [705, 25]), D('S'), S),
      send(P('SELECT n FROM numbers WHERE n = $1 OR n = ANY ($2) LIMIT $3'), D('S'), S),
      send(P('INSERT INTO people VALUES ($1, $2, $3, $4)'), D('S'), S),
      send(P('UPDATE people SET score = $1 WHERE born > $2 AND name LIKE $3'), D('S'), S),
      send(P('SELECT CASE WHEN $1 THEN $2 ELSE 1.5 END'), D('S'), S),
      send(P('SELECT $1 = $2'), D('S'), S),
      send(P('SELECT COALESCE($1, $2)'), D('S'), S),
      send(P('SELECT $1 IN (1, 2)'), D('S'), S),
      send(P("SELECT $1 AT TIME ZONE 'UTC'"), D('S'), S),
      send(P('SELECT $0'), S),
      send(P('SELECT $1::int, $1::text'), D('S'), S),
      send(P('VALUES ($1, 2), (3, $2)'), D('S'), S),
      send(P('SELECT ARRAY[$1, 2]'), D('S'), S),
    ],
  },
  {
    name: 'odd: SQL PREPARE and Parse share their names',
    steps: [
      send(Q('PREPARE both (int) AS SELECT $1')),
      send(B(['7'], {statement: 'both'}), E(), S),
      send(P('SELECT 9', 'mine'), S),
      send(Q('EXECUTE mine; DEALLOCATE mine')),
      send(B([], {statement: 'mine'}), S),
      send(Q('DEALLOCATE ALL; EXECUTE both(1)')),
    ],
  },
  {
    name: 'odd: cursors and portals share their names',
    steps: [
      send(Q('BEGIN; DECLARE c CURSOR FOR SELECT n FROM numbers ORDER BY n')),
      send(E('c', 2), S),
      send(D('P', 'c'), S),
      send(Q('FETCH 1 FROM c')),
      send(P('SELECT n FROM numbers ORDER BY n'), B([], {portal: 'mine'}), E('mine', 1), S),
      send(Q('FETCH 2 FROM mine; MOVE 1 FROM mine; CLOSE mine')),
      send(C('P', 'c'), S),
      send(Q('FETCH c')),
      send(Q('ROLLBACK')),
    ],
  },
  {
    name: 'odd: statements that cannot stand with others',
    steps: [
      send(Q('SELECT 1; VACUUM')),
      send(P('SELECT 1; SELECT 2'), S),
      send(P(''), B(), D('P'), E(), S),
      send(P(';'), D('S'), S),
      send(P('-- nothing'), B(), E('', 3), S),
      send(Q('BEGIN; COMMIT; SELECT 1; ROLLBACK')),
      send(Q('SELECT 1; BEGIN; SELECT 2')),
      send(Q('SELECT 3; COMMIT; SELECT 4')),
      send(Q('SAVEPOINT a')),
      send(Q('SELECT 1; SAVEPOINT a; SELECT absent; SELECT 2')),
      send(Q('RELEASE a')),
    ],
  },
  {
    name: 'odd: SET undone with what failed beside it',
    steps: [
      send(Q("SET application_name = 'odd'; SELECT absent")),
      send(Q('SHOW application_name')),
      send(run("SET application_name = 'odd'"), run('SELECT 1/0::int'), S),
      send(Q('SHOW application_name')),
      send(Q("BEGIN; SET application_name = 'a'; SAVEPOINT s; SET application_name = 'b'; ROLLBACK TO s; COMMIT")),
      send(Q('SHOW application_name')),
      send(Q('DISCARD ALL')),
    ],
  },
  {
    name: 'odd: messages that are too short or too long',
    steps: [send(message('D'), S), send(message('C', 'x'), S), send(message('E', 'p'), S)],
  },
  {
    name: 'odd: an unknown function called, then another query',
    steps: [send(F(999_999, []), Q('SELECT 1'))],
  },
  {
    name: 'odd: functions that wait, in FROM',
    steps: [send(run('SELECT * FROM pg_sleep(0)'), S), send(Q('SELECT * FROM pg_try_advisory_lock(77) AS got'))],
  },
];
