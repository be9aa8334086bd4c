import type {Random} from './random.ts';

const COLUMNS = ['a', 'b', 'c', 'd', 'x1', '"A b"', '"select"', 'name', 'value', 'year', 'é', 'int', 'text'];
const TABLES = ['t', 'u', 'v', 's.t', 'd.s.t', '"T"', 'data', '"from"'];
const FUNCTIONS = ['f', 'g', 'sum', 's.f', 'd.s.f', '"F"', 'left', 'now', 'format', 'lower'];
const TYPES = [
  'int',
  'bigint',
  'text',
  'text[]',
  'int[3][]',
  'numeric(10, 2)',
  'numeric',
  'varchar(3)',
  'char',
  'char(2)',
  'double precision',
  'float(3)',
  'bit(3)',
  'bit varying',
  'timestamp with time zone',
  'timestamp(3)',
  'time',
  'interval',
  'interval day to second(3)',
  'interval(2)',
  'interval year',
  'boolean',
  'json',
  'jsonb',
  's.ty(1, x)',
  '"Ty"',
  'uuid',
  'national character varying(5)',
];
const LITERALS = [
  '0',
  '1',
  '42',
  '-7',
  '2147483648',
  '-9223372036854775808',
  '99999999999999999999',
  '1.5',
  '.5',
  '1e10',
  '-2.5e-3',
  '0x1F',
  '1_000',
  "'abc'",
  "''",
  "'it''s'",
  "E'a\\n\\'b'",
  "U&'d\\0061t'",
  "B'101'",
  "X'1F'",
  '$$dollar $ quoted$$',
  '$tag$x$tag$',
  'NULL',
  'TRUE',
  'false',
  "date '2020-01-01'",
  "interval '1' day",
  "interval '1 day'",
  "timestamp with time zone 'x'",
  "interval(3) '1.2345'",
  "s.ty 'x'",
  "N'x'",
  '$1',
  '$23',
];
const INFIX = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '=',
  '<',
  '>',
  '<=',
  '>=',
  '<>',
  '!=',
  '||',
  '->',
  '->>',
  '@>',
  '&&',
  '|',
  '#',
  '<<',
  '~',
  '!~*',
  'OPERATOR(pg_catalog.+)',
  'OPERATOR(*)',
  'AND',
  'OR',
  'AND',
  'OR',
  'IS DISTINCT FROM',
  'IS NOT DISTINCT FROM',
  'LIKE',
  'NOT LIKE',
  'ILIKE',
  'SIMILAR TO',
  'NOT SIMILAR TO',
  'AT TIME ZONE',
];
const PREFIX = ['NOT', '-', '+', '~', '@', '!!', 'OPERATOR(s.-)'];
const POSTFIX = [
  'IS NULL',
  'IS NOT NULL',
  'ISNULL',
  'NOTNULL',
  'IS TRUE',
  'IS NOT FALSE',
  'IS UNKNOWN',
  'IS DOCUMENT',
  'IS NOT JSON ARRAY',
  'IS NFC NORMALIZED',
  'COLLATE "C"',
  'COLLATE s.c',
  'AT LOCAL',
];

/** Random SQL over Postgres's grammar of queries and data changes. Most of it is valid; Postgres says which. */
export class Generator {
  private readonly random: Random;
  private budget = 0;

  constructor(random: Random) {
    this.random = random;
  }

  /** A statement of about `size` parts. */
  statement(size = 30): string {
    this.budget = size;
    const r = this.random.below(20);
    if (r < 13) return this.query();
    const prefix = this.maybe(0.15, () => this.withClause());
    if (r < 15) return prefix + this.insert();
    if (r < 17) return prefix + this.update();
    if (r < 19) return prefix + this.delete();
    return prefix + this.merge();
  }

  expression(size = 12): string {
    this.budget = size;
    return this.expr();
  }

  private maybe(probability: number, make: () => string): string {
    return this.random.chance(probability) ? `${make()} ` : '';
  }

  private list(min: number, max: number, make: () => string): string {
    return this.random.some(min, max, make).join(', ');
  }

