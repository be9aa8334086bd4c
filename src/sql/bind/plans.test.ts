import {describe, expect, test} from 'vitest';
import {printRel} from '../../plan/print.ts';
import {relChildren} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import {bindSql, catalogOf} from './testing.ts';

const catalog = catalogOf(`
  create table t (a int, b int not null, c text);
  create table u (a int, d numeric(10,2));
  create table e (id bigint, ts timestamp, tz timestamptz, s struct<x int, y text>);
  create view v as select a, b + 1 as b1 from t where a > 3;
  create view w as select b1 from v;
`);

const plan = (sql: string) => printRel(bindSql(sql, catalog).rel);

/** The lines without their common indentation, as printRel draws them. */
function drawn(text: string): string {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const indent = Math.min(...lines.map(line => line.search(/\S/)));
  return lines.map(line => line.slice(indent)).join('\n');
}

describe('clauses', () => {
  test('in the order they apply, a sort key that is not selected behind the others', () => {
    expect(plan('select a + 1 as x from t where b > 1 order by c desc limit 3 offset 1')).toBe(
      drawn(`
        sort c desc limit 3 offset 1
          project a + 1, c
            filter b > 1
              get t`),
    );
  });

  test('aggregation: what follows it speaks of keys and aggregates', () => {
    expect(plan('select b + 1, count(*) from t group by b having sum(a) > 1 order by sum(a), 1')).toBe(
      drawn(`
        sort sum, ?column?#0
          project b + 1, count, sum
            filter sum > 1
              aggregate [b] count(*), sum(a)
                get t`),
    );
  });

  test('set operations', () => {
    expect(plan('select a from t union select a from u')).toBe(
      drawn(`
        distinct
          union
            project a
              get t
            project a
              get u`),
    );
    expect(plan('select a from t except select a from u')).toContain('anti join on');
  });

  test('VALUES and INSERT take the types of their columns', () => {
    const insert = bindSql("insert into u values (1, 2.345), ('3', null)", catalog);
    expect(insert.rel.schema.map(({type}) => type.kind)).toEqual(['integer', 'numeric']);
    expect(insert.rel).toMatchObject({
      node: 'values',
      rows: [
        [{value: 1}, {value: {coefficient: 235n, scale: 2}}],
        [{value: 3}, {value: null}],
      ],
    });
  });

  test('UPDATE gives old and new rows, DELETE old ones', () => {
    expect(plan("update t set b = b + 1, c = 'x' where a = 1")).toBe(
      drawn(`
        project a, b, c, a, b + 1, 'x'
          filter a = 1
            get t`),
    );
    expect(plan('delete from t where exists (select 1 from u where u.a = t.a)')).toContain('project a, b, c');
  });
});

describe('subqueries', () => {
  test('are applies over the rows that they look at', () => {
    expect(plan('select a, (select max(d) from u where u.a = t.a) from t')).toBe(
      drawn(`
        project a, max
          scalar apply
            get t
            project max
              aggregate [] max(d)
                filter a = outer.#0
                  get u`),
    );
    expect(plan('select a not in (select a from u) from t')).toBe(
      drawn(`
        project NOT any
          quantified apply on a#0 = a#3
            get t
            project a
              get u`),
    );
  });

  test('ALL is not ANY of the opposite', () => {
    expect(plan('select a > all (select a from u) from t')).toBe(
      drawn(`
        project NOT any
          quantified apply on NOT (a#0 > a#3)
            get t
            project a
              get u`),
    );
  });

  test('count levels through LATERAL, subqueries in FROM, and joins', () => {
    expect(
      plan(`select 1 from t, lateral (select max(d) as m from u where u.a = t.a
              and exists (select 1 from u x where x.a = t.b and x.d = u.d)) x`),
    ).toBe(
      drawn(`
        project 1
          inner apply
            get t
            project max
              aggregate [] max(d)
                filter (a = outer.#0) AND exists
                  exists apply
                    get u
                    project 1
                      filter (a = outer2.#1) AND (d = outer.#1)
                        get u`),
    );
    // A subquery in FROM that is not lateral still sees the rows around the whole query, at the same level.
    expect(plan('select (select s.a from (select u.a from u where u.a = t.b) s) from t')).toContain('a = outer.#1');
    // The left side of a join is a level only for what is lateral to it.
    expect(plan('select (select 1 from u x join u y on y.a = x.a and y.d = t.a) from t')).toContain(
      'inner join on (a#2 = a#0) AND (d#3 = outer.#0::numeric)',
    );
  });

  test('of a lateral item reach past the join it stands in', () => {
    expect(plan('select 1 from t, u join lateral (select t.a + u.a as s) x on true')).toBe(
      drawn(`
        project 1
          inner apply
            get t
            inner apply
              get u
              project outer2.#0 + outer.#0
                values ()`),
    );
  });

  test('over groups see keys', () => {
    expect(plan('select b, (select max(d) from u where u.a = t.b) from t group by b')).toBe(
      drawn(`
        project b, max
          scalar apply
            aggregate [b]
              get t
            project max
              aggregate [] max(d)
                filter a = outer.#0
                  get u`),
    );
  });
});

