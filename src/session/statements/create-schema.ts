import {existsNotice} from '../../catalog/catalog.ts';
import type {CreateSchema} from '../../sql/ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';

export const createSchema: StatementHandler<CreateSchema> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE SCHEMA', fork => {
      const tag = 'CREATE SCHEMA';
      if (statement.authorization !== null) throw notSupported('CREATE SCHEMA … AUTHORIZATION');
      const name = statement.name!;
      if (name.startsWith('pg_')) {
        throw new SqlError('42939', `unacceptable schema name "${name}"`, {
          detail: 'The prefix "pg_" is reserved for system schemas.',
        });
      }
      const found = statement.ifNotExists ? fork.schema(name) : null;
      if (found) return {specs: new Map(), notices: [existsNotice(found)], tag};
      fork.add({
        kind: 'schema',
        oid: fork.allocateOid(),
        name,
        schema: '',
        owner: session.user,
        definition: sql.slice(statement.span.start, statement.span.end),
        dependsOn: [],
        comment: null,
      });
      return {specs: new Map(), notices: [], tag};
    });
  },
};
