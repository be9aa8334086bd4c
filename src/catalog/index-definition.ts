import {quoteIdentifier} from '../expr/text/quote.ts';
import type {CheckConstraint, ForeignKey, TableIndex} from './constraints.ts';
import type {CatalogColumn} from './object.ts';

// Keys, checks and indexes as Postgres prints them.

/** As pg_get_indexdef prints it. */
export function indexDefinition(table: {readonly schema: string; readonly name: string}, index: TableIndex): string {
  const on = `${quoteIdentifier(table.schema)}.${quoteIdentifier(table.name)}`;
  const nulls = index.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  const where = index.where === null ? '' : ` WHERE (${index.where})`;
  const what = index.unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX';
  const columns = index.elements.join(', ');
  return `${what} ${quoteIdentifier(index.name)} ON ${on} USING ${index.method} (${columns})${nulls}${where}`;
}

/** As pg_get_constraintdef prints the constraint of an index. */
export function keyDefinition(columns: readonly CatalogColumn[], key: TableIndex): string {
  const what = key.constraint === 'primary' ? 'PRIMARY KEY' : 'UNIQUE';
  const nulls = key.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  return `${what}${nulls} (${columnList(columns, key.columns)})${deferral(key)}`;
}

type Check = Pick<CheckConstraint, 'expr' | 'text' | 'validated'> & Partial<CheckConstraint>;

/** A table's or a domain's. Postgres puts what is no call in parentheses of its own, unless it prints prettily. */
export function checkDefinition({expr, text, validated, noInherit}: Check, pretty: boolean): string {
  const plain = pretty || (expr.op === 'call' && /^[a-z_]/.test(expr.signature)) || expr.op === 'column';
  return `CHECK (${plain ? text : `(${text})`})${noInherit ? ' NO INHERIT' : ''}${validated ? '' : ' NOT VALID'}`;
}

/** `referenced`: the columns of the referenced table; `name`: its name as the search path wants it. */
export function foreignKeyDefinition(
  columns: readonly CatalogColumn[],
  key: ForeignKey,
  name: string,
  referenced: readonly CatalogColumn[],
): string {
  const to = `${name}(${columnList(referenced, key.referenced)})`;
  const set = key.setColumns ? ` (${columnList(columns, key.setColumns)})` : '';
  const actions =
    (key.onUpdate === 'no action' ? '' : ` ON UPDATE ${key.onUpdate.toUpperCase()}`) +
    (key.onDelete === 'no action' ? '' : ` ON DELETE ${key.onDelete.toUpperCase()}${set}`);
  const match = key.match === 'full' ? ' MATCH FULL' : '';
  const valid = key.validated ? '' : ' NOT VALID';
  return `FOREIGN KEY (${columnList(columns, key.columns)}) REFERENCES ${to}${match}${actions}${deferral(key)}${valid}`;
}

function deferral({deferrable, deferred}: {readonly deferrable: boolean; readonly deferred: boolean}): string {
  return deferred ? ' DEFERRABLE INITIALLY DEFERRED' : deferrable ? ' DEFERRABLE' : '';
}

function columnList(columns: readonly CatalogColumn[], numbers: readonly number[]): string {
  return numbers.map(index => quoteIdentifier(columns[index].name)).join(', ');
}
