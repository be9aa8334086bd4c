import type {Choices} from './choices.ts';
import type {Scope, Subqueries, Term} from './expression.ts';
import {expression, predicate, someKind} from './expression.ts';
import type {Relation} from './tables.ts';
import type {Kind} from './values.ts';
import {kinds, literal} from './values.ts';

/** A query's text and the kinds of its columns, which are named c0, c1 … */
export type RandomQuery = {readonly sql: string; readonly kinds: readonly Kind[]};

/** Kinds that have no min() and max(). */
const unordered: readonly Kind[] = ['boolean', 'jsonb', 'uuid'];

/** Makes random queries over relations; no query depends on the order of rows or fails on any. */
export class QueryMaker {
  private readonly c: Choices;
  private readonly relations: readonly Relation[];
  private aliases = 0;

  constructor(c: Choices, relations: readonly Relation[]) {
    this.c = c;
    this.relations = relations;
  }

  make(depth = 3): RandomQuery {
    return this.query(depth, null, [], this.relations, true);
  }

  /** A query whose columns are of these kinds. */
  rows(wanted: readonly Kind[], depth: number): string {
    return this.query(depth, wanted, [], this.relations).sql;
  }

  /** The columns of a table under its own name, as UPDATE and DELETE see them. */
  scopeOf({name, columns}: Relation): Scope {
    const terms = columns.map(column => ({sql: `${name}.${column.name}`, kind: column.kind}));
    return this.scope(terms, terms, this.relations);
  }

  /** `wanted`: the kinds of the columns; `outer`: terms of the queries around; `top`: nothing is made of its columns. */
  private query(
    depth: number,
    wanted: readonly Kind[] | null,
    outer: readonly Term[],
    relations: readonly Relation[],
    top = false,
  ): RandomQuery {
    const {c} = this;
    if (depth > 0 && c.oneIn(8)) return this.withQuery(depth, wanted, outer, relations);
    if (depth > 0 && c.oneIn(6)) return this.setOperation(depth, wanted, outer, relations);
    const limited = c.oneIn(6);
    const select = this.select(depth, wanted, outer, relations, top && !limited);
    return limited ? this.limited(select) : select;
  }

  private withQuery(
    depth: number,
    wanted: readonly Kind[] | null,
    outer: readonly Term[],
    relations: readonly Relation[],
  ): RandomQuery {
    const name = `w${this.aliases++}`;
    const inner = this.query(depth - 1, null, [], relations);
    const relation = {name, columns: inner.kinds.map((kind, i) => ({name: `c${i}`, kind}))};
    const main = this.query(depth - 1, wanted, outer, [...relations, relation, relation]);
    return {...main, sql: `WITH ${name} AS (${inner.sql}) SELECT * FROM (${main.sql}) AS ${this.alias()}`};
  }

  private setOperation(
    depth: number,
    wanted: readonly Kind[] | null,
    outer: readonly Term[],
    relations: readonly Relation[],
  ): RandomQuery {
    const operator = this.c.of(['UNION ALL', 'UNION', 'EXCEPT', 'INTERSECT']);
    const left = this.query(depth - 1, wanted, outer, relations);
    const right = this.query(depth - 1, left.kinds, outer, relations);
    return {kinds: left.kinds, sql: `(${left.sql}) ${operator} (${right.sql})`};
  }

  /** Ordered by all columns, so that which rows stay is certain. */
  private limited(select: RandomQuery): RandomQuery {
    const {c} = this;
    const order = select.kinds.map((_, i) => `${i + 1} ${c.of(['', 'DESC '])}${c.of(['NULLS LAST', 'NULLS FIRST'])}`);
    const offset = c.oneIn(4) ? ` OFFSET ${c.pick(3)}` : '';
    return {...select, sql: `${select.sql} ORDER BY ${order.join(', ')} LIMIT ${c.pick(5)}${offset}`};
  }

  private select(
    depth: number,
    wanted: readonly Kind[] | null,
    outer: readonly Term[],
    relations: readonly Relation[],
    top: boolean,
  ): RandomQuery {
    const {c} = this;
    const from = this.from(depth, outer, relations);
    const scope = this.scope([...from.terms, ...outer.filter(() => c.oneIn(3))], [...from.terms, ...outer], relations);
    const where = c.oneIn(2) ? '' : ` WHERE ${predicate(c, scope, depth)}`;
    const source = ` FROM ${from.sql}${where}`;
    if (c.oneIn(3)) return this.grouped(depth, wanted, from.terms, outer, relations, source, top);
    const distinct = c.oneIn(6) ? 'DISTINCT ' : '';
    const output = wanted ?? Array.from({length: 1 + c.pick(3)}, () => someKind(c, {terms: from.terms, subqueries: null}));
    const columns = output.map((kind, i) => `${expression(c, scope, kind, depth)} AS c${i}`);
    return {kinds: output, sql: `SELECT ${distinct}${columns.join(', ')}${source}`};
  }

