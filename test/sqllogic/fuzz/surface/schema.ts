import type {Choices} from '../choices.ts';
import {type Kind, kinds, literal, typeOf} from './kinds.ts';
import type {Term} from './templates.ts';

/** `generated`: computed from the row, by this. */
type Column = {readonly name: string; readonly kind: Kind; readonly generated?: string};
export type Table = {readonly name: string; readonly columns: readonly Column[]};

const generatedColumns: readonly Column[] = [
  {name: 'twice', kind: 'int', generated: 'k * 2'},
  {name: 'label', kind: 'text', generated: "upper(s) || '-' || id"},
  {name: 'known', kind: 'bool', generated: 'k IS NOT NULL AND s IS NOT NULL'},
];

/** Types that every schema has. */
export const types = [
  "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')",
  'CREATE DOMAIN posint AS int CHECK (VALUE > 0)',
  'CREATE TYPE pair AS (x int, y text)',
];

/** Every table has `id`, an int `k` that meets the others' and a text `s`, and five to nine columns more. */
export function makeTables(c: Choices): Table[] {
  return Array.from({length: 2 + c.pick(2)}, (_, i) => {
    const columns: Column[] = [
      {name: 'id', kind: 'int'},
      {name: 'k', kind: 'int'},
      {name: 's', kind: 'text'},
    ];
    for (let n = 5 + c.pick(5); n > 0; n--) {
      const kind = c.of(kinds);
      columns.push({name: `${kind}_${columns.length}`, kind});
    }
    if (c.oneIn(3)) columns.push(c.of(generatedColumns));
    return {name: `t${i}`, columns};
  });
}

export function createTable(c: Choices, {name, columns}: Table, all: readonly Table[]): string {
  const parts = columns.map(({name: column, kind, generated}) => {
    const rest = generated ? ` GENERATED ALWAYS AS (${generated}) STORED` : column === 'id' ? ' PRIMARY KEY' : '';
    return `${column} ${typeOf(kind)}${rest}`;
  });
  if (c.oneIn(3)) parts.push(`CHECK (${c.of(['k < 12', "s <> 'Zz%'", 'k IS NOT NULL OR id > 2'])})`);
  if (c.oneIn(4)) parts.push(c.of(['UNIQUE (k, s)', 'UNIQUE (s, id)']));
  if (c.oneIn(4) && all[0].name !== name) {
    const onUpdate = c.of(['', ' ON UPDATE CASCADE', ' ON UPDATE SET NULL']);
    parts.push(`FOREIGN KEY (k) REFERENCES ${all[0].name} ON DELETE ${c.of(['CASCADE', 'SET NULL', 'NO ACTION'])}${onUpdate}`);
  }
  return `CREATE TABLE ${name} (${parts.join(', ')})`;
}

export const terms = (table: Table, alias = table.name): Term[] => {
  return table.columns.map(({name, kind}) => ({kind, sql: `${alias}.${name}`}));
};

const row = (c: Choices, table: Table): string => {
  const values = table.columns.map(({name, kind, generated}) => {
    return generated ? 'DEFAULT' : name === 'id' ? String(1 + c.pick(14)) : literal(c, kind, 6);
  });
  return `(${values.join(', ')})`;
};

export const rowsOf = (c: Choices, table: Table, count: number): string => Array.from({length: count}, () => row(c, table)).join(', ');

export const seedRows = (c: Choices, table: Table): string => {
  return `INSERT INTO ${table.name} VALUES ${rowsOf(c, table, 3 + c.pick(5))} ON CONFLICT DO NOTHING`;
};
