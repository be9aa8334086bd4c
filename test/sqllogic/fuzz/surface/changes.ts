import type {Choices} from '../choices.ts';
import {literal, type Kind, kinds, typeOf} from './kinds.ts';
import {rowsOf, type Table, terms} from './schema.ts';
import {expand, expression, type Term, whole} from './templates.ts';

export type Change = {readonly feature: string; readonly sql: string};

/** What a statement that changes rows is made from: one table, and another one as `o`. */
class Parts {
  readonly c: Choices;
  readonly table: Table;
  readonly other: Table;

  constructor(c: Choices, tables: readonly Table[]) {
    this.c = c;
    this.table = c.of(tables);
    this.other = c.of(tables.filter(other => other !== this.table));
  }

  get name(): string {
    return this.table.name;
  }

  get mine(): Term[] {
    return terms(this.table);
  }

  get both(): Term[] {
    return [...this.mine, ...terms(this.other, 'o')];
  }

  rows(count = 3): string {
    return rowsOf(this.c, this.table, 1 + this.c.pick(count));
  }

  assign(from: readonly Term[] = this.mine): string {
    const {name, kind} = this.c.of(this.table.columns.slice(1).filter(({generated}) => !generated));
    return `${name} = ${expression(this.c, kind, from, 1 + this.c.pick(2))}`;
  }

  where(from: readonly Term[] = this.mine): string {
    return whole(expression(this.c, 'bool', from, 1));
  }

  some(): string {
    return `id ${this.c.of(['=', '<', '>', '%2 =', '<>'])} ${this.c.pick(8)}`;
  }

  returning(): string {
    const {c, name} = this;
    return c.of(['', '', ` RETURNING ${name}.*`, ` RETURNING ${name}.id, ${c.of(this.mine).sql} IS NULL, ${name}.k + 1 AS "more"`]);
  }
}

/** What can be given a part: `COLUMN` is the column's name. */
const partsOf: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  ints: ['COLUMN[«1|2|4|-1»] = {int}', 'COLUMN[«1:2|2:3|0:1|:1|2:»] = {ints}', 'COLUMN[1] = {int}, COLUMN[3] = {int}'],
  texts: ['COLUMN[«1|3»] = {text}', 'COLUMN[1:2] = ARRAY[{text}, {text}]'],
  matrix: ['COLUMN[«1|2»][«1|2»] = {int}', 'COLUMN[1:1][1:2] = ARRAY[ARRAY[{int}, {int}]]'],
  pair: ['COLUMN.x = {int}', 'COLUMN.y = {text}', 'COLUMN.x = {int}, COLUMN.y = {text}'],
  pairs: ['COLUMN[1] = {pair}', 'COLUMN[2].x = {int}', 'COLUMN[1].y = {text}'],
  jsonb: ["COLUMN['«a|z»'] = {jsonb}", "COLUMN['«a|z»']['«b|c»'] = to_jsonb({int})", "COLUMN[0] = {jsonb}"],
  dates: ['COLUMN[«1|2»] = {date}'],
  moods: ['COLUMN[«1|2»] = {mood}'],
};

