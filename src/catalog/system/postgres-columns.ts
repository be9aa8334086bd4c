/**
 * Columns of relations that PostgreSQL 15 has, by name: what it is (r a table, v a view), its OID, and the columns with
 * their types as pg_type calls them. Types that Millrace has not are text; domains are what they are over.
 */
export const postgresColumns: Readonly<Record<string, readonly [kind: 'r' | 'v', oid: number, columns: string]>> = {
  'information_schema._pg_foreign_data_wrappers': [
    'v',
    13507,
    'oid oid, fdwowner oid, fdwoptions _text, foreign_data_wrapper_catalog name, foreign_data_wrapper_name name, authorization_identifier name, foreign_data_wrapper_language varchar',
  ],
  'information_schema._pg_foreign_servers': [
    'v',
    13519,
    'oid oid, srvoptions _text, foreign_server_catalog name, foreign_server_name name, foreign_data_wrapper_catalog name, foreign_data_wrapper_name name, foreign_server_type varchar, foreign_server_version varchar, authorization_identifier name',
  ],
  'information_schema._pg_foreign_table_columns': [
    'v',
    13498,
    'nspname name, relname name, attname name, attfdwoptions _text',
  ],
  'information_schema._pg_foreign_tables': [
    'v',
    13532,
    'foreign_table_catalog name, foreign_table_schema name, foreign_table_name name, ftoptions _text, foreign_server_catalog name, foreign_server_name name, authorization_identifier name',
  ],
  'information_schema._pg_user_mappings': [
    'v',
    13545,
    'oid oid, umoptions _text, umuser oid, authorization_identifier name, foreign_server_catalog name, foreign_server_name name, srvowner name',
  ],
  'information_schema.administrable_role_authorizations': [
    'v',
    13241,
    'grantee name, role_name name, is_grantable varchar',
  ],
  'information_schema.applicable_roles': ['v', 13236, 'grantee name, role_name name, is_grantable varchar'],
  'information_schema.attributes': [
    'v',
    13245,
    'udt_catalog name, udt_schema name, udt_name name, attribute_name name, ordinal_position int4, attribute_default varchar, is_nullable varchar, data_type varchar, character_maximum_length int4, character_octet_length int4, character_set_catalog name, character_set_schema name, character_set_name name, collation_catalog name, collation_schema name, collation_name name, numeric_precision int4, numeric_precision_radix int4, numeric_scale int4, datetime_precision int4, interval_type varchar, interval_precision int4, attribute_udt_catalog name, attribute_udt_schema name, attribute_udt_name name, scope_catalog name, scope_schema name, scope_name name, maximum_cardinality int4, dtd_identifier name, is_derived_reference_attribute varchar',
  ],
  'information_schema.character_sets': [
    'v',
    13250,
    'character_set_catalog name, character_set_schema name, character_set_name name, character_repertoire name, form_of_use name, default_collate_catalog name, default_collate_schema name, default_collate_name name',
  ],
  'information_schema.check_constraint_routine_usage': [
    'v',
    13255,
    'constraint_catalog name, constraint_schema name, constraint_name name, specific_catalog name, specific_schema name, specific_name name',
  ],
  'information_schema.check_constraints': [
    'v',
    13260,
    'constraint_catalog name, constraint_schema name, constraint_name name, check_clause varchar',
  ],
  'information_schema.collation_character_set_applicability': [
    'v',
    13270,
    'collation_catalog name, collation_schema name, collation_name name, character_set_catalog name, character_set_schema name, character_set_name name',
  ],
  'information_schema.collations': [
    'v',
    13265,
    'collation_catalog name, collation_schema name, collation_name name, pad_attribute varchar',
  ],
  'information_schema.column_column_usage': [
    'v',
    13275,
    'table_catalog name, table_schema name, table_name name, column_name name, dependent_column name',
  ],
  'information_schema.column_domain_usage': [
    'v',
    13280,
    'domain_catalog name, domain_schema name, domain_name name, table_catalog name, table_schema name, table_name name, column_name name',
  ],
  'information_schema.column_options': [
    'v',
    13503,
    'table_catalog name, table_schema name, table_name name, column_name name, option_name name, option_value varchar',
  ],
  'information_schema.column_privileges': [
    'v',
    13285,
    'grantor name, grantee name, table_catalog name, table_schema name, table_name name, column_name name, privilege_type varchar, is_grantable varchar',
  ],
  'information_schema.column_udt_usage': [
    'v',
    13290,
    'udt_catalog name, udt_schema name, udt_name name, table_catalog name, table_schema name, table_name name, column_name name',
  ],
  'information_schema.constraint_column_usage': [
    'v',
    13300,
    'table_catalog name, table_schema name, table_name name, column_name name, constraint_catalog name, constraint_schema name, constraint_name name',
  ],
  'information_schema.constraint_table_usage': [
    'v',
    13305,
    'table_catalog name, table_schema name, table_name name, constraint_catalog name, constraint_schema name, constraint_name name',
  ],
  'information_schema.data_type_privileges': [
    'v',
    13488,
    'object_catalog name, object_schema name, object_name name, object_type varchar, dtd_identifier name',
  ],
  'information_schema.domain_constraints': [
    'v',
    13310,
    'constraint_catalog name, constraint_schema name, constraint_name name, domain_catalog name, domain_schema name, domain_name name, is_deferrable varchar, initially_deferred varchar',
  ],
  'information_schema.domain_udt_usage': [
    'v',
    13315,
    'udt_catalog name, udt_schema name, udt_name name, domain_catalog name, domain_schema name, domain_name name',
  ],
  'information_schema.domains': [
    'v',
    13320,
    'domain_catalog name, domain_schema name, domain_name name, data_type varchar, character_maximum_length int4, character_octet_length int4, character_set_catalog name, character_set_schema name, character_set_name name, collation_catalog name, collation_schema name, collation_name name, numeric_precision int4, numeric_precision_radix int4, numeric_scale int4, datetime_precision int4, interval_type varchar, interval_precision int4, domain_default varchar, udt_catalog name, udt_schema name, udt_name name, scope_catalog name, scope_schema name, scope_name name, maximum_cardinality int4, dtd_identifier name',
  ],
  'information_schema.element_types': [
    'v',
    13493,
    'object_catalog name, object_schema name, object_name name, object_type varchar, collection_type_identifier name, data_type varchar, character_maximum_length int4, character_octet_length int4, character_set_catalog name, character_set_schema name, character_set_name name, collation_catalog name, collation_schema name, collation_name name, numeric_precision int4, numeric_precision_radix int4, numeric_scale int4, datetime_precision int4, interval_type varchar, interval_precision int4, domain_default varchar, udt_catalog name, udt_schema name, udt_name name, scope_catalog name, scope_schema name, scope_name name, maximum_cardinality int4, dtd_identifier name',
  ],
  'information_schema.enabled_roles': ['v', 13325, 'role_name name'],
  'information_schema.foreign_data_wrapper_options': [
    'v',
    13511,
    'foreign_data_wrapper_catalog name, foreign_data_wrapper_name name, option_name name, option_value varchar',
  ],
  'information_schema.foreign_data_wrappers': [
    'v',
    13515,
    'foreign_data_wrapper_catalog name, foreign_data_wrapper_name name, authorization_identifier name, library_name varchar, foreign_data_wrapper_language varchar',
  ],
  'information_schema.foreign_server_options': [
    'v',
    13524,
    'foreign_server_catalog name, foreign_server_name name, option_name name, option_value varchar',
  ],
  'information_schema.foreign_servers': [
    'v',
    13528,
    'foreign_server_catalog name, foreign_server_name name, foreign_data_wrapper_catalog name, foreign_data_wrapper_name name, foreign_server_type varchar, foreign_server_version varchar, authorization_identifier name',
  ],
  'information_schema.foreign_table_options': [
    'v',
    13537,
    'foreign_table_catalog name, foreign_table_schema name, foreign_table_name name, option_name name, option_value varchar',
  ],
  'information_schema.foreign_tables': [
    'v',
    13541,
    'foreign_table_catalog name, foreign_table_schema name, foreign_table_name name, foreign_server_catalog name, foreign_server_name name',
  ],
  'information_schema.information_schema_catalog_name': ['v', 13227, 'catalog_name name'],
  'information_schema.parameters': [
    'v',
    13334,
    'specific_catalog name, specific_schema name, specific_name name, ordinal_position int4, parameter_mode varchar, is_result varchar, as_locator varchar, parameter_name name, data_type varchar, character_maximum_length int4, character_octet_length int4, character_set_catalog name, character_set_schema name, character_set_name name, collation_catalog name, collation_schema name, collation_name name, numeric_precision int4, numeric_precision_radix int4, numeric_scale int4, datetime_precision int4, interval_type varchar, interval_precision int4, udt_catalog name, udt_schema name, udt_name name, scope_catalog name, scope_schema name, scope_name name, maximum_cardinality int4, dtd_identifier name, parameter_default varchar',
  ],
  'information_schema.referential_constraints': [
    'v',
    13339,
    'constraint_catalog name, constraint_schema name, constraint_name name, unique_constraint_catalog name, unique_constraint_schema name, unique_constraint_name name, match_option varchar, update_rule varchar, delete_rule varchar',
  ],
  'information_schema.role_column_grants': [
    'v',
    13344,
    'grantor name, grantee name, table_catalog name, table_schema name, table_name name, column_name name, privilege_type varchar, is_grantable varchar',
  ],
  'information_schema.role_routine_grants': [
    'v',
    13358,
    'grantor name, grantee name, specific_catalog name, specific_schema name, specific_name name, routine_catalog name, routine_schema name, routine_name name, privilege_type varchar, is_grantable varchar',
  ],
  'information_schema.role_table_grants': [
    'v',
    13421,
    'grantor name, grantee name, table_catalog name, table_schema name, table_name name, privilege_type varchar, is_grantable varchar, with_hierarchy varchar',
  ],
  'information_schema.role_udt_grants': [
    'v',
    13450,
    'grantor name, grantee name, udt_catalog name, udt_schema name, udt_name name, privilege_type varchar, is_grantable varchar',
  ],
  'information_schema.role_usage_grants': [
    'v',
    13459,
    'grantor name, grantee name, object_catalog name, object_schema name, object_name name, object_type varchar, privilege_type varchar, is_grantable varchar',
  ],
  'information_schema.routine_column_usage': [
    'v',
    13348,
    'specific_catalog name, specific_schema name, specific_name name, routine_catalog name, routine_schema name, routine_name name, table_catalog name, table_schema name, table_name name, column_name name',
  ],
  'information_schema.routine_privileges': [
    'v',
    13353,
    'grantor name, grantee name, specific_catalog name, specific_schema name, specific_name name, routine_catalog name, routine_schema name, routine_name name, privilege_type varchar, is_grantable varchar',
  ],
  'information_schema.routine_routine_usage': [
    'v',
    13362,
    'specific_catalog name, specific_schema name, specific_name name, routine_catalog name, routine_schema name, routine_name name',
  ],
  'information_schema.routine_sequence_usage': [
    'v',
    13367,
    'specific_catalog name, specific_schema name, specific_name name, routine_catalog name, routine_schema name, routine_name name, sequence_catalog name, sequence_schema name, sequence_name name',
  ],
  'information_schema.routine_table_usage': [
    'v',
    13372,
    'specific_catalog name, specific_schema name, specific_name name, routine_catalog name, routine_schema name, routine_name name, table_catalog name, table_schema name, table_name name',
  ],
  'information_schema.routines': [
    'v',
    13377,
    'specific_catalog name, specific_schema name, specific_name name, routine_catalog name, routine_schema name, routine_name name, routine_type varchar, module_catalog name, module_schema name, module_name name, udt_catalog name, udt_schema name, udt_name name, data_type varchar, character_maximum_length int4, character_octet_length int4, character_set_catalog name, character_set_schema name, character_set_name name, collation_catalog name, collation_schema name, collation_name name, numeric_precision int4, numeric_precision_radix int4, numeric_scale int4, datetime_precision int4, interval_type varchar, interval_precision int4, type_udt_catalog name, type_udt_schema name, type_udt_name name, scope_catalog name, scope_schema name, scope_name name, maximum_cardinality int4, dtd_identifier name, routine_body varchar, routine_definition varchar, external_name varchar, external_language varchar, parameter_style varchar, is_deterministic varchar, sql_data_access varchar, is_null_call varchar, sql_path varchar, schema_level_routine varchar, max_dynamic_result_sets int4, is_user_defined_cast varchar, is_implicitly_invocable varchar, security_type varchar, to_sql_specific_catalog name, to_sql_specific_schema name, to_sql_specific_name name, as_locator varchar, created timestamptz, last_altered timestamptz, new_savepoint_level varchar, is_udt_dependent varchar, result_cast_from_data_type varchar, result_cast_as_locator varchar, result_cast_char_max_length int4, result_cast_char_octet_length int4, result_cast_char_set_catalog name, result_cast_char_set_schema name, result_cast_char_set_name name, result_cast_collation_catalog name, result_cast_collation_schema name, result_cast_collation_name name, result_cast_numeric_precision int4, result_cast_numeric_precision_radix int4, result_cast_numeric_scale int4, result_cast_datetime_precision int4, result_cast_interval_type varchar, result_cast_interval_precision int4, result_cast_type_udt_catalog name, result_cast_type_udt_schema name, result_cast_type_udt_name name, result_cast_scope_catalog name, result_cast_scope_schema name, result_cast_scope_name name, result_cast_maximum_cardinality int4, result_cast_dtd_identifier name',
  ],
  'information_schema.sql_features': [
    'r',
    13391,
    'feature_id varchar, feature_name varchar, sub_feature_id varchar, sub_feature_name varchar, is_supported varchar, is_verified_by varchar, comments varchar',
  ],
  'information_schema.sql_implementation_info': [
    'r',
    13396,
    'implementation_info_id varchar, implementation_info_name varchar, integer_value int4, character_value varchar, comments varchar',
  ],
  'information_schema.sql_parts': [
    'r',
    13401,
    'feature_id varchar, feature_name varchar, is_supported varchar, is_verified_by varchar, comments varchar',
  ],
  'information_schema.sql_sizing': [
    'r',
    13406,
    'sizing_id int4, sizing_name varchar, supported_value int4, comments varchar',
  ],
  'information_schema.table_privileges': [
    'v',
    13416,
    'grantor name, grantee name, table_catalog name, table_schema name, table_name name, privilege_type varchar, is_grantable varchar, with_hierarchy varchar',
  ],
  'information_schema.transforms': [
    'v',
    13430,
    'udt_catalog name, udt_schema name, udt_name name, specific_catalog name, specific_schema name, specific_name name, group_name name, transform_type varchar',
  ],
  'information_schema.triggered_update_columns': [
    'v',
    13435,
    'trigger_catalog name, trigger_schema name, trigger_name name, event_object_catalog name, event_object_schema name, event_object_table name, event_object_column name',
  ],
  'information_schema.triggers': [
    'v',
    13440,
    'trigger_catalog name, trigger_schema name, trigger_name name, event_manipulation varchar, event_object_catalog name, event_object_schema name, event_object_table name, action_order int4, action_condition varchar, action_statement varchar, action_orientation varchar, action_timing varchar, action_reference_old_table name, action_reference_new_table name, action_reference_old_row name, action_reference_new_row name, created timestamptz',
  ],
  'information_schema.udt_privileges': [
    'v',
    13445,
    'grantor name, grantee name, udt_catalog name, udt_schema name, udt_name name, privilege_type varchar, is_grantable varchar',
  ],
  'information_schema.usage_privileges': [
    'v',
    13454,
    'grantor name, grantee name, object_catalog name, object_schema name, object_name name, object_type varchar, privilege_type varchar, is_grantable varchar',
  ],
  'information_schema.user_defined_types': [
    'v',
    13463,
    'user_defined_type_catalog name, user_defined_type_schema name, user_defined_type_name name, user_defined_type_category varchar, is_instantiable varchar, is_final varchar, ordering_form varchar, ordering_category varchar, ordering_routine_catalog name, ordering_routine_schema name, ordering_routine_name name, reference_type varchar, data_type varchar, character_maximum_length int4, character_octet_length int4, character_set_catalog name, character_set_schema name, character_set_name name, collation_catalog name, collation_schema name, collation_name name, numeric_precision int4, numeric_precision_radix int4, numeric_scale int4, datetime_precision int4, interval_type varchar, interval_precision int4, source_dtd_identifier name, ref_dtd_identifier name',
  ],
  'information_schema.user_mapping_options': [
    'v',
    13550,
    'authorization_identifier name, foreign_server_catalog name, foreign_server_name name, option_name name, option_value varchar',
  ],
  'information_schema.user_mappings': [
    'v',
    13555,
    'authorization_identifier name, foreign_server_catalog name, foreign_server_name name',
  ],
  'information_schema.view_column_usage': [
    'v',
    13468,
    'view_catalog name, view_schema name, view_name name, table_catalog name, table_schema name, table_name name, column_name name',
  ],
  'information_schema.view_routine_usage': [
    'v',
    13473,
    'table_catalog name, table_schema name, table_name name, specific_catalog name, specific_schema name, specific_name name',
  ],
  'information_schema.view_table_usage': [
    'v',
    13478,
    'view_catalog name, view_schema name, view_name name, table_catalog name, table_schema name, table_name name',
  ],
  'pg_catalog.pg_amop': [
    'r',
    2602,
    'oid oid, amopfamily oid, amoplefttype oid, amoprighttype oid, amopstrategy int2, amoppurpose char, amopopr oid, amopmethod oid, amopsortfamily oid',
  ],
  'pg_catalog.pg_amproc': [
    'r',
    2603,
    'oid oid, amprocfamily oid, amproclefttype oid, amprocrighttype oid, amprocnum int2, amproc regproc',
  ],
  'pg_catalog.pg_available_extension_versions': [
    'v',
    12085,
    'name name, version text, installed bool, superuser bool, trusted bool, relocatable bool, schema name, requires _name, comment text',
  ],
  'pg_catalog.pg_backend_memory_contexts': [
    'v',
    12138,
    'name text, ident text, parent text, level int4, total_bytes int8, total_nblocks int8, free_bytes int8, free_chunks int8, used_bytes int8',
  ],
  'pg_catalog.pg_config': ['v', 12130, 'name text, setting text'],
  'pg_catalog.pg_conversion': [
    'r',
    2607,
    'oid oid, conname name, connamespace oid, conowner oid, conforencoding int4, contoencoding int4, conproc regproc, condefault bool',
  ],
  'pg_catalog.pg_file_settings': [
    'v',
    12110,
    'sourcefile text, sourceline int4, seqno int4, name text, setting text, applied bool, error text',
  ],
  'pg_catalog.pg_hba_file_rules': [
    'v',
    12114,
    'line_number int4, type text, database _text, user_name _text, address text, netmask text, auth_method text, options _text, error text',
  ],
  'pg_catalog.pg_ident_file_mappings': [
    'v',
    12118,
    'line_number int4, map_name text, sys_name text, pg_username text, error text',
  ],
  'pg_catalog.pg_largeobject': ['r', 2613, 'loid oid, pageno int4, data bytea'],
  'pg_catalog.pg_locks': [
    'v',
    12073,
    'locktype text, database oid, relation oid, page int4, tuple int2, virtualxid text, transactionid xid, classid oid, objid oid, objsubid int2, virtualtransaction text, pid int4, mode text, granted bool, fastpath bool, waitstart timestamptz',
  ],
  'pg_catalog.pg_opclass': [
    'r',
    2616,
    'oid oid, opcmethod oid, opcname name, opcnamespace oid, opcowner oid, opcfamily oid, opcintype oid, opcdefault bool, opckeytype oid',
  ],
  'pg_catalog.pg_opfamily': ['r', 2753, 'oid oid, opfmethod oid, opfname name, opfnamespace oid, opfowner oid'],
  'pg_catalog.pg_parameter_acl': ['r', 6243, 'oid oid, parname text, paracl _aclitem'],
  'pg_catalog.pg_prepared_xacts': [
    'v',
    12090,
    'transaction xid, gid text, prepared timestamptz, owner name, database name',
  ],
  'pg_catalog.pg_replication_origin': ['r', 6000, 'roident oid, roname text'],
  'pg_catalog.pg_replication_origin_status': [
    'v',
    12332,
    'local_id oid, external_id text, remote_lsn pg_lsn, local_lsn pg_lsn',
  ],
  'pg_catalog.pg_rewrite': [
    'r',
    2618,
    'oid oid, rulename name, ev_class oid, ev_type char, ev_enabled char, is_instead bool, ev_qual text, ev_action text',
  ],
  'pg_catalog.pg_shmem_allocations': ['v', 12134, 'name text, off int8, size int8, allocated_size int8'],
  'pg_catalog.pg_stat_all_indexes': [
    'v',
    12183,
    'relid oid, indexrelid oid, schemaname name, relname name, indexrelname name, idx_scan int8, idx_tup_read int8, idx_tup_fetch int8',
  ],
  'pg_catalog.pg_stat_all_tables': [
    'v',
    12142,
    'relid oid, schemaname name, relname name, seq_scan int8, seq_tup_read int8, idx_scan int8, idx_tup_fetch int8, n_tup_ins int8, n_tup_upd int8, n_tup_del int8, n_tup_hot_upd int8, n_live_tup int8, n_dead_tup int8, n_mod_since_analyze int8, n_ins_since_vacuum int8, last_vacuum timestamptz, last_autovacuum timestamptz, last_analyze timestamptz, last_autoanalyze timestamptz, vacuum_count int8, autovacuum_count int8, analyze_count int8, autoanalyze_count int8',
  ],
  'pg_catalog.pg_stat_archiver': [
    'v',
    12285,
    'archived_count int8, last_archived_wal text, last_archived_time timestamptz, failed_count int8, last_failed_wal text, last_failed_time timestamptz, stats_reset timestamptz',
  ],
  'pg_catalog.pg_stat_bgwriter': [
    'v',
    12289,
    'checkpoints_timed int8, checkpoints_req int8, checkpoint_write_time float8, checkpoint_sync_time float8, buffers_checkpoint int8, buffers_clean int8, maxwritten_clean int8, buffers_backend int8, buffers_backend_fsync int8, buffers_alloc int8, stats_reset timestamptz',
  ],
  'pg_catalog.pg_stat_database': [
    'v',
    12266,
    'datid oid, datname name, numbackends int4, xact_commit int8, xact_rollback int8, blks_read int8, blks_hit int8, tup_returned int8, tup_fetched int8, tup_inserted int8, tup_updated int8, tup_deleted int8, conflicts int8, temp_files int8, temp_bytes int8, deadlocks int8, checksum_failures int8, checksum_last_failure timestamptz, blk_read_time float8, blk_write_time float8, session_time float8, active_time float8, idle_in_transaction_time float8, sessions int8, sessions_abandoned int8, sessions_fatal int8, sessions_killed int8, stats_reset timestamptz',
  ],
  'pg_catalog.pg_stat_database_conflicts': [
    'v',
    12271,
    'datid oid, datname name, confl_tablespace int8, confl_lock int8, confl_snapshot int8, confl_bufferpin int8, confl_deadlock int8',
  ],
  'pg_catalog.pg_stat_gssapi': ['v', 12253, 'pid int4, gss_authenticated bool, principal text, encrypted bool'],
  'pg_catalog.pg_stat_progress_analyze': [
    'v',
    12297,
    'pid int4, datid oid, datname name, relid oid, phase text, sample_blks_total int8, sample_blks_scanned int8, ext_stats_total int8, ext_stats_computed int8, child_tables_total int8, child_tables_done int8, current_child_table_relid oid',
  ],
  'pg_catalog.pg_stat_progress_basebackup': [
    'v',
    12317,
    'pid int4, phase text, backup_total int8, backup_streamed int8, tablespaces_total int8, tablespaces_streamed int8',
  ],
  'pg_catalog.pg_stat_progress_cluster': [
    'v',
    12307,
    'pid int4, datid oid, datname name, relid oid, command text, phase text, cluster_index_relid oid, heap_tuples_scanned int8, heap_tuples_written int8, heap_blks_total int8, heap_blks_scanned int8, index_rebuild_count int8',
  ],
  'pg_catalog.pg_stat_progress_copy': [
    'v',
    12322,
    'pid int4, datid oid, datname name, relid oid, command text, type text, bytes_processed int8, bytes_total int8, tuples_processed int8, tuples_excluded int8',
  ],
  'pg_catalog.pg_stat_progress_create_index': [
    'v',
    12312,
    'pid int4, datid oid, datname name, relid oid, index_relid oid, command text, phase text, lockers_total int8, lockers_done int8, current_locker_pid int8, blocks_total int8, blocks_done int8, tuples_total int8, tuples_done int8, partitions_total int8, partitions_done int8',
  ],
  'pg_catalog.pg_stat_progress_vacuum': [
    'v',
    12302,
    'pid int4, datid oid, datname name, relid oid, phase text, heap_blks_total int8, heap_blks_scanned int8, heap_blks_vacuumed int8, index_vacuum_count int8, max_dead_tuples int8, num_dead_tuples int8',
  ],
  'pg_catalog.pg_stat_recovery_prefetch': [
    'v',
    12240,
    'stats_reset timestamptz, prefetch int8, hit int8, skip_init int8, skip_new int8, skip_fpw int8, skip_rep int8, wal_distance int4, block_distance int4, io_depth int4',
  ],
  'pg_catalog.pg_stat_replication': [
    'v',
    12227,
    'pid int4, usesysid oid, usename name, application_name text, client_addr inet, client_hostname text, client_port int4, backend_start timestamptz, backend_xmin xid, state text, sent_lsn pg_lsn, write_lsn pg_lsn, flush_lsn pg_lsn, replay_lsn pg_lsn, write_lag interval, flush_lag interval, replay_lag interval, sync_priority int4, sync_state text, reply_time timestamptz',
  ],
  'pg_catalog.pg_stat_replication_slots': [
    'v',
    12262,
    'slot_name text, spill_txns int8, spill_count int8, spill_bytes int8, stream_txns int8, stream_count int8, stream_bytes int8, total_txns int8, total_bytes int8, stats_reset timestamptz',
  ],
  'pg_catalog.pg_stat_slru': [
    'v',
    12232,
    'name text, blks_zeroed int8, blks_hit int8, blks_read int8, blks_written int8, blks_exists int8, flushes int8, truncates int8, stats_reset timestamptz',
  ],
  'pg_catalog.pg_stat_ssl': [
    'v',
    12249,
    'pid int4, ssl bool, version text, cipher text, bits int4, client_dn text, client_serial numeric, issuer_dn text',
  ],
  'pg_catalog.pg_stat_subscription': [
    'v',
    12244,
    'subid oid, subname name, pid int4, relid oid, received_lsn pg_lsn, last_msg_send_time timestamptz, last_msg_receipt_time timestamptz, latest_end_lsn pg_lsn, latest_end_time timestamptz',
  ],
  'pg_catalog.pg_stat_subscription_stats': [
    'v',
    12336,
    'subid oid, subname name, apply_error_count int8, sync_error_count int8, stats_reset timestamptz',
  ],
  'pg_catalog.pg_stat_sys_indexes': [
    'v',
    12188,
    'relid oid, indexrelid oid, schemaname name, relname name, indexrelname name, idx_scan int8, idx_tup_read int8, idx_tup_fetch int8',
  ],
  'pg_catalog.pg_stat_sys_tables': [
    'v',
    12152,
    'relid oid, schemaname name, relname name, seq_scan int8, seq_tup_read int8, idx_scan int8, idx_tup_fetch int8, n_tup_ins int8, n_tup_upd int8, n_tup_del int8, n_tup_hot_upd int8, n_live_tup int8, n_dead_tup int8, n_mod_since_analyze int8, n_ins_since_vacuum int8, last_vacuum timestamptz, last_autovacuum timestamptz, last_analyze timestamptz, last_autoanalyze timestamptz, vacuum_count int8, autovacuum_count int8, analyze_count int8, autoanalyze_count int8',
  ],
  'pg_catalog.pg_stat_user_functions': [
    'v',
    12275,
    'funcid oid, schemaname name, funcname name, calls int8, total_time float8, self_time float8',
  ],
  'pg_catalog.pg_stat_user_indexes': [
    'v',
    12192,
    'relid oid, indexrelid oid, schemaname name, relname name, indexrelname name, idx_scan int8, idx_tup_read int8, idx_tup_fetch int8',
  ],
  'pg_catalog.pg_stat_user_tables': [
    'v',
    12161,
    'relid oid, schemaname name, relname name, seq_scan int8, seq_tup_read int8, idx_scan int8, idx_tup_fetch int8, n_tup_ins int8, n_tup_upd int8, n_tup_del int8, n_tup_hot_upd int8, n_live_tup int8, n_dead_tup int8, n_mod_since_analyze int8, n_ins_since_vacuum int8, last_vacuum timestamptz, last_autovacuum timestamptz, last_analyze timestamptz, last_autoanalyze timestamptz, vacuum_count int8, autovacuum_count int8, analyze_count int8, autoanalyze_count int8',
  ],
  'pg_catalog.pg_stat_wal': [
    'v',
    12293,
    'wal_records int8, wal_fpi int8, wal_bytes numeric, wal_buffers_full int8, wal_write int8, wal_sync int8, wal_write_time float8, wal_sync_time float8, stats_reset timestamptz',
  ],
  'pg_catalog.pg_stat_wal_receiver': [
    'v',
    12236,
    'pid int4, status text, receive_start_lsn pg_lsn, receive_start_tli int4, written_lsn pg_lsn, flushed_lsn pg_lsn, received_tli int4, last_msg_send_time timestamptz, last_msg_receipt_time timestamptz, latest_end_lsn pg_lsn, latest_end_time timestamptz, slot_name text, sender_host text, sender_port int4, conninfo text',
  ],
  'pg_catalog.pg_stat_xact_all_tables': [
    'v',
    12147,
    'relid oid, schemaname name, relname name, seq_scan int8, seq_tup_read int8, idx_scan int8, idx_tup_fetch int8, n_tup_ins int8, n_tup_upd int8, n_tup_del int8, n_tup_hot_upd int8',
  ],
  'pg_catalog.pg_stat_xact_sys_tables': [
    'v',
    12157,
    'relid oid, schemaname name, relname name, seq_scan int8, seq_tup_read int8, idx_scan int8, idx_tup_fetch int8, n_tup_ins int8, n_tup_upd int8, n_tup_del int8, n_tup_hot_upd int8',
  ],
  'pg_catalog.pg_stat_xact_user_functions': [
    'v',
    12280,
    'funcid oid, schemaname name, funcname name, calls int8, total_time float8, self_time float8',
  ],
  'pg_catalog.pg_stat_xact_user_tables': [
    'v',
    12166,
    'relid oid, schemaname name, relname name, seq_scan int8, seq_tup_read int8, idx_scan int8, idx_tup_fetch int8, n_tup_ins int8, n_tup_upd int8, n_tup_del int8, n_tup_hot_upd int8',
  ],
  'pg_catalog.pg_statio_all_indexes': [
    'v',
    12196,
    'relid oid, indexrelid oid, schemaname name, relname name, indexrelname name, idx_blks_read int8, idx_blks_hit int8',
  ],
  'pg_catalog.pg_statio_all_sequences': [
    'v',
    12209,
    'relid oid, schemaname name, relname name, blks_read int8, blks_hit int8',
  ],
  'pg_catalog.pg_statio_all_tables': [
    'v',
    12170,
    'relid oid, schemaname name, relname name, heap_blks_read int8, heap_blks_hit int8, idx_blks_read int8, idx_blks_hit int8, toast_blks_read int8, toast_blks_hit int8, tidx_blks_read int8, tidx_blks_hit int8',
  ],
  'pg_catalog.pg_statio_sys_indexes': [
    'v',
    12201,
    'relid oid, indexrelid oid, schemaname name, relname name, indexrelname name, idx_blks_read int8, idx_blks_hit int8',
  ],
  'pg_catalog.pg_statio_sys_sequences': [
    'v',
    12214,
    'relid oid, schemaname name, relname name, blks_read int8, blks_hit int8',
  ],
  'pg_catalog.pg_statio_sys_tables': [
    'v',
    12175,
    'relid oid, schemaname name, relname name, heap_blks_read int8, heap_blks_hit int8, idx_blks_read int8, idx_blks_hit int8, toast_blks_read int8, toast_blks_hit int8, tidx_blks_read int8, tidx_blks_hit int8',
  ],
  'pg_catalog.pg_statio_user_indexes': [
    'v',
    12205,
    'relid oid, indexrelid oid, schemaname name, relname name, indexrelname name, idx_blks_read int8, idx_blks_hit int8',
  ],
  'pg_catalog.pg_statio_user_sequences': [
    'v',
    12218,
    'relid oid, schemaname name, relname name, blks_read int8, blks_hit int8',
  ],
  'pg_catalog.pg_statio_user_tables': [
    'v',
    12179,
    'relid oid, schemaname name, relname name, heap_blks_read int8, heap_blks_hit int8, idx_blks_read int8, idx_blks_hit int8, toast_blks_read int8, toast_blks_hit int8, tidx_blks_read int8, tidx_blks_hit int8',
  ],
  'pg_catalog.pg_statistic': [
    'r',
    2619,
    'starelid oid, staattnum int2, stainherit bool, stanullfrac float4, stawidth int4, stadistinct float4, stakind1 int2, stakind2 int2, stakind3 int2, stakind4 int2, stakind5 int2, staop1 oid, staop2 oid, staop3 oid, staop4 oid, staop5 oid, stacoll1 oid, stacoll2 oid, stacoll3 oid, stacoll4 oid, stacoll5 oid, stanumbers1 _float4, stanumbers2 _float4, stanumbers3 _float4, stanumbers4 _float4, stanumbers5 _float4, stavalues1 text, stavalues2 text, stavalues3 text, stavalues4 text, stavalues5 text',
  ],
  'pg_catalog.pg_statistic_ext_data': [
    'r',
    3429,
    'stxoid oid, stxdinherit bool, stxdndistinct text, stxddependencies text, stxdmcv text, stxdexpr _text',
  ],
  'pg_catalog.pg_stats': [
    'v',
    12053,
    'schemaname name, tablename name, attname name, inherited bool, null_frac float4, avg_width int4, n_distinct float4, most_common_vals text, most_common_freqs _float4, histogram_bounds text, correlation float4, most_common_elems text, most_common_elem_freqs _float4, elem_count_histogram _float4',
  ],
  'pg_catalog.pg_stats_ext': [
    'v',
    12058,
    'schemaname name, tablename name, statistics_schemaname name, statistics_name name, statistics_owner name, attnames _name, exprs _text, kinds _char, inherited bool, n_distinct text, dependencies text, most_common_vals _text, most_common_val_nulls _bool, most_common_freqs _float8, most_common_base_freqs _float8',
  ],
  'pg_catalog.pg_stats_ext_exprs': [
    'v',
    12063,
    'schemaname name, tablename name, statistics_schemaname name, statistics_name name, statistics_owner name, expr text, inherited bool, null_frac float4, avg_width int4, n_distinct float4, most_common_vals text, most_common_freqs _float4, histogram_bounds text, correlation float4, most_common_elems text, most_common_elem_freqs _float4, elem_count_histogram _float4',
  ],
  'pg_catalog.pg_timezone_abbrevs': ['v', 12122, 'abbrev text, utc_offset interval, is_dst bool'],
  'pg_catalog.pg_timezone_names': ['v', 12126, 'name text, abbrev text, utc_offset interval, is_dst bool'],
  'pg_catalog.pg_ts_config': ['r', 3602, 'oid oid, cfgname name, cfgnamespace oid, cfgowner oid, cfgparser oid'],
  'pg_catalog.pg_ts_config_map': ['r', 3603, 'mapcfg oid, maptokentype int4, mapseqno int4, mapdict oid'],
  'pg_catalog.pg_ts_dict': [
    'r',
    3600,
    'oid oid, dictname name, dictnamespace oid, dictowner oid, dicttemplate oid, dictinitoption text',
  ],
  'pg_catalog.pg_ts_parser': [
    'r',
    3601,
    'oid oid, prsname name, prsnamespace oid, prsstart regproc, prstoken regproc, prsend regproc, prsheadline regproc, prslextype regproc',
  ],
  'pg_catalog.pg_ts_template': [
    'r',
    3764,
    'oid oid, tmplname name, tmplnamespace oid, tmplinit regproc, tmpllexize regproc',
  ],
  'pg_catalog.pg_user_mappings': [
    'v',
    12327,
    'umid oid, srvid oid, srvname name, umuser oid, usename name, umoptions _text',
  ],
};
