import {readFileSync} from 'node:fs';

/**
 * A record of a .slt file (the sqllogictest format):
 *
 *     statement ok              statement error 22012
 *     CREATE TABLE t (a int)    SELECT 1/0
 *                               ----
 *                               division by zero
 *
 *     query [rowsort] [once] [wait]
 *     SELECT a, b FROM t
 *     ----
 *     1|x
 *
 * An error's text is compared where the record has it: message, then `DETAIL: …` and `HINT: …`. A name like `@b` in the
 * first line says which connection runs the record; without one it is the file's own.
 *
 * One line a row, values parted by `|`, NULL and (empty) spelled out, line feeds and bars escaped. `rowsort`: the query
 * has no order. `once`: it cannot be a materialized view (it asks for the time, the catalog …). `wait`: a source is being
 * read; asked again until the rows are these, for ten seconds.
 * What stands under `----` and behind `error` comes from PostgreSQL (scripts/sqllogic-record.mjs), except in files whose
 * first line is `# millrace`, which are about what Postgres has not.
 */
export type SqlRecord =
  | {
      readonly kind: 'statement';
      readonly line: number;
      readonly connection: string;
      readonly sql: string;
      readonly error: string | null;
      /** Message, detail and hint; null: any. */
      readonly text: readonly string[] | null;
    }
  | {
      readonly kind: 'query';
      readonly line: number;
      readonly connection: string;
      readonly sql: string;
      readonly rowsort: boolean;
      readonly once: boolean;
      readonly wait: boolean;
      readonly rows: readonly string[];
    };

export function readRecords(path: string): SqlRecord[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const records: SqlRecord[] = [];
  let at = 0;
  while (at < lines.length) {
    const head = lines[at];
    if (head.trim() === '' || head.startsWith('#')) {
      at++;
      continue;
    }
    const line = at + 1;
    const end = lines.findIndex((text, i) => i > at && text.trim() === '');
    const block = lines.slice(at + 1, end < 0 ? lines.length : end);
    at = end < 0 ? lines.length : end;
    const words = head.split(' ');
    const connection = words.find(word => word.startsWith('@')) ?? '';
    const rule = block.indexOf('----');
    const sql = (rule < 0 ? block : block.slice(0, rule)).join('\n');
    const below = rule < 0 ? null : block.slice(rule + 1);
    if (words[0] === 'statement') {
      const error = words[1] === 'error' ? words[2] : null;
      records.push({kind: 'statement', line, connection, sql, error, text: error === null ? null : below});
    } else if (words[0] === 'query') {
      const [rowsort, once, wait] = ['rowsort', 'once', 'wait'].map(word => words.includes(word));
      records.push({kind: 'query', line, connection, sql, rowsort, once, wait, rows: below ?? []});
    } else {
      throw new Error(`${path}:${line}: neither statement nor query: ${head}`);
    }
  }
  return records;
}

export function formatRow(row: readonly (string | null)[]): string {
  return row
    .map(value => {
      if (value === null) return 'NULL';
      return value === '' ? '(empty)' : value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('|', '\\|');
    })
    .join('|');
}

/** As a record says what an error is. */
export function errorText(error: {readonly message: string; readonly detail?: string; readonly hint?: string}): string[] {
  const parts = [error.message];
  if (error.detail) parts.push(`DETAIL: ${error.detail}`);
  if (error.hint) parts.push(`HINT: ${error.hint}`);
  return parts.flatMap(part => part.split('\n'));
}
