import type {Choices} from '../choices.ts';
import {type Kind, kinds, literal, typeOf} from './kinds.ts';
import {expression, type Term} from './templates.ts';

export type Table = {readonly name: string; readonly columns: readonly {readonly name: string; readonly kind: Kind}[]};

/** Types that every schema has. */
export const types = [
  "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')",
  'CREATE DOMAIN posint AS int CHECK (VALUE > 0)',
  'CREATE TYPE pair AS (x int, y text)',
];

/** Every table has `id`, an int `k` that meets the others' and a text `s`, and five to nine columns more. */
export function makeTables(c: Choices): Table[] {
  return Array.from({length: 2 + c.pick(2)}, (_, i) => {
    const columns: {name: string; kind: Kind}[] = [
      {name: 'id', kind: 'int'},
      {name: 'k', kind: 'int'},
      {name: 's', kind: 'text'},
    ];
    for (let n = 5 + c.pick(5); n > 0; n--) {
      const kind = c.of(kinds);
      columns.push({name: `${kind}_${columns.length}`, kind});
    }
    return {name: `t${i}`, columns};
  });
}

export function createTable(c: Choices, {name, columns}: Table, all: readonly Table[]): string {
  const parts = columns.map(column => `${column.name} ${typeOf(column.kind)}${column.name === 'id' ? ' PRIMARY KEY' : ''}`);
  if (c.oneIn(3)) parts.push(`CHECK (${c.of(['k < 12', "s <> 'Zz%'", 'k IS NOT NULL OR id > 2'])})`);
  if (c.oneIn(4)) parts.push(c.of(['UNIQUE (k, s)', 'UNIQUE (s, id)']));
  if (c.oneIn(4) && all[0].name !== name) {
    parts.push(`FOREIGN KEY (k) REFERENCES ${all[0].name} ON DELETE ${c.of(['CASCADE', 'SET NULL', 'NO ACTION'])}`);
  }
  return `CREATE TABLE ${name} (${parts.join(', ')})`;
}

export const terms = (table: Table, alias = table.name): Term[] => {
  return table.columns.map(({name, kind}) => ({kind, sql: `${alias}.${name}`}));
};

const row = (c: Choices, table: Table): string => {
  const values = table.columns.map(({name, kind}) => (name === 'id' ? String(1 + c.pick(14)) : literal(c, kind, 6)));
  return `(${values.join(', ')})`;
};

const rowsOf = (c: Choices, table: Table, count: number): string => Array.from({length: count}, () => row(c, table)).join(', ');

export const seedRows = (c: Choices, table: Table): string => {
  return `INSERT INTO ${table.name} VALUES ${rowsOf(c, table, 3 + c.pick(5))} ON CONFLICT DO NOTHING`;
};

/** A change of `table`, whose outcome no order of rows decides. Answers come ordered by the caller. */
export function makeChange(c: Choices, tables: readonly Table[]): {feature: string; sql: string} {
  const table = c.of(tables);
  const {name} = table;
  const others = tables.filter(other => other !== table);
  const other = c.of(others);
  const mine = terms(table);
  const assign = (from: readonly Term[], prefix = ''): string => {
    const {name: column, kind} = c.of(table.columns.slice(1));
    return `${column} = ${prefix}${expression(c, kind, from, 1 + c.pick(2))}`;
  };
  const where = (from: readonly Term[], depth = 1): string => expression(c, 'bool', from, depth);
  const some = `id ${c.of(['=', '<', '>', '%2 =', '<>'])} ${c.pick(8)}`;
  const returning = c.of(['', '', ' RETURNING *', ` RETURNING id, ${c.of(mine).sql} IS NULL, k + 1 AS "more"`]);
  switch (c.pick(9)) {
    case 0:
      return {feature: 'INSERT', sql: `INSERT INTO ${name} VALUES ${rowsOf(c, table, 1 + c.pick(3))}${returning}`};
    case 1: {
      const action = c.of([
        'ON CONFLICT DO NOTHING',
        'ON CONFLICT (id) DO NOTHING',
        `ON CONFLICT (id) DO UPDATE SET k = excluded.k, s = ${name}.s || excluded.s`,
        `ON CONFLICT (id) DO UPDATE SET ${assign(mine)} WHERE ${where(mine)}`,
      ]);
      return {feature: 'ON CONFLICT', sql: `INSERT INTO ${name} VALUES ${rowsOf(c, table, 1 + c.pick(3))} ${action}${returning}`};
    }
    case 2:
      return {feature: 'UPDATE', sql: `UPDATE ${name} SET ${assign(mine)} WHERE ${where(mine)}${returning}`};
    case 3:
      return {feature: 'UPDATE', sql: `UPDATE ${name} SET ${assign(mine)} WHERE ${some}${returning}`};
    case 4:
      return {
        feature: 'UPDATE FROM',
        sql: `UPDATE ${name} SET ${assign([...mine, ...terms(other, 'o')])} FROM ${other.name} o WHERE o.id = ${name}.id AND ${where([...mine, ...terms(other, 'o')])}${returning.replace('*', `${name}.*`).replace(' id', ` ${name}.id`).replace(' k +', ` ${name}.k +`)}`,
      };
    case 5:
      return {feature: 'DELETE', sql: `DELETE FROM ${name} WHERE ${some} AND ${where(mine)}${returning}`};
    case 6:
      return {
        feature: 'DELETE USING',
        sql: `DELETE FROM ${name} USING ${other.name} o WHERE o.id = ${name}.id AND o.id % 3 = ${c.pick(3)} AND ${where([...mine, ...terms(other, 'o')])}`,
      };
    case 7: {
      const first = c.of(['UPDATE SET k = o.k', 'DELETE', 'DO NOTHING', `UPDATE SET ${assign([...terms(table, 't'), ...terms(other, 'o')])}`]);
      const condition = c.oneIn(2) ? ` AND ${where([...terms(table, 't'), ...terms(other, 'o')])}` : '';
      const last = c.of(['INSERT (id, k, s) VALUES (o.id, o.k, o.s)', 'DO NOTHING']);
      return {
        feature: 'MERGE',
        sql: `MERGE INTO ${name} t USING ${other.name} o ON t.id = o.id WHEN MATCHED${condition} THEN ${first} WHEN NOT MATCHED THEN ${last}`,
      };
    }
    default:
      return {
        feature: 'INSERT SELECT',
        sql: `INSERT INTO ${name} (id, k, s) SELECT id + ${c.of([0, 20, 40])}, k, s FROM ${other.name} WHERE ${where(terms(other))} ON CONFLICT DO NOTHING${returning.startsWith(' RETURNING id') ? ' RETURNING id, k' : returning}`,
      };
  }
}
