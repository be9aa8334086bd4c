import {describe, expect, it} from 'vitest';
import {explainPlan, explainQuery} from '../../src/planner/explain.ts';
import type {SqlError} from '../../src/types/sql-error.ts';
import {PlannedSql} from './plan-sql.ts';

const db = new PlannedSql()
  .define(
    `CREATE TABLE t (id bigint PRIMARY KEY, a int, b int NOT NULL, price numeric(10,2));
     CREATE TABLE s (x int, y int, z text);
     CREATE TABLE log (at timestamp, kind text, size int);
     CREATE VIEW ordered AS SELECT x, y FROM s ORDER BY y;`,
  )
  .know('t', {uniqueKeys: [[0]]})
  .know('log', {monotonic: true});

describe('order and limit', () => {
  it('a one-shot read sorts at the end', () => {
    expect(db.print(`SELECT a, b FROM t ORDER BY price DESC, b LIMIT 10 OFFSET 2`, 'once')).toMatchInlineSnapshot(`
      "
      finish order by price desc, b limit 10 offset 2 first 2 columns
        project a, b, price
          input t
      "
    `);
  });
  it('a view keeps the first rows', () => {
    expect(db.print(`SELECT a, b FROM t ORDER BY price DESC, b LIMIT 10 OFFSET 2`)).toMatchInlineSnapshot(`
      "
      project a, b
        top-k order by price desc, b limit 10 offset 2
          project a, b, price
            input t
      "
    `);
  });
  it('a view has no order, nor has a query over one', () => {
    expect(db.print(`SELECT a FROM t ORDER BY a`)).toMatchInlineSnapshot(`
      "
      project a
        input t
      "
    `);
    expect(db.print(`SELECT x FROM ordered WHERE y > 1`)).toMatchInlineSnapshot(`
      "
      project x
        filter y > 1
          input s
      "
    `);
  });
  it('a negative limit is refused', () => {
    const codeOf = (sql: string) => {
      try {
        db.plan(sql);
      } catch (error) {
        return (error as SqlError).code;
      }
    };
    expect(codeOf(`SELECT a FROM t LIMIT -1`)).toBe('2201W');
    expect(codeOf(`SELECT a FROM t OFFSET -1`)).toBe('2201X');
  });
});

describe('aggregates', () => {
  it('get their expressions from a projection', () => {
    expect(
      db.print(
        `SELECT a + 1, sum(b * 2) FILTER (WHERE a > 0), count(DISTINCT price) FROM t GROUP BY a + 1 HAVING count(*) > 1`,
      ),
    ).toMatchInlineSnapshot(`
      "
      project key1, sum, count#2
        filter count#3 > 1
          aggregate [?column?#0] sum(?column?#1) filter (?column?#2), count(distinct price), count(*)
            project a + 1, CASE WHEN a > 0 THEN b * 2 ELSE NULL END, a > 0, price
              input t
      "
    `);
  });
  it('protect an argument by its filter', () => {
    expect(db.print(`SELECT sum(10 / b) FILTER (WHERE b <> 0) FROM t`)).toMatchInlineSnapshot(`
      "
      aggregate [] sum(?column?#0) filter (?column?#1)
        project CASE WHEN b <> 0 THEN 10 / b ELSE NULL END, b <> 0
          input t
      "
    `);
  });
  it('without any are DISTINCT', () => {
    expect(db.print(`SELECT kind FROM log GROUP BY kind`)).toMatchInlineSnapshot(`
      "
      distinct
        project kind
          input log
      "
    `);
  });
});

describe('joins', () => {
  it('full with a condition beyond its keys', () => {
    expect(db.print(`SELECT t.a, s.x FROM t FULL JOIN s ON t.a = s.x AND t.b > s.y`)).toMatchInlineSnapshot(`
      "
      project a, x
        union
          #4 inner join on a = x where b > y
            #1 project a, b
              input t
            #3 project x, y
              input s
          project a, b, NULL, NULL
            anti join on a = a, b = b
              #1 again
              distinct
                project a, b
                  #4 again
          project NULL, NULL, x, y
            anti join on x = x, y is y
              #3 again
              distinct
                project x, y
                  #4 again
      "
    `);
  });
  it('left with a condition on the left side alone', () => {
    expect(db.print(`SELECT t.a, s.y FROM t LEFT JOIN s ON t.a = s.x AND t.b > 3`)).toMatchInlineSnapshot(`
      "
      project a, y
        left join on a = x, ?column?#2 = ?column?#2
          project a, b, b > 3
            input t
          project x, y, TRUE
            input s
      "
    `);
  });
  it('without keys compare every pair', () => {
    expect(db.print(`SELECT t.a, s.y FROM t JOIN s ON t.b > s.y`)).toMatchInlineSnapshot(`
      "
      project a, y
        inner join (every pair) where b > y
          project a, b
            input t
          project y
            input s
      "
    `);
  });
  it('across integer types cast the narrower key', () => {
    expect(db.print(`SELECT t.a FROM t JOIN s ON t.id = s.x`)).toMatchInlineSnapshot(`
      "
      project a
        inner join on id = ?column?#1
          project id, a
            input t
          project x, x::bigint
            input s
      "
    `);
  });
});

