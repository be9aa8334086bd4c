import {evaluateConstant, type EvaluationContext} from '../expr/evaluate.ts';
import type {Expr} from '../expr/expr.ts';
import {addToInstant} from '../expr/time/intervals.ts';
import {sessionZone} from '../expr/time/conversions.ts';
import {flatRows} from '../plan/flat-rows.ts';
import {exprChildren, mapExprChildren, someExpr} from '../plan/map-expr.ts';
import type {PhysicalNode, PhysicalPlan} from '../plan/physical.ts';
import type {Datum, Interval} from '../types/datum.ts';
import {notSupported, SqlError} from '../types/sql-error.ts';
import type {LockMode, LockScope} from './advisory-locks.ts';
import {largeObjectFunctions} from './large-objects/functions.ts';
import {notificationOf} from './notifications.ts';
import {signalBackend, terminateBackend} from './backends.ts';
import {notStrictResets, resetFunctions} from './reset-statistics.ts';
import type {SqlSession} from './session.ts';
import {cancellation} from './statement-guard.ts';
import {wallClockMicros} from '../types/clock.ts';

// Functions that wait, lock, set, tell or take a number: the session calls them, before the query that they stand in is run with their results
// in their places, where there is one row; over rows see calls-over-rows.ts.

type SessionFunction = (session: SqlSession, args: readonly Datum[]) => Promise<Datum> | Datum;

const NOTHING = '';
/** setTimeout's most. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

async function sleep(session: SqlSession, ms: number): Promise<Datum> {
  if (!(ms > 0)) return NOTHING;
  const end = performance.now() + ms;
  for (let left = ms; left > 0; left = end - performance.now()) {
    let stop = (): void => {};
    let cancelled: string | null = null;
    const done = new Promise<void>(resolve => {
      const timer = setTimeout(resolve, Math.min(left, MAX_TIMEOUT_MS));
      stop = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    const cancel = (message: string): void => {
      cancelled = message;
      stop();
    };
    await session.waitForEvent({type: 'Timeout', event: 'PgSleep'}, {cancel}, async () => {
      await done;
      if (cancelled !== null) throw cancellation(cancelled);
    });
  }
  return NOTHING;
}

/** One number, or two: these never meet. */
function keyOf(args: readonly Datum[]): string {
  return args.map(String).join(':');
}

async function lock(session: SqlSession, args: readonly Datum[], mode: LockMode, scope: LockScope): Promise<Datum> {
  const {granted, cancel} = session.database.locks.lock(keyOf(args), session.processId, mode, scope);
  let refuse = (_error: unknown): void => {};
  const refused = new Promise<never>((_, reject) => (refuse = reject));
  const work = {
    cancel: (message: string): void => {
      cancel();
      refuse(cancellation(message));
    },
  };
  await session.waitForEvent({type: 'Lock', event: 'advisory'}, work, () => Promise.race([granted, refused]));
  return NOTHING;
}

function unlock(session: SqlSession, args: readonly Datum[], mode: LockMode): Datum {
  const held = session.database.locks.unlock(keyOf(args), session.processId, mode);
  const name = mode === 'exclusive' ? 'ExclusiveLock' : 'ShareLock';
  if (!held) session.notice('WARNING', '01000', `you don't own a lock of type ${name}`);
  return held;
}

function setConfig(session: SqlSession, [name, value, local]: readonly Datum[]): Datum {
  if (name === null) throw new SqlError('22004', 'SET requires parameter name');
  session.settings.set(name as string, value as string | null, local === true ? 'local' : 'session');
  return session.settings.show(name as string).value;
}

/** Errors: 22023. */
function notify(session: SqlSession, [channel, payload]: readonly Datum[]): Datum {
  session.notifications.notify(notificationOf(session.processId, channel as string | null, payload as string | null));
  return NOTHING;
}

const modes: readonly (readonly [suffix: string, mode: LockMode])[] = [
  ['', 'exclusive'],
  ['_shared', 'shared'],
];
const scopes: readonly (readonly [infix: string, scope: LockScope])[] = [
  ['', 'session'],
  ['xact_', 'transaction'],
];

