import type {TableObject} from '../../catalog/object.ts';
import type {NeededRights} from '../../catalog/needed-rights.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {ObjectId, Rel} from '../../plan/rel.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Call, Delete, Insert, Merge, Query, Update} from '../ast/index.ts';
import {type ActingCall, actingCalls, actingColumns, acts, actsWithin, misplaced} from './acting.ts';
import {type ActingStage, takeOutCalls} from './acting-stages.ts';
import {bindCall, spreadCall} from './call-statement.ts';
import {collated, collatedExpr} from './collation.ts';
import type {CommonTables} from './common-tables.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {bindDelete} from './delete.ts';
import {bindInsert} from './insert.ts';
import {asResult} from './function-body.ts';
import type {BoundLock} from './locking.ts';
import {bindMerge} from './merge.ts';
import {bindQueryIn} from './query.ts';
import type {BoundQuery, QueryColumn} from './query.ts';
import {bindUpdate} from './update.ts';
import {bindWith} from './with.ts';
import type {BoundStep, WriteKind} from './write-step.ts';

/** A statement that reads or writes rows, with the types of its parameters. */
export type BoundStatement = BoundSelect | BoundCall | BoundWrite;

/**
 * `columns` are the visible ones, which come first in `rel`; `rel` may have more behind them, sort keys that are not
 * selected, and then its root is a sort.
 */
export type BoundSelect = {
  readonly kind: 'select';
  readonly rel: Rel;
  readonly columns: readonly QueryColumn[];
  readonly parameterTypes: readonly SqlType[];
  /** Data-modifying WITH items, which run before. */
  readonly steps: readonly BoundStep[];
  /** FOR UPDATE and its kin; the rows' columns are behind the visible ones. */
  readonly locks: readonly BoundLock[];
  readonly lockWaits: LockWaits;
  readonly rights: NeededRights;
  /** What is run before, in order: what it gives are the last parameters. */
  readonly stages: readonly ActingStage[];
  /** Columns that the session is to put in place. */
  readonly calls: readonly ActingCall[];
};

/** As `BoundSelect`: its one column is the call, and `columns` are what that gives; null: nothing. */
type BoundCall = Omit<BoundSelect, 'kind' | 'columns'> & {
  readonly kind: 'call';
  readonly columns: readonly QueryColumn[] | null;
};

/** Tables whose rows the statement does not wait for where others hold them. */
type LockWaits = ReadonlyMap<ObjectId, 'nowait' | 'skip locked'>;

/** A statement that writes: `rel` is what its own step, the last, is made from; those before are data-modifying WITH items. */
export type BoundWrite = {
  readonly kind: WriteKind;
  readonly table: TableObject;
  readonly rel: Rel;
  readonly steps: readonly BoundStep[];
  /** RETURNING. */
  readonly result: BoundQuery | null;
  readonly parameterTypes: readonly SqlType[];
  readonly lockWaits: LockWaits;
  readonly rights: NeededRights;
  /** WHERE CURRENT OF: the next time it is another statement. */
  readonly isPassing: boolean;
  readonly stages: readonly ActingStage[];
  /** Columns of RETURNING that the session is to put in place. */
  readonly calls: readonly ActingCall[];
};

export type Dml = Insert | Update | Delete | Merge;

/** One DML statement, bound: what it does, and what it returns. */
export type BoundDml = {readonly step: BoundStep; readonly result: BoundQuery | null};

/** Binds a query or DML. Errors: SqlError as Postgres's parse analysis raises it; 0A000 for what is not there yet. */
export function bindStatement(ast: Query | Dml | Call, options: BindOptions): BoundStatement {
  const ctx = new BindContext(options.performs ? {...options, acting: []} : options);
  if (ast.kind === 'call') return boundCall(ctx, ast);
  ctx.bindWriting = (inner, commonTables) => bindDml(ctx, inner, commonTables, false);
  if (ast.kind === 'query') {
    const locks = options.locksRows ? ast : undefined;
    const spread = options.performs ? spreadCall(ctx, ast) : null;
    const {rel, columns} = bindQueryIn(ctx, spread ?? ast, {parent: null, commonTables: null, top: true, locks});
    const parameterTypes = ctx.parameters.resolved();
    const {stages, rel: last, calls} = performed(ctx, rel, spread !== null, parameterTypes.length);
    const {lockWaits} = ctx;
    const steps = ctx.steps.map(step => collatedStep(ctx, step));
    const shown = {rel: last, columns: actingColumns(columns, calls)};
    const result = options.returns ? asResult(ctx, options.returns, shown, calls.length > 0)! : shown;
    return {
      kind: 'select',
      ...result,
      rel: collated(ctx, result.rel),
      parameterTypes,
      steps,
      locks: ctx.locks,
      lockWaits,
      rights: ctx.rights,
      stages,
      calls,
    };
  }
  const {step: whole, result: returned} = bindDml(ctx, ast, null, true);
  const parameterTypes = ctx.parameters.resolved();
  const after = returned && ctx.acting.length > 0 ? actingCalls(ctx, returned.rel) : null;
  const calls = after?.calls ?? [];
  const shown = returned && {columns: actingColumns(returned.columns, calls), rel: after?.rel ?? returned.rel};
  const {stages, rel: rows} = written(ctx, whole, shown, parameterTypes.length);
  const step = collatedStep(ctx, {...whole, rel: rows});
  const result = shown && {...shown, rel: collated(ctx, shown.rel)};
  const {kind, table, rel} = step;
  const {lockWaits, rights, isPassing} = ctx;
  const steps = [...ctx.steps.map(before => collatedStep(ctx, before)), step];
  const given = options.returns ? asResult(ctx, options.returns, result, calls.length > 0) : result;
  return {kind, table, rel, steps, result: given, parameterTypes, lockWaits, rights, isPassing, stages, calls};
}