  private column(): string {
    const {random} = this;
    const column = random.pick(COLUMNS);
    if (random.chance(0.25)) return `${random.pick(['t', 'u', '"T"', 's.t'])}.${column}`;
    return column;
  }

  private expr(): string {
    const {random} = this;
    if (this.budget-- <= 0) return random.chance(0.5) ? random.pick(LITERALS) : this.column();
    const r = random.below(100);
    if (r < 14) return random.pick(LITERALS);
    if (r < 30) return this.column();
    if (r < 52) return `${this.expr()} ${random.pick(INFIX)} ${this.expr()}`;
    if (r < 57) return `${random.pick(PREFIX)} ${this.expr()}`;
    if (r < 62) return `${this.expr()} ${random.pick(POSTFIX)}`;
    if (r < 68) return `(${this.expr()})`;
    if (r < 72) return `${this.expr()}::${random.pick(TYPES)}`;
    if (r < 80) return this.call();
    return this.special();
  }

  private special(): string {
    const {random} = this;
    const e = () => this.expr();
    const not = this.maybe(0.3, () => 'NOT');
    const forms: readonly (() => string)[] = [
      () => `${e()} ${not}BETWEEN ${this.maybe(0.3, () => random.pick(['SYMMETRIC', 'ASYMMETRIC']))}${e()} AND ${e()}`,
      () => `${e()} ${not}IN (${this.list(1, 4, e)})`,
      () => `${e()} ${not}IN (${this.query()})`,
      () => `${e()} ${random.pick(['LIKE', 'NOT ILIKE', 'SIMILAR TO'])} ${e()} ESCAPE ${e()}`,
      () =>
        `${e()} ${random.pick(['=', '<>', '<', '||', 'LIKE', 'NOT ILIKE'])} ${random.pick(['ANY', 'ALL', 'SOME'])} (${e()})`,
      () => `${e()} = ANY (${this.query()})`,
      () => `CAST(${e()} AS ${random.pick(TYPES)})`,
      () =>
        `CASE ${this.maybe(0.4, e)}${this.random.some(1, 3, () => `WHEN ${e()} THEN ${e()} `).join('')}${this.maybe(0.5, () => `ELSE ${e()}`)}END`,
      () => `${random.pick(['COALESCE', 'GREATEST', 'LEAST'])}(${this.list(1, 3, e)})`,
      () => `NULLIF(${e()}, ${e()})`,
      () => `ROW(${this.list(0, 3, e)})`,
      () => `(${e()}, ${this.list(1, 2, e)})`,
      () => `(${e()}, ${e()}) OVERLAPS (${e()}, ${e()})`,
      () => `ARRAY[${this.list(0, 3, e)}]`,
      () => `ARRAY[[${this.list(1, 2, e)}], [${this.list(0, 2, e)}]]`,
      () => `ARRAY(${this.query()})`,
      () => `(${this.query()})`,
      () => `EXISTS (${this.query()})`,
      () => `(${e()}).${random.pick([...COLUMNS, '*'])}`,
      () => `(${e()})[${e()}]`,
      () => `${this.column()}[${e()}]${this.maybe(0.3, () => `[${e()}:${e()}]`)}`,
      () => `${this.column()}[${this.maybe(0.6, e)}:${this.maybe(0.6, e)}]`,
      () => `EXTRACT(${random.pick(['year', 'epoch', "'dow'", 'second'])} FROM ${e()})`,
      () => `OVERLAY(${e()} PLACING ${e()} FROM ${e()}${this.random.chance(0.5) ? ` FOR ${e()}` : ''})`,
      () => `POSITION(${e()} IN ${e()})`,
      () =>
        `SUBSTRING(${e()} ${random.pick([`FROM ${e()}`, `FOR ${e()}`, `FROM ${e()} FOR ${e()}`, `SIMILAR ${e()} ESCAPE ${e()}`])})`,
      () => `SUBSTRING(${this.list(0, 3, e)})`,
      () =>
        `TRIM(${random.pick(['', 'BOTH ', 'LEADING ', 'TRAILING '])}${random.pick([`${e()} FROM ${e()}`, `FROM ${e()}`, this.list(1, 2, e)])})`,
      () => `NORMALIZE(${e()}${random.pick(['', ', NFC'])})`,
      () => `COLLATION FOR (${e()})`,
      () =>
        random.pick(['CURRENT_DATE', 'CURRENT_TIMESTAMP(3)', 'LOCALTIME', 'CURRENT_USER', 'USER', 'CURRENT_SCHEMA']),
      () => `GROUPING(${this.list(1, 2, e)})`,
      () =>
        `JSON_OBJECT(${this.list(0, 2, () => `${e()} ${random.pick([':', 'VALUE'])} ${e()}`)}${random.pick(['', ' RETURNING jsonb'])})`,
      () => `JSON_ARRAY(${this.list(1, 2, e)}${random.pick(['', ' NULL ON NULL', ' ABSENT ON NULL RETURNING text'])})`,
      () =>
        `JSON_VALUE(${e()}, '$.a'${random.pick(['', ' RETURNING int', ` DEFAULT ${e()} ON EMPTY`, ' NULL ON ERROR'])})`,
      () => `JSON_QUERY(${e()}, '$' ${random.pick(['', 'WITH WRAPPER', 'KEEP QUOTES', 'EMPTY ARRAY ON EMPTY'])})`,
      () => `JSON_ARRAYAGG(${e()}${this.maybe(0.3, () => ` ORDER BY ${e()}`)})${this.tail()}`,
      () => `XMLELEMENT(NAME x, ${this.maybe(0.4, () => `XMLATTRIBUTES(${e()} AS y),`)}${e()})`,
      () => `XMLFOREST(${e()} AS ${random.pick(COLUMNS)})`,
    ];
    return random.pick(forms)();
  }

