import type {Show} from '../../sql/ast/index.ts';
import {notSupported} from '../../types/sql-error.ts';

type ShowObjects = Exclude<Show['show'], {what: 'variable'} | {what: 'all'}>;

const RELKINDS: Readonly<Record<string, string>> = {
  tables: 'r',
  views: 'v',
  'materialized views': 'm',
  sources: 'f',
  indexes: 'i',
};

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The query over the catalogs that a SHOW of objects stands for. Errors: 0A000. */
export function showObjectsQuery(show: ShowObjects): string {
  if (show.what === 'create') return showCreate(show.object, show.name.parts);
  const like = show.like === null ? '' : ` AND name LIKE ${quote(show.like)}`;
  if (show.objects === 'columns') {
    return `SELECT name, type, nullable FROM (
        SELECT a.attname::text AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
          CASE WHEN a.attnotnull THEN 'NO' ELSE 'YES' END AS nullable, a.attnum
        FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = ${quote(qualified(show.from!.parts))}::pg_catalog.regclass AND a.attnum > 0) c
      WHERE true${like} ORDER BY attnum`;
  }
  if (show.objects === 'schemas') {
    return `SELECT name FROM (SELECT nspname::text AS name FROM pg_catalog.pg_namespace) n WHERE true${like} ORDER BY 1`;
  }
  if (show.objects === 'sinks') {
    const schema = show.from
      ? `schema = ${quote(show.from.parts[0])}`
      : 'schema = ANY (pg_catalog.current_schemas(false))';
    return `SELECT name FROM (SELECT name::text AS name FROM millrace.sinks WHERE ${schema}) s WHERE true${like} ORDER BY 1`;
  }
  const schema = show.from ? `n.nspname = ${quote(show.from.parts[0])}` : 'pg_catalog.pg_table_is_visible(c.oid)';
  return `SELECT name FROM (
      SELECT c.relname::text AS name FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = '${RELKINDS[show.objects]}' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'millrace')
        AND ${schema}) r
    WHERE true${like} ORDER BY 1`;
}

function showCreate(object: string, parts: readonly string[]): string {
  const name = quote(qualified(parts));
  if (object === 'view' || object === 'materialized view') {
    return `SELECT ${quote(parts.join('.'))} AS name, pg_catalog.pg_get_viewdef(${name}::pg_catalog.regclass) AS definition`;
  }
  throw notSupported(`SHOW CREATE ${object.toUpperCase()}`);
}

function qualified(parts: readonly string[]): string {
  return parts.map(part => `"${part.replaceAll('"', '""')}"`).join('.');
}
