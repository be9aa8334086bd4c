import type {SqlType} from '../types/sql-type.ts';
import {type CatalogColumn, liveColumns} from './object.ts';
import type {SystemSnapshot} from './system/snapshot.ts';

type Columned = {readonly name: string; readonly oid: number; readonly columns: readonly CatalogColumn[]};

type How = {readonly pretty: boolean; readonly wanted?: SqlType};

/** As pg_get_expr prints an expression over the columns of a relation that is kept as it was written. */
export function storedExpression(snapshot: SystemSnapshot, relation: Columned, text: string, how: How): string {
  return printedExpression(snapshot, relation, text, how) ?? text;
}

/** null: it has what is printed as it was written. */
export function printedExpression(
  {catalog, session, printer}: SystemSnapshot,
  {name, oid, columns}: Columned,
  text: string,
  {pretty, wanted}: How,
): string | null {
  const table = {table: name, oid, columns: liveColumns({columns}).map(({column}) => column)};
  const options = {catalog, searchPath: session.searchPath, pretty, wrap: 0};
  return printer?.expression({text, table, wanted}, options) ?? null;
}
