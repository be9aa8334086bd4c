import type {CreateTableAs, Insert, Query} from '../../sql/ast/index.ts';
import {bindCreateTableAs, intoOf, type TableSource, withoutInto} from '../../sql/bind/index.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import {command} from '../execution.ts';
import type {Measure} from '../measure.ts';
import type {SqlSession} from '../session.ts';
import {tableSpec} from '../table-spec.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import type {Given, StatementHandler} from './handler.ts';
import {bindOptions, PERFORMS, planStatement} from './planned.ts';
import {boundExecute} from './prepared.ts';

const TAG = 'CREATE TABLE AS';

type Source = TableSource & {readonly values: readonly Datum[]};
type Created = {readonly schema: string; readonly name: string};

/** A table and its rows, or neither. */
export const createTableAs: StatementHandler<CreateTableAs> = {
  query: ({source}) => (source.kind === 'query' ? source : null),
  run: (statement, session, sql, given) => createAs(statement, session, sql, given),
};

export function createAs(
  statement: CreateTableAs,
  session: SqlSession,
  sql: string,
  given: Given,
  measure?: Measure,
): Promise<Execution> {
  return session.atomically(async () => {
    let created: Created | null = null;
    let source: Source | null = null;
    const done = await editCatalog(session, TAG, fork => {
      const there = alreadyThere(session, fork, statement, TAG);
      if (there) return there;
      source = sourceOf(statement, session, sql, given);
      const table = bindCreateTableAs(statement, source, {...bindOptions(session, sql), ...PERFORMS, catalog: fork});
      created = table;
      fork.add(table);
      return {specs: new Map([[table.oid, tableSpec(table)]]), notices: [], tag: TAG};
    });
    if (!created || !source) return done;
    if (statement.withData) return fill(session, created, source, measure);
    return statement.source.kind === 'execute' ? command('SELECT 0') : done;
  });
}

/** Errors: 26000, 42601 and those of the arguments of EXECUTE, 42809 no query. */
export function sourceOf({source}: CreateTableAs, session: SqlSession, sql: string, given: Given): Source {
  if (source.kind === 'query') return {query: source, text: sql, parameterTypes: given.types, values: given.values};
  const {prepared, planned, values} = boundExecute(source, session, sql);
  if (prepared.statement?.kind !== 'query' || !planned)
    throw new SqlError('42809', 'prepared statement is not a SELECT');
  return {query: prepared.statement, text: prepared.sql, parameterTypes: planned.parameterTypes, values};
}

/** SELECT … INTO. */
export const selectInto: StatementHandler<Query> = {
  query: statement => withoutInto(statement),
  run(statement, session, sql, given) {
    const {name, persistence, span} = intoOf(statement)!;
    const target: CreateTableAs = {
      kind: 'create_table_as',
      persistence,
      ifNotExists: false,
      name,
      columns: [],
      options: [],
      onCommit: 'default',
      tablespace: null,
      source: withoutInto(statement),
      withData: true,
      span,
    };
    return createTableAs.run(target, session, sql, given);
  },
};

async function fill(
  session: SqlSession,
  {schema, name}: Created,
  {query, text, parameterTypes, values}: Source,
  measure: Measure | undefined,
): Promise<Execution> {
  const {span} = query;
  const insert: Insert = {
    kind: 'insert',
    with: null,
    table: {kind: 'qualified_name', parts: [schema, name], span},
    alias: null,
    columns: [],
    overriding: 'none',
    source: query,
    onConflict: null,
    returning: null,
    span,
  };
  const {tag} = await session.runPlanned(
    planStatement(session, insert, text, parameterTypes, 'user', false, PERFORMS),
    values,
    measure,
  );
  return command(tag.replace('INSERT 0', 'SELECT'));
}
