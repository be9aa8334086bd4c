import {DefiningRights} from '../../catalog/defining-rights.ts';
import type {NeededRights} from '../../catalog/needed-rights.ts';
import {type EvaluationContext, evaluateConstant} from '../../expr/evaluate.ts';
import {bindPlanParameters} from '../../plan/bind-parameters.ts';
import {isImmutable} from '../../plan/function-facts.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import {isConstantRow, pointLookup} from '../../plan/point-lookup.ts';
import type {Rel} from '../../plan/rel.ts';
import {type PlanOptions, planQuery} from '../../planner/plan.ts';
import type {Query, Statement} from '../../sql/ast/index.ts';
import {type BindOptions, bindStatement, type BoundStatement, type BoundStep, type Dml} from '../../sql/bind/index.ts';
import {parseStatements} from '../../sql/parse/index.ts';
import type {Datum} from '../../types/datum.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {WriteStep} from '../engine.ts';
import type {PlannedStatement} from '../prepared.ts';
import type {SqlSession} from '../session.ts';

export type PlannableStatement = Query | Dml;

export function isPlannable(statement: Statement): statement is PlannableStatement {
  return ['query', 'insert', 'update', 'delete', 'merge'].includes(statement.kind);
}

/** Where functions that act may be called. */
export const PERFORMS: Partial<BindOptions> = Object.freeze({performs: true});

/**
 * Binds and plans a query or DML statement; `by` a cursor, which knows the rows of tables that it stands on.
 * Errors: all of parse analysis and planning.
 */
export function planStatement(
  session: SqlSession,
  statement: Statement,
  sql: string,
  declaredTypes: readonly (SqlType | null)[],
  by: 'user' | 'server' | 'cursor' = 'user',
  parametersFixed = false,
  more: Partial<BindOptions> = {},
): PlannedStatement {
  const {catalogVersion} = session;
  const bound = bindPlannable(session, statement, sql, declaredTypes, by, parametersFixed, more);
  const {kind, parameterTypes, lockWaits} = bound;
  const locks = bound.kind === 'select' ? bound.locks : [];
  const reads = bound.kind === 'select' || bound.kind === 'call';
  const {calls} = bound;
  const result = reads ? bound : bound.result;
  const visible = calls.some(({spread}) => spread) || bound.kind === 'call' ? 1 : result?.columns?.length;
  const plan = result && planOnce(session, result.rel, locks.length > 0 ? undefined : visible);
  const isRead = bound.steps.length + locks.length + lockWaits.size + calls.length + bound.stages.length === 0;
  return {
    kind,
    plan,
    lookup: plan && isRead ? pointLookup(plan) : null,
    constant: plan !== null && isRead && isConstantRow(plan),
    steps: bound.steps.map(step => planStep(session, step)),
    parameterTypes,
    columns: result && result.columns,
    locks: locks.flatMap(({table, first, mode}) =>
      mode === 'none' ? [] : [{table: table.oid, generation: table.generation, first, mode}],
    ),
    rows: locks.map(({table, first}) => ({table: table.oid, first})),
    width: by === 'cursor' && plan ? plan.nodes[plan.root].schema.length : (result?.columns?.length ?? 0),
    lockWaits,
    catalogVersion: !reads && bound.isPassing ? NaN : catalogVersion,
    searchPath: session.settings.searchPath,
    rights: bound.rights,
    stages: bound.stages.map(stage => ({plan: planOnce(session, stage.rel), calls: stage.calls})),
    calls,
    ...(more.runAs === undefined ? {} : {runAs: more.runAs}),
    role: session.currentRole,
  };
}

/** All of it that is not planning. Errors: those of parse analysis. */
export function bindPlannable(
  session: SqlSession,
  statement: Statement,
  sql: string,
  declaredTypes: readonly (SqlType | null)[],
  by: 'user' | 'server' | 'cursor' = 'user',
  parametersFixed = false,
  more: Partial<BindOptions> = {},
): BoundStatement {
  if (!isPlannable(statement) && statement.kind !== 'call')
    throw notSupported(statement.kind.replaceAll('_', ' ').toUpperCase());
  const options: BindOptions = {
    ...bindOptions(session, sql, declaredTypes),
    parametersFixed,
    locksRows: true,
    marksRows: by === 'cursor',
    currentRow: (cursor, table) => session.cursors.get(cursor).rowOf(table),
    ...more,
  };
  return bindStatement(statement, by === 'server' ? {...options, trusted: true} : options);
}

