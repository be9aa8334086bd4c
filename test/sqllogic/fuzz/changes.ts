import type {Choices} from './choices.ts';
import {expression, predicate, type Scope} from './expression.ts';
import type {Table} from './tables.ts';
import {insertRows} from './tables.ts';
import {typeName} from './values.ts';

/** The statements of one transaction, at times a BEGIN and its end among them. */
export function makeTransaction(c: Choices, tables: readonly Table[]): string[] {
  const statements = Array.from({length: 1 + c.pick(3)}, () => makeChange(c, c.of(tables)));
  if (statements.length === 1 && c.oneIn(2)) return statements;
  return ['BEGIN', ...statements, c.oneIn(6) ? 'ROLLBACK' : 'COMMIT'];
}

function makeChange(c: Choices, table: Table): string {
  const scope: Scope = {
    terms: table.columns.map(({name, kind}) => ({sql: `${table.name}.${name}`, kind})),
    subqueries: null,
  };
  switch (c.pick(4)) {
    case 0:
      return insertRows(c, table, 1 + c.pick(4));
    case 1: {
      const {name, kind} = c.of(table.columns.slice(1));
      const value = `${expression(c, scope, kind, 2)}::${typeName[kind]}`;
      return `UPDATE ${table.name} SET ${name} = ${value} WHERE ${predicate(c, scope, 1)}`;
    }
    case 2:
      return `DELETE FROM ${table.name} WHERE ${predicate(c, scope, 1)}`;
    default:
      return c.oneIn(8) ? `DELETE FROM ${table.name}` : insertRows(c, table, 1 + c.pick(2));
  }
}
