import type {ResetTarget} from '../catalog/system/status.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlSession} from './session.ts';

// pg_stat_reset and its kin: what is counted begins anew.

type Reset = (session: SqlSession, args: readonly Datum[]) => Datum;

const NOTHING = '';
const TARGETS: readonly ResetTarget[] = ['archiver', 'bgwriter', 'recovery_prefetch', 'wal'];

/** Errors: 22023. */
function resetShared(session: SqlSession, [name]: readonly Datum[]): Datum {
  const target = TARGETS.find(each => each === name);
  if (!target) {
    throw new SqlError('22023', `unrecognized reset target: "${name as string}"`, {
      hint: 'Target must be "archiver", "bgwriter", "recovery_prefetch", or "wal".',
    });
  }
  session.database.statistics.noteReset(target);
  if (target === 'bgwriter') session.database.engine.resetCounts('bgwriter');
  return NOTHING;
}

const resets: Readonly<Record<string, Reset>> = {
  pg_stat_reset: ({database}) => {
    database.resetCounts();
    return NOTHING;
  },
  pg_stat_reset_shared: resetShared,
  pg_stat_reset_single_table_counters: ({database}, [oid]) => {
    const relation = Number(oid);
    database.statistics.resetRelation(relation);
    database.engine.resetCounts({relation});
    return NOTHING;
  },
  // Of functions, caches, subscriptions and replication nothing is counted.
  pg_stat_reset_single_function_counters: () => NOTHING,
  pg_stat_reset_slru: () => NOTHING,
  pg_stat_reset_subscription_stats: (_, [oid]) => {
    if (oid === 0n) throw new SqlError('22023', 'invalid subscription OID 0');
    return NOTHING;
  },
  pg_stat_reset_replication_slot: (_, [name]) => {
    if (name !== null) throw new SqlError('22023', `replication slot "${name as string}" does not exist`);
    return NOTHING;
  },
};

/** They say themselves what NULL means to them. */
export const notStrictResets = [
  'pg_stat_reset_slru',
  'pg_stat_reset_subscription_stats',
  'pg_stat_reset_replication_slot',
];

/** By name. Errors: 42501 for all but superusers. */
export const resetFunctions: readonly (readonly [string, Reset])[] = [
  ...Object.entries(resets).map(([name, reset]): [string, Reset] => [
    name,
    (session, args) => {
      if (!session.catalog.roleBook.isSuperuser(session.identity.current)) {
        throw new SqlError('42501', `permission denied for function ${name}`);
      }
      return reset(session, args);
    },
  ]),
  // What is asked for is always the newest.
  ['pg_stat_clear_snapshot', () => NOTHING],
  ['pg_stat_force_next_flush', () => NOTHING],
];