  private call(): string {
    const {random} = this;
    const name = random.pick(FUNCTIONS);
    if (random.chance(0.1)) return `count(*)${this.tail()}`;
    const distinct = this.maybe(0.1, () => random.pick(['DISTINCT', 'ALL']));
    const args = random.some(distinct === '' ? 0 : 1, 3, () =>
      random.chance(0.1) ? `${random.pick(['p', 'q'])} ${random.pick(['=>', ':='])} ${this.expr()}` : this.expr(),
    );
    if (args.length > 0 && distinct === '' && random.chance(0.1))
      args[args.length - 1] = `VARIADIC ${args[args.length - 1]}`;
    const order = args.length > 0 ? this.maybe(0.12, () => ` ${this.orderBy()}`) : '';
    return `${name}(${distinct}${args.join(', ')}${order})${this.tail()}`;
  }

  private tail(): string {
    const {random} = this;
    let text = '';
    if (random.chance(0.08)) text += ` WITHIN GROUP (${this.orderBy()})`;
    if (random.chance(0.1)) text += ` FILTER (WHERE ${this.expr()})`;
    if (random.chance(0.15)) text += ` OVER ${random.chance(0.3) ? 'w' : this.window()}`;
    return text;
  }

  private window(): string {
    const {random} = this;
    const bound = () =>
      random.pick([
        'UNBOUNDED PRECEDING',
        'UNBOUNDED FOLLOWING',
        'CURRENT ROW',
        `${this.expr()} PRECEDING`,
        `${this.expr()} FOLLOWING`,
      ]);
    const frame = () => {
      const range = random.chance(0.5) ? bound() : `BETWEEN ${bound()} AND ${bound()}`;
      const exclude = this.maybe(0.2, () => `EXCLUDE ${random.pick(['CURRENT ROW', 'GROUP', 'TIES', 'NO OTHERS'])}`);
      return `${random.pick(['ROWS', 'RANGE', 'GROUPS'])} ${range} ${exclude}`;
    };
    const base = this.maybe(0.15, () => 'w');
    const partition = this.maybe(0.4, () => `PARTITION BY ${this.list(1, 2, () => this.expr())}`);
    const order = this.maybe(0.5, () => this.orderBy());
    return `(${base}${partition}${order}${this.maybe(0.4, frame)})`;
  }

