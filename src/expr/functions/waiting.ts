import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  INTERVAL,
  OID,
  type SqlType,
  TEXT,
  TIMESTAMPTZ,
  VOID,
} from '../../types/sql-type.ts';
import {notSupported} from '../../types/sql-error.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

// Functions that wait, lock, tell or take a number: the session calls them before the query is run (session/session-functions.ts). Where it
// cannot, over the rows of a table, they are refused.

function waiting(
  name: string,
  args: readonly SqlType[],
  returns: SqlType,
  says: string,
  {strict = true} = {},
): FunctionRow {
  const refuse = (): never => {
    throw notSupported(`${name}() over the rows of a table`);
  };
  return func(name, args, returns, says, refuse, {volatility: 'volatile', strict});
}

const keys: readonly (readonly SqlType[])[] = [[BIGINT], [INTEGER, INTEGER]];

export const waitingRows: readonly FunctionRow[] = [
  waiting('pg_sleep', [DOUBLE], VOID, 'waits so many seconds'),
  waiting('pg_sleep_for', [INTERVAL], VOID, 'waits so long'),
  waiting('pg_sleep_until', [TIMESTAMPTZ], VOID, 'waits until then'),
  waiting('pg_notify', [TEXT, TEXT], VOID, 'tells those who listen', {strict: false}),
  ...keys.flatMap(key =>
    ['', '_shared'].flatMap(suffix => [
      ...['', 'xact_'].flatMap(infix => [
        waiting(`pg_advisory_${infix}lock${suffix}`, key, VOID, 'takes an advisory lock, waiting for it'),
        waiting(`pg_try_advisory_${infix}lock${suffix}`, key, BOOLEAN, 'takes an advisory lock if it is free'),
      ]),
      waiting(`pg_advisory_unlock${suffix}`, key, BOOLEAN, 'gives an advisory lock back'),
    ]),
  ),
  waiting('pg_cancel_backend', [INTEGER], BOOLEAN, 'cancels what a session is running'),
  waiting('pg_terminate_backend', [INTEGER, BIGINT], BOOLEAN, 'ends a session'),
  waiting('pg_terminate_backend', [INTEGER], BOOLEAN, 'ends a session'),
  waiting('pg_stat_reset', [], VOID, 'lets the counts of the database begin anew'),
  waiting('pg_stat_reset_shared', [TEXT], VOID, 'lets the counts of the server begin anew'),
  waiting('pg_stat_reset_single_table_counters', [OID], VOID, 'lets the counts of a table or index begin anew'),
  waiting('pg_stat_reset_single_function_counters', [OID], VOID, 'does nothing: calls of functions are not counted'),
  ...['pg_stat_reset_slru', 'pg_stat_reset_replication_slot'].map(name =>
    waiting(name, [TEXT], VOID, 'does nothing: there is nothing of that kind', {strict: false}),
  ),
  waiting('pg_stat_reset_subscription_stats', [OID], VOID, 'does nothing: there are no subscriptions', {strict: false}),
  waiting('pg_stat_clear_snapshot', [], VOID, 'does nothing: what is asked for is the newest'),
  waiting('pg_stat_force_next_flush', [], VOID, 'does nothing: what is counted is seen at once'),
  waiting('pg_advisory_unlock_all', [], VOID, "gives the session's advisory locks back"),
];
