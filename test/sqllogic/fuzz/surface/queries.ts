import type {Choices} from '../choices.ts';
import {type Kind, sortable} from './kinds.ts';
import {type Table, terms} from './schema.ts';
import {expand, expression, features as expressionFeatures, ofFeature, someKind, type Term, whole} from './templates.ts';

/** `ordered`: the query says its rows' whole order. */
export type Query = {readonly feature: string; readonly sql: string; readonly ordered: boolean};
type Maker = (q: Parts) => string | {sql: string; ordered: boolean};

/** What makers write queries from: one table as `a`, another (or the same) as `b`. */
class Parts {
  readonly c: Choices;
  readonly tables: readonly Table[];
  readonly a: Table;
  readonly b: Table;
  readonly ta: Term[];
  readonly tb: Term[];

  constructor(c: Choices, tables: readonly Table[]) {
    this.c = c;
    this.tables = tables;
    this.a = c.of(tables);
    this.b = c.of(tables);
    this.ta = terms(this.a, 'a');
    this.tb = terms(this.b, 'b');
  }

  get from(): string {
    return `FROM ${this.a.name} a`;
  }

  get both(): Term[] {
    return [...this.ta, ...this.tb];
  }

  /** A condition of one part: Postgres computes those that a top-level AND joins in an order of its own. */
  bool(of: readonly Term[] = this.ta, depth = 1): string {
    return whole(expression(this.c, 'bool', of, depth));
  }

  where(of: readonly Term[] = this.ta): string {
    return this.c.oneIn(2) ? '' : ` WHERE ${this.bool(of)}`;
  }

  any(of: readonly Term[] = this.ta, depth = 1): string {
    return expression(this.c, someKind(this.c, of), of, depth);
  }

  /** Values that look alike when they are equal. */
  key(of: readonly Term[] = this.ta): string {
    return this.c.oneIn(4) ? this.t('«({int} % 2)|upper({text})|({some} IS NULL)|({int} > 1)»', of) : this.column(of).sql;
  }

  column(of: readonly Term[] = this.ta): Term {
    return this.c.of(of.filter(term => sortable.includes(term.kind)));
  }

  /** A template filled in. */
  t(template: string, of: readonly Term[] = this.ta, depth = 0): string {
    return expand(this.c, template, 'int', of, depth);
  }

  direction(): string {
    return this.c.of(['', ' DESC', ' DESC NULLS LAST', ' NULLS FIRST']);
  }
}

const aggregateTemplates = [
  'count(*)',
  'count(«|DISTINCT »{some})',
  'sum(«|DISTINCT »«{int}|{big}|{num}|{float}|{interval}|{small}»)',
  'avg(«|DISTINCT »«{int}|{big}|{num}|{small}|{float}»)',
  'min(«{int}|{num}|{text}|{date}|{ts}|{time}|{interval}|{inet}|{mood}|{float}|{ints}|{char}|{posint}»)',
  'max(«{int}|{num}|{text}|{date}|{tstz}|{big}|{inet}|{mood}|{real}|{texts}|{varchar}»)',
  'bool_and({bool})',
  'bool_or({bool})',
  'every({bool})',
  '«bit_and|bit_or|bit_xor»(«{int}|{small}|{big}»)',
  'array_agg({plain} ORDER BY a.id)',
  'array_agg(ARRAY[{int}, {int}] ORDER BY a.id)',
  'array_agg(DISTINCT {int})',
  'array_agg({int} ORDER BY {int}, a.id DESC)',
  "string_agg({text}, ',' ORDER BY a.id)",
  "string_agg({text}, {text} ORDER BY a.id«| DESC»)",
  "string_agg(DISTINCT {text}, ',')",
  'string_agg({bytes}, \'\\x00\'::bytea ORDER BY a.id)',
  'json_agg({some} ORDER BY a.id)',
  'jsonb_agg({some} ORDER BY a.id)',
  'json_object_agg(a.id, {some} ORDER BY a.id)',
  'jsonb_object_agg(a.id, {some} ORDER BY a.id)',
  'range_agg({irange})',
  'range_intersect_agg({irange})',
];
const statisticTemplates = [
  '«stddev|stddev_pop|stddev_samp|variance|var_pop|var_samp»(«{int}|{big}|{num}|{float}|{small}»)',
  '«corr|covar_pop|covar_samp|regr_slope|regr_intercept|regr_r2|regr_avgx|regr_avgy|regr_sxx|regr_syy|regr_sxy|regr_count»({float}, {float})',
  '«stddev|var_pop»(DISTINCT {int})',
];
const orderedSetTemplates = [
  "percentile_cont(«0|0.25|0.5|1») WITHIN GROUP (ORDER BY «{float}|{int}|{interval}»)",
  "percentile_disc(«0|0.3|0.5|1») WITHIN GROUP (ORDER BY {some}«| DESC»)",
  "percentile_cont(ARRAY[0.1, 0.5, NULL]) WITHIN GROUP (ORDER BY {float})",
  "percentile_disc(ARRAY[0.1, 0.5, 1]) WITHIN GROUP (ORDER BY «{int}|{text}»)",
  'mode() WITHIN GROUP (ORDER BY {some}«| DESC»)',
  '«rank|dense_rank|percent_rank|cume_dist»({=int}) WITHIN GROUP (ORDER BY {int})',
  'rank({=int}, {=text}) WITHIN GROUP (ORDER BY {int} DESC, {text})',
];

