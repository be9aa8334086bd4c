import type {ObjectId} from '../../plan/rel.ts';
import type {QualifiedName, SetConstraints} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import type {StatementHandler} from './handler.ts';

/** SET CONSTRAINTS: until the transaction's end. Errors: 42704, 42809, and what is found wrong at once. */
export const setConstraints: StatementHandler<SetConstraints> = {
  async run({names, deferred}, session) {
    if (!session.transaction.isBlock) {
      session.notice('WARNING', '25P01', 'SET CONSTRAINTS can only be used in transaction blocks');
    }
    const oids = names.length === 0 ? null : names.flatMap(name => constraintsNamed(session, name));
    await session.transaction.setConstraints(oids, deferred);
    return command('SET CONSTRAINTS');
  },
};

/** Of all tables of the first schema of the search path that has any of the name. */
function constraintsNamed(session: SqlSession, {parts}: QualifiedName): readonly ObjectId[] {
  const name = parts[parts.length - 1];
  const schemas = parts.length > 1 ? [parts[parts.length - 2]] : session.settings.searchPath;
  const tables = session.catalog.ofKind('table');
  for (const schema of schemas) {
    const found = tables
      .filter(table => table.schema === schema)
      .flatMap(({indexes, foreignKeys}) => [...indexes.filter(({constraint}) => constraint), ...foreignKeys])
      .filter(constraint => constraint.name === name);
    if (found.length === 0) continue;
    if (found.some(({deferrable}) => !deferrable)) {
      throw new SqlError('42809', `constraint "${name}" is not deferrable`);
    }
    return found.map(({oid}) => oid);
  }
  throw new SqlError('42704', `constraint "${name}" does not exist`);
}
