import type {Expr, OrderKey} from '../../expr/expr.ts';
import {DEFAULT_FRAME, frameOffsets, type WindowFrame} from '../../expr/window-call.ts';
import {exprKey} from '../../plan/expr-key.ts';
import {functionName} from '../../plan/function-facts.ts';
import {someExpr} from '../../plan/map-expr.ts';
import type {OverRel, Rel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {FunctionCall, SortKey, WindowDefinition, WindowSpec} from '../ast/index.ts';
import {resolveUnknown} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {mapPendingWindow, pendingOf} from './level.ts';
import type {Level, PendingWindow} from './level.ts';
import {direction} from './order-by.ts';
import {Placement} from './placement.ts';
import {requireEquality, requireOrdering} from './sortable.ts';
import {bindFrame} from './window-frame.ts';

/** A window: how a call's rows are divided, ordered and framed. */
type Window = {
  readonly partition: readonly Expr[];
  readonly keys: readonly OrderKey[];
  readonly frame: WindowFrame;
};

/** The windows of the WINDOW clause, whether someone uses them or not. Errors: as `bindWindow`; 42P20 a name twice. */
export function bindWindowClause(ctx: BindContext, level: Level): void {
  level.windows.forEach((definition, i) => {
    if (level.windows.findIndex(({name}) => name === definition.name) < i) {
      throw new SqlError('42P20', `window "${definition.name}" is already defined`, {
        position: ctx.at(definition.spec),
      });
    }
    bindSpec(ctx, level, definition.spec, level.windows.slice(0, i));
  });
}

/** Errors: 42704 no such window, 42P20 for what it may not override, or a frame that cannot be. */
export function bindWindow(ctx: BindContext, level: Level, over: NonNullable<FunctionCall['over']>): Window {
  if (over.kind === 'window_spec') return bindSpec(ctx, level, over, level.windows);
  const at = level.windows.findIndex(({name}) => name === over.name);
  if (at < 0) throw noWindow(ctx, over.name, over);
  return bindSpec(ctx, level, level.windows[at].spec, level.windows.slice(0, at));
}

/** A window may refine one that stands before it. */
function bindSpec(ctx: BindContext, level: Level, ast: WindowSpec, earlier: readonly WindowDefinition[]): Window {
  const own = {
    partition: ast.partitionBy.map(expression => {
      const expr = bindInDefinition(ctx, level, expression);
      requireEquality(expr.type, ctx.at(expression.span.start));
      return expr;
    }),
    keys: ast.orderBy.map(key => bindKey(ctx, level, key)),
  };
  const base = ast.base === null ? null : baseOf(ctx, level, ast, earlier);
  const partition = base ? base.partition : own.partition;
  const keys = base && base.keys.length > 0 ? base.keys : own.keys;
  const frame = ast.frame ? bindFrame(ctx, level, ast.frame, keys, ctx.at(ast)) : DEFAULT_FRAME;
  return {partition, keys, frame};
}

function baseOf(ctx: BindContext, level: Level, ast: WindowSpec, earlier: readonly WindowDefinition[]): Window {
  const at = earlier.findIndex(({name}) => name === ast.base);
  if (at < 0) throw noWindow(ctx, ast.base!, ast);
  const {spec} = earlier[at];
  const base = bindSpec(ctx, level, spec, earlier.slice(0, at));
  const position = ctx.at(ast);
  const fail = (what: string, hint?: string) => new SqlError('42P20', `cannot ${what}`, {position, hint});
  if (ast.partitionBy.length > 0) throw fail(`override PARTITION BY clause of window "${ast.base}"`);
  if (ast.orderBy.length > 0 && base.keys.length > 0) throw fail(`override ORDER BY clause of window "${ast.base}"`);
  if (spec.frame) {
    const plain = ast.orderBy.length === 0 && !ast.frame;
    const hint = plain ? 'Omit the parentheses in this OVER clause.' : undefined;
    throw fail(`copy window "${ast.base}" because it has a frame clause`, hint);
  }
  return base;
}

function noWindow(ctx: BindContext, name: string, ast: NonNullable<FunctionCall['over']>): SqlError {
  return new SqlError('42704', `window "${name}" does not exist`, {position: ctx.at(ast)});
}

function bindInDefinition(ctx: BindContext, level: Level, ast: SortKey['expression']): Expr {
  return resolveUnknown(ctx, bindExpression(ctx, {level, clause: 'window definitions'}, ast));
}

function bindKey(ctx: BindContext, level: Level, ast: SortKey): OrderKey {
  const expr = bindInDefinition(ctx, level, ast.expression);
  requireOrdering(expr.type, ctx.at(ast.expression.span.start));
  return {expr, ...direction(ctx, ast)};
}

/**
 * Puts the window calls that the expressions hold into the plan, on top of `rel`: calls over the same rows in the same order
 * stand in one node. `placed`: which column stands for which call.
 */
export function placeWindows(
  level: Level,
  rel: Rel,
  exprs: readonly Expr[],
): {readonly rel: Rel; readonly placed: ReadonlyMap<number, Expr>} {
  const placed = new Map<number, Expr>();
  const groups = new Map<string, {index: number; pending: PendingWindow}[]>();
  for (const index of windowsIn(level, exprs)) {
    const pending = pendingOf(level, index) as PendingWindow;
    const key = windowKey(pending);
    const group = groups.get(key);
    if (group) group.push({index, pending});
    else groups.set(key, [{index, pending}]);
  }
  let result = rel;
  for (const group of groups.values()) {
    const placement = new Placement(level, result);
    const calls = group.map(({pending}) => mapPendingWindow(pending, expr => placement.place(expr)));
    const input = placement.rel;
    const [{keys}] = calls;
    // Offsets that are not known now are the same for all rows: as keys they divide nothing, and each partition has its own.
    const partition = [...calls[0].partition, ...calls.flatMap(({call}) => frameOffsets(call.frame).filter(varies))];
    const over: OverRel = {
      node: 'over',
      input,
      partition,
      keys,
      calls: calls.map(({call}) => call),
      schema: [...input.schema, ...calls.map(({call}) => column(functionName(call.signature), call.type))],
    };
    group.forEach(({index, pending: {call}}, i) => {
      placed.set(index, {op: 'column', index: input.schema.length + i, type: call.type});
    });
    result = over;
  }
  return {rel: result, placed};
}

function varies(offset: Expr): boolean {
  return someExpr(offset, node => node.op === 'column' || node.op === 'outer');
}

/** Columns that stand for window calls, each once. */
function windowsIn(level: Level, exprs: readonly Expr[]): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (expr: Expr): void => {
    someExpr(expr, node => {
      if (node.op !== 'column' || node.index >= 0) return false;
      const pending = pendingOf(level, node.index)!;
      if (pending.kind === 'window') found.add(node.index);
      if (pending.kind === 'subquery') pending.operands.forEach(visit);
      if (pending.kind === 'set') pending.args.forEach(visit);
      return false;
    });
  };
  exprs.forEach(visit);
  return found;
}

function windowKey({partition, keys}: PendingWindow): string {
  const order = keys.map(({expr, descending, nullsFirst}) => `${exprKey(expr)} ${descending} ${nullsFirst}`);
  return `${partition.map(exprKey).join()};${order.join()}`;
}
