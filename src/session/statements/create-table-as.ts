import type {CreateTableAs, Insert, Query} from '../../sql/ast/index.ts';
import {bindCreateTableAs, intoOf, withoutInto} from '../../sql/bind/index.ts';
import {notSupported} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import {command} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import {tableSpec} from '../table-spec.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions, planStatement} from './planned.ts';

const TAG = 'CREATE TABLE AS';

/** A table, and then its rows; if these fail the table is gone again. */
export const createTableAs: StatementHandler<CreateTableAs> = {
  async run(statement, session, sql) {
    const {source} = statement;
    if (source.kind !== 'query') throw notSupported('CREATE TABLE AS EXECUTE');
    let created: {readonly oid: number; readonly schema: string; readonly name: string} | null = null;
    const done = await editCatalog(session, TAG, fork => {
      const there = alreadyThere(session, fork, statement.name, statement.ifNotExists, TAG);
      if (there) return there;
      const table = bindCreateTableAs(statement, source, {...bindOptions(session, sql), catalog: fork});
      created = table;
      fork.add(table);
      return {specs: new Map([[table.oid, tableSpec(table)]]), notices: [], tag: TAG};
    });
    if (!created || !statement.withData) return done;
    return filled(session, created, source, sql);
  },
};

/** SELECT … INTO. */
export const selectInto: StatementHandler<Query> = {
  run(statement, session, sql) {
    const {name, persistence, span} = intoOf(statement)!;
    const target: CreateTableAs = {
      kind: 'create_table_as',
      persistence,
      ifNotExists: false,
      name,
      columns: [],
      options: [],
      onCommit: 'default',
      source: withoutInto(statement),
      withData: true,
      span,
    };
    return createTableAs.run(target, session, sql);
  },
};

async function filled(
  session: SqlSession,
  {oid, schema, name}: {readonly oid: number; readonly schema: string; readonly name: string},
  source: Query,
  sql: string,
): Promise<Execution> {
  const insert: Insert = {
    kind: 'insert',
    with: null,
    table: {kind: 'qualified_name', parts: [schema, name], span: source.span},
    alias: null,
    columns: [],
    overriding: 'none',
    source,
    onConflict: null,
    returning: null,
    span: source.span,
  };
  try {
    session.transaction.beginImplicit();
    const {tag} = await session.runPlanned(planStatement(session, insert, sql, []), []);
    await session.endImplicit();
    return command(tag.replace('INSERT 0', 'SELECT'));
  } catch (error) {
    await session.failTransaction();
    await session.database.editCatalog(fork => {
      fork.remove([oid]);
      return {specs: new Map(), notices: [], tag: TAG};
    });
    throw error;
  }
}
