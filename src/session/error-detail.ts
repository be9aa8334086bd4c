import type {Catalog} from '../catalog/catalog.ts';
import {constraintColumns} from '../catalog/constraint-columns.ts';
import type {NeededRights} from '../catalog/needed-rights.ts';
import {liveColumns, type TableObject} from '../catalog/object.ts';
import {mayOnColumn, owns} from '../catalog/rights.ts';
import {isMasked} from '../catalog/masking.ts';
import {policiesApply} from '../catalog/row-security.ts';
import {maySeeErrorRows, maySeeRows} from '../catalog/seen-rows.ts';
import {SqlError} from '../types/sql-error.ts';

/** Violations whose details show values of rows: of the row that was written, or of keys that are there. */
const SHOW_ROW = new Set(['23502', '23514']);
const SHOW_KEY = new Set(['23505', '23503', '23P01']);

/**
 * The error without values that the role may not read, as Postgres leaves them out: where the right to SELECT them is
 * missing, or row security or a mask stands between. Of a row that was written it tells those columns that the role may
 * read or that the statement, which `rights` is of, has given values.
 */
export function withoutSecrets(error: unknown, catalog: Catalog, role: number, rights?: NeededRights): unknown {
  if (!(error instanceof SqlError) || error.fields.detail === undefined) return error;
  const view = / ?Materialized view "(.*)" (has this error|stopped at this error)/.exec(error.fields.detail)?.[1];
  if (view !== undefined) return withoutRow(error, view, catalog, role);
  const showsRow = SHOW_ROW.has(error.code);
  if (!showsRow && !SHOW_KEY.has(error.code)) return error;
  const {schema, table: name, constraint} = error.fields;
  const table = schema !== undefined && name !== undefined ? catalog.inSchema(schema, name) : null;
  if (table?.kind !== 'table') return catalog.roleBook.isSuperuser(role) ? error : error.with({detail: undefined});
  const columns = showsRow ? null : constraintColumns(table, constraint ?? '');
  if (maySeeRows(catalog, table, role, columns)) return error;
  if (showsRow) return error.with({detail: partOfRow(error, catalog, table, role, rights), row: undefined});
  const end = / (is not present in|is still referenced from) table .*$/.exec(error.fields.detail);
  return error.with({detail: end ? `Key${end[0]}` : undefined});
}

function partOfRow(
  {fields}: SqlError,
  catalog: Catalog,
  table: TableObject,
  role: number,
  rights: NeededRights | undefined,
): string | undefined {
  if (policiesApply(catalog, table, role) || table.columns.some(isMasked)) return undefined;
  const use = rights?.known(table.oid, null);
  const told = liveColumns(table).filter(
    ({column, number}) =>
      use?.inserted.has(number) || use?.updated.has(number) || mayOnColumn(catalog, column, role, 'r'),
  );
  const shown = told.flatMap(({column}) => fields.row?.find(each => each.column === column.name) ?? []);
  if (shown.length === 0) return undefined;
  return `Failing row contains (${shown.map(each => each.column).join(', ')}) = (${shown.map(({text}) => text).join(', ')}).`;
}

/** What a row of a materialized view's inputs is, its owner may know who may read these. */
function withoutRow(error: SqlError, name: string, catalog: Catalog, role: number): SqlError {
  const named = catalog.ofKind('materialized view').filter(view => view.name === name);
  const isKnown = named.length > 0;
  if (isKnown && named.every(view => maySeeErrorRows(catalog, view, role))) return error;
  if (isKnown && named.every(view => owns(catalog, view, role))) {
    const detail = `Materialized view "${name}" has this error for a row of which you may not see everything.`;
    return error.with({detail});
  }
  return new SqlError(error.code, `materialized view "${name}" cannot be read: a row of its inputs has an error`, {
    hint: 'Its owner finds it in millrace.view_errors.',
  });
}
