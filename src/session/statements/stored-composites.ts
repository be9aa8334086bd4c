import type {TypeObject} from '../../catalog/object.ts';
import {columnsOfType} from '../../catalog/user-types.ts';
import type {Alter} from '../../sql/ast/index.ts';
import {parseStatements} from '../../sql/parse/index.ts';
import type {Field} from '../../types/sql-type.ts';
import type {SqlSession} from '../session.ts';
import {alterBy} from './alter-table.ts';
import {quoted, tableText} from './table-rows.ts';

/** Where an attribute's value comes from: the one that had this name before; null: it is new. */
export type AttributeSource = (name: string) => string | null;

/** Values in columns have the attributes of their type with them: after it has changed, they are made anew from the old ones. */
export async function rewriteComposites(
  session: SqlSession,
  {oid, name, schema}: TypeObject,
  attributes: readonly Field[],
  source: AttributeSource,
): Promise<void> {
  const type = tableText({schema, name});
  for (const {table, index} of columnsOfType(session.catalog, oid)) {
    const column = quoted(table.columns[index].name);
    const values = attributes.map(attribute => {
      const from = source(attribute.name);
      return from === null ? 'NULL' : `(${column}).${quoted(from)}`;
    });
    // A row of NULLs is one.
    const made = `CASE WHEN ${column} IS DISTINCT FROM NULL THEN ROW(${values.join(', ')})::${type} END`;
    const sql = `ALTER TABLE ${tableText(table)} ALTER COLUMN ${column} TYPE ${type} USING ${made}`;
    const [action] = (parseStatements(sql)[0] as Alter).actions;
    await alterBy(action, {session, sql, oid: table.oid});
  }
}
