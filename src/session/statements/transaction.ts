import type {Transaction} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import {commit, rollback} from '../transaction-ends.ts';
import type {StatementHandler} from './handler.ts';
import {applyMode} from './set.ts';

/** BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their kin; two-phase commit as Postgres has it unless it was configured. */
export const transaction: StatementHandler<Transaction> = {
  async run({command: what, span}, session, sql) {
    const {transaction: current} = session;
    switch (what.type) {
      case 'begin': {
        if (current.isExplicit) session.notice('WARNING', '25001', 'there is already a transaction in progress');
        current.begin();
        try {
          for (const mode of what.modes) applyMode(session, 'transaction', mode);
        } catch (error) {
          await current.rollback();
          throw error;
        }
        return command(/^start/i.test(sql.slice(span.start)) ? 'START TRANSACTION' : 'BEGIN');
      }
      case 'commit':
      case 'rollback': {
        if (!current.isExplicit && what.chain) {
          throw new SqlError('25P01', `${what.type.toUpperCase()} AND CHAIN can only be used in transaction blocks`);
        }
        if (!current.isExplicit) session.notice('WARNING', '25P01', 'there is no transaction in progress');
        await session.portals.dropAll();
        const modes = MODES.map(name => [name, session.settings.get(name)!] as const);
        const committed = what.type === 'commit' ? await commit(session) : (await rollback(session), false);
        if (what.chain) {
          current.begin();
          for (const [name, value] of modes) session.settings.set(name, value);
        }
        return command(committed ? 'COMMIT' : 'ROLLBACK');
      }
      case 'savepoint':
        await current.savepoint(what.name);
        return command('SAVEPOINT');
      case 'release':
        current.release(what.name);
        return command('RELEASE');
      case 'rollback_to':
        await current.rollbackTo(what.name);
        return command('ROLLBACK');
      case 'prepare': {
        if (!current.isExplicit) session.notice('WARNING', '25P01', 'there is no transaction in progress');
        const failed = session.transactionStatus === 'E';
        await session.portals.dropAll();
        const prepared = current.isExplicit && !failed;
        await rollback(session);
        if (prepared) throw preparedDisabled();
        return command('ROLLBACK');
      }
      case 'commit_prepared':
      case 'rollback_prepared': {
        current.mustStandAlone(what.type.replace('_', ' ').toUpperCase());
        throw new SqlError('42704', `prepared transaction with identifier "${what.id}" does not exist`);
      }
    }
  },
};

/** What AND CHAIN hands on. */
const MODES = ['transaction_isolation', 'transaction_read_only', 'transaction_deferrable'];

function preparedDisabled(): SqlError {
  return new SqlError('55000', 'prepared transactions are disabled', {
    hint: 'Set max_prepared_transactions to a nonzero value.',
  });
}
