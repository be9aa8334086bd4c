import type {Rel} from '../../plan/rel.ts';
import {explainQuery, type ExplainOptions} from '../../planner/explain.ts';
import type {Execute, Explain} from '../../sql/ast/index.ts';
import {bindCreateMaterializedView, bindCreateSink, bindStatement} from '../../sql/bind/index.ts';
import {printStatement} from '../../sql/print/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {TEXT} from '../../types/sql-type.ts';
import {resultColumn, rowsResult} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions, isPlannable, planOptions} from './planned.ts';

const COLUMNS = [resultColumn('QUERY PLAN', TEXT)];
const TRANSLATION = [resultColumn('translation', TEXT)];

/** EXPLAIN: the operators that would run, or with TYPE the relational plan; TRANSLATE: the statement in Postgres's SQL. Nothing is run. */
export const explain: StatementHandler<Explain> = {
  columns: statement => (isTranslation(statement) ? TRANSLATION : COLUMNS),
  run(statement, session, sql) {
    if (isTranslation(statement)) {
      return rowsResult(TRANSLATION, [[printStatement(statement.statement)]], 'EXPLAIN');
    }
    const how = explainOptions(statement);
    const {rel, mode} = explained(statement, session, sql);
    const lines = explainQuery(rel, planOptions(session, mode), how);
    return rowsResult(
      COLUMNS,
      lines.map(line => [line]),
      'EXPLAIN',
    );
  },
};

function isTranslation({options}: Explain): boolean {
  return options.some(({name}) => name === 'translate');
}

type Explained = {rel: Rel; mode: 'once' | 'view'};

function explained({statement}: Explain, session: SqlSession, sql: string): Explained {
  if (statement.kind === 'declare_cursor' && statement.query.kind === 'query') {
    return explained({...statement, kind: 'explain', options: [], statement: statement.query}, session, sql);
  }
  if (statement.kind === 'create_table_as') {
    return explained({...statement, kind: 'explain', options: [], statement: statement.source}, session, sql);
  }
  if (statement.kind === 'execute') return explainedExecute(statement, session);
  if (isPlannable(statement)) return {rel: bindStatement(statement, bindOptions(session, sql)).rel, mode: 'once'};
  // The record that the binder makes is thrown away; so must be the OID it takes.
  const options = {...bindOptions(session, sql), catalog: session.catalog.fork()};
  if (statement.kind === 'create_materialized_view') {
    return {rel: bindCreateMaterializedView(statement, options).rel, mode: 'view'};
  }
  if (statement.kind === 'create_sink') return {rel: bindCreateSink(statement, options).rel, mode: 'view'};
  throw notSupported(`EXPLAIN of ${statement.kind.replaceAll('_', ' ').toUpperCase()}`);
}

/** The prepared statement, its parameters left standing. Errors: 26000. */
function explainedExecute({name}: Execute, session: SqlSession): Explained {
  const prepared = session.prepared.get(name);
  if (!prepared) throw new SqlError('26000', `prepared statement "${name}" does not exist`);
  if (!prepared.statement || !isPlannable(prepared.statement)) throw notSupported('EXPLAIN of this EXECUTE');
  const options = bindOptions(session, prepared.sql, prepared.declaredTypes);
  return {rel: bindStatement(prepared.statement, options).rel, mode: 'once'};
}

/** Errors: 42601 unknown option, 22023 bad value, 0A000 ANALYZE. */
function explainOptions({options}: Explain): ExplainOptions {
  let type: ExplainOptions['type'] = 'physical';
  let format: ExplainOptions['format'] = 'text';
  let verbose = false;
  for (const {name, value} of options) {
    const on = value === null || ['true', 'on', '1'].includes(value.toLowerCase());
    if (name === 'verbose') verbose = on;
    else if (name === 'format') format = oneOf(name, value, ['text', 'json']);
    else if (name === 'type') type = oneOf(name, value, ['logical', 'optimized', 'physical']);
    else if (name === 'analyze') {
      if (on) throw notSupported('EXPLAIN ANALYZE');
    } else if (!['costs', 'settings', 'buffers', 'wal', 'timing', 'summary'].includes(name)) {
      throw new SqlError('42601', `unrecognized EXPLAIN option "${name}"`);
    }
  }
  return {type, format, verbose};
}

function oneOf<T extends string>(name: string, value: string | null, allowed: readonly T[]): T {
  const found = allowed.find(word => word === value?.toLowerCase());
  if (found) return found;
  throw new SqlError('22023', `unrecognized value for EXPLAIN option "${name}": "${value ?? ''}"`);
}
