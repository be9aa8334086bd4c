import {quoteIdentifier} from '../expr/text/quote.ts';
import type {CatalogColumn, PrimaryKey} from './object.ts';

/** As pg_get_indexdef prints the index of a primary key. */
export function indexDefinition(
  table: {readonly schema: string; readonly name: string},
  columns: readonly CatalogColumn[],
  key: PrimaryKey,
): string {
  const on = `${quoteIdentifier(table.schema)}.${quoteIdentifier(table.name)}`;
  return `CREATE UNIQUE INDEX ${quoteIdentifier(key.name)} ON ${on} USING btree (${keyColumns(columns, key)})`;
}

/** As pg_get_constraintdef prints it. */
export function primaryKeyDefinition(columns: readonly CatalogColumn[], key: PrimaryKey): string {
  return `PRIMARY KEY (${keyColumns(columns, key)})`;
}

function keyColumns(columns: readonly CatalogColumn[], key: PrimaryKey): string {
  return key.columns.map(index => quoteIdentifier(columns[index].name)).join(', ');
}