  private grouped(
    depth: number,
    wanted: readonly Kind[] | null,
    terms: readonly Term[],
    outer: readonly Term[],
    relations: readonly Relation[],
    source: string,
    top: boolean,
  ): RandomQuery {
    const {c} = this;
    const keys = Array.from({length: c.pick(3)}, () => this.groupKey(terms));
    const inside: Scope = {terms, subqueries: null};
    const aggregates = Array.from({length: 1 + c.pick(3)}, () => this.aggregate(inside, depth));
    // A subquery may use the columns grouped by, but no aggregate of the query around it.
    const columns = keys.filter(key => terms.some(term => term.sql === key.sql));
    const scope = this.scope([...keys, ...aggregates], [...columns, ...outer], relations);
    const having = c.oneIn(4) ? ` HAVING ${predicate(c, scope, depth - 1)}` : '';
    const by = keys.length > 0 ? ` GROUP BY ${keys.map(key => key.sql).join(', ')}` : '';
    const all = [...keys, ...aggregates];
    const output = wanted
      ? wanted.map(kind => ({kind, sql: expression(c, scope, kind, depth - 1)}))
      : all.filter((_, i) => i === 0 || !c.oneIn(4));
    const shown = output.map(({sql}, i) => `${sql} AS c${i}`);
    if (top && !wanted && c.oneIn(3)) shown.push(this.freeAggregate(inside));
    return {kinds: output.map(({kind}) => kind), sql: `SELECT ${shown.join(', ')}${source}${by}${having}`};
  }

  private groupKey(terms: readonly Term[]): Term {
    const {c} = this;
    const term = c.of(terms);
    if (!c.oneIn(3)) return term;
    if (term.kind === 'int') return {kind: 'int', sql: `(${term.sql} % 2)`};
    if (term.kind === 'text') return {kind: 'text', sql: `upper(${term.sql})`};
    if (term.kind === 'timestamp') return {kind: 'timestamp', sql: `date_trunc('day', ${term.sql})`};
    return {kind: 'boolean', sql: `(${term.sql} IS NULL)`};
  }

  private aggregate(inside: Scope, depth: number): Term {
    const {c} = this;
    const filter = c.oneIn(5) ? ` FILTER (WHERE ${predicate(c, inside, 0)})` : '';
    const distinct = c.oneIn(5) ? 'DISTINCT ' : '';
    const argument = (kind: Kind): string => `${distinct}${expression(c, inside, kind, depth > 1 ? 1 : 0)}`;
    const orderable = kinds.filter(kind => !unordered.includes(kind));
    switch (c.pick(8)) {
      case 0:
        return {kind: 'bigint', sql: `count(*)${filter}`};
      case 1:
        return {kind: 'bigint', sql: `count(${argument(someKind(c, inside))})${filter}`};
      case 2:
        return {kind: 'bigint', sql: `sum(${argument('int')})${filter}`};
      case 3:
        return {kind: 'numeric', sql: `sum(${argument('numeric')})${filter}`};
      case 4:
        return {kind: 'float8', sql: `sum(${argument('float8')})${filter}`};
      case 5:
        return {kind: 'numeric', sql: `round(avg(${argument(c.of(['int', 'numeric', 'bigint']))})${filter}, 2)`};
      case 6:
        return {kind: 'boolean', sql: `${c.of(['bool_and', 'bool_or'])}(${argument('boolean')})${filter}`};
      default: {
        const kind = c.of(orderable);
        return {kind, sql: `${c.of(['min', 'max'])}(${argument(kind)})${filter}`};
      }
    }
  }

  /** Its values need not look alike when they are equal. */
  private freeAggregate(inside: Scope): string {
    const {c} = this;
    const value = (kind: Kind): string => expression(c, inside, kind, 1);
    return c.of([
      () => `avg(${value('int')})`,
      () => `avg(${value('float8')})`,
      () => `sum(${value('bigint')})`,
      () => this.arrayOf(c.of(inside.terms)),
      () => `(sum(${value('numeric')}) / count(*))`,
    ])();
  }

  private arrayOf({kind, sql}: Term): string {
    // An array of arrays has several dimensions.
    const value = kind === 'ints' ? `cardinality(${sql})` : sql;
    return `array_agg(${value} ORDER BY ${value})`;
  }

  private from(depth: number, outer: readonly Term[], relations: readonly Relation[]): {sql: string; terms: Term[]} {
    const {c} = this;
    const first = this.item(depth, relations);
    let sql = first.sql;
    const terms = [...first.terms];
    const more = c.oneIn(2) ? 1 + Number(c.oneIn(4)) : 0;
    for (let i = 0; i < more; i++) {
      if (depth > 0 && c.oneIn(8)) {
        const lateral = this.query(depth - 1, null, [...terms, ...outer], relations);
        const alias = this.alias();
        sql += c.of([` CROSS JOIN LATERAL (${lateral.sql}) AS ${alias}`, ` LEFT JOIN LATERAL (${lateral.sql}) AS ${alias} ON true`]);
        terms.push(...columnsOf(alias, lateral.kinds));
        continue;
      }
      const item = this.item(depth, relations);
      const kind = c.of(['JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN', 'CROSS JOIN']);
      sql += ` ${kind} ${item.sql}`;
      if (kind !== 'CROSS JOIN') sql += ` ON ${this.joinCondition(kind, terms, item.terms, depth, relations)}`;
      terms.push(...item.terms);
    }
    return {sql, terms};
  }

