import {inputs} from '../catalog/function-signature.ts';
import {NeededRights} from '../catalog/needed-rights.ts';
import type {FunctionObject} from '../catalog/object.ts';
import type {Expr} from '../expr/expr.ts';
import {ONE_ROW, project} from '../plan/build.ts';
import type {Statement} from '../sql/ast/index.ts';
import {bodyOptions, javaScriptValue, withinBody} from '../sql/bind/index.ts';
import {parseStatements} from '../sql/parse/index.ts';
import type {Datum} from '../types/datum.ts';
import {notSupported, SqlError} from '../types/sql-error.ts';
import {type SqlType, TEXT} from '../types/sql-type.ts';
import type {Execution} from './api.ts';
import {command, readAll, resultColumn, rowsResult} from './execution.ts';
import type {WriteStep} from './engine.ts';
import type {PlannedStatement} from './prepared.ts';
import {runAnew} from './locked-edit.ts';
import type {SqlSession} from './session.ts';
import {bindOptions, isPlannable, planOnce, planStatement} from './statements/planned.ts';
import {handlerOf} from './statements/registry.ts';
import {checkStatement} from './statements/statement-rights.ts';

// Procedures, and functions that act: their statements are run one after the other, for each row of the query that calls them.

/** Routines that call routines: deeper is most likely one that calls itself. */
const MOST_NESTED = 64;

type Row = readonly Datum[];

/** How deep the calls under way of each session nest. */
const nesting = new WeakMap<SqlSession, number>();

/** Tables that functions have written which are called by statements under way, innermost last. */
const written = new WeakMap<SqlSession, readonly Set<number>[]>();

/** A statement with calls, or CALL: all of it stands or falls together. */
export function runCalls(session: SqlSession, planned: PlannedStatement, values: Row): Promise<Execution> {
  const around = written.get(session) ?? [];
  const tables = new Set<number>();
  written.set(session, [...around, tables]);
  return session
    .atomically(() => runInStages(session, planned, values, tables))
    .finally(() => written.set(session, around));
}

async function runInStages(
  session: SqlSession,
  planned: PlannedStatement,
  values: Row,
  tables: ReadonlySet<number>,
): Promise<Execution> {
  const given = [...values];
  for (const {plan, calls} of planned.stages) {
    refuseReading(session, plan, tables);
    const stage: PlannedStatement = {
      ...planned,
      kind: 'select',
      plan,
      calls,
      stages: [],
      steps: [],
      lookup: null,
      constant: false,
    };
    given.push(await withCalls(session, stage, given));
  }
  const last: PlannedStatement = {...planned, stages: []};
  refuseWriting(session, last, tables);
  for (const plan of [last.plan, ...last.steps.map(step => step.plan)]) refuseReading(session, plan, tables);
  if (planned.calls.length === 0) {
    const execution = await session.runPlanned(last, given);
    return planned.kind === 'select' ? rowsResult(planned.columns!, await readAll(execution)) : execution;
  }
  const rows = await withCalls(session, last, given);
  if (planned.kind === 'select') return rowsResult(planned.columns!, rows);
  if (planned.kind !== 'call') return rowsResult(planned.columns!, rows, commandTag(planned.kind, rows.length));
  return planned.columns ? rowsResult(planned.columns, rows, 'CALL') : command('CALL');
}

function commandTag(kind: WriteStep['kind'], rows: number): string {
  return kind === 'insert' ? `INSERT 0 ${rows}` : `${kind.toUpperCase()} ${rows}`;
}

/** A query sees its tables as they were when it began. Errors: 0A000 where a function that it calls has written one that is read after. */
function refuseReading({catalog}: SqlSession, plan: PlannedStatement['plan'], tables: ReadonlySet<number>): void {
  const found = plan?.inputs.find(oid => tables.has(oid));
  if (found === undefined) return;
  throw notSupported(`reading table "${catalog.byOid(found)?.name}" beside a call that writes it`);
}

/** Rows that were found before a function changed their table may be no more. Errors: 0A000. */
function refuseWriting({catalog}: SqlSession, {steps}: PlannedStatement, tables: ReadonlySet<number>): void {
  const step = steps.find(({kind, table}) => kind !== 'insert' && tables.has(table));
  if (!step) return;
  throw notSupported(
    `${step.kind.toUpperCase()} of table "${catalog.byOid(step.table)?.name}" beside a call that writes it`,
  );
}

async function withCalls(session: SqlSession, planned: PlannedStatement, values: Row): Promise<Row[]> {
  const {plan} = planned;
  const columns = plan!.nodes[plan!.root].schema.map(({name, type}) => resultColumn(name, type));
  const found = await readAll(await session.runPlanned({...planned, columns, calls: []}, values));
  const rows: Row[] = [];
  for (const row of found) rows.push(...(await withResults(session, planned, row)));
  return rows;
}

