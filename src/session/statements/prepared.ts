import {evaluateConstant} from '../../expr/evaluate.ts';
import type {Deallocate, Execute, Prepare} from '../../sql/ast/index.ts';
import {bindArgument, bindTypeNames} from '../../sql/bind/index.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import type {PlannedStatement, PreparedStatement} from '../prepared.ts';
import type {SqlSession} from '../session.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions, definingOptions} from './planned.ts';
import {wallClockMicros} from '../../types/clock.ts';

/** PREPARE: the same name space as the protocol's Parse. */
export const prepare: StatementHandler<Prepare> = {
  run({name, types, statement}, session, sql) {
    if (session.prepared.has(name)) throw new SqlError('42P05', `prepared statement "${name}" already exists`);
    const prepared: PreparedStatement = {
      sql,
      statement,
      declaredTypes: bindTypeNames(types, bindOptions(session, sql)),
      planned: null,
      origin: {fromSql: true, at: wallClockMicros()},
    };
    session.plan(prepared);
    session.prepared.set(name, prepared);
    return command('PREPARE');
  },
};

export const execute: StatementHandler<Execute> = {
  columns({name}, session) {
    const prepared = session.prepared.get(name);
    // That there is none is for the run to say, and so it is of a statement that executes itself.
    if (!prepared || prepared.statement?.kind === 'execute') return null;
    return session.statements.describe(prepared, session.plan(prepared)).columns;
  },
  run(statement, session, sql) {
    const {prepared, planned, values} = boundExecute(statement, session, sql);
    if (planned) return session.runPlanned(planned, values);
    if (!prepared.statement) return command('');
    checkDepth(prepared, session);
    return session.runner.startAllowed(prepared, values, null);
  },
};

/** What EXECUTE runs, and its parameters' values. Errors: 26000, 42601, those of the arguments. */
export function boundExecute(
  {name, args}: Execute,
  session: SqlSession,
  sql: string,
): {
  readonly prepared: PreparedStatement;
  readonly planned: PlannedStatement | null;
  readonly values: readonly Datum[];
} {
  const prepared = find(session, name);
  const planned = session.plan(prepared);
  const types = session.statements.parameterTypes(prepared);
  // Of a statement without parameters nobody looks at what is given, as in Postgres.
  if (types.length === 0) return {prepared, planned, values: []};
  if (args.length !== types.length) {
    throw new SqlError('42601', `wrong number of parameters for prepared statement "${name}"`, {
      detail: `Expected ${types.length} parameters but got ${args.length}.`,
    });
  }
  const context = {now: session.transaction.now, settings: session.settings.snapshot()};
  const values = args.map((arg, i) =>
    evaluateConstant(bindArgument(arg, types[i], i + 1, definingOptions(session, sql)), context),
  );
  return {prepared, planned, values};
}

export const deallocate: StatementHandler<Deallocate> = {
  run({name}, session) {
    if (name === null) session.statements.deallocateAll();
    else if (!session.prepared.delete(name)) throw missing(name);
    return command(name === null ? 'DEALLOCATE ALL' : 'DEALLOCATE');
  },
};

/** Errors: 54001 for a statement that executes itself. */
function checkDepth(prepared: PreparedStatement, session: SqlSession): void {
  const passed = new Set<PreparedStatement>();
  for (let at: PreparedStatement | undefined = prepared; at?.statement?.kind === 'execute';) {
    if (passed.has(at)) {
      throw new SqlError('54001', 'stack depth limit exceeded', {
        hint: 'Increase the configuration parameter "max_stack_depth" (currently 2048kB), after ensuring the platform\'s stack depth limit is adequate.',
      });
    }
    passed.add(at);
    at = session.prepared.get(at.statement.name);
  }
}

function find(session: SqlSession, name: string): PreparedStatement {
  const prepared = session.prepared.get(name);
  if (!prepared) throw missing(name);
  return prepared;
}

function missing(name: string): SqlError {
  return new SqlError('26000', `prepared statement "${name}" does not exist`);
}
