import type {SqlClient} from './client.ts';
import {formatTable} from './table.ts';

const RELATION_KINDS = `CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
  WHEN 'f' THEN 'source' WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence' ELSE c.relkind::text END`;

/** \\d, \\dt …: the relations that are found without their schema; with a pattern, those that it names. */
function listRelations(kinds: string, pattern: string): string {
  const [schema, name] = pattern.includes('.') ? pattern.split('.', 2) : ['', pattern];
  const conditions = [
    `c.relkind IN (${[...kinds].map(kind => `'${kind}'`).join(', ')})`,
    schema === '' ? 'pg_catalog.pg_table_is_visible(c.oid)' : `n.nspname ~ ${expressionOf(schema)}`,
    name === '' ? `n.nspname !~ '^(pg_catalog|pg_toast|information_schema)$'` : `c.relname ~ ${expressionOf(name)}`,
  ];
  return `SELECT n.nspname AS "Schema", c.relname AS "Name", ${RELATION_KINDS} AS "Type",
      pg_catalog.pg_get_userbyid(c.relowner) AS "Owner"
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE ${conditions.join(' AND ')} ORDER BY 1, 2`;
}

/** A pattern as psql has it, with `*` and `?`, as a literal of a regular expression. */
function expressionOf(pattern: string): string {
  const escaped = pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return `E'${`^(${escaped})$`.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

type List = {readonly title: string; readonly sql: (pattern: string) => string};

const relations = (kinds: string): List => ({
  title: 'List of relations',
  sql: pattern => listRelations(kinds, pattern),
});

const LISTS: Readonly<Record<string, List>> = {
  d: relations('rvmfS'),
  dt: relations('r'),
  dv: relations('v'),
  dm: relations('m'),
  ds: relations('f'),
  l: {
    title: 'List of databases',
    sql: () => `SELECT d.datname AS "Name", pg_catalog.pg_get_userbyid(d.datdba) AS "Owner",
        pg_catalog.pg_encoding_to_char(d.encoding) AS "Encoding" FROM pg_catalog.pg_database d ORDER BY 1`,
  },
  dn: {
    title: 'List of schemas',
    sql: () => `SELECT n.nspname AS "Name", pg_catalog.pg_get_userbyid(n.nspowner) AS "Owner"
      FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`,
  },
};

/** Runs a \\d-family command; null if the word is not one. */
export async function describe(client: SqlClient, word: string, argument: string): Promise<string | null> {
  const name = word.replace('+', '');
  if (name === 'd' && argument !== '') return describeRelation(client, argument);
  if (!Object.hasOwn(LISTS, name)) return null;
  const list = LISTS[name];
  const [{result}] = await client.run(list.sql(argument));
  return result!.rows.length === 0 ? 'Did not find any relations.\n' : `${formatTable(result!, list.title)}\n`;
}

async function describeRelation(client: SqlClient, name: string): Promise<string> {
  const literal = `'${name.replaceAll("'", "''")}'`;
  const [{result: found}] = await client.run(
    `SELECT c.oid, n.nspname, c.relname, ${RELATION_KINDS}
     FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE c.oid = ${literal}::regclass`,
  );
  const [oid, schema, relation, kind] = found!.rows[0];
  const [{result: columns}] = await client.run(
    `SELECT a.attname AS "Column", pg_catalog.format_type(a.atttypid, a.atttypmod) AS "Type",
       CASE WHEN a.attnotnull THEN 'not null' ELSE '' END AS "Nullable"
     FROM pg_catalog.pg_attribute a WHERE a.attrelid = ${oid} AND a.attnum > 0 ORDER BY a.attnum`,
  );
  const table = formatTable(columns!, `${capitalise(kind ?? 'relation')} "${schema}.${relation}"`);
  let definition = '';
  if (kind === 'view' || kind === 'materialized view') {
    const [{result}] = await client.run(`SELECT pg_catalog.pg_get_viewdef(${oid})`);
    definition = `View definition:\n${result!.rows[0][0] ?? ''}\n`;
  }
  return `${table.replace(/\(\d+ rows?\)\n$/, '')}${definition}\n`;
}

function capitalise(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

export const HELP = `Statements end with a semicolon. Commands:
  \\d [NAME]      list relations, or describe one
  \\dt \\dv \\dm \\ds [PATTERN]
                 list tables, views, materialized views, sources
  \\dn  \\l        list schemas, databases
  \\g  \\gx        run what is typed, or the last statement again; with one line a column
  \\r             forget what is typed
  \\i FILE        run the statements of a file
  \\timing        show how long each statement takes
  \\x             one line a column
  \\watch [SEC]   run the statement before (or the one typed) again every SEC seconds, until Ctrl-C
  \\q             quit
`;
