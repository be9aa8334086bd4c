import type {Statement} from '../../sql/ast/index.ts';
import {notSupported} from '../../types/sql-error.ts';
import type {StatementHandler} from './handler.ts';
import {deallocate, execute, prepare} from './prepared.ts';
import {discard, reset, setConstraints, setTransaction, setVariable} from './set.ts';
import {show} from './show.ts';
import {transaction} from './transaction.ts';

/** Statements that are planned and have no handler. */
const PLANNED: ReadonlySet<Statement['kind']> = new Set(['query', 'insert', 'update', 'delete'] as const);

/** How each kind of statement runs; adding one touches this table and a file of its own. */
const HANDLERS: {readonly [K in Statement['kind']]?: StatementHandler<Extract<Statement, {kind: K}>>} = {
  transaction,
  set: setVariable,
  set_transaction: setTransaction,
  set_constraints: setConstraints,
  reset,
  discard,
  show,
  prepare,
  execute,
  deallocate,
};

/** null: the statement is planned as a query or DML. Errors: 0A000 for a statement that does not exist yet. */
export function handlerOf(statement: Statement): StatementHandler | null {
  if (PLANNED.has(statement.kind)) return null;
  const handler = HANDLERS[statement.kind] as StatementHandler | undefined;
  if (!handler) throw notSupported(statement.kind.replaceAll('_', ' ').toUpperCase());
  return handler;
}
