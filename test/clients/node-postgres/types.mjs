// Connects with node-postgres and reads and writes every SQL type: through parameters, prepared or not, from
// a table and from a view over it. Expected values are what PostgreSQL 15 gives.
import pg from 'pg';

const text = value => value;
pg.types.setTypeParser(pg.types.builtins.DATE, text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, text);
pg.types.setTypeParser(pg.types.builtins.INTERVAL, text);

let passed = 0;
let failed = 0;
function check(what, actual, expected) {
  const [a, e] = [actual, expected].map(value =>
    JSON.stringify(value, (_key, v) =>
      Object.is(v, -0) ? '-0' : typeof v === 'number' && !Number.isFinite(v) ? String(v) : v,
    ),
  );
  if (a === e) return void passed++;
  failed++;
  console.log(`FAILED ${what}: ${a} and not ${e}`);
}

/** [type, what is written, what node-postgres makes of it] */
const values = [
  ['boolean', true, true],
  ['boolean', 'off', false],
  ['smallint', -32768, -32768],
  ['integer', 2147483647, 2147483647],
  ['bigint', '-9223372036854775808', '-9223372036854775808'],
  ['real', 1.5, 1.5],
  ['real', 'NaN', NaN],
  ['double precision', 0.1, 0.1],
  ['double precision', '-Infinity', -Infinity],
  ['double precision', '-0', -0],
  ['numeric', '12345678901234567890.012345678901234567890', '12345678901234567890.012345678901234567890'],
  ['numeric', 'NaN', 'NaN'],
  ['numeric(6,2)', '-1234.555', '-1234.56'],
  ['numeric(30,10)', '1e19', '10000000000000000000.0000000000'],
  ['text', 'naïve 😀 "quoted" \\ \n', 'naïve 😀 "quoted" \\ \n'],
  ['text', '', ''],
  ['varchar(5)', 'abc', 'abc'],
  ['bytea', Buffer.from([0, 1, 254, 255]), {type: 'Buffer', data: [0, 1, 254, 255]}],
  ['bytea', Buffer.alloc(0), {type: 'Buffer', data: []}],
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '0044-03-15 BC', '0044-03-15 BC'],
  ['date', 'infinity', 'infinity'],
  ['time', '23:59:59.999999', '23:59:59.999999'],
  ['timestamp', '1999-12-31 23:59:59.5', '1999-12-31 23:59:59.5'],
  ['timestamptz', '2024-07-01T12:00:00+02:00', '2024-07-01 10:00:00+00'],
  ['interval', '1 year 2 mons -3 days 04:05:06.789', '1 year 2 mons -3 days +04:05:06.789'],
  ['uuid', 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
  ['jsonb', {b: [1, 2.5, null], a: {é: true}}, {a: {é: true}, b: [1, 2.5, null]}],
  ['integer[]', [1, null, -3], [1, null, -3]],
  ['text[]', ['a,b', 'c "d"', '', null, 'NULL'], ['a,b', 'c "d"', '', null, 'NULL']],
  ['numeric(6,2)[]', ['1.5', '2'], [1.5, 2]],
  ['uuid[]', [], []],
];

const client = new pg.Client({connectionString: process.env.PGURL});
await client.connect();
await client.query("SET TimeZone = 'UTC'");

const column = (_value, i) => `c${i}`;
await client.query('DROP TABLE IF EXISTS node_types CASCADE');
await client.query(`CREATE TABLE node_types (id int, ${values.map(([type], i) => `c${i} ${type}`).join(', ')})`);
await client.query('CREATE MATERIALIZED VIEW node_types_view AS SELECT * FROM node_types');
const places = values.map((_value, i) => `$${i + 2}`).join(', ');
const written = values.map(([type, value]) => (type === 'jsonb' ? JSON.stringify(value) : value));
for (const [id, row] of [
  [1, written],
  [2, written.map(() => null)],
]) {
  const result = await client.query(`INSERT INTO node_types VALUES ($1, ${places})`, [id, ...row]);
  check('the command tag', [result.command, result.rowCount], ['INSERT', 1]);
}
if (process.env.SERVER === 'postgresql') await client.query('REFRESH MATERIALIZED VIEW node_types_view');

for (const relation of ['node_types', 'node_types_view']) {
  const {rows, fields} = await client.query(`SELECT * FROM ${relation} ORDER BY id`);
  check(`columns of ${relation}`, fields.length, values.length + 1);
  values.forEach(([type, , expected], i) => {
    check(`${type} in ${relation}`, rows[0][column(null, i)], expected);
    check(`NULL ${type} in ${relation}`, rows[1][column(null, i)], null);
  });
}

for (const [i, [type, , expected]] of values.entries()) {
  const query = {text: `SELECT $1::${type} AS v, $2::int AS n`, values: [written[i], i]};
  check(`${type} as a parameter`, (await client.query(query)).rows, [{v: expected, n: i}]);
  const named = {...query, name: `v ${type} ${i}`};
  for (const time of ['first', 'second'])
    check(`${type} prepared, ${time} time`, (await client.query(named)).rows, [{v: expected, n: i}]);
  const {rows} = await client.query(
    `SELECT count(*)::int AS n FROM node_types WHERE c${i} IS NOT DISTINCT FROM $1::${type}`,
    [written[i]],
  );
  check(`${type} found by a parameter`, rows, [{n: 1}]);
}

async function failure(text, parameters) {
  try {
    await client.query(text, parameters);
    return 'no error';
  } catch (error) {
    return [error.code, error.severity, error.position ?? null];
  }
}
check('an undefined column', await failure('SELECT nothing FROM node_types'), ['42703', 'ERROR', '8']);
check('a parameter that is no number', await failure('SELECT $1::int', ['x']), ['22P02', 'ERROR', null]);
check('too few parameters', await failure('SELECT $1::int + $2::int', ['1']), ['08P01', 'ERROR', null]);
check('the connection lives', (await client.query('SELECT 1 AS one')).rows, [{one: 1}]);
const both = await client.query('SELECT 1 AS a; SELECT 2 AS b');
check(
  'two statements',
  both.map(({rows}) => rows),
  [[{a: 1}], [{b: 2}]],
);
const many = await client.query("SELECT g, repeat('x', g % 100) AS t FROM generate_series(1, 20000) g");
check('many rows', [many.rowCount, many.rows[19_998].t.length], [20_000, 99]);

await client.query('DROP TABLE node_types CASCADE');
await client.end();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