const makers: Readonly<Record<string, (p: Parts) => string>> = {
  INSERT: p => `INSERT INTO ${p.name} VALUES ${p.rows()}${p.returning()}`,
  'ON CONFLICT': p => {
    const action = p.c.of([
      'ON CONFLICT DO NOTHING',
      'ON CONFLICT (id) DO NOTHING',
      `ON CONFLICT (id) DO UPDATE SET k = excluded.k, s = ${p.name}.s || excluded.s`,
      `ON CONFLICT (id) DO UPDATE SET ${p.assign()} WHERE ${p.where()}`,
      `ON CONFLICT (id) DO UPDATE SET (k, s) = (SELECT max(o.k), min(o.s) FROM ${p.other.name} o) WHERE excluded.k > 1`,
      'ON CONFLICT (k, s) DO UPDATE SET s = excluded.s',
    ]);
    return `INSERT INTO ${p.name} VALUES ${p.rows(4)} ${action}${p.returning()}`;
  },
  UPDATE: p => `UPDATE ${p.name} SET ${p.assign()} WHERE ${p.c.oneIn(2) ? p.where() : p.some()}${p.returning()}`,
  'UPDATE of several': p => {
    const set = p.c.of([
      `(k, s) = (SELECT max(o.k), min(o.s) FROM ${p.other.name} o WHERE o.id = ${p.name}.id)`,
      '(s, k) = (s, DEFAULT)',
      `(k, s) = ROW(k + 1, upper(s))`,
      'k = DEFAULT',
    ]);
    return `UPDATE ${p.name} SET ${set} WHERE ${p.some()}${p.returning()}`;
  },
  'UPDATE of a part': p => {
    const parts = p.table.columns.flatMap(({name, kind}) => (partsOf[kind] ?? []).map(part => ({name, part})));
    if (parts.length === 0) return `UPDATE ${p.name} SET k = k WHERE ${p.some()}${p.returning()}`;
    const {name, part} = p.c.of(parts);
    const set = expand(p.c, part.replaceAll('COLUMN', name), 'free', p.mine, 1);
    return `UPDATE ${p.name} SET ${set} WHERE ${p.some()}${p.returning()}`;
  },
  'UPDATE of keys': p => `UPDATE ${p.name} SET id = id + ${p.c.of([100, 200, -100])} WHERE id = ${p.c.pick(12)}${p.returning()}`,
  'INSERT of a part': p => {
    const arrays = p.table.columns.filter(({kind}) => kind === 'ints');
    if (arrays.length === 0) return `INSERT INTO ${p.name} (id) VALUES (${20 + p.c.pick(20)}) ON CONFLICT DO NOTHING${p.returning()}`;
    const {name} = p.c.of(arrays);
    return `INSERT INTO ${p.name} (id, ${name}[${p.c.of(['1', '3', '1:2'])}], k) VALUES (${20 + p.c.pick(20)}, ${p.c.of(["'{7,8}'", '5', 'NULL'])}, DEFAULT) ON CONFLICT DO NOTHING${p.returning()}`;
  },
  'UPDATE FROM': p =>
    `UPDATE ${p.name} SET ${p.assign(p.both)} FROM ${p.other.name} o WHERE o.id = ${p.name}.id AND ${p.where(p.both)}${p.returning()}`,
  DELETE: p => `DELETE FROM ${p.name} WHERE ${p.some()} AND ${p.where()}${p.returning()}`,
  'DELETE USING': p =>
    `DELETE FROM ${p.name} USING ${p.other.name} o WHERE o.id = ${p.name}.id AND o.id % 3 = ${p.c.pick(3)} AND ${p.where(p.both)}${p.returning()}`,
  MERGE: p => {
    const all = [...terms(p.table, 't'), ...terms(p.other, 'o')];
    const first = p.c.of(['UPDATE SET k = o.k', 'DELETE', 'DO NOTHING', `UPDATE SET ${p.assign(all)}`]);
    const condition = p.c.oneIn(2) ? ` AND ${p.where(all)}` : '';
    const second = condition && p.c.oneIn(3) ? ` WHEN MATCHED THEN ${p.c.of(['DELETE', "UPDATE SET s = 'merged'"])}` : '';
    const last = p.c.of(['INSERT (id, k, s) VALUES (o.id, o.k, o.s)', 'DO NOTHING', 'INSERT (id) VALUES (o.id)']);
    const unless = p.c.oneIn(3) ? ` AND ${p.where(terms(p.other, 'o'))}` : '';
    const on = p.c.of(['t.id = o.id', 't.id = o.id', 't.k = o.id']);
    return `MERGE INTO ${p.name} t USING ${p.other.name} o ON ${on} WHEN MATCHED${condition} THEN ${first}${second} WHEN NOT MATCHED${unless} THEN ${last}`;
  },
  'INSERT SELECT': p =>
    `INSERT INTO ${p.name} (id, k, s) SELECT id + ${p.c.of([0, 20, 40])}, k, s FROM ${p.other.name} WHERE ${p.where(terms(p.other))} ORDER BY id ON CONFLICT DO NOTHING${p.returning()}`,
  'writing WITH': p =>
    p.c.of([
      () =>
        `WITH d AS (DELETE FROM ${p.name} WHERE ${p.some()} RETURNING id, k, s) INSERT INTO ${p.other.name} (id, k, s) SELECT id + 60, k, s FROM d ON CONFLICT DO NOTHING RETURNING id, k`,
      () => `WITH d AS (DELETE FROM ${p.name} WHERE ${p.where()} RETURNING *) SELECT count(*), sum(k), min(s) FROM d`,
      () => `WITH u AS (UPDATE ${p.name} SET k = k + 1 WHERE ${p.some()} RETURNING id, k) SELECT u.*, o.k FROM u LEFT JOIN ${p.other.name} o ON o.id = u.id`,
      () =>
        `WITH i AS (INSERT INTO ${p.name} (id, k) VALUES (${70 + p.c.pick(20)}, 1) RETURNING id) UPDATE ${p.other.name} SET s = 'with' FROM i WHERE ${p.other.name}.id < i.id - 68 RETURNING ${p.other.name}.id`,
      () => `WITH o AS (SELECT * FROM ${p.other.name} WHERE ${p.some()}), u AS (UPDATE ${p.name} SET s = o.s FROM o WHERE o.id = ${p.name}.id RETURNING ${p.name}.id) DELETE FROM ${p.other.name} WHERE id IN (SELECT id FROM u) RETURNING id`,
    ])(),
};

