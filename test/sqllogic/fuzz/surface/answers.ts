import type pg from 'pg';
import {formatRow} from '../../records.ts';

export type Answer = {
  readonly rows: readonly string[];
  /** One string a cell; null: NULL. */
  readonly cells: readonly (readonly (string | null)[])[];
  /** Names and type OIDs of the columns. */
  readonly columns: readonly {readonly name: string; readonly type: number}[];
  /** SQLSTATE; null: it went well. */
  readonly error: string | null;
  readonly message: string;
  readonly tag: string;
};

/** From here on OIDs are given to what users create. */
const FIRST_USER_OID = 16384;
const FLOATS = [700, 701];

export async function ask(client: pg.Client, sql: string | {text: string; values: string[]}): Promise<Answer> {
  try {
    const config = typeof sql === 'string' ? {text: sql} : sql;
    const result = await client.query<(string | null)[]>({...config, rowMode: 'array'});
    const {rows, fields, command, rowCount} = result;
    return {
      rows: rows.map(formatRow),
      cells: rows,
      columns: fields.map(({name, dataTypeID}) => ({name, type: dataTypeID})),
      error: null,
      message: '',
      tag: `${command} ${rowCount}`,
    };
  } catch (error) {
    const {code, message} = error as {code?: string; message: string};
    return {rows: [], cells: [], columns: [], error: code ?? 'lost', message, tag: ''};
  }
}

/** What is not the same; null: nothing. Rows are a multiset unless they are ordered; floats may differ in the last digits. */
export function differ(ours: Answer, theirs: Answer, ordered: boolean): string | null {
  if (ours.error !== theirs.error) return 'error';
  if (ours.error) return null;
  if (ours.columns.length !== theirs.columns.length) return 'columns';
  for (const [i, {name, type}] of ours.columns.entries()) {
    const other = theirs.columns[i];
    if (name !== other.name) return `column name ${name} / ${other.name}`;
    if (type !== other.type && Math.min(type, other.type) < FIRST_USER_OID) return `column type ${type} / ${other.type}`;
  }
  if (ours.tag !== theirs.tag) return `tag ${ours.tag} / ${theirs.tag}`;
  const [a, b] = [ours, theirs].map(({rows}) => (ordered ? rows : [...rows].sort()));
  if (a.join('\n') === b.join('\n')) return null;
  const floats = ours.columns.map(({type}) => FLOATS.includes(type));
  if (!floats.includes(true)) return 'rows';
  const [x, y] = [ours, theirs].map(({cells}) => rounded(cells, floats));
  if (!ordered) for (const rows of [x, y]) rows.sort();
  return x.join('\n') === y.join('\n') ? null : 'rows';
}

/** Floats to twelve digits, which is what an order of additions leaves. */
function rounded(cells: Answer['cells'], floats: readonly boolean[]): string[] {
  return cells.map(row =>
    formatRow(
      row.map((cell, i) => {
        const value = Number(cell);
        if (cell === null || !floats[i] || !Number.isFinite(value)) return cell;
        return Math.abs(value) < 1e-12 ? '0' : String(Number(value.toPrecision(11)));
      }),
    ),
  );
}

export function show({rows, error, message}: Answer): string {
  return error ? `${error} ${message}` : JSON.stringify(rows);
}
