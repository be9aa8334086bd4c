import type {Choices} from './choices.ts';
import type {Kind} from './values.ts';
import {kinds, literal, typeName} from './values.ts';

export type Column = {readonly name: string; readonly kind: Kind};
/** Something a query can read by its name. */
export type Relation = {readonly name: string; readonly columns: readonly Column[]};
export type Table = Relation & {readonly hasKey: boolean; nextId: number};

/** Two or three tables, whose columns of one name may differ in type. */
export function makeTables(c: Choices): Table[] {
  return Array.from({length: 2 + c.pick(2)}, (_, t) => {
    const hasKey = c.oneIn(2);
    const columns: Column[] = [{name: 'id', kind: 'int'}];
    for (let i = 0; i < 2 + c.pick(3); i++) {
      columns.push({name: 'abcde'[i], kind: i === 0 && !c.oneIn(3) ? 'int' : c.of(kinds)});
    }
    return {name: `t${t}`, columns, hasKey, nextId: 1};
  });
}

export function createTable({name, columns, hasKey}: Table): string {
  const parts = columns.map(
    column => `${column.name} ${typeName[column.kind]}${hasKey && column.name === 'id' ? ' PRIMARY KEY' : ''}`,
  );
  return `CREATE TABLE ${name} (${parts.join(', ')})`;
}

export function insertRows(c: Choices, table: Table, count: number): string {
  const rows = Array.from({length: count}, () => {
    const values = table.columns.map(({name, kind}) => {
      if (name === 'id' && table.hasKey) return String(table.nextId++);
      return literal(c, kind, 5);
    });
    return `(${values.join(', ')})`;
  });
  return `INSERT INTO ${table.name} VALUES ${rows.join(', ')}`;
}