const makerNames = Object.keys(makers);

/** A change of rows, whose outcome no order of rows decides. */
export function makeChange(c: Choices, tables: readonly Table[]): Change {
  const feature = c.of(makerNames);
  return {feature, sql: makers[feature](new Parts(c, tables))};
}

/** A change of a table itself, outside transactions, with what the table is if it goes well. */
export function alterTable(c: Choices, table: Table, number: number): Change & {readonly table: Table} {
  const {name, columns} = table;
  const alter = (rest: string) => ({feature: 'ALTER TABLE', sql: `ALTER TABLE ${name} ${rest}`, table});
  const column = c.of(columns.slice(1).filter(({generated}) => !generated)).name;
  switch (c.pick(9)) {
    case 0:
    case 1:
    case 2: {
      const kind: Kind = c.of(kinds);
      const added = {name: `${kind}_a${number}`, kind};
      const rest = c.of(['', ` DEFAULT ${literal(c, kind)}`]);
      return {...alter(`ADD COLUMN ${added.name} ${typeOf(kind)}${rest}`), table: {name, columns: [...columns, added]}};
    }
    case 3:
      return alter(`ADD CONSTRAINT c${number} CHECK (${c.of(['k < 40', "s <> 'merged'", 'k > 0 OR k IS NULL', 'id > 0'])})`);
    case 4:
      return alter(`ADD CONSTRAINT c${number} UNIQUE (${c.of(['id, k', 's, id', 'k, s', 's'])})`);
    case 5:
      return alter(`ALTER COLUMN ${column} ${c.of(['SET NOT NULL', 'SET DEFAULT NULL', 'DROP DEFAULT'])}`);
    case 6:
      return alter(`DROP CONSTRAINT IF EXISTS c${c.pick(number + 1)}`);
    case 7: {
      const index = c.of(['(k, id)', '((k + id), id)', '(lower(s), id)', '(s) WHERE k > 5', '(k) WHERE s IS NULL']);
      return {feature: 'CREATE INDEX', sql: `CREATE${c.of(['', ' UNIQUE'])} INDEX x${number} ON ${name} ${index}`, table};
    }
    default:
      return {feature: 'TRUNCATE', sql: `TRUNCATE ${name}${c.of(['', ' CASCADE'])}`, table};
  }
}