  private orderBy(): string {
    const {random} = this;
    const key = () => {
      const direction = random.pick(['', '', ' ASC', ' DESC', ' USING <', ' USING OPERATOR(s.>)']);
      return this.expr() + direction + random.pick(['', '', ' NULLS FIRST', ' NULLS LAST']);
    };
    return `ORDER BY ${this.list(1, 3, key)}`;
  }

  private query(): string {
    this.budget--;
    const withClause = this.maybe(0.1, () => this.withClause());
    const order = this.maybe(0.25, () => this.orderBy());
    return `${withClause}${this.setOperations()} ${order}${this.limits()}${this.maybe(0.08, () => this.locking())}`.trim();
  }

  private limits(): string {
    const {random} = this;
    const limit = () =>
      random.pick([`LIMIT ${this.expr()}`, 'LIMIT ALL', 'FETCH FIRST 3 ROWS ONLY', 'FETCH NEXT ROW WITH TIES']);
    const offset = () => `OFFSET ${this.expr()}`;
    const both = [this.maybe(0.2, limit), this.maybe(0.1, offset)];
    return (random.chance(0.5) ? both : both.reverse()).join('');
  }

  private locking(): string {
    const {random} = this;
    const strength = random.pick(['UPDATE', 'NO KEY UPDATE', 'SHARE', 'KEY SHARE']);
    return `FOR ${strength} ${this.maybe(0.3, () => 'OF t')}${random.pick(['', 'NOWAIT', 'SKIP LOCKED'])}`;
  }

  private setOperations(): string {
    const {random} = this;
    const operands = random.some(1, random.chance(0.3) ? 3 : 1, () => this.setOperand());
    return operands.reduce((left, right) => {
      const operator = random.pick(['UNION', 'INTERSECT', 'EXCEPT']);
      return `${left} ${operator} ${random.pick(['', 'ALL ', 'DISTINCT '])}${right}`;
    });
  }

  private setOperand(): string {
    const {random} = this;
    const r = random.below(20);
    if (r < 2 && this.budget > 0) return `(${this.query()})`;
    if (r < 3) return `VALUES ${this.list(1, 2, () => `(${this.list(1, 3, () => this.expr())})`)}`;
    if (r < 4) return `TABLE ${random.pick(TABLES)}`;
    return this.select();
  }

  private select(): string {
    const {random} = this;
    this.budget--;
    const distinct = this.maybe(0.12, () =>
      random.pick(['DISTINCT', 'ALL', `DISTINCT ON (${this.list(1, 2, () => this.expr())})`]),
    );
    const targets = random.chance(0.03) ? '' : this.list(1, 4, () => this.target());
    const from = this.maybe(0.75, () => `FROM ${this.list(1, 3, () => this.tableExpression())}`);
    const where = this.maybe(0.4, () => `WHERE ${this.expr()}`);
    const group = this.maybe(
      0.2,
      () => `GROUP BY ${random.pick(['', '', 'DISTINCT ', 'ALL '])}${this.list(1, 3, () => this.groupItem())}`,
    );
    const having = this.maybe(0.12, () => `HAVING ${this.expr()}`);
    const window = this.maybe(0.08, () => `WINDOW w AS ${this.window()}`);
    return `SELECT ${distinct}${targets} ${from}${where}${group}${having}${window}`.trim();
  }

  private target(): string {
    const {random} = this;
    if (random.chance(0.08)) return random.pick(['*', 't.*', 's.t.*']);
    const alias = random.pick(['', '', '', ' AS x', ' y', ' AS "Z z"', ' AS select', ' name', ' left', ' end']);
    return this.expr() + alias;
  }

  private groupItem(): string {
    const {random} = this;
    const r = random.below(12);
    if (r < 1) return '()';
    if (r < 2) return `ROLLUP (${this.list(1, 3, () => this.expr())})`;
    if (r < 3) return `CUBE (${this.list(1, 2, () => this.expr())})`;
    if (r < 4) return `GROUPING SETS (${this.list(1, 3, () => this.groupItem())})`;
    return this.expr();
  }