/** Errors: 42809 for a table that the engine alone fills. */
export function planStep(session: SqlSession, step: BoundStep): WriteStep {
  const {kind, table, joined, numberedBy, actions, conflict, late, output, check} = step;
  const spec = session.spec(table.oid);
  if (spec?.kind === 'table' && spec.deadLettersOf !== undefined) {
    throw new SqlError('42809', `cannot change dead-letter table "${table.name}"`);
  }
  const plan = planOnce(session, step.rel, kind === 'insert' ? table.columns.length : undefined);
  const update = conflict?.update && {object: conflict.update.object, plan: planOnce(session, conflict.update.rel)};
  const raises = plan.raises ?? update?.plan.raises;
  return {
    kind,
    table: table.oid,
    generation: table.generation,
    plan: raises ? {...plan, raises} : plan,
    joined,
    numberedBy,
    actions,
    conflict: conflict && {arbiters: conflict.arbiters, update: update ?? null},
    late,
    output,
    check: check && {object: check.object, plan: planOnce(session, check.rel)},
  };
}

/**
 * A statement that the server itself writes. By the server: what it names is read and written whatever rights the user has,
 * who has been asked for others.
 */
export function planQueryText(session: SqlSession, sql: string, by: 'user' | 'server' = 'server'): PlannedStatement {
  return planStatement(session, parseStatements(sql)[0], sql, [], by);
}

/** The plan of a read at one tick; of its columns the first `visible` are the result. */
export function planOnce(session: SqlSession, rel: Rel, visible = rel.schema.length): PhysicalPlan {
  return planQuery(rel, {...planOptions(session, 'once'), visible});
}

/** The plan that is kept alive. */
export function planView(session: SqlSession, rel: Rel): PhysicalPlan {
  return planQuery(rel, planOptions(session, 'view'));
}

/** Errors: what constants of the statement raise, which has not been run yet. What asks the catalog is the engine's to compute. */
export function raiseConstants(session: SqlSession, {plan, steps}: PlannedStatement): void {
  const plans = [...steps.flatMap(step => [step.plan, step.conflict?.update?.plan]), plan];
  for (const planned of plans) {
    if (planned?.raises && isImmutable(planned.raises)) planOptions(session, 'once').evaluate(planned.raises);
  }
}

export function planOptions(session: SqlSession, mode: PlanOptions['mode']): PlanOptions {
  const context: EvaluationContext = {now: session.transaction.now, settings: session.settings.snapshot()};
  return {
    mode,
    props: object => session.props(object),
    evaluate: expr => evaluateConstant(expr, context),
  };
}

/** Words that dates and times of day may be written in. */
const MOMENTS = /\b(now|today|tomorrow|yesterday)\b/i;

export function bindOptions(
  session: SqlSession,
  text: string,
  parameterTypes: readonly (SqlType | null)[] = [],
): BindOptions {
  return {
    catalog: session.catalog,
    searchPath: session.settings.searchPath,
    text,
    parameterTypes,
    formatting: MOMENTS.test(text) ? {...session.formatting, now: session.transaction.now} : session.formatting,
    owner: session.user,
    rowSecurity: session.settings.get('row_security') === 'on',
    role: session.currentRole,
    isUnfilled: view => session.isUnfilled(view),
  };
}

/** Of definitions that have expressions in them: functions there must be ones that the user may call. */
export function definingOptions(session: SqlSession, text: string): BindOptions & {readonly rights: NeededRights} {
  return {...bindOptions(session, text), rights: new DefiningRights(session.catalog, session.currentRole)};
}

/** The statement with its parameters in place. */
export function bindParameters(planned: PlannedStatement, values: readonly Datum[]): PlannedStatement {
  if (values.length === 0) return planned;
  return {
    ...planned,
    plan: planned.plan && bindPlanParameters(planned.plan, values),
    steps: planned.steps.map(step => {
      const update = step.conflict?.update;
      return {
        ...step,
        plan: bindPlanParameters(step.plan, values),
        conflict: update
          ? {...step.conflict!, update: {...update, plan: bindPlanParameters(update.plan, values)}}
          : step.conflict,
      };
    }),
  };
}
