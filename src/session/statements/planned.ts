import {type EvaluationContext, evaluateConstant} from '../../expr/evaluate.ts';
import {bindPlanParameters} from '../../plan/bind-parameters.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import type {Rel} from '../../plan/rel.ts';
import {type PlanOptions, planQuery} from '../../planner/plan.ts';
import type {Delete, Insert, Query, Statement, Update} from '../../sql/ast/index.ts';
import {type BindOptions, bindStatement, type BoundStatement} from '../../sql/bind/index.ts';
import {parseStatements} from '../../sql/parse/index.ts';
import type {Datum} from '../../types/datum.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {PlannedStatement} from '../prepared.ts';
import type {SqlSession} from '../session.ts';

export type PlannableStatement = Query | Insert | Update | Delete;

export function isPlannable(statement: Statement): statement is PlannableStatement {
  return ['query', 'insert', 'update', 'delete'].includes(statement.kind);
}

/** Binds and plans a query or DML statement. Errors: all of parse analysis and planning. */
export function planStatement(
  session: SqlSession,
  statement: Statement,
  sql: string,
  declaredTypes: readonly (SqlType | null)[],
): PlannedStatement {
  if (!isPlannable(statement)) throw notSupported(statement.kind.replaceAll('_', ' ').toUpperCase());
  const catalogVersion = session.database.catalog.version;
  const bound = bindStatement(statement, bindOptions(session, sql, declaredTypes));
  const {kind, parameterTypes} = bound;
  return {
    kind,
    table: kind === 'select' ? 0 : writableTable(session, bound),
    plan: planOnce(session, bound.rel, kind === 'select' ? bound.columns.length : undefined),
    parameterTypes,
    columns: kind === 'select' ? bound.columns : null,
    catalogVersion,
  };
}

/** Errors: 42809 for a table that the engine alone fills. */
function writableTable(session: SqlSession, bound: Exclude<BoundStatement, {kind: 'select'}>): number {
  const spec = session.database.spec(bound.table.oid);
  if (spec?.kind === 'table' && spec.deadLettersOf !== undefined) {
    throw new SqlError('42809', `cannot change dead-letter table "${bound.table.name}"`);
  }
  return bound.table.oid;
}

/** A query that the server itself writes: SHOW and its like. */
export function planQueryText(session: SqlSession, sql: string): PlannedStatement {
  return planStatement(session, parseStatements(sql)[0], sql, []);
}

/** The plan of a read at one tick; of its columns the first `visible` are the result. */
export function planOnce(session: SqlSession, rel: Rel, visible = rel.schema.length): PhysicalPlan {
  return planQuery(rel, {...planOptions(session, 'once'), visible});
}

/** The plan that is kept alive. */
export function planView(session: SqlSession, rel: Rel): PhysicalPlan {
  return planQuery(rel, planOptions(session, 'view'));
}

export function planOptions(session: SqlSession, mode: PlanOptions['mode']): PlanOptions {
  const context: EvaluationContext = {now: session.transaction.now, settings: session.settings.snapshot()};
  return {
    mode,
    props: object => session.database.props(object),
    evaluate: expr => evaluateConstant(expr, context),
  };
}

export function bindOptions(
  session: SqlSession,
  text: string,
  parameterTypes: readonly (SqlType | null)[] = [],
): BindOptions {
  return {
    catalog: session.database.catalog,
    searchPath: session.settings.searchPath,
    text,
    parameterTypes,
    formatting: session.formatting,
    owner: session.user,
  };
}

export function bindParameters(planned: PlannedStatement, values: readonly Datum[]): PhysicalPlan {
  return bindPlanParameters(planned.plan, values);
}
