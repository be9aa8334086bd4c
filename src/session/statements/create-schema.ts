import {existsNotice} from '../../catalog/name-errors.ts';
import type {CreateSchema} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
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
    const owner = authorization === null || isSelf(authorization) ? session.user : authorization;
    return session.atomically(async () => {
      const done = await createEmpty(statement, session, sql);
      await as(session, owner, () => createElements(session, statement.name ?? owner, elements, sql));
      return done;
    });
  },
};

/** What stands in the schema is its owner's, and made by him. */
async function as(session: SqlSession, owner: string, run: () => Promise<void>): Promise<void> {
  if (owner === session.user) return run();
  const before = session.settings.get('role')!;
  session.settings.set('role', owner, 'local');
  try {
    await run();
  } finally {
    session.settings.set('role', before, 'local');
  }
}

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