function aggregates(q: Parts, templates: readonly string[], depth = 1): string {
  return Array.from({length: 1 + q.c.pick(3)}, () => {
    const template = q.c.of(templates);
    // What is told apart must look alike.
    const call = q.t(template, q.ta, template.includes('DISTINCT') || q.c.oneIn(2) ? 0 : depth);
    return call + (q.c.oneIn(4) ? ` FILTER (WHERE ${q.bool()})` : '');
  }).join(', ');
}

function grouped(q: Parts, templates: readonly string[]): string {
  const keys = Array.from({length: q.c.pick(3)}, () => q.key());
  const by = keys.length > 0 ? ` GROUP BY ${keys.join(', ')}` : '';
  const having = q.c.oneIn(4) ? ` HAVING count(*) ${q.t('«>|<|=»')} ${q.c.pick(4)}` : '';
  return `SELECT ${[...keys, aggregates(q, templates)].join(', ')} ${q.from}${q.where()}${by}${having}`;
}

function over(q: Parts): string {
  const {c} = q;
  const partition = c.oneIn(3) ? '' : `PARTITION BY ${q.key()}${c.oneIn(4) ? `, ${q.key()}` : ''} `;
  const exclude = c.of(['', '', '', ' EXCLUDE CURRENT ROW', ' EXCLUDE GROUP', ' EXCLUDE TIES', ' EXCLUDE NO OTHERS']);
  const aggregate = q.t(
    c.of([
      'count(*)',
      'count({some})',
      'sum(«{int}|{num}|{float}|{big}»)',
      'avg({int})',
      'min({some})'.replace('some', c.of(['int', 'text', 'num', 'date', 'mood'])),
      'max({int})',
      'bool_or({bool})',
      'bit_or({int})',
      'stddev({int})',
    ]),
  );
  const filter = c.oneIn(5) ? ` FILTER (WHERE ${q.bool()})` : '';
  switch (c.pick(5)) {
    case 0: {
      const call = q.t(
        '«row_number()|rank()|dense_rank()|percent_rank()|cume_dist()|ntile(3)|lag({some})|lead({some}, 2)|lag({int}, 1, 0)|lead({text}, {int})|first_value({some})|last_value({some})|nth_value({some}, 2)»',
      );
      const frame = /value/.test(call) ? q.t(' «ROWS|GROUPS» BETWEEN «UNBOUNDED PRECEDING|1 PRECEDING|CURRENT ROW» AND «UNBOUNDED FOLLOWING|1 FOLLOWING|CURRENT ROW»') + exclude : '';
      return `${call} OVER (${partition}ORDER BY ${q.key()}${q.direction()}, a.id${frame})`;
    }
    case 1:
      return `${q.t('«rank()|dense_rank()|percent_rank()|cume_dist()»')} OVER (${partition}ORDER BY ${q.key()}${q.direction()})`;
    case 2: {
      const frame = q.t('ROWS BETWEEN «UNBOUNDED PRECEDING|2 PRECEDING|1 PRECEDING|CURRENT ROW|1 FOLLOWING» AND «1 FOLLOWING|2 FOLLOWING|UNBOUNDED FOLLOWING»');
      return `${aggregate}${filter} OVER (${partition}ORDER BY ${q.key()}${q.direction()}, a.id ${frame}${exclude})`;
    }
    case 3: {
      const frame = q.t(
        '«RANGE BETWEEN 1 PRECEDING AND CURRENT ROW|RANGE BETWEEN 1 PRECEDING AND 2 FOLLOWING|RANGE BETWEEN 2 FOLLOWING AND UNBOUNDED FOLLOWING|GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING|RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING|GROUPS CURRENT ROW|RANGE 1 PRECEDING»',
      );
      const order = c.of(q.ta.filter(term => ['int', 'num', 'big', 'float', 'small', 'posint'].includes(term.kind)));
      return `${aggregate}${filter} OVER (${partition}ORDER BY ${order.sql}${q.direction()} ${frame}${exclude})`;
    }
    default:
      return `${aggregate}${filter} OVER (${partition}${c.oneIn(2) ? '' : `ORDER BY ${q.key()}${q.direction()}`})`;
  }
}