describe('names', () => {
  test('a WITH query is one relation wherever it is named', () => {
    const {rel} = bindSql('with x as (select a from t) select * from x join x y using (a)', catalog);
    const gets: Rel[] = [];
    const walk = (node: Rel) => {
      if (node.node === 'project' && relChildren(node)[0].node === 'get') gets.push(node);
      relChildren(node).forEach(walk);
    };
    walk(rel);
    expect(gets).toHaveLength(2);
    expect(gets[0]).toBe(gets[1]);
  });

  test('a WITH query that looks outside is moved to where it is named', () => {
    const sql = `select (with x as (select d from u where u.a = t.a)
                         select max(d) from x where exists (select 1 from x y where y.d = x.d)) from t`;
    expect(plan(sql)).toBe(
      drawn(`
        project max
          scalar apply
            get t
            project max
              aggregate [] max(d)
                filter exists
                  exists apply
                    project d
                      filter a = outer.#0
                        get u
                    project 1
                      filter d = outer.#0
                        project d
                          filter a = outer2.#0
                            get u`),
    );
  });

  test('a view is its query', () => {
    expect(plan('select * from w')).toBe(
      drawn(`
        project b1
          project b1
            project a, b + 1
              filter a > 3
                get t`),
    );
  });

  test('fields of composites', () => {
    expect(plan('select (s).x, (s).* from e')).toBe('project (s).x, (s).x, (s).y\n  get e');
    const {columns} = bindSql('select (s).x, (s).* from e', catalog) as {columns: readonly {name: string}[]};
    expect(columns.map(({name}) => name)).toEqual(['x', 'x', 'y']);
  });
});

describe('windows', () => {
  test('TUMBLE and HOP add their bounds', () => {
    expect(plan("select window_start, e.id from tumble(e, ts, interval '1 minute')")).toContain('tumble ts');
    expect(
      bindSql("select * from hop(e, tz, interval '2' second, interval '10' second) as h", catalog).rel,
    ).toMatchObject({
      input: {node: 'window', kind: 'hop', time: 2, slide: 2_000_000n, size: 10_000_000n, offset: 0n},
    });
    const {columns} = bindSql("select h.* from hop(e, tz, interval '2 s', interval '10 s') h", catalog) as never;
    expect((columns as {name: string; type: {kind: string}}[]).slice(-2)).toMatchObject([
      {name: 'window_start', type: {kind: 'timestamptz'}},
      {name: 'window_end', type: {kind: 'timestamptz'}},
    ]);
    expect(
      plan("select count(*) from tumble((select ts from e where id > 1), ts, interval '1 minute') group by window_end"),
    ).toContain('tumble ts');
  });

  test('refuse what has no fixed length', () => {
    expect(() => plan("select 1 from tumble(e, ts, interval '1 month')")).toThrow('cannot hold months');
    expect(() => plan("select 1 from tumble(e, ts, interval '0 s')")).toThrow('must be positive');
    expect(() => plan("select 1 from tumble(e, id, interval '1 s')")).toThrow(
      'must be a timestamp, not of type bigint',
    );
    expect(() => plan('select 1 from tumble(e, ts)')).toThrow('wrong arguments of TUMBLE');
    expect(() => plan("select 1 from session(e, ts, interval '1 month')")).toThrow('cannot hold months');
    expect(() => plan("select 1 from cumulate(e, ts, interval '4 s', interval '9 s')")).toThrow(
      'a multiple of its step',
    );
  });

  test('of sessions are window functions', () => {
    expect(plan("select id from session(table e partition by id, ts, interval '1 s')")).toContain(
      'over [id] order by ts: lag(ts)',
    );
  });
});

describe('window functions', () => {
  test('over the same rows in the same order stand in one node', () => {
    const printed = plan(
      `select row_number() over w, sum(id) over (w rows 2 preceding), rank() over (order by id desc)
         from e window w as (partition by ts order by id)`,
    );
    expect(printed).toContain('over [ts] order by id: row_number(), sum(id) rows between 2 preceding and current row');
    expect(printed).toContain('over [] order by id desc: rank()');
  });
});

describe('system relations', () => {
  // The shapes that Postgres's tools ask in.
  for (const sql of [
    `select c.relname, pg_catalog.pg_get_userbyid(c.relowner) from pg_catalog.pg_class c
       left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm', '') and n.nspname !~ '^pg_' and pg_catalog.pg_table_is_visible(c.oid) order by 1, 2`,
    `select oid from pg_class where relname operator(pg_catalog.~) '^(t)$' collate pg_catalog.default`,
    `select a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), (select pg_catalog.pg_get_expr(d.adbin, d.adrelid, true)
       from pg_catalog.pg_attrdef d where d.adrelid = a.attrelid and d.adnum = a.attnum and a.atthasdef)
       from pg_catalog.pg_attribute a where a.attrelid = '16384' and not a.attisdropped`,
    `select case when c.reloftype = 0 then '' else c.reloftype::pg_catalog.regtype::pg_catalog.text end from pg_class c`,
    `select 'd' = any (stxkind), stxrelid::regclass from pg_statistic_ext where stxrelid = '16384'`,
    `select i.indisunique, (not i.indimmediate) and exists (select 1 from pg_constraint where conrelid = i.indrelid
       and contype in ('p', 'u')) from pg_index i`,
    `select * from pg_class where oid = 'pg_class'::regclass`,
    'select * from information_schema.columns',
    'select * from millrace.source_status',
  ]) {
    test(sql.replace(/\s+/g, ' '), () => {
      expect(bindSql(sql, catalog).rel.schema.length).toBeGreaterThan(0);
    });
  }
});
