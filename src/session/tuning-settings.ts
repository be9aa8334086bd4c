import {configurationNamed} from '../expr/text-search/configurations.ts';
import {SqlError} from '../types/sql-error.ts';
import {boolean, invalidValue, measure, oneOf, printMeasure, type Unit} from './setting-kinds.ts';
import type {SettingContext, SettingDefinition} from './setting-definitions.ts';

// What PostgreSQL lets its planner, its writers and its logs be tuned by, and Millrace has no use for. Clients set and read
// these (a driver turns `jit` off for a moment, a dump its `lock_timeout`), so each is taken with PostgreSQL's checks, shown,
// and otherwise without effect. Where the default is another than PostgreSQL's, it says what Millrace does.

type Row =
  | readonly [name: string, context: SettingContext, type: 'bool' | 'string', initial: string]
  | readonly [name: string, context: SettingContext, type: 'enum', initial: string, words: readonly string[]]
  | readonly [name: string, context: SettingContext, type: NumberType, initial: string, low: number, high: number];
type NumberType = 'integer' | 'real' | `integer ${Unit}` | `real ${Unit}`;

/** By pg_settings' category. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  Autovacuum: [['autovacuum', 'sighup', 'bool', 'off']],
  'Client Connection Defaults / Locale and Formatting': [
    ['default_text_search_config', 'user', 'string', 'pg_catalog.english'],
    ['lc_messages', 'superuser', 'string', 'C.UTF-8'],
    ['lc_monetary', 'user', 'string', 'C.UTF-8'],
    ['lc_numeric', 'user', 'string', 'C.UTF-8'],
    ['lc_time', 'user', 'string', 'C.UTF-8'],
    ['timezone_abbreviations', 'user', 'string', 'Default'],
  ],
  'Client Connection Defaults / Other Defaults': [['gin_fuzzy_search_limit', 'user', 'integer', '0', 0, 2147483647]],
  'Client Connection Defaults / Shared Library Preloading': [
    ['jit_provider', 'postmaster', 'string', 'llvmjit'],
    ['local_preload_libraries', 'user', 'string', ''],
    ['session_preload_libraries', 'superuser', 'string', ''],
    ['shared_preload_libraries', 'postmaster', 'string', ''],
  ],
  'Client Connection Defaults / Statement Behavior': [
    ['check_function_bodies', 'user', 'bool', 'on'],
    ['default_table_access_method', 'user', 'string', 'heap'],
    ['default_tablespace', 'user', 'string', ''],
    ['default_toast_compression', 'user', 'enum', 'pglz', ['pglz', 'lz4']],
    ['gin_pending_list_limit', 'user', 'integer kB', '4096', 64, 2147483647],
    ['restrict_nonsystem_relation_kind', 'user', 'string', ''],
    ['session_replication_role', 'superuser', 'enum', 'origin', ['origin', 'replica', 'local']],
    ['temp_tablespaces', 'user', 'string', ''],
    ['vacuum_failsafe_age', 'user', 'integer', '1600000000', 0, 2100000000],
    ['vacuum_freeze_min_age', 'user', 'integer', '50000000', 0, 1000000000],
    ['vacuum_freeze_table_age', 'user', 'integer', '150000000', 0, 2000000000],
    ['vacuum_multixact_failsafe_age', 'user', 'integer', '1600000000', 0, 2100000000],
    ['vacuum_multixact_freeze_min_age', 'user', 'integer', '5000000', 0, 1000000000],
    ['vacuum_multixact_freeze_table_age', 'user', 'integer', '150000000', 0, 2000000000],
    ['xmlbinary', 'user', 'enum', 'base64', ['base64', 'hex']],
    ['xmloption', 'user', 'enum', 'content', ['content', 'document']],
  ],
  'Connections and Authentication / Authentication': [
    ['password_encryption', 'user', 'enum', 'scram-sha-256', ['md5', 'scram-sha-256']],
  ],
  'Connections and Authentication / Connection Settings': [
    ['client_connection_check_interval', 'user', 'integer ms', '0', 0, 2147483647],
    ['tcp_keepalives_count', 'user', 'integer', '0', 0, 2147483647],
    ['tcp_keepalives_idle', 'user', 'integer s', '0', 0, 2147483647],
    ['tcp_keepalives_interval', 'user', 'integer s', '0', 0, 2147483647],
    ['tcp_user_timeout', 'user', 'integer ms', '0', 0, 2147483647],
  ],
  'Developer Options': [
    ['force_parallel_mode', 'user', 'enum', 'off', ['off', 'on', 'regress']],
    ['ignore_system_indexes', 'backend', 'bool', 'off'],
    ['jit_debugging_support', 'superuser-backend', 'bool', 'off'],
    ['jit_expressions', 'user', 'bool', 'on'],
    ['jit_tuple_deforming', 'user', 'bool', 'on'],
    ['post_auth_delay', 'backend', 'integer s', '0', 0, 2147],
  ],
  'Error Handling': [['exit_on_error', 'user', 'bool', 'off']],
  'File Locations': [['extension_destdir', 'superuser', 'string', '']],
  'Lock Management': [
    ['deadlock_timeout', 'superuser', 'integer ms', '1000', 1, 2147483647],
    ['max_locks_per_transaction', 'postmaster', 'integer', '64', 10, 2147483647],
  ],
  'Preset Options': [
    ['block_size', 'internal', 'integer', '8192', 8192, 8192],
    ['data_checksums', 'internal', 'bool', 'off'],
    ['debug_assertions', 'internal', 'bool', 'off'],
    ['max_function_args', 'internal', 'integer', '100', 100, 100],
    ['max_index_keys', 'internal', 'integer', '32', 32, 32],
    ['segment_size', 'internal', 'integer 8kB', '131072', 131072, 131072],
    ['wal_block_size', 'internal', 'integer', '8192', 8192, 8192],
    ['wal_segment_size', 'internal', 'integer B', '16777216', 1048576, 1073741824],
  ],
  'Query Tuning / Genetic Query Optimizer': [
    ['geqo', 'user', 'bool', 'on'],
    ['geqo_effort', 'user', 'integer', '5', 1, 10],
    ['geqo_generations', 'user', 'integer', '0', 0, 2147483647],
    ['geqo_pool_size', 'user', 'integer', '0', 0, 2147483647],
    ['geqo_seed', 'user', 'real', '0', 0, 1],
    ['geqo_selection_bias', 'user', 'real', '2', 1.5, 2],
    ['geqo_threshold', 'user', 'integer', '12', 2, 2147483647],
  ],
  'Query Tuning / Other Planner Options': [
    ['constraint_exclusion', 'user', 'enum', 'partition', ['partition', 'on', 'off']],
    ['cursor_tuple_fraction', 'user', 'real', '0.1', 0, 1],
    ['default_statistics_target', 'user', 'integer', '100', 1, 10000],
    ['from_collapse_limit', 'user', 'integer', '8', 1, 2147483647],
    ['jit', 'user', 'bool', 'off'],
    ['join_collapse_limit', 'user', 'integer', '8', 1, 2147483647],
    ['plan_cache_mode', 'user', 'enum', 'auto', ['auto', 'force_generic_plan', 'force_custom_plan']],
    ['recursive_worktable_factor', 'user', 'real', '10', 0.001, 1000000],
  ],
  'Query Tuning / Planner Cost Constants': [
    ['cpu_index_tuple_cost', 'user', 'real', '0.005', 0, Number.MAX_VALUE],
    ['cpu_operator_cost', 'user', 'real', '0.0025', 0, Number.MAX_VALUE],
    ['cpu_tuple_cost', 'user', 'real', '0.01', 0, Number.MAX_VALUE],
    ['effective_cache_size', 'user', 'integer 8kB', '524288', 1, 2147483647],
    ['jit_above_cost', 'user', 'real', '100000', -1, Number.MAX_VALUE],
    ['jit_inline_above_cost', 'user', 'real', '500000', -1, Number.MAX_VALUE],
    ['jit_optimize_above_cost', 'user', 'real', '500000', -1, Number.MAX_VALUE],
    ['min_parallel_index_scan_size', 'user', 'integer 8kB', '64', 0, 715827882],
    ['min_parallel_table_scan_size', 'user', 'integer 8kB', '1024', 0, 715827882],
    ['parallel_setup_cost', 'user', 'real', '1000', 0, Number.MAX_VALUE],
    ['parallel_tuple_cost', 'user', 'real', '0.1', 0, Number.MAX_VALUE],
    ['random_page_cost', 'user', 'real', '4', 0, Number.MAX_VALUE],
    ['seq_page_cost', 'user', 'real', '1', 0, Number.MAX_VALUE],
  ],
  'Query Tuning / Planner Method Configuration': [
    ['enable_async_append', 'user', 'bool', 'on'],
    ['enable_bitmapscan', 'user', 'bool', 'on'],
    ['enable_gathermerge', 'user', 'bool', 'on'],
    ['enable_hashagg', 'user', 'bool', 'on'],
    ['enable_hashjoin', 'user', 'bool', 'on'],
    ['enable_incremental_sort', 'user', 'bool', 'on'],
    ['enable_indexonlyscan', 'user', 'bool', 'on'],
    ['enable_indexscan', 'user', 'bool', 'on'],
    ['enable_material', 'user', 'bool', 'on'],
    ['enable_memoize', 'user', 'bool', 'on'],
    ['enable_mergejoin', 'user', 'bool', 'on'],
    ['enable_nestloop', 'user', 'bool', 'on'],
    ['enable_parallel_append', 'user', 'bool', 'on'],
    ['enable_parallel_hash', 'user', 'bool', 'on'],
    ['enable_partition_pruning', 'user', 'bool', 'on'],
    ['enable_partitionwise_aggregate', 'user', 'bool', 'off'],
    ['enable_partitionwise_join', 'user', 'bool', 'off'],
    ['enable_seqscan', 'user', 'bool', 'on'],
    ['enable_sort', 'user', 'bool', 'on'],
    ['enable_tidscan', 'user', 'bool', 'on'],
  ],
  'Replication / Sending Servers': [
    ['max_replication_slots', 'postmaster', 'integer', '0', 0, 262143],
    ['max_wal_senders', 'postmaster', 'integer', '0', 0, 262143],
    ['track_commit_timestamp', 'postmaster', 'bool', 'off'],
    ['wal_sender_timeout', 'user', 'integer ms', '60000', 0, 2147483647],
  ],
  'Replication / Standby Servers': [['hot_standby', 'postmaster', 'bool', 'off']],
  'Reporting and Logging / Process Title': [['update_process_title', 'superuser', 'bool', 'on']],
  'Reporting and Logging / What to Log': [
    ['log_connections', 'superuser-backend', 'bool', 'off'],
    ['log_disconnections', 'superuser-backend', 'bool', 'off'],
    ['log_duration', 'superuser', 'bool', 'off'],
    ['log_error_verbosity', 'superuser', 'enum', 'default', ['terse', 'default', 'verbose']],
    ['log_lock_waits', 'superuser', 'bool', 'off'],
    ['log_parameter_max_length', 'superuser', 'integer B', '-1', -1, 1073741823],
    ['log_parameter_max_length_on_error', 'user', 'integer B', '0', -1, 1073741823],
    ['log_replication_commands', 'superuser', 'bool', 'off'],
    ['log_statement', 'superuser', 'enum', 'none', ['none', 'ddl', 'mod', 'all']],
    ['log_temp_files', 'superuser', 'integer kB', '-1', -1, 2147483647],
  ],
  'Reporting and Logging / When to Log': [
    ['log_min_duration_sample', 'superuser', 'integer ms', '-1', -1, 2147483647],
    ['log_min_duration_statement', 'superuser', 'integer ms', '-1', -1, 2147483647],
    [
      'log_min_error_statement',
      'superuser',
      'enum',
      'error',
      ['debug5', 'debug4', 'debug3', 'debug2', 'debug1', 'info', 'notice', 'warning', 'error', 'log', 'fatal', 'panic'],
    ],
    [
      'log_min_messages',
      'superuser',
      'enum',
      'warning',
      ['debug5', 'debug4', 'debug3', 'debug2', 'debug1', 'info', 'notice', 'warning', 'error', 'log', 'fatal', 'panic'],
    ],
    ['log_statement_sample_rate', 'superuser', 'real', '1', 0, 1],
    ['log_transaction_sample_rate', 'superuser', 'real', '0', 0, 1],
  ],
  'Resource Usage / Asynchronous Behavior': [
    ['backend_flush_after', 'user', 'integer 8kB', '0', 0, 256],
    ['effective_io_concurrency', 'user', 'integer', '1', 0, 1000],
    ['maintenance_io_concurrency', 'user', 'integer', '10', 0, 1000],
    ['max_parallel_maintenance_workers', 'user', 'integer', '0', 0, 1024],
    ['max_parallel_workers', 'user', 'integer', '0', 0, 1024],
    ['max_parallel_workers_per_gather', 'user', 'integer', '0', 0, 1024],
    ['max_worker_processes', 'postmaster', 'integer', '0', 0, 262143],
    ['parallel_leader_participation', 'user', 'bool', 'on'],
  ],
  'Resource Usage / Cost-Based Vacuum Delay': [
    ['vacuum_cost_delay', 'user', 'real ms', '0', 0, 100],
    ['vacuum_cost_limit', 'user', 'integer', '200', 1, 10000],
    ['vacuum_cost_page_dirty', 'user', 'integer', '20', 0, 10000],
    ['vacuum_cost_page_hit', 'user', 'integer', '1', 0, 10000],
    ['vacuum_cost_page_miss', 'user', 'integer', '2', 0, 10000],
  ],
  'Resource Usage / Disk': [['temp_file_limit', 'superuser', 'integer kB', '-1', -1, 2147483647]],
  'Resource Usage / Kernel Resources': [['max_files_per_process', 'postmaster', 'integer', '1000', 64, 2147483647]],
  'Resource Usage / Memory': [
    ['hash_mem_multiplier', 'user', 'real', '2', 1, 1000],
    ['huge_pages', 'postmaster', 'enum', 'try', ['off', 'on', 'try']],
    ['logical_decoding_work_mem', 'user', 'integer kB', '65536', 64, 2147483647],
    ['maintenance_work_mem', 'user', 'integer kB', '65536', 1024, 2147483647],
    ['max_prepared_transactions', 'postmaster', 'integer', '0', 0, 262143],
    ['max_stack_depth', 'superuser', 'integer kB', '2048', 100, 2147483647],
    ['shared_buffers', 'postmaster', 'integer 8kB', '16384', 16, 1073741823],
    ['temp_buffers', 'user', 'integer 8kB', '1024', 100, 1073741823],
    ['work_mem', 'user', 'integer kB', '4096', 64, 2147483647],
  ],
  'Statistics / Cumulative Query and Index Statistics': [
    ['stats_fetch_consistency', 'user', 'enum', 'cache', ['none', 'cache', 'snapshot']],
    ['track_activities', 'superuser', 'bool', 'on'],
    ['track_counts', 'superuser', 'bool', 'on'],
    ['track_functions', 'superuser', 'enum', 'none', ['none', 'pl', 'all']],
    ['track_io_timing', 'superuser', 'bool', 'off'],
    ['track_wal_io_timing', 'superuser', 'bool', 'off'],
  ],
  'Statistics / Monitoring': [['compute_query_id', 'superuser', 'enum', 'auto', ['auto', 'regress', 'on', 'off']]],
  'Version and Platform Compatibility / Other Platforms and Clients': [
    ['transform_null_equals', 'user', 'bool', 'off'],
  ],
  'Version and Platform Compatibility / Previous PostgreSQL Versions': [
    ['array_nulls', 'user', 'bool', 'on'],
    ['backslash_quote', 'user', 'enum', 'safe_encoding', ['safe_encoding', 'on', 'off']],
    ['default_with_oids', 'user', 'bool', 'off'],
    ['escape_string_warning', 'user', 'bool', 'on'],
    ['lo_compat_privileges', 'superuser', 'bool', 'off'],
    ['quote_all_identifiers', 'user', 'bool', 'off'],
    ['synchronize_seqscans', 'user', 'bool', 'on'],
  ],
  'Write-Ahead Log / Archiving': [['archive_mode', 'postmaster', 'enum', 'off', ['always', 'on', 'off']]],
  'Write-Ahead Log / Settings': [
    ['commit_delay', 'superuser', 'integer', '0', 0, 100000],
    ['commit_siblings', 'user', 'integer', '5', 0, 1000],
    ['fsync', 'sighup', 'bool', 'on'],
    ['full_page_writes', 'sighup', 'bool', 'on'],
    ['wal_compression', 'superuser', 'enum', 'off', ['pglz', 'lz4', 'zstd', 'on', 'off']],
    ['wal_init_zero', 'superuser', 'bool', 'on'],
    ['wal_level', 'postmaster', 'enum', 'minimal', ['minimal', 'replica', 'logical']],
    ['wal_recycle', 'superuser', 'bool', 'on'],
    ['wal_skip_threshold', 'user', 'integer kB', '2048', 0, 2147483647],
  ],
};

export const TUNING: readonly SettingDefinition[] = Object.entries(ROWS).flatMap(([category, rows]) =>
  rows.map(row => definition(category, row)),
);

function definition(category: string, row: Row): SettingDefinition {
  const [name, context, type, initial] = row;
  const [vartype, unit] = type.split(' ') as ['bool' | 'string' | 'enum' | 'integer' | 'real', Unit | undefined];
  const common = {
    name,
    initial,
    context,
    category,
    vartype,
    unit,
    description: 'Accepted; Millrace has nothing to tune here.',
  };
  if (row[2] === 'bool') return {...common, accept: name === 'default_with_oids' ? withoutOids : boolean};
  if (row[2] === 'enum') return {...common, accept: oneOf(...row[4]), words: row[4]};
  if (row[2] === 'string') return {...common, accept: checkOf(name)};
  const [low, high] = [row[4] as number, row[5] as number];
  const accept = measure({whole: vartype === 'integer', unit, low, high});
  return {...common, accept, range: [low, high], show: value => printMeasure(value, unit)};
}

/** Dumps of old servers turn it off. */
function withoutOids(value: string, name: string): string {
  if (boolean(value, name) === 'off') return 'off';
  throw new SqlError('0A000', 'tables declared WITH OIDS are not supported');
}

function checkOf(name: string): SettingDefinition['accept'] {
  if (name === 'default_tablespace') return tablespace;
  return name === 'default_text_search_config' ? textSearchConfiguration : undefined;
}

/** With its schema, as it is kept. Errors: 22023. */
function textSearchConfiguration(value: string, name: string): string {
  const own = value.replace(/^pg_catalog\./, '').replaceAll('"', '');
  if (configurationNamed(own) === null) throw invalidValue(name, value);
  return `pg_catalog.${own}`;
}

function tablespace(value: string, name: string): string {
  if (['', 'pg_default'].includes(value)) return value;
  throw new SqlError('22023', `invalid value for parameter "${name}": "${value}"`, {
    detail: `Tablespace "${value}" does not exist.`,
  });
}
