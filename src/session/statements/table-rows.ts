import type {CheckConstraint, ForeignKey, IndexedRelation, TableIndex} from '../../catalog/constraints.ts';
import type {CatalogColumn, TableObject} from '../../catalog/object.ts';
import {maySeeRows} from '../../catalog/seen-rows.ts';
import type {Datum} from '../../types/datum.ts';
import {formatText} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {sameType} from '../../types/sql-type.ts';
import {readAll} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import {planQueryText} from './planned.ts';

// What ALTER TABLE asks of the rows that are there, and does to them: in SQL, within its transaction.

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export function tableText({schema, name}: Pick<TableObject, 'schema' | 'name'>): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

/** Runs a statement of ours; its rows. */
export async function runText(session: SqlSession, sql: string): Promise<readonly (readonly Datum[])[]> {
  const execution = await session.runPlanned(planQueryText(session, sql), []);
  return readAll(execution);
}

/** Whether there is anything that the rows must hold to now and did not before. */
export function demands(before: TableObject, after: TableObject): boolean {
  return (
    newlyNotNull(before, after).length > 0 ||
    after.checks.some(check => check.validated && isNew(before.checks, check.oid)) ||
    after.indexes.some(index => index.unique && isNew(before.indexes, index.oid)) ||
    after.foreignKeys.some(key => key.validated && isNew(before.foreignKeys, key.oid))
  );
}

/** Errors: 23502, 23503, 23505, 23514 as Postgres has them of ALTER TABLE. */
export async function checkAllRows(session: SqlSession, before: TableObject, after: TableObject): Promise<void> {
  const uniques = after.indexes.filter(index => index.unique && isNew(before.indexes, index.oid));
  // Postgres makes indexes before it looks at rows, but for a table that it writes anew.
  const rewritten = isRewritten(before, after);
  if (!rewritten) for (const index of uniques) await checkUnique(session, after, index);
  for (const name of newlyNotNull(before, after)) await checkNotNull(session, after, name);
  for (const check of after.checks) {
    if (check.validated && isNew(before.checks, check.oid)) await checkCheck(session, after, check);
  }
  if (rewritten) for (const index of uniques) await checkUnique(session, after, index);
  for (const key of after.foreignKeys) {
    if (key.validated && isNew(before.foreignKeys, key.oid)) await checkForeignKey(session, after, key);
  }
}

function isRewritten(before: TableObject, after: TableObject): boolean {
  return after.columns.some(({type, missing}, i) => {
    const old = before.columns.at(i);
    return old ? !sameType(old.type, type) : missing === undefined;
  });
}

function newlyNotNull(before: TableObject, after: TableObject): string[] {
  return after.columns.flatMap(({nullable, dropped, name, missing}, i) => {
    const old = before.columns.at(i);
    // A new column whose rows all have its default has no NULL.
    if (nullable || dropped || (!old && missing !== undefined)) return [];
    return old?.nullable === false ? [] : [name];
  });
}

function isNew(old: readonly {readonly oid: number; readonly validated?: boolean}[], oid: number): boolean {
  return !old.some(part => part.oid === oid && part.validated !== false);
}

function fields(table: IndexedRelation, constraint: string) {
  return {schema: table.schema, table: table.name, constraint};
}

async function checkNotNull(session: SqlSession, table: TableObject, column: string): Promise<void> {
  const found = await runText(session, `SELECT 1 FROM ${tableText(table)} WHERE ${quoted(column)} IS NULL LIMIT 1`);
  if (found.length === 0) return;
  throw new SqlError('23502', `column "${column}" of relation "${table.name}" contains null values`, {
    schema: table.schema,
    table: table.name,
    column,
  });
}

async function checkCheck(session: SqlSession, table: TableObject, {name, text}: CheckConstraint): Promise<void> {
  const found = await runText(session, `SELECT 1 FROM ${tableText(table)} WHERE NOT (${text}) LIMIT 1`);
  if (found.length === 0) return;
  const message = `check constraint "${name}" of relation "${table.name}" is violated by some row`;
  throw new SqlError('23514', message, fields(table, name));
}

/** Errors: 23505. */
export async function checkUnique(session: SqlSession, table: IndexedRelation, index: TableIndex): Promise<void> {
  const {columns, expressions = [], elements, where, nullsNotDistinct} = index;
  const keys = columns.map((column, i) => {
    const expression = expressions.at(i);
    if (!expression) return {name: table.columns[column].name, type: table.columns[column].type};
    return {name: expression.text, type: expression.expr.type};
  });
  const present = nullsNotDistinct ? [] : elements.map(element => `${element} IS NOT NULL`);
  const conditions = where === null ? present : [where, ...present];
  const names = elements.map((_, i) => `k${i}`);
  const items = elements.map((element, i) => `${element} AS ${names[i]}`);
  const [found] = await runText(
    session,
    `SELECT ${names.join(', ')} FROM (SELECT ${items.join(', ')} FROM ${tableText(table)}
      ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}) rows
      GROUP BY ${names.join(', ')} HAVING count(*) > 1 LIMIT 1`,
  );
  if (!found) return;
  const places = columns.flatMap((column, i) => expressions.at(i)?.columns ?? [column]);
  const told = maySeeRows(session.catalog, table, session.currentRole, places);
  throw new SqlError('23505', `could not create unique index "${index.name}"`, {
    detail: told ? `Key ${keyText(keys, found)} is duplicated.` : 'Duplicate keys exist.',
    ...fields(table, index.name),
  });
}

async function checkForeignKey(session: SqlSession, table: TableObject, key: ForeignKey): Promise<void> {
  const parent = session.catalog.byOid(key.references);
  if (parent?.kind !== 'table') return;
  const columns = key.columns.map(column => table.columns[column]);
  const own = columns.map(({name}) => `c.${quoted(name)}`);
  const theirs = key.referenced.map(column => `p.${quoted(parent.columns[column].name)}`);
  const equal = own.map((name, i) => `${name} = ${theirs[i]}`).join(' AND ');
  const message = `insert or update on table "${table.name}" violates foreign key constraint "${key.name}"`;
  if (key.match === 'full') {
    const nulls = `num_nulls(${own.join(', ')})`;
    const mixed = await runText(
      session,
      `SELECT 1 FROM ${tableText(table)} c WHERE ${nulls} > 0 AND ${nulls} < ${own.length} LIMIT 1`,
    );
    if (mixed.length > 0) {
      const detail = 'MATCH FULL does not allow mixing of null and nonnull key values.';
      throw new SqlError('23503', message, {detail, ...fields(table, key.name)});
    }
  }
  const present = own.map(name => `${name} IS NOT NULL`).join(' AND ');
  const [found] = await runText(
    session,
    `SELECT ${own.join(', ')} FROM ${tableText(table)} c
      WHERE ${present} AND NOT EXISTS (SELECT 1 FROM ${tableText(parent)} p WHERE ${equal}) LIMIT 1`,
  );
  if (!found) return;
  throw new SqlError('23503', message, {
    detail: `Key ${keyText(columns, found)} is not present in table "${parent.name}".`,
    ...fields(table, key.name),
  });
}

function keyText(columns: readonly Pick<CatalogColumn, 'name' | 'type'>[], values: readonly Datum[]): string {
  const texts = values.map((value, i) => (value === null ? 'null' : formatText(columns[i].type, value)));
  return `(${columns.map(({name}) => name).join(', ')})=(${texts.join(', ')})`;
}
