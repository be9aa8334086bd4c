import {describe, expect, test} from 'vitest';
import {parseExpression, parseStatements} from '../../src/sql/parse/index.ts';
import {printExpression, printStatement} from '../../src/sql/print/index.ts';
import {attempt, corpus, expectRoundTrip, withoutPlaces} from './support.ts';

function parseOne(sql: string) {
  return withoutPlaces(parseStatements(sql)[0]);
}

describe('streaming statements', () => {
  test.each(corpus('streaming'))('%s', sql => {
    const statements = parseStatements(sql);
    expect(statements).toHaveLength(1);
    expectRoundTrip(statements[0], null, sql);
  });

  test('both forms of CREATE SOURCE give the same connector and options', () => {
    const ours = parseOne("CREATE SOURCE s (a int) FROM KAFKA (TOPIC 't', START earliest) FORMAT JSON");
    const theirs = parseOne(
      "CREATE SOURCE s (a int) WITH (connector = 'kafka', topic = 't', start = earliest) FORMAT JSON",
    );
    expect(ours).toMatchObject({
      kind: 'create_source',
      connector: 'kafka',
      generator: null,
      options: [
        {name: 'topic', value: {kind: 'string', value: 't'}},
        {name: 'start', value: {kind: 'option_word', word: 'earliest'}},
      ],
      format: {format: null, encode: 'json', options: []},
    });
    expect({...(theirs as object), syntax: 'from'}).toEqual(ours);
  });

  test('dotted option names keep their dots, FORMAT … ENCODE … is told apart', () => {
    const source = parseOne(
      "CREATE SOURCE s (id int) WITH (connector='kafka', properties.bootstrap.server='b', scan.startup.mode='earliest') FORMAT PLAIN ENCODE JSON (x = 1)",
    );
    expect(source).toMatchObject({
      syntax: 'with',
      connector: 'kafka',
      options: [{name: 'properties.bootstrap.server'}, {name: 'scan.startup.mode'}],
      format: {format: 'plain', encode: 'json', options: [{name: 'x', value: {kind: 'integer', text: '1'}}]},
    });
  });

  test('a watermark and a load generator', () => {
    expect(
      parseOne(
        "CREATE SOURCE s (ts timestamp, WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) FROM LOAD GENERATOR NEXMARK (RATE 10)",
      ),
    ).toMatchObject({
      connector: 'load generator',
      generator: 'nexmark',
      elements: [{kind: 'column_definition'}, {kind: 'watermark', column: 'ts', expression: {kind: 'binary'}}],
    });
  });

  test('>> closes two structs', () => {
    expect(parseExpression('a::STRUCT<b int, c STRUCT<d text[]>>[]')).toMatchObject({
      kind: 'cast',
      type: {
        arrayBounds: [-1],
        struct: [{name: 'b'}, {name: 'c', type: {struct: [{name: 'd', type: {names: ['text'], arrayBounds: [-1]}}]}}],
      },
    });
  });

  test('window functions take a name, TABLE, DESCRIPTOR or a query first', () => {
    const simple = parseOne("SELECT * FROM TUMBLE(bids, ts, INTERVAL '1' MINUTE) w");
    const flink = parseOne("SELECT * FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) w");
    expect(flink).toEqual(simple);
    expect(simple).toMatchObject({
      body: {
        from: [
          {
            kind: 'window_table',
            function: 'tumble',
            input: {kind: 'table_ref', name: {parts: ['bids']}},
            args: [{kind: 'column_ref', path: ['ts']}, {kind: 'cast'}],
            alias: {name: 'w'},
          },
        ],
      },
    });
    expect(parseOne('SELECT * FROM tumble(1, 2)')).toMatchObject({body: {from: [{kind: 'table_function'}]}});
  });

  test('EMIT belongs to the view, not to the table before it', () => {
    expect(parseOne('CREATE MATERIALIZED VIEW v AS SELECT a FROM t EMIT ON WINDOW CLOSE')).toMatchObject({
      emit: 'on window close',
      query: {body: {from: [{alias: null}]}},
    });
  });

  test('statements of Postgres that are not here are named', () => {
    for (const [sql, message] of [
      ['CREATE TRIGGER t BEFORE INSERT ON u EXECUTE FUNCTION f()', 'CREATE TRIGGER is not supported yet'],
      ['CREATE TABLE t (a int) PARTITION BY RANGE (a)', 'PARTITION BY is not supported yet'],
    ]) {
      expect(attempt(sql), sql).toMatchObject({ok: false, code: '0A000', message});
    }
  });
});