describe('common subplans', () => {
  it('are one', () => {
    const sql = `WITH counts AS (SELECT x, count(*) AS n FROM s GROUP BY x)
                 SELECT c.x FROM counts c JOIN (SELECT max(n) AS most FROM counts) m ON c.n = m.most`;
    expect(db.print(sql)).toMatchInlineSnapshot(`
      "
      project x
        inner join on count = max
          #1 aggregate [x] count(*)
            input s
          aggregate [] max(count)
            #1 again
      "
    `);
  });
});

describe('EXPLAIN', () => {
  it('draws the operators', () => {
    const plan = db.plan(`SELECT kind, count(*) FROM log GROUP BY kind`);
    expect(explainPlan(plan, {format: 'text', verbose: false})).toMatchInlineSnapshot(`
      [
        "aggregate [kind] count(*) (append-only)",
        "  -> input log",
      ]
    `);
  });
  it('tells more when asked', () => {
    const plan = db.plan(`SELECT t.a, count(*) FROM t JOIN s ON t.a = s.x GROUP BY t.a ORDER BY 2`, 'once');
    expect(explainPlan(plan, {format: 'text', verbose: true})).toMatchInlineSnapshot(`
      [
        "finish order by count",
        "  -> aggregate [a] count(*)",
        "       output: a integer not null, count bigint not null",
        "       unique: (a)",
        "       append-only: no",
        "       distribution: hash(a)",
        "       arranged: input #4 by (a)",
        "    -> inner join on a = x",
        "         output: a integer not null, x integer not null",
        "         append-only: no",
        "         distribution: hash(a)",
        "         arranged: input #1 by (a)",
        "         arranged: input #3 by (x)",
        "      -> project a",
        "           output: a integer",
        "           append-only: no",
        "           distribution: any",
        "        -> input t",
        "             output: id bigint not null, a integer, b integer not null, price numeric(10,2)",
        "             unique: (id)",
        "             append-only: no",
        "             distribution: any",
        "      -> project x",
        "           output: x integer",
        "           append-only: no",
        "           distribution: any",
        "        -> input s",
        "             output: x integer, y integer, z text",
        "             append-only: no",
        "             distribution: any",
      ]
    `);
  });
  it('speaks JSON as viewers of plans read it', () => {
    const [text] = explainPlan(db.plan(`SELECT a FROM t WHERE id = 5`), {format: 'json', verbose: false});
    expect(JSON.parse(text)).toMatchInlineSnapshot(`
      [
        {
          "Plan": {
            "Async Capable": false,
            "Node Type": "Result",
            "Operator": "project a",
            "Parallel Aware": false,
            "Plans": [
              {
                "Async Capable": false,
                "Filter": "id = 5",
                "Node Type": "Result",
                "Operator": "filter id = 5",
                "Parallel Aware": false,
                "Parent Relationship": "Outer",
                "Plans": [
                  {
                    "Alias": "t",
                    "Async Capable": false,
                    "Node Type": "Seq Scan",
                    "Operator": "input t",
                    "Parallel Aware": false,
                    "Parent Relationship": "Outer",
                    "Relation Name": "t",
                  },
                ],
              },
            ],
          },
        },
      ]
    `);
  });
  it('speaks YAML', () => {
    const plan = db.plan(`SELECT a, count(*) FROM t JOIN s ON s.x = t.a GROUP BY a`);
    expect(explainPlan(plan, {format: 'yaml', verbose: false})[0]).toMatchInlineSnapshot(`
      "- Plan: 
          Node Type: "Aggregate"
          Strategy: "Hashed"
          Group Key: 
            - "a"
          Operator: "aggregate [a] count(*)"
          Parallel Aware: false
          Async Capable: false
          Plans: 
            - Node Type: "Hash Join"
              Parent Relationship: "Outer"
              Join Type: "Inner"
              Hash Cond: "(a = x)"
              Operator: "inner join on a = x"
              Parallel Aware: false
              Async Capable: false
              Plans: 
                - Node Type: "Result"
                  Parent Relationship: "Outer"
                  Operator: "project a"
                  Parallel Aware: false
                  Async Capable: false
                  Plans: 
                    - Node Type: "Seq Scan"
                      Parent Relationship: "Outer"
                      Relation Name: "t"
                      Alias: "t"
                      Operator: "input t"
                      Parallel Aware: false
                      Async Capable: false
                - Node Type: "Result"
                  Parent Relationship: "Inner"
                  Operator: "project x"
                  Parallel Aware: false
                  Async Capable: false
                  Plans: 
                    - Node Type: "Seq Scan"
                      Parent Relationship: "Outer"
                      Relation Name: "s"
                      Alias: "s"
                      Operator: "input s"
                      Parallel Aware: false
                      Async Capable: false"
    `);
  });
  it('speaks XML', () => {
    const plan = db.plan(`SELECT a FROM t WHERE b < 5`);
    expect(explainPlan(plan, {format: 'xml', verbose: true})[0]).toMatchInlineSnapshot(`
      "<explain xmlns="http://www.postgresql.org/2009/explain">
        <Query>
          <Plan>
            <Node-Type>Result</Node-Type>
            <Operator>project a</Operator>
            <Output>
              <Item>a</Item>
            </Output>
            <Types>
              <Item>integer</Item>
            </Types>
            <Append-Only>false</Append-Only>
            <Distribution>any</Distribution>
            <Parallel-Aware>false</Parallel-Aware>
            <Async-Capable>false</Async-Capable>
            <Plans>
              <Plan>
                <Node-Type>Result</Node-Type>
                <Parent-Relationship>Outer</Parent-Relationship>
                <Filter>b &lt; 5</Filter>
                <Operator>filter b &lt; 5</Operator>
                <Output>
                  <Item>id</Item>
                  <Item>a</Item>
                  <Item>b</Item>
                  <Item>price</Item>
                </Output>
                <Types>
                  <Item>bigint</Item>
                  <Item>integer</Item>
                  <Item>integer</Item>
                  <Item>numeric(10,2)</Item>
                </Types>
                <Unique-Keys>
                  <Item>(id)</Item>
                </Unique-Keys>
                <Append-Only>false</Append-Only>
                <Distribution>any</Distribution>
                <Parallel-Aware>false</Parallel-Aware>
                <Async-Capable>false</Async-Capable>
                <Plans>
                  <Plan>
                    <Node-Type>Seq Scan</Node-Type>
                    <Parent-Relationship>Outer</Parent-Relationship>
                    <Relation-Name>t</Relation-Name>
                    <Alias>t</Alias>
                    <Operator>input t</Operator>
                    <Output>
                      <Item>id</Item>
                      <Item>a</Item>
                      <Item>b</Item>
                      <Item>price</Item>
                    </Output>
                    <Types>
                      <Item>bigint</Item>
                      <Item>integer</Item>
                      <Item>integer</Item>
                      <Item>numeric(10,2)</Item>
                    </Types>
                    <Unique-Keys>
                      <Item>(id)</Item>
                    </Unique-Keys>
                    <Append-Only>false</Append-Only>
                    <Distribution>any</Distribution>
                    <Parallel-Aware>false</Parallel-Aware>
                    <Async-Capable>false</Async-Capable>
                  </Plan>
                </Plans>
              </Plan>
            </Plans>
          </Plan>
        </Query>
      </explain>"
    `);
  });
  it('shows the relation before and after the rules', () => {
    const {rel} = db.bind(`SELECT a FROM (SELECT a, b FROM t) q WHERE b = 1 + 1`);
    const options = {...db.options(), mode: 'view'} as const;
    expect(explainQuery(rel, options, {type: 'logical', format: 'text', verbose: false})).toMatchInlineSnapshot(`
      [
        "project a",
        "  filter b = (1 + 1)",
        "    project a, b",
        "      get t",
      ]
    `);
    expect(explainQuery(rel, options, {type: 'optimized', format: 'text', verbose: false})).toMatchInlineSnapshot(`
      [
        "project a",
        "  filter b = 2",
        "    get t",
      ]
    `);
  });
});

describe('what is volatile', () => {
  it('is not shared', () => {
    const plan = db.plan(`SELECT * FROM (SELECT random() AS r FROM s) p, (SELECT random() AS r FROM s) q`);
    expect(plan.nodes.filter(({node}) => node === 'project')).toHaveLength(2);
  });
});
