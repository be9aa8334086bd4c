import type {Choices} from './choices.ts';
import {expression, predicate} from './expression.ts';
import {QueryMaker} from './query.ts';
import type {Table} from './tables.ts';
import {insertRows} from './tables.ts';
import {typeName} from './values.ts';

/** The statements of one transaction, at times a BEGIN and its end among them. */
export function makeTransaction(c: Choices, tables: readonly Table[]): string[] {
  const statements = Array.from({length: 1 + c.pick(3)}, () => makeChange(c, c.of(tables), tables));
  if (statements.length === 1 && c.oneIn(2)) return statements;
  return ['BEGIN', ...statements, c.oneIn(6) ? 'ROLLBACK' : 'COMMIT'];
}

function makeChange(c: Choices, table: Table, tables: readonly Table[]): string {
  const queries = new QueryMaker(c, tables);
  const scope = queries.scopeOf(table);
  const depth = c.oneIn(4) ? 1 : 0;
  switch (c.pick(5)) {
    case 0:
      return insertRows(c, table, 1 + c.pick(4));
    case 1: {
      const {name, kind} = c.of(table.columns.slice(1));
      const value = `${expression(c, scope, kind, depth + 1)}::${typeName[kind]}`;
      return `UPDATE ${table.name} SET ${name} = ${value} WHERE ${predicate(c, scope, depth)}`;
    }
    case 2:
      return `DELETE FROM ${table.name} WHERE ${predicate(c, scope, depth)}`;
    case 3: {
      if (table.hasKey) return insertRows(c, table, 1 + c.pick(2));
      const kinds = table.columns.map(column => column.kind);
      const order = kinds.map((_, i) => i + 1).join(', ');
      const casts = table.columns.map(({kind}, i) => `c${i}::${typeName[kind]}`).join(', ');
      const rows = `${queries.rows(kinds, 1)}`;
      return `INSERT INTO ${table.name} SELECT ${casts} FROM (${rows}) AS q ORDER BY ${order} LIMIT 5`;
    }
    default:
      return c.oneIn(8) ? `DELETE FROM ${table.name}` : insertRows(c, table, 1 + c.pick(2));
  }
}