describe('errors in streaming statements', () => {
  test.each([
    ['CREATE SOURCE', 'syntax error at end of input', 14],
    ['CREATE SOURCE s', 'syntax error at end of input', 16],
    ["CREATE SOURCE s FROM KAFKA (TOPIC 't'", 'syntax error at end of input', 38],
    ['CREATE SOURCE s (WATERMARK FOR ts) FROM KAFKA', 'syntax error at or near ")"', 34],
    ['CREATE SOURCE s (a int) WITH (connector = 5)', 'connector must be a name', 31],
    ['CREATE SINK k', 'syntax error at end of input', 14],
    ['CREATE SINK k FROM v', 'syntax error at end of input', 21],
    ['CREATE TABLE t (a STRUCT<b>)', 'syntax error at or near ">"', 27],
    ['CREATE TABLE t (a STRUCT<b int)', 'syntax error at or near ")"', 31],
    ['SELECT * FROM t MATCH_RECOGNIZE (PATTERN (a)', 'syntax error at end of input', 45],
    ['SELECT * FROM TABLE(f(1))', 'syntax error at or near "f"', 21],
    ['SUBSCRIBE', 'syntax error at end of input', 10],
    ['SHOW COLUMNS', 'syntax error at end of input', 13],
    ['SHOW CREATE FOO x', 'syntax error at or near "FOO"', 13],
  ])('%s', (sql, message, position) => {
    expect(attempt(sql)).toMatchObject({ok: false, message, position});
  });
});

describe('statement strings', () => {
  test('an empty string has no statements', () => {
    for (const sql of ['', '  ', ';', ' ; ;', '-- x', '/* x */ ;\n']) expect(parseStatements(sql), sql).toEqual([]);
  });

  test('each statement has its own span', () => {
    const sql = ' select 1 ; /* x */ insert into t values (2) -- y\n;; (select 3) ';
    const spans = parseStatements(sql).map(({span}) => sql.slice(span.start, span.end));
    expect(spans).toEqual(['select 1', 'insert into t values (2)', '(select 3)']);
  });

  test('nodes have spans', () => {
    const sql = 'a + f(b, 1) IS NULL';
    const e = parseExpression(sql);
    expect(e).toMatchObject({
      kind: 'is',
      span: {start: 0, end: 19},
      at: 12,
      operand: {kind: 'binary', at: 2, span: {start: 0, end: 11}, right: {span: {start: 4, end: 11}}},
    });
  });

  test('nodes are frozen', () => {
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('kind' in value) expect(Object.isFrozen(value)).toBe(true);
      Object.values(value).forEach(visit);
    };
    visit(parseStatements('SELECT a, f(b) OVER (ORDER BY c) FROM t JOIN u USING (d) WHERE e IN (1, 2)'));
  });

  test('positions count characters, not UTF-16 units', () => {
    expect(attempt("SELECT '😀😀', é +")).toMatchObject({position: 17});
  });
});

describe('lexical rules where the oracle is lenient', () => {
  // Checked against Postgres 15; libpg-query's scanner takes comments and parameters differently.
  test('strings go on over comments', () => {
    expect(parseExpression("'a' -- x\n -- y\n 'b'")).toMatchObject({value: 'ab'});
  });

  test('a parameter must not run into a word', () => {
    expect(attempt('SELECT $1a')).toMatchObject({
      message: 'trailing junk after parameter at or near "$1a"',
      position: 8,
    });
  });

  test('a parameter is no label', () => {
    expect(attempt('SELECT a $1')).toMatchObject({message: 'syntax error at or near "$1"', position: 10});
  });
});

describe('printing', () => {
  test.each([
    ['((a)) + ((b * (c)))', 'a + b * c'],
    ['(a + b) * c', '(a + b) * c'],
    ['a - (b - c) - d', 'a - (b - c) - d'],
    ['NOT (a AND b) OR (c AND (d OR e))', 'NOT (a AND b) OR c AND (d OR e)'],
    ['- (- 1)', '1'],
    ['- (-a)', '- -a'],
    ['(-1)::int', '(-1)::integer'],
    ['-(1::int)', '- 1::integer'],
    ['(a::text) COLLATE "C" < b', 'a::text COLLATE "C" < b'],
    ['(a = b) = c', '(a = b) = c'],
    ['(a IS NULL) IS NULL', 'a IS NULL IS NULL'],
    ['(a LIKE b) LIKE c', '(a LIKE b) LIKE c'],
    ['a BETWEEN (b) AND (c AND d)', 'a BETWEEN b AND (c AND d)'],
    ["timestamp with time zone '2020-01-01'", "'2020-01-01'::timestamp with time zone"],
    ['"Select" + "a b" + "select" + "name"', '"Select" + "a b" + "select" + name'],
    ["E'it\\'s\\n'", "'it''s\n'"],
    ['a[1:2]', 'a[1 : 2]'],
    ['OPERATOR(-) 1', 'OPERATOR(-) 1'],
    ['extract(year from a)', "EXTRACT('year' FROM a)"],
  ])('%s', (sql, printed) => {
    const e = parseExpression(sql);
    expect(printExpression(e)).toBe(printed);
    expect(withoutPlaces(parseExpression(printed))).toEqual(withoutPlaces(e));
  });

  test('a statement', () => {
    const sql =
      "create materialized view v with (on_error = 'x') as select a, count(*) n from t group by a emit on window close";
    expect(printStatement(parseStatements(sql)[0])).toBe(
      "CREATE MATERIALIZED VIEW v WITH (on_error = 'x') AS SELECT a, count(*) AS n FROM t GROUP BY a EMIT ON WINDOW CLOSE",
    );
  });
});
