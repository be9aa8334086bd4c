import {readFileSync} from 'node:fs';

/**
 * A record of a .slt file (the sqllogictest format):
 *
 *     statement ok              statement error 22012
 *     CREATE TABLE t (a int)    SELECT 1/0
 *
 *     query [rowsort] [once] [wait]
 *     SELECT a, b FROM t
 *     ----
 *     1|x
 *
 * One line a row, values parted by `|`, NULL and (empty) spelled out, line feeds and bars escaped. `rowsort`: the query
 * has no order. `once`: it cannot be a materialized view (it asks for the time, the catalog …). `wait`: a source is being
 * read; asked again until the rows are these, for ten seconds.
 * What stands under `----` and behind `error` comes from PostgreSQL (scripts/sqllogic-record.mjs), except in files whose
 * first line is `# millrace`, which are about what Postgres has not.
 */
export type SqlRecord =
  | {readonly kind: 'statement'; readonly line: number; readonly sql: string; readonly error: string | null}
  | {
      readonly kind: 'query';
      readonly line: number;
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
    if (words[0] === 'statement') {
      records.push({kind: 'statement', line, sql: block.join('\n'), error: words[1] === 'error' ? words[2] : null});
    } else if (words[0] === 'query') {
      const rule = block.indexOf('----');
      const sql = (rule < 0 ? block : block.slice(0, rule)).join('\n');
      const rows = rule < 0 ? [] : block.slice(rule + 1);
      const [rowsort, once, wait] = ['rowsort', 'once', 'wait'].map(word => words.includes(word));
      records.push({kind: 'query', line, sql, rowsort, once, wait, rows});
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