const setKinds: readonly Kind[] = ['int', 'text', 'num', 'date', 'bool', 'mood', 'inet', 'ints', 'irange', 'char', 'pair', 'uuid', 'jsonb'];

function setSide(q: Parts, side: readonly Kind[]): string {
  const [table, alias] = q.c.oneIn(2) ? [q.a, 'a'] : [q.b, 'b'];
  const of = alias === 'a' ? q.ta : q.tb;
  return `SELECT ${side.map((kind, i) => `${expression(q.c, kind, of, 0)} AS c${i}`).join(', ')} FROM ${table.name} ${alias}${q.where(of)}`;
}

const makers: Readonly<Record<string, Maker>> = {
  windows: q => {
    const calls = Array.from({length: 1 + q.c.pick(2)}, () => over(q));
    return `SELECT a.id, ${calls.join(', ')} ${q.from}${q.where()}`;
  },
  aggregates: q => grouped(q, aggregateTemplates),
  statistics: q => grouped(q, statisticTemplates),
  'ordered-set': q => grouped(q, orderedSetTemplates),
  'grouping-sets': q => {
    const [x, y] = [q.column().sql, q.column().sql];
    const sets = q.t(`«ROLLUP (X, Y)|CUBE (X, Y)|GROUPING SETS ((X), (Y), ())|GROUPING SETS ((X, Y), (X))|X, ROLLUP (Y)|GROUPING SETS (ROLLUP (X), CUBE (Y))|DISTINCT ROLLUP (X), ROLLUP (X, Y)»`).replaceAll('X', x).replaceAll('Y', y);
    const having = q.c.of([
      '',
      '',
      ` HAVING grouping(${x}) = ${q.c.pick(2)}`,
      ` HAVING count(*) > ${q.c.pick(3)}`,
      ` HAVING min(a.k) IS NOT NULL OR grouping(${x}, ${y}) > 1`,
    ]);
    return `SELECT ${x}, ${y}, grouping(${x}, ${y}), ${aggregates(q, aggregateTemplates, 0)} ${q.from}${q.where()} GROUP BY ${sets}${having}`;
  },
  'distinct-on': q => {
    const key = q.key();
    return {sql: `SELECT DISTINCT ON (${key}) ${key} AS x, a.id, ${q.any()} ${q.from}${q.where()} ORDER BY ${key}${q.direction()}, a.id${q.c.of(['', ' DESC'])}`, ordered: true};
  },
  distinct: q => `SELECT DISTINCT ${q.key()}, ${q.key()} ${q.from}${q.where()}`,
  'set-operations': q => {
    const side = Array.from({length: 1 + q.c.pick(2)}, () => q.c.of(setKinds));
    const operators = ['UNION', 'UNION ALL', 'EXCEPT', 'EXCEPT ALL', 'INTERSECT', 'INTERSECT ALL'];
    const two = `(${setSide(q, side)}) ${q.c.of(operators)} (${setSide(q, side)})`;
    return q.c.oneIn(3) ? `(${two}) ${q.c.of(operators)} (${setSide(q, side)})` : two;
  },
  'order-limit': q => {
    const key = q.any();
    const head = `SELECT ${key} AS x, a.id ${q.from}${q.where()} ORDER BY 1${q.direction()}`;
    const count = q.c.pick(5);
    return q.c.of([
      {sql: `${head}, 2 LIMIT ${count} OFFSET ${q.c.pick(3)}`, ordered: true},
      {sql: `${head}, a.id DESC`, ordered: true},
      {sql: `${head} FETCH FIRST ${count + 1} ROWS WITH TIES`, ordered: false},
      {sql: `SELECT ${key} AS x ${q.from} ORDER BY 1 OFFSET ${q.c.pick(3)} FETCH NEXT ${count} ROWS WITH TIES`, ordered: false},
    ]);
  },
  joins: q => {
    const join = q.c.of(['JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN', 'CROSS JOIN']);
    const pairs = q.ta.flatMap(x => q.tb.filter(y => y.kind === x.kind && sortable.includes(x.kind)).map(y => `${x.sql} = ${y.sql}`));
    const extra = join !== 'FULL JOIN' && q.c.oneIn(3) ? ` AND ${q.bool(q.both)}` : '';
    const on = join === 'CROSS JOIN' ? '' : ` ON ${q.c.of(pairs)}${extra}`;
    return `SELECT a.id AS x, b.id AS y, ${q.any(q.both)} ${q.from} ${join} ${q.b.name} b${on}${q.where(q.both)}`;
  },
  subqueries: q => {
    const inner = `SELECT ${q.c.oneIn(2) ? 'b.k' : 'b.id'} FROM ${q.b.name} b WHERE ${q.bool(q.both)}`;
    return q.c.of([
      () => `SELECT a.id, a.k «|NOT »IN (${inner}) AS x ${q.from}`,
      () => `SELECT a.* ${q.from} WHERE «|NOT »EXISTS (${inner} AND b.k = a.k)`,
      () => `SELECT a.id, (SELECT ${q.t('«count(*)|sum(b.k)|min(b.s)|string_agg(b.s, \',\' ORDER BY b.id)|array_agg(b.id ORDER BY b.id)»')} FROM ${q.b.name} b WHERE ${q.bool(q.both)}) ${q.from}`,
      () => `SELECT a.id, ARRAY(${inner} ORDER BY 1) ${q.from}${q.where()}`,
      () => `SELECT a.id ${q.from} WHERE a.k «=|<|>=|<>» «ANY|ALL» (${inner})`,
      () => `SELECT a.id, (SELECT b.s FROM ${q.b.name} b WHERE b.k = a.k ORDER BY b.id${q.direction()} LIMIT 1) ${q.from}`,
      () => `SELECT a.id ${q.from} WHERE (a.k, a.s) «|NOT »IN (SELECT b.k, b.s FROM ${q.b.name} b)`,
    ])().replace(/«([^»]*)»/g, (_, list: string) => q.c.of(list.split('|')));
  },
  lateral: q =>
    q.c.of([
      () => `SELECT a.id, l.* ${q.from} CROSS JOIN LATERAL (SELECT b.id, b.s FROM ${q.b.name} b WHERE ${q.bool(q.both)} ORDER BY b.id LIMIT 2) l`,
      () => `SELECT a.id, l.* ${q.from} LEFT JOIN LATERAL (SELECT count(*), max(b.s) FROM ${q.b.name} b WHERE ${q.bool(q.both)}) l ON true`,
      () => `SELECT a.id, l.* ${q.from}, LATERAL (VALUES (${q.any()}, 1), (${q.any()}, 2)) l (v, n)`,
      () => `SELECT a.id, g ${q.from}, generate_series(1, a.k) g`,
      () => `SELECT a.k, l.n, sum(l.m) ${q.from} CROSS JOIN LATERAL (SELECT count(*) AS n, max(b.k) AS m FROM ${q.b.name} b WHERE b.k <= a.k) l GROUP BY a.k, l.n`,
      () => `SELECT a.id, l.k, l.n ${q.from} LEFT JOIN LATERAL (SELECT b.k, count(*) AS n, min(b.s) FROM ${q.b.name} b WHERE ${q.bool(q.both)} GROUP BY b.k HAVING count(*) > ${q.c.pick(2)}) l ON l.k <= a.id`,
      () => `SELECT a.id, l.r, l.id AS other ${q.from} LEFT JOIN LATERAL (SELECT b.id, row_number() OVER (ORDER BY b.id DESC) AS r FROM ${q.b.name} b WHERE b.k >= a.k) l ON l.r <= 2`,
      () => `SELECT a.id, l.s, m.n ${q.from} CROSS JOIN LATERAL (SELECT b.s FROM ${q.b.name} b WHERE b.id = a.k) l LEFT JOIN LATERAL (SELECT count(*) AS n FROM ${q.b.name} c WHERE c.s = l.s OR c.id = a.id) m ON true`,
      () => `SELECT a.id, l.* ${q.from} LEFT JOIN LATERAL (SELECT DISTINCT b.k FROM ${q.b.name} b WHERE ${q.bool(q.both)} UNION SELECT a.k) l ON true`,
    ])(),
  tablesample: q =>
    `SELECT a.id, ${q.any()} FROM ${q.a.name} a TABLESAMPLE ${q.c.of(['BERNOULLI (100)', 'BERNOULLI (0)', 'SYSTEM (100)'])} REPEATABLE (${q.c.pick(3)})${q.where()}`,
  'named-windows': q => {
    const frame = q.c.of(['ROWS 1 PRECEDING', 'GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING', 'ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING']);
    const exclude = q.c.of(['', ' EXCLUDE CURRENT ROW', ' EXCLUDE TIES', ' EXCLUDE GROUP']);
    const calls = q.t("«sum({int})|count({some})|min({int})|string_agg({text}, '')|array_agg({int})|avg({num})»");
    return `SELECT a.id, ${calls} OVER (w ${frame}${exclude}), rank() OVER w, count(*) OVER (PARTITION BY ${q.key()}), lag(a.k) OVER w ${q.from}${q.where()} WINDOW w AS (${q.c.of(['', `PARTITION BY ${q.key()} `])}ORDER BY ${q.key()}${q.direction()}, a.id)`;
  },
  'range-frames': q => {
    const ordered = q.ta.filter(({kind}) => ['date', 'ts', 'tstz', 'time', 'interval', 'num', 'float', 'big', 'small', 'int'].includes(kind));
    const {sql, kind} = q.c.of(ordered);
    const offset = ['date', 'ts', 'tstz', 'time', 'interval'].includes(kind) ? q.c.of(["'1 day'::interval", "'2 hours'::interval", "'1 mon'::interval"]) : q.c.of(['1', '2', '0']);
    const frame = q.c.of([`${offset} PRECEDING AND CURRENT ROW`, `${offset} PRECEDING AND ${offset} FOLLOWING`, `CURRENT ROW AND ${offset} FOLLOWING`, `UNBOUNDED PRECEDING AND ${offset} PRECEDING`]);
    const exclude = q.c.of(['', '', ' EXCLUDE CURRENT ROW', ' EXCLUDE GROUP', ' EXCLUDE TIES']);
    return `SELECT a.id, ${q.t('«count(*)|sum({int})|max({int})|count({some})|bool_or({bool})»')} OVER (${q.c.of(['', 'PARTITION BY a.k % 2 '])}ORDER BY ${sql}${q.direction()} RANGE BETWEEN ${frame}${exclude}) ${q.from}${q.where()}`;
  },
  'aggregates-of-subqueries': q =>
    q.c.of([
      `SELECT a.k, sum((SELECT count(*) FROM ${q.b.name} b WHERE b.k = a.k)) ${q.from} GROUP BY a.k`,
      `SELECT a.k, count(*) FILTER (WHERE EXISTS (SELECT FROM ${q.b.name} b WHERE b.id = a.id AND ${q.bool(q.both)})) ${q.from} GROUP BY a.k`,
      `SELECT count(*), max((SELECT min(b.s) FROM ${q.b.name} b WHERE b.k >= a.k)) ${q.from}${q.where()}`,
      `SELECT a.k, (SELECT count(*) FROM ${q.b.name} b WHERE b.k = a.k) AS n, count(*) ${q.from} GROUP BY a.k, n HAVING count(*) >= (SELECT min(b.k) FROM ${q.b.name} b)`,
      `SELECT b.id, (SELECT sum(b.k + a.k) ${q.from} WHERE a.k > b.id) FROM ${q.b.name} b`,
      `SELECT b.k, (SELECT count(b.id) + count(*) ${q.from}) FROM ${q.b.name} b GROUP BY b.k`,
    ]),
  'values-and-unions': q =>
    q.c.of([
      `SELECT v.x, count(a.id) FROM (VALUES (1, 'a'), (2, 'b'), (NULL, 'ab')) v (x, t) LEFT JOIN ${q.a.name} a ON a.s = v.t OR a.k = v.x GROUP BY v.x`,
      `SELECT u.k, count(*), max(u.s) FROM (SELECT a.k, a.s ${q.from} UNION ALL SELECT b.id, NULL FROM ${q.b.name} b) u GROUP BY u.k`,
      `SELECT * FROM (SELECT a.k, 'x' AS t ${q.from} UNION SELECT NULL, b.s FROM ${q.b.name} b) u WHERE u.k IS NULL OR u.t > 'a'`,
      `SELECT a.id ${q.from} WHERE (a.k, a.id) IN (VALUES (1, 2), (2, 3), (3, 7)) OR ${q.bool()}`,
      `TABLE ${q.b.name} EXCEPT SELECT * FROM ${q.b.name} b WHERE b.k > ${q.c.pick(5)}`.replace(/.*/s, whole_ => (q.b.columns.some(({kind}) => !sortable.includes(kind)) ? `SELECT b.id FROM ${q.b.name} b EXCEPT SELECT b.k FROM ${q.b.name} b` : whole_)),
    ]),

  'set-returning': q =>
    q.c.of([
      () => `SELECT a.id, ${q.t('«unnest({ints})|unnest({texts})|unnest({matrix})|generate_series({int}, 3)|generate_series(1, {int}, 2)|jsonb_array_elements(jsonb_build_array({jsonb}, {int}, {text}))|regexp_split_to_table({text}, \'\\s\')|string_to_table({text}, \' \')|generate_subscripts({ints}, 1)|jsonb_path_query({jsonb}, \'$.**\')|regexp_matches({text}, \'.\', \'g\')|unnest({imulti})»')} ${q.from}${q.where()}`,
      () => `SELECT a.id, u.* ${q.from}, ${q.t("«unnest({ints}) WITH ORDINALITY u (v, n)|unnest({ints}, {texts}) u (x, y)|jsonb_each(jsonb_build_object('k', {jsonb}, 'n', {int})) u|generate_series({date}::timestamp, '2024-03-01', '1 month') u|jsonb_each_text(jsonb_build_object('k', {jsonb}, 'n', {int})) WITH ORDINALITY u|jsonb_to_recordset('[{\"a\": 1, \"b\": \"x\"}]') u (a int, b text)»")}${q.where()}`,
      () => `SELECT ${q.t('«unnest({ints})|generate_series(1, {int})»')} AS v, count(*) ${q.from} GROUP BY 1`,
      () => `SELECT a.id, ${q.t('unnest({ints}), unnest({texts})')} ${q.from}`,
    ])(),
  recursive: q =>
    q.c.of([
      () => `WITH RECURSIVE w (n, d) AS (SELECT a.id, 0 ${q.from}${q.where()} UNION «|ALL »SELECT b.id, w.d + 1 FROM w JOIN ${q.b.name} b ON b.k = w.n WHERE w.d < 3) SELECT n, d, count(*) FROM w GROUP BY n, d`,
      () => `WITH RECURSIVE w (n) AS (SELECT a.k ${q.from}${q.where()} UNION SELECT b.k FROM w JOIN ${q.b.name} b ON b.id = w.n) SELECT * FROM w`,
      () => `WITH RECURSIVE w (n, p) AS (SELECT a.id, ARRAY[a.id] ${q.from} WHERE a.k IS NULL OR a.id < 4 UNION ALL SELECT b.id, w.p || b.id FROM w JOIN ${q.b.name} b ON b.k = w.n WHERE b.id <> ALL (w.p)) SELECT * FROM w`,
      () => `WITH RECURSIVE w (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM w WHERE n < 5) SELECT n, (SELECT count(*) ${q.from} WHERE a.k < n) FROM w`,
    ])().replace(/«([^»]*)»/g, (_, list: string) => q.c.of(list.split('|'))),
  with: q => {
    const keep = q.c.of(['', ' MATERIALIZED', ' NOT MATERIALIZED']);
    return `WITH w AS${keep} (SELECT a.k, count(*) AS n, max(a.s) AS s ${q.from}${q.where()} GROUP BY a.k) SELECT b.id, w.n, w.s, ${q.any(q.tb)} FROM ${q.b.name} b ${q.c.of(['JOIN', 'LEFT JOIN'])} w ON w.k = b.k WHERE w.n >= (SELECT min(n) FROM w) OR ${q.bool(q.tb)}`;
  },
  composed: q => {
    const inner = `SELECT a.k AS k, ${q.key()} AS x, count(*) AS n, sum(a.id) AS m ${q.from}${q.where()} GROUP BY 1, 2`;
    return q.c.of([
      `SELECT k, n, rank() OVER (PARTITION BY k ORDER BY n DESC) FROM (${inner}) q`,
      `SELECT k, count(*), sum(n), max(m) FROM (${inner}) q GROUP BY ROLLUP (k)`,
      `SELECT b.id, q.n FROM ${q.b.name} b LEFT JOIN (${inner}) q ON q.k = b.k AND q.n > 1`,
      `SELECT DISTINCT ON (k) k, n, m FROM (${inner}) q ORDER BY k, n DESC, m`,
      `SELECT k, sum(count(*)) OVER (ORDER BY k) FROM (${inner}) q GROUP BY k`,
    ]);
  },
  'search-cycle': q => {
    const edges = `WITH RECURSIVE w (n, d) AS (SELECT a.id, 0 ${q.from} WHERE a.id < ${2 + q.c.pick(8)} UNION ALL SELECT b.id, w.d + 1 FROM w JOIN ${q.b.name} b ON b.k = w.n WHERE w.d < 3)`;
    return q.c.of([
      `${edges} SEARCH DEPTH FIRST BY n SET o SELECT n, d, o FROM w`,
      `${edges} SEARCH BREADTH FIRST BY n, d SET o SELECT n, o FROM w`,
      `${edges} CYCLE n SET again USING path SELECT n, d, again, path FROM w`,
      `${edges} CYCLE n SET again TO 'Y' DEFAULT 'N' USING path SELECT n, again, count(*) FROM w GROUP BY n, again`,
    ]);
  },
  'joins-using': q =>
    q.c.of([
      `SELECT k, a.id, b.id ${q.from} ${q.c.of(['', 'LEFT ', 'RIGHT ', 'FULL '])}JOIN ${q.b.name} b USING (k)${q.where(q.both)}`,
      `SELECT id, k, a.s, b.s ${q.from} ${q.c.of(['', 'LEFT ', 'FULL '])}JOIN ${q.b.name} b USING (id, k)`,
      `SELECT * FROM (SELECT id, k ${q.from}) x NATURAL ${q.c.of(['', 'LEFT ', 'RIGHT ', 'FULL '])}JOIN (SELECT k, s FROM ${q.b.name} b) y`,
      `SELECT x.id, k, count(*) FROM ${q.a.name} x JOIN ${q.b.name} y USING (k) LEFT JOIN ${q.a.name} z USING (k) GROUP BY x.id, k`,
      `SELECT a.id, b.id, c.id ${q.from} LEFT JOIN ${q.b.name} b ON b.k = a.id LEFT JOIN ${q.a.name} c ON c.k = b.id AND ${q.bool(q.both)}`,
    ]),
  nested: q => {
    const inner = `SELECT max(b.k) FROM ${q.b.name} b WHERE b.id <> a.id AND ${q.bool(q.both)}`;
    return q.c.of([
      `SELECT a.id, (${inner}) ${q.from} WHERE a.k IN (SELECT x.k FROM ${q.b.name} x WHERE EXISTS (SELECT FROM ${q.a.name} y WHERE y.id = x.id AND y.k >= a.k))`,
      `SELECT a.id, coalesce((${inner}), (SELECT count(*)::int FROM ${q.b.name} c WHERE c.k = a.k)) ${q.from}`,
      `SELECT k, n FROM (SELECT a.k, count(*) AS n ${q.from} GROUP BY a.k HAVING count(*) >= (SELECT min(b.k) FROM ${q.b.name} b WHERE b.k = a.k)) q`,
      `SELECT a.id, CASE WHEN EXISTS (SELECT FROM ${q.b.name} b WHERE b.k = a.k AND ${q.bool(q.both)}) THEN (SELECT min(b.id) FROM ${q.b.name} b WHERE b.k = a.k) END ${q.from}`,
      `SELECT a.id, (SELECT array_agg(x.n ORDER BY x.n) FROM (SELECT b.k + a.id AS n FROM ${q.b.name} b WHERE b.k IS NOT NULL ORDER BY b.id LIMIT 3) x) ${q.from}`,
      `SELECT a.id, (SELECT string_agg(w.s, ',' ORDER BY w.r) FROM (SELECT b.s, row_number() OVER (ORDER BY b.id DESC) AS r FROM ${q.b.name} b WHERE b.k >= a.k) w WHERE w.r <= 2) ${q.from}`,
    ]);
  },
  'rows-from': q =>
    q.c.of([
      `SELECT a.id, f.* ${q.from}, ROWS FROM (generate_series(1, a.k), unnest(ARRAY[a.id, a.k])) WITH ORDINALITY f (g, u, n)${q.where()}`,
      `SELECT f.n, count(a.id) FROM generate_series(0, 6) WITH ORDINALITY f (g, n) LEFT JOIN ${q.a.name} a ON a.k = f.g GROUP BY f.n`,
      `SELECT v.*, a.id FROM (VALUES (1, 'x'), (2, NULL), (NULL, 'z')) v (k, t) ${q.c.of(['JOIN', 'LEFT JOIN', 'FULL JOIN'])} ${q.a.name} a ON a.k = v.k`,
      `SELECT a.id, (ARRAY[a.k, a.id])[${q.c.of(['1', '2', '3'])}], x.* ${q.from} LEFT JOIN LATERAL unnest(string_to_array(a.s, ' ')) WITH ORDINALITY x (w, n) ON x.n < 3`,
    ]),
  'star-rows': q => q.c.of([`SELECT a ${q.from}${q.where()}`, `SELECT a.*, (a).k ${q.from}`, `SELECT count(DISTINCT a) ${q.from}`, `SELECT to_jsonb(a) ${q.from}${q.where()}`, `SELECT row_to_json(a) ${q.from}${q.where()}`]),
};

for (const feature of expressionFeatures) {
  const expressions: Maker = q => {
    const outputs = Array.from({length: 1 + q.c.pick(3)}, () => ofFeature(q.c, feature, q.ta, q.c.pick(3)).sql);
    if (q.c.oneIn(6)) {
      const tests = outputs.map(sql => `(${sql}) IS ${q.c.of(['NOT NULL', 'NULL'])}`);
      return `SELECT a.id ${q.from} WHERE ${whole(tests.join(q.c.of([' AND ', ' OR '])))}`;
    }
    return `SELECT a.id, ${outputs.join(', ')} ${q.from}${q.where()}`;
  };
  (makers as Record<string, Maker>)[feature] = expressions;
}

export const features = Object.keys(makers);

export function makeQuery(c: Choices, tables: readonly Table[], only: readonly string[]): Query {
  const feature = c.of(only);
  const made = makers[feature](new Parts(c, tables));
  return typeof made === 'string' ? {feature, sql: made, ordered: false} : {feature, ...made};
}
