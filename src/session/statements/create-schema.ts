import {existsNotice} from '../../catalog/catalog.ts';
import type {CreateSchema} from '../../sql/ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {SqlSession} from '../session.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {createElements} from './schema-elements.ts';

function isSelf(role: string): boolean {
  return ['current_user', 'session_user', 'current_role'].includes(role);
}

export const createSchema: StatementHandler<CreateSchema> = {
  run(statement, session, sql) {
    const {elements, authorization} = statement;
    if (elements.length === 0) return createEmpty(statement, session, sql);
    if (authorization !== null && !isSelf(authorization) && authorization !== session.user) {
      throw notSupported('CREATE SCHEMA … AUTHORIZATION of another role with elements');
    }
    return session.atomically(async () => {
      const done = await createEmpty(statement, session, sql);
      await createElements(session, statement.name ?? session.user, elements, sql);
      return done;
    });
  },
};

function createEmpty(statement: CreateSchema, session: SqlSession, sql: string): Promise<Execution> {
  return editCatalog(session, 'CREATE SCHEMA', fork => {
    const tag = 'CREATE SCHEMA';
    const {authorization} = statement;
    const owner = authorization === null || isSelf(authorization) ? session.user : authorization;
    if (!fork.role(owner)) throw new SqlError('42704', `role "${owner}" does not exist`);
    const name = statement.name ?? owner;
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
      owner,
      definition: sql.slice(statement.span.start, statement.span.end),
      dependsOn: [],
      comment: null,
    });
    return {specs: new Map(), notices: [], tag};
  });
}
