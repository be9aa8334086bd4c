import type {Datum} from '../../types/datum.ts';
import {BIGINT, BOOLEAN, DOUBLE, INET, INTEGER, OID, type SqlType, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {SqlError} from '../../types/sql-error.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

// What PostgreSQL's views of statistics are made from, a figure a function. The session answers them.

const figures: readonly (readonly [args: readonly SqlType[], returns: SqlType, names: string])[] = [
  [
    [OID],
    BIGINT,
    `analyze_count autoanalyze_count autovacuum_count blocks_fetched blocks_hit db_blocks_fetched db_blocks_hit
    db_checksum_failures db_conflict_all db_conflict_bufferpin db_conflict_lock db_conflict_snapshot
    db_conflict_startup_deadlock db_conflict_tablespace db_deadlocks db_sessions db_sessions_abandoned db_sessions_fatal
    db_sessions_killed db_temp_bytes db_temp_files db_tuples_deleted db_tuples_fetched db_tuples_inserted
    db_tuples_returned db_tuples_updated db_xact_commit db_xact_rollback dead_tuples function_calls ins_since_vacuum
    live_tuples mod_since_analyze numscans tuples_deleted tuples_fetched tuples_hot_updated tuples_inserted
    tuples_returned tuples_updated vacuum_count xact_blocks_fetched xact_blocks_hit xact_function_calls xact_numscans
    xact_tuples_deleted xact_tuples_fetched xact_tuples_hot_updated xact_tuples_inserted xact_tuples_returned
    xact_tuples_updated`,
  ],
  [
    [OID],
    DOUBLE,
    `db_active_time db_blk_read_time db_blk_write_time db_idle_in_transaction_time db_session_time function_self_time
    function_total_time xact_function_self_time xact_function_total_time`,
  ],
  [
    [OID],
    TIMESTAMPTZ,
    `db_checksum_last_failure db_stat_reset_time last_analyze_time last_autoanalyze_time last_autovacuum_time
    last_vacuum_time`,
  ],
  [[OID], INTEGER, 'db_numbackends'],
  [[INTEGER], TEXT, 'backend_activity backend_wait_event backend_wait_event_type'],
  [[INTEGER], TIMESTAMPTZ, 'backend_activity_start backend_start backend_xact_start'],
  [[INTEGER], INET, 'backend_client_addr'],
  [[INTEGER], INTEGER, 'backend_client_port backend_pid'],
  [[INTEGER], OID, 'backend_dbid backend_userid'],
  [
    [],
    BIGINT,
    `bgwriter_buf_written_checkpoints bgwriter_buf_written_clean bgwriter_maxwritten_clean
    bgwriter_requested_checkpoints bgwriter_timed_checkpoints buf_alloc buf_fsync_backend buf_written_backend`,
  ],
  [[], TIMESTAMPTZ, 'bgwriter_stat_reset_time snapshot_timestamp'],
  [[], DOUBLE, 'checkpoint_sync_time checkpoint_write_time'],
];

export const statisticsRows: readonly FunctionRow[] = [
  ...figures.flatMap(([args, returns, names]) =>
    names.split(/\s+/).map(name => asked(`pg_stat_get_${name}`, args, returns, 'statistics')),
  ),
  asked('pg_stat_have_stats', [TEXT, OID, OID], BOOLEAN, 'whether something is counted'),
];

function asked(name: string, args: readonly SqlType[], returns: SqlType, says: string): FunctionRow {
  const row = (given: readonly Datum[], {system}: Parameters<FunctionRow['row']>[1]): Datum => {
    if (!system) throw new SqlError('0A000', `${name}() is not supported in this place`);
    return system(name, given);
  };
  return func(name, args, returns, says, row, {volatility: 'stable'});
}
