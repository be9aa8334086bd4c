import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  INTERVAL,
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
  waiting('pg_advisory_unlock_all', [], VOID, "gives the session's advisory locks back"),
];