  private alias(probability: number): string {
    const {random} = this;
    if (!random.chance(probability)) return '';
    const name = random.pick(['x', 'y', '"Z"', 'name', 'data']);
    return ` ${random.pick(['', 'AS '])}${name}${random.chance(0.2) ? ` (${this.list(1, 3, () => random.pick(COLUMNS))})` : ''}`;
  }

  private tableExpression(): string {
    const {random} = this;
    if (this.budget-- <= 0) return random.pick(TABLES);
    const r = random.below(20);
    if (r < 8) return this.table();
    if (r < 11) return `${random.pick(['', '', 'LATERAL '])}(${this.query()})${this.alias(0.8)}`;
    if (r < 13) return this.tableFunction();
    return this.join();
  }

  private table(): string {
    const {random} = this;
    const name = random.pick(TABLES);
    const relation = random.chance(0.08) ? random.pick([`ONLY ${name}`, `ONLY (${name})`, `${name} *`]) : name;
    const sample = this.maybe(
      0.06,
      () => ` TABLESAMPLE system (${this.expr()}) ${this.maybe(0.4, () => `REPEATABLE (${this.expr()})`)}`,
    );
    return relation + this.alias(0.5) + sample;
  }

  private tableFunction(): string {
    const {random} = this;
    const call = () =>
      `${random.pick(['f', 's.g', 'unnest', 'generate_series'])}(${this.list(0, 2, () => this.expr())})`;
    const columns = () => `(${this.list(1, 2, () => `${random.pick(['a', 'b'])} ${random.pick(TYPES)}`)})`;
    const lateral = this.maybe(0.2, () => 'LATERAL');
    const ordinality = this.maybe(0.2, () => ' WITH ORDINALITY');
    const r = random.below(4);
    if (r === 0)
      return `${lateral}ROWS FROM (${this.list(1, 2, call)}, ${call()} AS ${columns()})${ordinality}${this.alias(0.5)}`;
    if (r === 1) return `${lateral}${call()}${ordinality} AS ${random.pick(['', 'x '])}${columns()}`;
    return `${lateral}${call()}${ordinality}${this.alias(0.6)}`;
  }

  private join(): string {
    const {random} = this;
    const operand = () => (random.chance(0.2) ? `(${this.join()})${this.alias(0.3)}` : this.tableExpression());
    const left = this.tableExpression();
    const r = random.below(10);
    if (r < 2) return `${left} CROSS JOIN ${operand()}`;
    const type = random.pick(['', 'INNER ', 'LEFT ', 'RIGHT OUTER ', 'FULL ']);
    if (r < 3) return `${left} NATURAL ${type}JOIN ${operand()}`;
    if (r < 5) return `${left} ${type}JOIN ${operand()} USING (a, b)${random.pick(['', ' AS j'])}`;
    return `${left} ${type}JOIN ${operand()} ON ${this.expr()}`;
  }

  private withClause(): string {
    const {random} = this;
    const part = () => {
      const columns = random.pick(['', '', '(a)', '(a, b)']);
      const materialized = random.pick(['', '', 'MATERIALIZED ', 'NOT MATERIALIZED ']);
      const body = random.chance(0.2)
        ? random.pick([() => this.insert(), () => this.update(), () => this.delete()])()
        : this.query();
      const search = this.maybe(0.08, () => `SEARCH ${random.pick(['DEPTH', 'BREADTH'])} FIRST BY a SET o`);
      const cycle = this.maybe(0.08, () => `CYCLE a SET m ${random.pick(['', "TO 'Y' DEFAULT 'N' "])}USING p`);
      return `${random.pick(['q', 'r', '"W"'])}${columns} AS ${materialized}(${body}) ${search}${cycle}`;
    };
    return `WITH ${random.pick(['', 'RECURSIVE '])}${this.list(1, 2, part)}`;
  }

  private assignmentTarget(): string {
    const {random} = this;
    const column = random.pick(COLUMNS);
    return column + random.pick(['', '', '', '', '.f', '[1]', '[1:2].g']);
  }