type Performed = {
  readonly stages: readonly ActingStage[];
  readonly rel: Rel;
  readonly calls: readonly ActingCall[];
};

/** A query without the calls of functions that act: those that are left to the end, and those made before. */
function performed(ctx: BindContext, rel: Rel, spread: boolean, parameters: number): Performed {
  if (ctx.acting.length === 0) return {stages: [], rel, calls: []};
  const direct = actingCalls(ctx, rel);
  if (direct) return {stages: [], rel: direct.rel, calls: direct.calls.map(call => ({...call, spread}))};
  if (ctx.steps.length + ctx.locks.length > 0) throw refusedCall(ctx);
  const {stages, rel: rest} = takeOutCalls(ctx, rel, parameters);
  return {stages: stages.map(stage => ({...stage, rel: collated(ctx, stage.rel)})), rel: rest, calls: []};
}

/** What an INSERT, UPDATE or DELETE does may be found by functions that act. Errors: 0A000 elsewhere in them, and in MERGE. */
function written(
  ctx: BindContext,
  {kind, rel, conflict, late}: BoundStep,
  result: BoundQuery | null,
  parameters: number,
) {
  if (ctx.acting.length === 0) return {stages: [], rel};
  const elsewhere = [result?.rel, conflict?.update?.rel].some(other => other && actsWithin(other));
  if (kind === 'merge' || elsewhere || ctx.steps.length > 0 || late.some(({expr}) => acts(expr)))
    throw refusedCall(ctx);
  const {stages, rel: rest} = takeOutCalls(ctx, rel, parameters, kind === 'insert');
  return {stages: stages.map(stage => ({...stage, rel: collated(ctx, stage.rel)})), rel: rest};
}

function refusedCall(ctx: BindContext): SqlError {
  const [{ast, object}] = ctx.acting;
  return misplaced(ctx, ast, object);
}

function boundCall(ctx: BindContext, ast: Call): BoundCall {
  const bound = bindCall(ctx, ast);
  const parameterTypes = ctx.parameters.resolved();
  return {
    ...bound,
    kind: 'call',
    parameterTypes,
    steps: [],
    locks: [],
    lockWaits: new Map(),
    rights: ctx.rights,
    stages: [],
  };
}

function collatedStep(ctx: BindContext, step: BoundStep): BoundStep {
  const {conflict, late, check} = step;
  const update = conflict?.update && {...conflict.update, rel: collated(ctx, conflict.update.rel)};
  return {
    ...step,
    rel: collated(ctx, step.rel),
    conflict: conflict && {...conflict, update: update ?? null},
    check: check && {...check, rel: collated(ctx, check.rel)},
    late: late.map(one => ({...one, expr: collatedExpr(ctx, one.expr, step.rel.schema)})),
  };
}

/** As `bindStatement`, of a query. */
export function bindQuery(ast: Query, options: BindOptions): BoundSelect {
  return bindStatement(ast, options) as BoundSelect;
}

/** `around`: the WITH queries in sight of one that is itself a WITH item, and so not `top`. */
function bindDml(ctx: BindContext, ast: Dml, around: CommonTables | null, top: boolean): BoundDml {
  const commonTables = ast.with ? bindWith(ctx, ast.with, {parent: null, commonTables: around, top}) : around;
  switch (ast.kind) {
    case 'insert':
      return bindInsert(ctx, ast, commonTables);
    case 'update':
      return bindUpdate(ctx, ast, commonTables);
    case 'delete':
      return bindDelete(ctx, ast, commonTables);
    case 'merge':
      // Postgres 15 has it not.
      if (ast.returning) {
        const word = ctx.source(ast.returning).slice(0, 'returning'.length);
        throw new SqlError('42601', `syntax error at or near "${word}"`, {position: ctx.at(ast.returning)});
      }
      return bindMerge(ctx, ast, commonTables);
  }
}
