import type {
  CastExpression,
  Discard,
  Reset,
  SetTransaction,
  SetVariable,
  TransactionMode,
} from '../../sql/ast/index.ts';
import {printExpression} from '../../sql/print/index.ts';
import {DEFAULT_FORMAT} from '../../types/io/format-settings.ts';
import {parseInterval} from '../../types/io/interval-parse.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {dropTemporary} from '../drop-temporary.ts';
import {command, drain} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import {passOn} from '../transaction-ends.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {planQueryText} from './planned.ts';

/** SET name TO value; SET LOCAL outside a transaction only warns, as in Postgres. */
export const setVariable: StatementHandler<SetVariable> = {
  async run(statement, session) {
    if (statement.scope === 'local' && !session.transaction.isBlock) {
      session.notice('WARNING', '25P01', 'SET LOCAL can only be used in transaction blocks');
    }
    session.settings.set(statement.name, settingText(statement), statement.scope);
    if (statement.name === 'seed') await seedRandom(session);
    return command('SET');
  },
};

/** SET seed: what setseed() does. */
async function seedRandom(session: SqlSession): Promise<void> {
  const seed = session.settings.get('seed')!;
  await drain(await session.runPlanned(planQueryText(session, `SELECT pg_catalog.setseed(${seed})`), []));
}

/** Parameters that take several values. */
const LISTS = [
  ...['audit_log', 'datestyle', 'listen_addresses', 'local_preload_libraries', 'log_destination', 'search_path'],
  ...['restrict_nonsystem_relation_kind', 'session_preload_libraries', 'shared_preload_libraries'],
  ...['synchronous_standby_names', 'temp_tablespaces', 'unix_socket_directories', 'wal_consistency_checking'],
];

/** Those of names, that are quoted where they must be. */
const NAME_LISTS = [
  ...['local_preload_libraries', 'search_path', 'session_preload_libraries', 'shared_preload_libraries'],
  ...['temp_tablespaces', 'unix_socket_directories'],
];

/** Several values become one list; identifiers in a search path are quoted where they must be. Errors: 22023. */
export function settingText(statement: SetVariable): string | null {
  if (statement.values === null) return null;
  if (statement.values.length > 1 && !LISTS.includes(statement.name)) {
    throw new SqlError('22023', `SET ${statement.name} takes only one argument`);
  }
  const texts = statement.values.map(value => {
    if (value.kind === 'string') return value.value;
    if (value.kind === 'integer' || value.kind === 'numeric') return value.text;
    if (value.kind === 'boolean') return value.value ? 'true' : 'false';
    if (statement.name === 'timezone' && value.kind === 'cast') return String(intervalHours(value));
    return printExpression(value);
  });
  if (!NAME_LISTS.includes(statement.name)) return texts.join(', ');
  return texts.map(text => (/^[a-z_][a-z0-9_$]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`)).join(', ');
}

/** SET TIME ZONE INTERVAL '-08:00': hours east of UTC. */
function intervalHours({operand}: CastExpression): number {
  const {months, days, micros} = parseInterval(operand.kind === 'string' ? operand.value : '', DEFAULT_FORMAT);
  if (months !== 0 || days !== 0) {
    throw new SqlError('22023', 'invalid value for parameter "TimeZone": an interval of hours and minutes is needed');
  }
  return Number(micros) / 3_600_000_000;
}

export const reset: StatementHandler<Reset> = {
  run({name}, session) {
    if (name === null) session.settings.resetAll();
    else session.settings.set(name, null);
    return command('RESET');
  },
};

export const setTransaction: StatementHandler<SetTransaction> = {
  run({scope, snapshot, modes}, session) {
    if (scope === 'transaction' && !session.transaction.isBlock) {
      session.notice('WARNING', '25P01', 'SET TRANSACTION can only be used in transaction blocks');
    }
    if (snapshot !== null) throw notSupported('SET TRANSACTION SNAPSHOT');
    for (const mode of modes) applyMode(session, scope, mode);
    return command('SET');
  },
};

/** One mode of BEGIN or SET TRANSACTION. Errors: 25001 when the transaction has run a query that settled it. */
export function applyMode(session: SqlSession, scope: 'transaction' | 'session', mode: TransactionMode): void {
  const prefix = scope === 'session' ? 'default_' : '';
  const late = scope === 'transaction' && session.transaction.hasBegun;
  const {settings} = session;
  switch (mode.mode) {
    case 'isolation':
      if (late && mode.level !== settings.get('transaction_isolation')) {
        throw new SqlError('25001', 'SET TRANSACTION ISOLATION LEVEL must be called before any query');
      }
      return settings.set(`${prefix}transaction_isolation`, mode.level);
    case 'read_only':
      if (scope === 'transaction' && !mode.value && session.transaction.isReadOnly) {
        if (session.transaction.isWithinSavepoint) {
          throw new SqlError('25001', 'cannot set transaction read-write mode inside a read-only transaction');
        }
        if (late) throw new SqlError('25001', 'transaction read-write mode must be set before any query');
      }
      return settings.set(`${prefix}transaction_read_only`, mode.value ? 'on' : 'off');
    case 'deferrable':
      if (late) throw new SqlError('25001', 'SET TRANSACTION [NOT] DEFERRABLE must be called before any query');
      return settings.set(`${prefix}transaction_deferrable`, mode.value ? 'on' : 'off');
  }
}

/** DISCARD ALL is what connection pools send between clients. */
async function discardTemporary(session: SqlSession): Promise<void> {
  const schema = session.settings.temporarySchema!;
  if (!session.catalog.schema(schema)) return;
  await editCatalog(session, 'DISCARD TEMP', fork => dropTemporary(fork, schema, 'DISCARD TEMP'));
}

export const discard: StatementHandler<Discard> = {
  async run({what}, session) {
    if (what === 'all') {
      session.transaction.mustStandAlone('DISCARD ALL');
      await session.portals.dropAll();
      await session.cursors.closeAll();
      session.notifications.change({unlisten: null});
      passOn(session);
      session.statements.deallocateAll();
      session.settings.resetAll();
      session.database.locks.release(session.processId, 'session');
      session.database.engine.endSession(session.processId);
      await discardTemporary(session);
    } else if (what === 'plans') {
      for (const prepared of session.prepared.values()) prepared.planned = null;
    } else if (what === 'temp') await discardTemporary(session);
    else session.database.engine.endSession(session.processId);
    return command(`DISCARD ${what === 'temp' ? 'TEMP' : what.toUpperCase()}`);
  },
};
