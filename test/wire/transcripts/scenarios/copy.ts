import {copyData, copyDone, copyFail, E, P, B, Q, run, S} from '../messages.ts';
import {type Scenario, send, type Step} from '../transcript.ts';

function copies(name: string, ...steps: readonly Step[]): Scenario {
  return {
    name: `copy: ${name}`,
    steps: [
      send(Q('CREATE TABLE copied (a int, b varchar(5), c date)')),
      ...steps,
      send(Q('ROLLBACK; DROP TABLE copied')),
    ],
  };
}

/** COPY with its data right behind it. */
function given(sql: string, ...data: readonly string[]): Step {
  return {bytes: Buffer.concat([Q(sql), ...data.map(copyData), copyDone]), until: 1};
}

export const copyScenarios: readonly Scenario[] = [
  copies(
    'in',
    given('COPY copied FROM STDIN', '1\tx\t2020-01-01\n', '2\t\\N\t\\N\n3', '\ty\\tz\t\\N\n', '\\.\n'),
    send(Q('SELECT * FROM copied ORDER BY a')),
    given("COPY copied (b, a) FROM STDIN WITH (FORMAT csv, HEADER, NULL '-')", 'b,a\n"q""q",4\n-,5\n'),
    send(Q('COPY copied TO STDOUT')),
    given('COPY copied FROM STDIN'),
  ),
  copies(
    'in, and no more after the mark',
    given('COPY copied FROM STDIN', '1\tx\t\\N\n\\.\n2\ty\t\\N\n'),
    send(Q('SELECT count(*) FROM copied')),
  ),
  copies(
    'in, wrong values',
    given('COPY copied FROM STDIN', '1\tx\t2020-01-01\nx\ty\t\\N\n'),
    given('COPY copied FROM STDIN', '1\tx\t2020-13-01\n'),
    given('COPY copied FROM STDIN', '1\tlonger than that\t\\N\n'),
    given('COPY copied FROM STDIN', '1\tx\n'),
    given('COPY copied FROM STDIN', '1\tx\t\\N\tmore\n'),
    given('COPY copied FROM STDIN (FORMAT csv)', '1,"x,\\N\n'),
    given('COPY copied FROM STDIN (FORMAT csv)', '1,x,2020-01-01\n\n2,y\n'),
    given('COPY copied FROM STDIN (FORMAT csv, HEADER match)', 'a,x,c\n'),
    given('COPY copied FROM STDIN', '\\N\n'),
    given('COPY copied FROM STDIN (FORMAT binary)', 'not binary at all'),
    send(Q('SELECT count(*) FROM copied')),
  ),
  copies(
    'in, constraints',
    send(Q('CREATE TABLE strict (a int PRIMARY KEY, b int NOT NULL CHECK (b > 0))')),
    given('COPY strict FROM STDIN', '1\t1\n2\t\\N\n'),
    given('COPY strict FROM STDIN', '1\t1\n2\t0\n'),
    given('COPY strict FROM STDIN', '1\t1\n1\t2\n'),
    send(Q('DROP TABLE strict')),
  ),
  copies(
    'fail',
    {bytes: Buffer.concat([Q('COPY copied FROM STDIN'), copyData('1\tx\t\\N\n'), copyFail('no more')]), until: 1},
    send(Q('SELECT count(*) FROM copied')),
  ),
  copies('refused at once', given('COPY nowhere FROM STDIN', '1\n'), send(Q('SELECT 1'))),
  copies('something else', {bytes: Buffer.concat([Q('COPY copied FROM STDIN'), P('SELECT 1')]), until: {ms: 500}}),
  copies('a query instead', {bytes: Buffer.concat([Q('COPY copied FROM STDIN'), Q('SELECT 1')]), until: {ms: 500}}),
  copies(
    'extended',
    {bytes: Buffer.concat([P('COPY copied FROM STDIN'), B(), E(), S]), until: {ms: 400}},
    {bytes: Buffer.concat([copyData('1\tx\t\\N\n'), copyDone, S]), until: 1},
    send(run('COPY copied TO STDOUT'), S),
  ),
  copies(
    'extended, with an error',
    {bytes: Buffer.concat([P('COPY copied FROM STDIN'), B(), E()]), until: {ms: 400}},
    {bytes: Buffer.concat([copyData('x\n'), copyDone, S]), until: 1},
  ),
  copies(
    'in a transaction',
    send(Q('BEGIN')),
    given('COPY copied FROM STDIN', '1\tx\t\\N\n'),
    given('COPY copied FROM STDIN', 'x\n'),
    send(Q('SELECT 1')),
  ),
  copies('among other statements', {
    bytes: Buffer.concat([
      Q('SELECT 1; COPY copied FROM STDIN; SELECT count(*) FROM copied'),
      copyData('1\tx\t\\N\n'),
      copyDone,
    ]),
    until: 1,
  }),
  copies(
    'out',
    send(Q('COPY people TO STDOUT')),
    send(Q('COPY (SELECT id, name, NULL FROM people ORDER BY id) TO STDOUT WITH (FORMAT csv, HEADER)')),
    send(Q("COPY (SELECT 1, 2::int8, 'x'::text, NULL::int) TO STDOUT (FORMAT binary)")),
    send(Q('COPY (SELECT 1/0) TO STDOUT')),
    send(Q('COPY (SELECT 1 WHERE false) TO STDOUT')),
    send(Q("COPY (SELECT E'a\\tb\\nc\\\\d', '') TO STDOUT")),
    send(Q("COPY (SELECT E'a,\"b\\n', '') TO STDOUT (FORMAT csv, FORCE_QUOTE *)")),
    send(Q("COPY people TO STDOUT (DELIMITER 'ab')")),
    send(Q('COPY nowhere TO STDOUT')),
  ),
];
