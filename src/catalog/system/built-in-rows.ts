import type {Datum} from '../../types/datum.ts';
import {DEFAULT_FORMAT} from '../../types/io/format-settings.ts';
import {ioOf} from '../../types/io/registry.ts';
import {BOOLEAN, type SqlType, TEXT} from '../../types/sql-type.ts';

/** A row of PostgreSQL's, by column. */
export type BuiltInRow = Readonly<Record<string, Datum>>;

/**
 * Reads what scripts/postgres-built-ins.mjs has kept: the names of the columns, then a row a line, as COPY writes them.
 * Columns that have no type here are text.
 */
export function builtInRows(text: string, types: Readonly<Record<string, SqlType>>): readonly BuiltInRow[] {
  const [header, ...lines] = text.slice(1, -1).split('\n');
  const columns = header.split('\t').map(name => ({name, type: types[name] ?? TEXT}));
  return lines.map(line => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map(({name, type}, i) => [name, datumOf(cells[i], type)]));
  });
}

function datumOf(cell: string, type: SqlType): Datum {
  if (cell === '\\N') return null;
  if (type === BOOLEAN) return cell === 't';
  const text = cell.includes('\\') ? cell.replace(/\\(.)/g, (_, next: string) => (next === 'n' ? '\n' : next)) : cell;
  return ioOf(type).parse(text, type, DEFAULT_FORMAT);
}

/** Made when first asked for. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