const functions = new Map<string, SessionFunction>([
  ['pg_sleep', (session, [seconds]) => sleep(session, (seconds as number) * 1000)],
  [
    'pg_sleep_for',
    (session, [span]) => sleep(session, Number((untilAfter(session, span as Interval) - wallClockMicros()) / 1000n)),
  ],
  ['pg_sleep_until', (session, [at]) => sleep(session, Number((at as bigint) - wallClockMicros()) / 1000)],
  ...modes.flatMap(([suffix, mode]) =>
    scopes.flatMap(([infix, scope]): [string, SessionFunction][] => [
      [`pg_advisory_${infix}lock${suffix}`, (session, args) => lock(session, args, mode, scope)],
      [
        `pg_try_advisory_${infix}lock${suffix}`,
        (session, args) => session.database.locks.tryLock(keyOf(args), session.processId, mode, scope),
      ],
    ]),
  ),
  ...modes.map(([suffix, mode]): [string, SessionFunction] => [
    `pg_advisory_unlock${suffix}`,
    (session, args) => unlock(session, args, mode),
  ]),
  [
    'pg_advisory_unlock_all',
    session => {
      session.database.locks.release(session.processId, 'session');
      return NOTHING;
    },
  ],
  ...largeObjectFunctions,
  ...resetFunctions,
  ['set_config', setConfig],
  ['pg_notify', notify],
  ['pg_cancel_backend', (session, [processId]) => signalBackend(session, processId as number, 'cancel')],
  [
    'pg_terminate_backend',
    (session, [processId, timeout = 0]) => terminateBackend(session, processId as number, Number(timeout)),
  ],
]);

/** They say themselves what NULL means to them. */
const notStrict: ReadonlySet<string> = new Set(['set_config', 'pg_notify', ...notStrictResets]);

function untilAfter(session: SqlSession, span: Interval): bigint {
  return addToInstant(wallClockMicros(), span, sessionZone({settings: session.settings.snapshot()}));
}

function nameOf(expr: Expr): string | null {
  if (expr.op !== 'call') return null;
  const name = expr.signature.slice(0, expr.signature.indexOf('('));
  return functions.has(name) ? name : null;
}

function exprsOf(node: PhysicalNode): readonly Expr[] {
  switch (node.node) {
    case 'values':
      return flatRows(node.rows);
    case 'project':
      return node.exprs;
    case 'filter':
      return [node.predicate];
    case 'flatMap':
      return node.args;
    default:
      return [];
  }
}

const known = new WeakMap<PhysicalPlan, boolean>();

/** Asked for each execution: remembered by the plan. */
export function callsSession(plan: PhysicalPlan): boolean {
  let calls = known.get(plan);
  if (calls === undefined) {
    calls = plan.nodes.some(node => exprsOf(node).some(callsIn));
    known.set(plan, calls);
  }
  return calls;
}

const ofLargeObjects = new Set(largeObjectFunctions.map(([name]) => name));
const touching = new WeakMap<PhysicalPlan, boolean>();

/** It calls functions that write, or what they write must be taken back if it fails. Remembered likewise. */
export function callsLargeObjects(plan: PhysicalPlan): boolean {
  let calls = touching.get(plan);
  if (calls === undefined) {
    calls = callsSession(plan) && plan.nodes.some(node => exprsOf(node).some(expr => someExpr(expr, isOfLargeObjects)));
    touching.set(plan, calls);
  }
  return calls;
}

function isOfLargeObjects(expr: Expr): boolean {
  const name = nameOf(expr);
  return name !== null && ofLargeObjects.has(name);
}

/** The plan with the calls' results. Errors: theirs, 57014, 0A000 where there may be more or fewer rows than one. */
export async function withSessionCalls(session: SqlSession, plan: PhysicalPlan): Promise<PhysicalPlan> {
  const nodes: PhysicalNode[] = [];
  const single = plan.nodes.every(givesOneRow);
  for (const node of plan.nodes) {
    const resolve = (expr: Expr): Promise<Expr> => resolved(session, expr, single);
    // Rows that stand in the text are evaluated once each.
    const resolveGiven = (expr: Expr): Promise<Expr> => resolved(session, expr, true);
    if (node.node === 'values') nodes.push({...node, rows: await each(node.rows, row => each(row, resolveGiven))});
    else if (node.node === 'project') nodes.push({...node, exprs: await each(node.exprs, resolve)});
    else if (isOneRowCall(node)) nodes.push({...node, args: await each(node.args, resolve)});
    else {
      for (const expr of exprsOf(node)) await resolve(expr);
      nodes.push(node);
    }
  }
  return {...plan, nodes};
}

/** One row for each of its input's, of which there is one. */
function givesOneRow(node: PhysicalNode): boolean {
  return node.node === 'project' || (node.node === 'values' && node.rows.length === 1) || isOneRowCall(node);
}

/** A function in FROM that returns no set. */
function isOneRowCall(node: PhysicalNode): node is Extract<PhysicalNode, {node: 'flatMap'}> {
  return node.node === 'flatMap' && node.calls.every(call => call.signature.startsWith('$row('));
}

