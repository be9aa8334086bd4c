import {schemaMissing} from '../../catalog/name-errors.ts';
import {indexNamed} from '../../catalog/index-named.ts';
import type {Reindex} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import type {StatementHandler} from './handler.ts';

/** REINDEX: indexes follow their rows, and there is nothing to be done. Errors: 42P01, 42809, 3F000, 0A000, 25001. */
export const reindex: StatementHandler<Reindex> = {
  run({what, concurrently, name}, session) {
    const wide = what === 'schema' || what === 'database' || what === 'system';
    if (wide) session.transaction.mustStandAlone(`REINDEX ${what.toUpperCase()}`);
    else if (concurrently) session.transaction.mustStandAlone('REINDEX CONCURRENTLY');
    if (name) check(session, what, name.parts);
    return command('REINDEX');
  },
};

function check(session: SqlSession, what: Reindex['what'], parts: readonly string[]): void {
  const {catalog, settings} = session;
  const name = parts.join('.');
  if (what === 'schema') {
    if (!catalog.hasSchema(name)) throw schemaMissing(name);
    return;
  }
  if (what === 'database' || what === 'system') {
    if (name === catalog.database) return;
    throw new SqlError('0A000', 'can only reindex the currently open database');
  }
  const index = indexNamed(catalog, parts, settings.searchPath);
  const found = catalog.find(parts, settings.searchPath);
  if (!index && !found) throw new SqlError('42P01', `relation "${name}" does not exist`);
  if (what === 'index') {
    if (!index) throw new SqlError('42809', `"${name}" is not an index`);
  } else if (found?.kind !== 'table' && found?.kind !== 'materialized view' && found?.kind !== 'system') {
    throw new SqlError('42809', `"${name}" is not a table or materialized view`);
  }
}