  private setList(): string {
    const {random} = this;
    const value = () => (random.chance(0.1) ? 'DEFAULT' : this.expr());
    const clause = () => {
      if (!random.chance(0.2)) return `${this.assignmentTarget()} = ${value()}`;
      const source = random.pick([
        () => `(${value()}, ${value()})`,
        () => `(${this.query()})`,
        () => `ROW(${this.expr()})`,
      ])();
      return `(${this.assignmentTarget()}, ${this.assignmentTarget()}) = ${source}`;
    };
    return this.list(1, 3, clause);
  }

  private returning(): string {
    return this.maybe(
      0.3,
      () => ` RETURNING ${this.maybe(0.1, () => 'WITH (OLD AS o)')}${this.list(1, 2, () => this.target())}`,
    );
  }

  private insert(): string {
    const {random} = this;
    const columns = this.maybe(0.6, () => `(${this.list(1, 3, () => this.assignmentTarget())})`);
    const overriding = this.maybe(0.08, () => `OVERRIDING ${random.pick(['SYSTEM', 'USER'])} VALUE`);
    const element = () =>
      random.pick([random.pick(COLUMNS), `(${this.expr()})`, 'lower(a)']) +
      random.pick(['', '', ' COLLATE "C"', ' text_ops', ' DESC']);
    const conflict = () => {
      const target = random.pick([
        '',
        `(${this.list(1, 2, element)}) ${this.maybe(0.3, () => `WHERE ${this.expr()}`)}`,
        'ON CONSTRAINT k ',
      ]);
      const action = random.pick([
        'NOTHING',
        `UPDATE SET ${this.setList()}${this.maybe(0.3, () => ` WHERE ${this.expr()}`)}`,
      ]);
      return `ON CONFLICT ${target}DO ${action}`;
    };
    const source = random.chance(0.08) && columns === '' && overriding === '' ? 'DEFAULT VALUES' : this.query();
    const alias = random.pick(['', '', ' AS x']);
    return `INSERT INTO ${random.pick(TABLES)}${alias} ${columns}${overriding}${source} ${this.maybe(0.25, conflict)}${this.returning()}`;
  }

  private update(): string {
    const {random} = this;
    const from = this.maybe(0.3, () => ` FROM ${this.list(1, 2, () => this.tableExpression())}`);
    const where = this.maybe(0.6, () => ` WHERE ${random.chance(0.1) ? 'CURRENT OF cur' : this.expr()}`);
    return `UPDATE ${random.pick(['', '', 'ONLY '])}${random.pick(TABLES)}${random.pick(['', ' x', ' AS y'])} SET ${this.setList()}${from}${where}${this.returning()}`;
  }

  private delete(): string {
    const {random} = this;
    const using = this.maybe(0.3, () => ` USING ${this.list(1, 2, () => this.tableExpression())}`);
    const where = this.maybe(0.6, () => ` WHERE ${this.expr()}`);
    return `DELETE FROM ${random.pick(TABLES)}${random.pick(['', ' x', ' AS y'])}${using}${where}${this.returning()}`;
  }

  private merge(): string {
    const {random} = this;
    const when = () => {
      const condition = this.maybe(0.3, () => `AND ${this.expr()}`);
      if (random.chance(0.5)) {
        const action = random.pick(['DELETE', 'DO NOTHING', `UPDATE SET ${this.setList()}`]);
        return `WHEN ${random.pick(['MATCHED', 'NOT MATCHED BY SOURCE'])} ${condition}THEN ${action}`;
      }
      const values = random.pick([
        'DEFAULT VALUES',
        `(a, b) VALUES (${this.expr()}, DEFAULT)`,
        `VALUES (${this.expr()})`,
      ]);
      const action = random.pick(['DO NOTHING', `INSERT ${values}`]);
      return `WHEN NOT MATCHED ${random.pick(['', 'BY TARGET '])}${condition}THEN ${action}`;
    };
    return `MERGE INTO t x USING ${this.tableExpression()} ON ${this.expr()} ${this.random.some(1, 3, when).join(' ')}${this.returning()}`;
  }
}
