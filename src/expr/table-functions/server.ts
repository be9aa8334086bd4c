import {catalogTypeByName} from '../../types/catalog-oids.ts';
import type {Datum} from '../../types/datum.ts';
import {column, type Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, type SqlType} from '../../types/sql-type.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

/** The functions that PostgreSQL's views of the server's state are made from: name, parameters and columns, as pg_type calls types. */
const functions: readonly (readonly [name: string, args: string, columns: string])[] = [
  ['pg_config', '', 'name text, setting text'],
  ['pg_extension_update_paths', 'name', 'source text, target text, path text'],
  [
    'pg_get_backend_memory_contexts',
    '',
    'name text, ident text, parent text, level int4, total_bytes int8, total_nblocks int8, free_bytes int8, free_chunks int8, used_bytes int8',
  ],
  ['pg_get_publication_tables', 'text', 'relid oid, attrs _int2, qual text'],
  [
    'pg_get_replication_slots',
    '',
    'slot_name name, plugin name, slot_type text, datoid oid, temporary bool, active bool, active_pid int4, xmin xid, catalog_xmin xid, restart_lsn pg_lsn, confirmed_flush_lsn pg_lsn, wal_status text, safe_wal_size int8, two_phase bool',
  ],
  ['pg_get_shmem_allocations', '', 'name text, off int8, size int8, allocated_size int8'],
  [
    'pg_hba_file_rules',
    '',
    'line_number int4, type text, database _text, user_name _text, address text, netmask text, auth_method text, options _text, error text',
  ],
  ['pg_ident_file_mappings', '', 'line_number int4, map_name text, sys_name text, pg_username text, error text'],
  [
    'pg_lock_status',
    '',
    'locktype text, database oid, relation oid, page int4, tuple int2, virtualxid text, transactionid xid, classid oid, objid oid, objsubid int2, virtualtransaction text, pid int4, mode text, granted bool, fastpath bool, waitstart timestamptz',
  ],
  ['pg_prepared_xact', '', 'transaction xid, gid text, prepared timestamptz, ownerid oid, dbid oid'],
  [
    'pg_show_all_file_settings',
    '',
    'sourcefile text, sourceline int4, seqno int4, name text, setting text, applied bool, error text',
  ],
  ['pg_show_replication_origin_status', '', 'local_id oid, external_id text, remote_lsn pg_lsn, local_lsn pg_lsn'],
  [
    'pg_stat_get_activity',
    'int4',
    'datid oid, pid int4, usesysid oid, application_name text, state text, query text, wait_event_type text, wait_event text, xact_start timestamptz, query_start timestamptz, backend_start timestamptz, state_change timestamptz, client_addr inet, client_hostname text, client_port int4, backend_xid xid, backend_xmin xid, backend_type text, ssl bool, sslversion text, sslcipher text, sslbits int4, ssl_client_dn text, ssl_client_serial numeric, ssl_issuer_dn text, gss_auth bool, gss_princ text, gss_enc bool, leader_pid int4, query_id int8',
  ],
  [
    'pg_stat_get_archiver',
    '',
    'archived_count int8, last_archived_wal text, last_archived_time timestamptz, failed_count int8, last_failed_wal text, last_failed_time timestamptz, stats_reset timestamptz',
  ],
  ['pg_stat_get_backend_idset', '', 'pg_stat_get_backend_idset int4'],
  [
    'pg_stat_get_progress_info',
    'text',
    'pid int4, datid oid, relid oid, param1 int8, param2 int8, param3 int8, param4 int8, param5 int8, param6 int8, param7 int8, param8 int8, param9 int8, param10 int8, param11 int8, param12 int8, param13 int8, param14 int8, param15 int8, param16 int8, param17 int8, param18 int8, param19 int8, param20 int8',
  ],
  [
    'pg_stat_get_recovery_prefetch',
    '',
    'stats_reset timestamptz, prefetch int8, hit int8, skip_init int8, skip_new int8, skip_fpw int8, skip_rep int8, wal_distance int4, block_distance int4, io_depth int4',
  ],
  [
    'pg_stat_get_replication_slot',
    'text',
    'slot_name text, spill_txns int8, spill_count int8, spill_bytes int8, stream_txns int8, stream_count int8, stream_bytes int8, total_txns int8, total_bytes int8, stats_reset timestamptz',
  ],
  [
    'pg_stat_get_slru',
    '',
    'name text, blks_zeroed int8, blks_hit int8, blks_read int8, blks_written int8, blks_exists int8, flushes int8, truncates int8, stats_reset timestamptz',
  ],
  [
    'pg_stat_get_subscription',
    'oid',
    'subid oid, relid oid, pid int4, received_lsn pg_lsn, last_msg_send_time timestamptz, last_msg_receipt_time timestamptz, latest_end_lsn pg_lsn, latest_end_time timestamptz',
  ],
  [
    'pg_stat_get_subscription_stats',
    'oid',
    'subid oid, apply_error_count int8, sync_error_count int8, stats_reset timestamptz',
  ],
  [
    'pg_stat_get_wal',
    '',
    'wal_records int8, wal_fpi int8, wal_bytes numeric, wal_buffers_full int8, wal_write int8, wal_sync int8, wal_write_time float8, wal_sync_time float8, stats_reset timestamptz',
  ],
  [
    'pg_stat_get_wal_receiver',
    '',
    'pid int4, status text, receive_start_lsn pg_lsn, receive_start_tli int4, written_lsn pg_lsn, flushed_lsn pg_lsn, received_tli int4, last_msg_send_time timestamptz, last_msg_receipt_time timestamptz, latest_end_lsn pg_lsn, latest_end_time timestamptz, slot_name text, sender_host text, sender_port int4, conninfo text',
  ],
  [
    'pg_stat_get_wal_senders',
    '',
    'pid int4, state text, sent_lsn pg_lsn, write_lsn pg_lsn, flush_lsn pg_lsn, replay_lsn pg_lsn, write_lag interval, flush_lag interval, replay_lag interval, sync_priority int4, sync_state text, reply_time timestamptz',
  ],
  ['pg_tablespace_databases', 'oid', 'pg_tablespace_databases oid'],
];

/** Rows about the server, which the session makes as it makes those of the views. */
export const serverFunctions: readonly TableFunctionRow[] = functions.map(([name, args, columns]) => {
  const schema: Schema = columns.split(', ').map(text => {
    const [title, type] = text.split(' ');
    return column(title, typeNamed(type));
  });
  return tableFunction(
    name,
    args === '' ? [] : args.split(',').map(typeNamed),
    () => schema,
    'state of the server',
    (given: readonly Datum[], {system}) => {
      if (!system) throw new SqlError('0A000', `${name}() is not supported in this place`);
      return system(name, given) as unknown as readonly (readonly Datum[])[];
    },
    // Some take NULL for all there is.
    {strict: false},
  );
});

function typeNamed(name: string): SqlType {
  return name.startsWith('_') ? arrayOf(typeNamed(name.slice(1))) : {kind: catalogTypeByName(name)!.kind};
}
