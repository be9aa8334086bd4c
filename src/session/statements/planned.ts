import {type EvaluationContext, evaluateConstant} from '../../expr/evaluate.ts';
import {bindPlanParameters} from '../../plan/bind-parameters.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import type {Rel} from '../../plan/rel.ts';
import {planQuery} from '../../planner/plan.ts';
import type {Expression, Statement, TypeName} from '../../sql/ast/index.ts';
import {BindContext, type BindOptions} from '../../sql/bind/context.ts';
import {bindQueryIn} from '../../sql/bind/query.ts';
import {parseStatements} from '../../sql/parse/index.ts';
import type {Datum} from '../../types/datum.ts';
import {notSupported} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {PlannedStatement} from '../prepared.ts';
import type {SqlSession} from '../session.ts';

/** Binds and plans a query or DML statement. Errors: all of parse analysis and planning. */
export function planStatement(
  session: SqlSession,
  statement: Statement,
  sql: string,
  declaredTypes: readonly (SqlType | null)[],
): PlannedStatement {
  const {catalog} = session.database;
  const options = bindOptions(session, sql, declaredTypes);
  const catalogVersion = catalog.version;
  switch (statement.kind) {
    case 'query': {
      const context = new BindContext(options);
      const bound = bindQueryIn(context, statement, {parent: null, commonTables: null});
      return {
        kind: 'select',
        table: 0,
        plan: planOnce(session, bound.rel),
        parameterTypes: context.parameters.resolved(),
        columns: bound.columns,
        catalogVersion,
      };
    }
    default:
      throw notSupported(statement.kind.replaceAll('_', ' ').toUpperCase());
  }
}

/** A query that the server itself writes: SHOW and its like. */
export function planQueryText(session: SqlSession, sql: string): PlannedStatement {
  return planStatement(session, parseStatements(sql)[0], sql, []);
}

export function planOnce(session: SqlSession, rel: Rel): PhysicalPlan {
  return planQuery(rel, {
    mode: 'once',
    props: object => session.database.props(object),
    evaluate: expr => evaluateConstant(expr, foldingContext(session)),
  });
}

/** The plan that is kept alive; what it may fold does not depend on who asks when. */
export function planView(session: SqlSession, rel: Rel): PhysicalPlan {
  return planQuery(rel, {
    mode: 'view',
    props: object => session.database.props(object),
    evaluate: expr => evaluateConstant(expr, foldingContext(session)),
  });
}

function foldingContext(session: SqlSession): EvaluationContext {
  return {now: session.transaction.now, settings: session.settings.snapshot()};
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

export function resolveTypeName(_session: SqlSession, _type: TypeName): SqlType {
  throw notSupported('PREPARE with types');
}

export function evaluateArguments(
  _session: SqlSession,
  _args: readonly Expression[],
  _types: readonly SqlType[],
): Datum[] {
  throw notSupported('EXECUTE with arguments');
}
