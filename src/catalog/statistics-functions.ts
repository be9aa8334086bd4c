import {indexOfOid} from './constraints.ts';
import {pgStatActivity} from './system/pg-stat-activity.ts';
import {rowsByName} from './system/rows-by-name.ts';
import type {SystemRow} from './system/system-row.ts';
import type {SystemSnapshot} from './system/snapshot.ts';
import {statisticsViews} from './system/statistics-views.ts';
import {DATABASE_OID} from './system/system-oids.ts';
import type {SystemAnswer} from './system-answer.ts';

/** Figures by the columns of the views that show them: pg_stat_get_… */
const ofTables: Readonly<Record<string, string>> = {
  analyze_count: 'analyze_count',
  autoanalyze_count: 'autoanalyze_count',
  autovacuum_count: 'autovacuum_count',
  dead_tuples: 'n_dead_tup',
  ins_since_vacuum: 'n_ins_since_vacuum',
  last_analyze_time: 'last_analyze',
  last_autoanalyze_time: 'last_autoanalyze',
  last_autovacuum_time: 'last_autovacuum',
  last_vacuum_time: 'last_vacuum',
  live_tuples: 'n_live_tup',
  mod_since_analyze: 'n_mod_since_analyze',
  numscans: 'seq_scan',
  tuples_deleted: 'n_tup_del',
  tuples_hot_updated: 'n_tup_hot_upd',
  tuples_inserted: 'n_tup_ins',
  tuples_returned: 'seq_tup_read',
  tuples_updated: 'n_tup_upd',
  vacuum_count: 'vacuum_count',
};

const ofIndexes: Readonly<Record<string, string>> = {
  numscans: 'idx_scan',
  tuples_fetched: 'idx_tup_fetch',
  tuples_returned: 'idx_tup_read',
};

const ofDatabases: Readonly<Record<string, string>> = {
  db_active_time: 'active_time',
  db_blk_read_time: 'blk_read_time',
  db_blk_write_time: 'blk_write_time',
  db_blocks_hit: 'blks_hit',
  db_checksum_failures: 'checksum_failures',
  db_checksum_last_failure: 'checksum_last_failure',
  db_deadlocks: 'deadlocks',
  db_idle_in_transaction_time: 'idle_in_transaction_time',
  db_numbackends: 'numbackends',
  db_session_time: 'session_time',
  db_sessions: 'sessions',
  db_sessions_abandoned: 'sessions_abandoned',
  db_sessions_fatal: 'sessions_fatal',
  db_sessions_killed: 'sessions_killed',
  db_stat_reset_time: 'stats_reset',
  db_temp_bytes: 'temp_bytes',
  db_temp_files: 'temp_files',
  db_tuples_deleted: 'tup_deleted',
  db_tuples_fetched: 'tup_fetched',
  db_tuples_inserted: 'tup_inserted',
  db_tuples_returned: 'tup_returned',
  db_tuples_updated: 'tup_updated',
  db_xact_commit: 'xact_commit',
  db_xact_rollback: 'xact_rollback',
};

const ofBackends: Readonly<Record<string, string>> = {
  backend_activity: 'query',
  backend_activity_start: 'query_start',
  backend_client_addr: 'client_addr',
  backend_client_port: 'client_port',
  backend_dbid: 'datid',
  backend_pid: 'pid',
  backend_start: 'backend_start',
  backend_userid: 'usesysid',
  backend_wait_event: 'wait_event',
  backend_wait_event_type: 'wait_event_type',
  backend_xact_start: 'xact_start',
};

const ofServer: Readonly<Record<string, string>> = {
  bgwriter_buf_written_checkpoints: 'buffers_checkpoint',
  bgwriter_buf_written_clean: 'buffers_clean',
  bgwriter_maxwritten_clean: 'maxwritten_clean',
  bgwriter_requested_checkpoints: 'checkpoints_req',
  bgwriter_stat_reset_time: 'stats_reset',
  bgwriter_timed_checkpoints: 'checkpoints_timed',
  buf_alloc: 'buffers_alloc',
  buf_fsync_backend: 'buffers_backend_fsync',
  buf_written_backend: 'buffers_backend',
  checkpoint_sync_time: 'checkpoint_sync_time',
  checkpoint_write_time: 'checkpoint_write_time',
};

/** What is counted of nothing here: blocks, conflicts with a standby, and what the transaction under way has done. */
const ZEROES = `blocks_fetched blocks_hit db_blocks_fetched db_conflict_all db_conflict_bufferpin db_conflict_lock
  db_conflict_snapshot db_conflict_startup_deadlock db_conflict_tablespace xact_blocks_fetched xact_blocks_hit
  xact_numscans xact_tuples_deleted xact_tuples_fetched xact_tuples_hot_updated xact_tuples_inserted
  xact_tuples_returned xact_tuples_updated`.split(/\s+/);

/** Of functions nothing is counted (track_functions is none). */
const UNKNOWN = `function_calls function_self_time function_total_time xact_function_calls xact_function_self_time
  xact_function_total_time snapshot_timestamp`.split(/\s+/);

/** The functions that PostgreSQL's views of statistics are made from: each says what a column of the view says. */
export const statisticsAnswers: Readonly<Record<string, SystemAnswer>> = {
  ...answers(Object.keys({...ofTables, ...ofIndexes}), name => (snapshot, oid) => {
    const index = indexOfOid(snapshot.catalog, Number(oid)) !== null;
    const column = (index ? ofIndexes : ofTables)[name];
    const found = index
      ? rowOf(snapshot, 'pg_stat_all_indexes', row => row.indexrelid === oid)
      : rowOf(snapshot, 'pg_stat_all_tables', row => row.relid === oid);
    return (column && found?.[column]) ?? (name.startsWith('last_') ? null : 0n);
  }),
  ...answers(Object.keys(ofDatabases), name => (snapshot, oid) => {
    const row = oid === DATABASE_OID ? rowOf(snapshot, 'pg_stat_database', () => true) : undefined;
    if (row) return row[ofDatabases[name]] ?? null;
    if (/checksum|reset_time$/.test(name)) return null;
    return /_time$|numbackends$/.test(name) ? 0 : 0n;
  }),
  ...answers(Object.keys(ofBackends), name => (snapshot, number) => {
    const row = [...rowsByName(pgStatActivity, snapshot)][(number as number) - 1];
    return row?.[ofBackends[name]] ?? null;
  }),
  ...answers(
    Object.keys(ofServer),
    name => snapshot => rowOf(snapshot, 'pg_stat_bgwriter', () => true)?.[ofServer[name]] ?? null,
  ),
  ...answers(ZEROES, () => () => 0n),
  ...answers(UNKNOWN, () => () => null),
  pg_stat_have_stats: (snapshot, kind, database, object) => {
    if (kind === 'database') return database === DATABASE_OID && object === 0n;
    if (kind !== 'relation') return ['archiver', 'bgwriter', 'checkpointer', 'slru', 'wal'].includes(kind as string);
    return (
      database === DATABASE_OID && rowOf(snapshot, 'pg_stat_all_tables', row => row.relid === object) !== undefined
    );
  },
};

function answers(names: readonly string[], answer: (name: string) => SystemAnswer): Record<string, SystemAnswer> {
  return Object.fromEntries(names.map(name => [`pg_stat_get_${name}`, answer(name)]));
}

function rowOf(snapshot: SystemSnapshot, view: string, is: (row: SystemRow) => boolean): SystemRow | undefined {
  const relation = statisticsViews.find(({name}) => name === view)!;
  for (const row of rowsByName(relation, snapshot)) if (is(row)) return row;
  return undefined;
}