/** The row with what the calls give in place of their arguments: as often as the longest gives rows, if some give rows. */
async function withResults(
  session: SqlSession,
  {kind, calls, columns, runAs}: PlannedStatement,
  row: Row,
): Promise<Row[]> {
  const results = new Map<number, Row>();
  for (const {column, routine} of calls) {
    const [, ...args] = (row[column] ?? []) as Row;
    const rows = row[column] === null ? [] : await perform(session, routine, args, runAs);
    if (kind === 'call' && columns && rows.length === 0) throw new SqlError('XX000', 'procedure returned null record');
    results.set(column, routine.set ? rows : [rows.length > 0 ? rows[0] : null]);
  }
  const sets = calls.filter(({routine}) => routine.set);
  const count = sets.length === 0 ? 1 : Math.max(...sets.map(({column}) => results.get(column)!.length));
  return Array.from({length: count}, (_, i) =>
    row.flatMap((value, column): Row => {
      const call = calls.find(({column: at}) => at === column);
      if (!call) return [value];
      const {fields} = call.routine.returns;
      const result = results.get(column)![call.routine.set ? i : 0] ?? null;
      if (!call.spread || !fields) return [result];
      return result === null ? fields.map(() => null) : (result as Row);
    }),
  );
}

/** What a call gives: a value for each row. Errors: those of its statements, 54001. */
async function perform(session: SqlSession, routine: FunctionObject, args: Row, runAs?: number): Promise<Row> {
  if (routine.strict && args.some(arg => arg === null)) return [];
  const depth = nesting.get(session) ?? 0;
  if (depth >= MOST_NESTED) throw new SqlError('54001', 'stack depth limit exceeded');
  nesting.set(session, depth + 1);
  const restore = session.settings.during(routine.settings ?? []);
  try {
    return await (routine.language === 'sql' ? performSql : performJavaScript)(session, routine, args, runAs);
  } finally {
    restore();
    nesting.set(session, depth);
  }
}

async function performJavaScript(session: SqlSession, routine: FunctionObject, args: Row): Promise<Row> {
  const nothing = routine.returns.kind === 'void';
  const called = nothing ? {...routine, returns: TEXT} : routine;
  const types = inputs(routine.parameters).map(({type}) => type);
  const literals = args.map((value, i): Expr => ({op: 'literal', value, type: types[i]}));
  const rel = project(ONE_ROW, [javaScriptValue(called, literals)], [routine.name]);
  const columns = [resultColumn(routine.name, called.returns)];
  const planned: PlannedStatement = {
    ...NO_STATEMENT,
    plan: planOnce(session, rel),
    columns,
    rights: new NeededRights(),
    role: session.currentRole,
    catalogVersion: session.catalogVersion,
    searchPath: session.settings.searchPath,
  };
  const [[value]] = await readAll(await session.runPlanned(planned, []));
  if (nothing) return [null];
  return routine.set ? ((value ?? []) as Row) : [value];
}

const NO_STATEMENT = {
  kind: 'select',
  lookup: null,
  constant: false,
  steps: [],
  locks: [],
  lockWaits: new Map(),
  rows: [],
  width: 1,
  parameterTypes: [],
  calls: [],
  stages: [],
} as const;

async function performSql(session: SqlSession, routine: FunctionObject, args: Row, runAs?: number): Promise<Row> {
  const statements = withinBody(routine, '', () => parseStatements(routine.body));
  for (const statement of statements) refuse(routine, statement);
  let given: readonly Row[] = [];
  for (const [i, statement] of statements.entries()) {
    try {
      given = await runStatement(session, routine, statement, i === statements.length - 1, args, runAs);
    } catch (error) {
      withinBody(routine, ` statement ${i + 1}`, () => {
        throw error;
      });
    }
  }
  const {returns} = routine;
  if (returns.kind === 'void') return [null];
  return given.map(row => (returns.fields && row.length !== 1 ? row : row[0]));
}

/** Errors: 0A000 what no function may do. */
function refuse(routine: FunctionObject, statement: Statement): void {
  const where = `SQL function "${routine.name}" during startup`;
  if (statement.kind === 'transaction') {
    const word = statement.command.type.toUpperCase().replace('_', ' ');
    throw new SqlError('0A000', `${word} is not allowed in an SQL function`, {where});
  }
  if (routine.volatility === 'volatile' || statement.kind === 'query' || statement.kind === 'call') return;
  const word = statement.kind.toUpperCase().replaceAll('_', ' ');
  throw new SqlError('0A000', `${word} is not allowed in a non-volatile function`, {where});
}

async function runStatement(
  session: SqlSession,
  routine: FunctionObject,
  statement: Statement,
  last: boolean,
  args: Row,
  caller?: number,
): Promise<readonly Row[]> {
  const text = routine.body;
  const handler = handlerOf(statement);
  if (!handler) checkStatement(session, statement, text);
  else {
    if (routine.definer || caller !== undefined)
      throw notSupported(`${statement.kind.replaceAll('_', ' ').toUpperCase()} in a SECURITY DEFINER function`);
    const types: readonly SqlType[] = inputs(routine.parameters).map(({type}) => type);
    const execution = await runAnew(session, () => {
      checkStatement(session, statement, text);
      return handler.run(statement, session, text, {types, values: args});
    });
    return readAll(execution);
  }
  const {
    searchPath,
    runAs,
    parameterTypes,
    performs,
    routine: body,
  } = bodyOptions(routine, {
    ...bindOptions(session, text),
    runAs: caller,
  });
  const returns = last && (isPlannable(statement) || routine.procedure) ? routine : undefined;
  const more = {searchPath, runAs, performs, routine: body, ...(returns ? {returns} : {})};
  const planned = planStatement(session, statement, text, parameterTypes!, 'user', true, more);
  const tables = planned.steps.map(({table}) => table);
  for (const seen of written.get(session) ?? []) tables.forEach(table => seen.add(table));
  return readAll(await session.runPlanned(planned, args));
}