/** The value of an expression without columns that calls them. Errors: as above. */
export async function calledWith(session: SqlSession, expr: Expr): Promise<Datum> {
  return evaluateConstant(await resolved(session, expr, true), contextOf(session, 'a function'));
}

/** One after the other: what the functions do has an order. */
async function each<T, R>(items: readonly T[], f: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await f(item));
  return results;
}

/** With what its calls give, made in the order in which the parts of an expression are evaluated. Errors: as above. */
async function resolved(session: SqlSession, expr: Expr, single: boolean): Promise<Expr> {
  const found = firstCall(expr);
  if (found === null) return single && readsSettings(expr) ? asFound(session, expr) : expr;
  if (!single) throw notSupported(`${found}() over rows or within a table`);
  const inTurn = await resolvedInTurn(session, expr);
  if (inTurn) return inTurn;
  const children = await each(exprChildren(expr), child => resolved(session, child, single));
  let next = 0;
  const rebuilt = mapExprChildren(expr, () => children[next++]);
  const name = nameOf(rebuilt);
  if (name === null || rebuilt.op !== 'call') return rebuilt;
  const args = rebuilt.args.map(arg => valueOf(session, arg, name, `an argument of ${name}()`));
  const strict = !notStrict.has(name);
  const value = strict && args.includes(null) ? null : await functions.get(name)!(session, args);
  return {op: 'literal', value, type: rebuilt.type};
}

/** Of an expression that evaluates some of its parts only, the value; null: it is none. */
async function resolvedInTurn(session: SqlSession, expr: Expr): Promise<Expr | null> {
  const evaluated = async (part: Expr): Promise<Datum> =>
    valueOf(session, await resolved(session, part, true), firstCall(expr)!, 'a condition');
  const literal = (value: Datum): Expr => ({op: 'literal', value, type: expr.type});
  switch (expr.op) {
    case 'case':
      for (const {when, then} of expr.whens) {
        if ((await evaluated(when)) === true) return literal(await evaluated(then));
      }
      return literal(await evaluated(expr.otherwise));
    case 'coalesce':
      for (const arg of expr.args) {
        const value = await evaluated(arg);
        if (value !== null) return literal(value);
      }
      return literal(null);
    case 'and':
    case 'or': {
      const decides = expr.op === 'or';
      let result: Datum = !decides;
      for (const arg of expr.args) {
        const value = await evaluated(arg);
        if (value === decides) return literal(decides);
        if (value === null) result = null;
      }
      return literal(result);
    }
    default:
      return null;
  }
}

/** Errors: what it raises, 0A000 where it needs a row. */
function valueOf(session: SqlSession, expr: Expr, name: string, place: string): Datum {
  if (hasColumns(expr)) throw notSupported(`${name}() over rows of a table`);
  return evaluateConstant(expr, contextOf(session, place));
}

/** What the settings say when its turn comes. */
function asFound(session: SqlSession, expr: Expr): Expr {
  if (hasColumns(expr)) return expr;
  return {op: 'literal', value: evaluateConstant(expr, contextOf(session, 'a condition')), type: expr.type};
}

function hasColumns(expr: Expr): boolean {
  return someExpr(expr, inner => inner.op === 'column');
}

/** It asks for what functions of the session set. */
function readsSettings(expr: Expr): boolean {
  return someExpr(expr, inner => inner.op === 'call' && inner.signature.startsWith('current_setting('));
}

/** Its value depends on what is called before it in a select list, or it calls itself. */
export function hasItsTurn(expr: Expr): boolean {
  return callsIn(expr) || readsSettings(expr);
}

function contextOf(session: SqlSession, place: string): EvaluationContext {
  return {
    now: session.transaction.now,
    settings: session.settings.snapshot(),
    system: (called: string, args: readonly Datum[]): Datum => {
      if (called === 'pg_backend_pid') return session.processId;
      if (called === 'current_setting') return currentSetting(session, args);
      throw notSupported(`${called}() in ${place}`);
    },
  };
}

/** Errors: 42704, 42501. */
function currentSetting({settings}: SqlSession, [name, missingOk]: readonly Datum[]): Datum {
  return missingOk === true && settings.get(name as string) === undefined ? null : settings.show(name as string).value;
}

export function callsIn(expr: Expr): boolean {
  return someExpr(expr, inner => nameOf(inner) !== null);
}

function firstCall(expr: Expr): string | null {
  const own = nameOf(expr);
  if (own !== null) return own;
  for (const child of exprChildren(expr)) {
    const inner = firstCall(child);
    if (inner !== null) return inner;
  }
  return null;
}