  private joinCondition(
    join: string,
    left: readonly Term[],
    right: readonly Term[],
    depth: number,
    relations: readonly Relation[],
  ): string {
    const {c} = this;
    const both = [...left, ...right];
    const pairs = left.flatMap(a => right.filter(b => b.kind === a.kind).map(b => `${a.sql} = ${b.sql}`));
    if (join === 'FULL JOIN') {
      // Postgres joins fully by equations alone.
      if (pairs.length === 0) return 'false';
      return c.oneIn(3) ? `${c.of(pairs)} AND ${c.of(pairs)}` : c.of(pairs);
    }
    const condition = pairs.length > 0 && !c.oneIn(5) ? c.of(pairs) : predicate(c, {terms: both, subqueries: null}, 1);
    if (join !== 'JOIN' || !c.oneIn(4)) return condition;
    return `${condition} AND ${predicate(c, this.scope(both, both, relations), depth > 1 ? 1 : 0)}`;
  }

  private item(depth: number, relations: readonly Relation[]): {sql: string; terms: Term[]} {
    const {c} = this;
    const alias = this.alias();
    if (depth > 0 && c.oneIn(6)) {
      const query = this.query(depth - 1, null, [], relations);
      return {sql: `(${query.sql}) AS ${alias}`, terms: columnsOf(alias, query.kinds)};
    }
    if (depth > 0 && c.oneIn(12)) return this.mergedJoin(alias);
    if (c.oneIn(20)) {
      const columns = Array.from({length: 1 + c.pick(2)}, () => c.of(kinds));
      const rows = Array.from({length: 1 + c.pick(3)}, () => `(${columns.map(kind => literal(c, kind)).join(', ')})`);
      const names = columns.map((_, i) => `c${i}`).join(', ');
      return {sql: `(VALUES ${rows.join(', ')}) AS ${alias} (${names})`, terms: columnsOf(alias, columns)};
    }
    const relation = c.of(relations);
    return {
      sql: `${relation.name} AS ${alias}`,
      terms: relation.columns.map(({name, kind}) => ({sql: `${alias}.${name}`, kind})),
    };
  }

  /** A join by USING or NATURAL's rule, seen through its merged column. */
  private mergedJoin(alias: string): {sql: string; terms: Term[]} {
    const {c} = this;
    const tables = this.relations.filter(({columns}) => columns[0].name === 'id');
    const [left, right] = [c.of(tables), c.of(tables)];
    const [a, b] = [this.alias(), this.alias()];
    const join = c.of(['JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN']);
    const [p, q] = [c.of(left.columns), c.of(right.columns)];
    const sql = `(SELECT id AS c0, ${a}.${p.name} AS c1, ${b}.${q.name} AS c2 FROM ${left.name} ${a} ${join} ${right.name} ${b} USING (id)) AS ${alias}`;
    return {sql, terms: columnsOf(alias, ['int', p.kind, q.kind])};
  }

  /** Expressions see `terms`; subqueries in them see `visible`. */
  private scope(terms: readonly Term[], visible: readonly Term[], relations: readonly Relation[]): Scope {
    const subqueries: Subqueries = {
      rows: (_c, wanted, depth) => this.query(depth, wanted, visible, relations).sql,
      scalar: (c, kind, depth) => this.scalar(c, kind, depth, visible, relations),
    };
    return {terms, subqueries};
  }

  private scalar(
    c: Choices,
    kind: Kind,
    depth: number,
    visible: readonly Term[],
    relations: readonly Relation[],
  ): string {
    if (c.oneIn(4)) return `${this.select(depth, [kind], visible, relations, false).sql} ORDER BY 1 LIMIT 1`;
    const inner = this.query(depth, [kind], visible, relations);
    const alias = this.alias();
    const aggregate: Partial<Record<Kind, string>> = {
      boolean: `bool_or(${alias}.c0)`,
      bigint: `count(${alias}.c0)`,
      jsonb: `to_jsonb(count(*))`,
      uuid: `min(${alias}.c0::text)::uuid`,
    };
    return `SELECT ${aggregate[kind] ?? `${c.of(['min', 'max'])}(${alias}.c0)`} AS c0 FROM (${inner.sql}) AS ${alias}`;
  }

  private alias(): string {
    return `r${this.aliases++}`;
  }
}

function columnsOf(alias: string, of: readonly Kind[]): Term[] {
  return of.map((kind, i) => ({kind, sql: `${alias}.c${i}`}));
}
