// Writes what a Postgres 15 offers to users of SQL, as data to compare our registry with:
//   src/expr/postgres-oids.ts          pg_proc.oid of every function, operator and cast, by signature
//   scripts/docs/postgres-15.json      the functions, operators and casts of docs/sql/missing-functions.md
//   node scripts/postgres-surface.mjs 'postgres://postgres@localhost:5432/postgres'
// Both hold everything, whatever our registry has: run it again only for another Postgres.
import {writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import pg from 'pg';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const names = `
  select oid, case when typelem <> 0 and typlen = -1 then (select typname::text || '[]' from pg_type e where e.oid = t.typelem)
    else typname end as name from pg_type t`;

const signatures = `
  with names as (${names})
  select p.oid, p.proname::text as name, array(select n.name::text from unnest(p.proargtypes) with ordinality a(oid, at)
    join names n on n.oid = a.oid order by at) as args from pg_proc p where p.oid < 16384
  union all
  select o.oprcode::oid as oid, o.oprname::text as name, array(select n.name::text from unnest(array[o.oprleft, o.oprright])
    with ordinality a(oid, at) join names n on n.oid = a.oid order by at) as args from pg_operator o
  union all
  select c.castfunc as oid, 'cast' as name, array[s.name::text, t.name::text] as args from pg_cast c
    join names s on s.oid = c.castsource join names t on t.oid = c.casttarget where c.castfunc <> 0
  order by oid`;

/**
 * What is left out of the functions, and why. docs/sql/missing-functions.md states these rules; the names of the
 * last one are those of the manual's chapters 9.27 (administration) and 28 (statistics) and of the server's own use.
 */
const internalTypes = [
  'cstring',
  'internal',
  'trigger',
  'event_trigger',
  'language_handler',
  'fdw_handler',
  'index_am_handler',
  'table_am_handler',
  'tsm_handler',
  'pg_ddl_command',
  'pg_lsn',
  'pg_node_tree',
  'pg_ndistinct',
  'pg_dependencies',
  'pg_mcv_list',
  'pg_brin_bloom_summary',
  'pg_brin_minmax_multi_summary',
  'gtsvector',
  'aclitem',
  'aclitem[]',
  'tid',
  'cid',
  'refcursor',
  'int2vector',
  'oidvector',
];
const administration =
  '^(pg_stat_|pg_statio_|pg_ls_|pg_read_|pg_stat|pg_replication_|pg_logical_|pg_create_|pg_drop_|pg_copy_|pg_wal|pg_last_|pg_switch_|' +
  'pg_current_wal|pg_backup_|pg_is_wal|pg_get_wal|binary_upgrade_|pg_control_|lo_|lo(creat|_)|loread|lowrite|pg_lock_status|pg_prepared_|' +
  'pg_reload_|pg_rotate_|pg_log_|pg_promote|pg_export_|pg_import_|pg_extension_|pg_available_|brin_|gin_|pg_show_|pg_hba_|pg_ident_|' +
  'pg_config|pg_get_shmem|pg_get_backend_memory|pg_nextoid|pg_identify_|pg_get_object_address|pg_event_trigger|pg_get_publication|' +
  'pg_get_replica|pg_get_replication|pg_sequence_last|pg_stop_|pg_start_|pg_cursor|pg_mcv_|pg_relation_filenode|pg_filenode|' +
  'pg_relation_filepath|pg_collation_actual|pg_database_collation|pg_tablespace_databases|pg_xact_commit|pg_last_committed|' +
  'pg_get_multixact|mxid_|pg_index(am)?_|pg_indexam|pg_conf_|pg_file_|pg_jit|pg_partition_|pg_get_catalog_foreign|pg_safe_|' +
  'pg_isolation|pg_trigger|pg_settings_get|pg_prepare|pg_timezone_|pg_split_|pg_stop|pg_char_to|pg_encoding_max|pg_get_partkeydef|' +
  'pg_get_partition|pg_get_statistics|pg_get_function_arg_default|pg_get_ruledef|pg_get_triggerdef|pg_terminate_|pg_cancel_|' +
  'fmgr_|ts_(debug|parse|token_type|stat)|satisfies_hash_partition|pg_notification_queue|pg_blocking|pg_safe_snapshot|' +
  'has_(foreign|parameter|server|tablespace|language)|(any|text)_.*_tri|suppress_|unique_key|RI_FKey|tsvector_update|' +
  'currtid|query_to_xml|table_to_xml|cursor_to_xml|schema_to_xml|database_to_xml|getdatabaseencoding|pg_describe_object|' +
  'pg_relation_is_|pg_column_is_|pg_view_is|inet_(merge|same)_never|int8_avg_|amvalidate|dexp$|dlog10?$|dround$|dtrunc$|numeric_(inc|exp|ln|log|sqrt|div_trunc)|' +
  'int4inc|int8_sum|textlen|nameconcatoid|getpgusername|oidvectortypes|enum_send|.*_canonical$|.*_subdiff$|.*_validator$|pg_current_logfile|array_subscript_|raw_array_subscript|jsonb_subscript)';

const functions = `
  with names as (${names}), parts as (select p.*,
    array(select n.name::text from unnest(p.proargtypes) with ordinality a(oid, at) join names n on n.oid = a.oid order by at) as args,
    (select name::text from names where oid = p.prorettype) as result,
    obj_description(p.oid, 'pg_proc') as says from pg_proc p where p.oid < 16384 and p.pronamespace = 'pg_catalog'::regnamespace)
  select proname::text as name, args, result, prokind::text as kind, proretset as rows, says from parts p
  where not (args && $1::text[] or result = any($1::text[]))
    and not exists (select from pg_operator where oprcode = p.oid and coalesce(p.says, '') ~ '^(implementation of|deprecated|internal)')
    and not exists (select from pg_type t where p.oid in (t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout))
    and not exists (select from pg_cast where castfunc = p.oid)
    and not exists (select from pg_amproc where amproc = p.oid and p.says !~ '^hash$')
    and not exists (select from pg_aggregate a where p.oid in (aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn,
        aggmtransfn, aggminvtransfn, aggmfinalfn))
    and not exists (select from pg_operator where p.oid in (oprrest, oprjoin))
    and proname !~ $2
  order by 1, 2`;

const operators = `
  with names as (${names})
  select o.oprname::text as name, array(select n.name::text from unnest(array[o.oprleft, o.oprright])
    with ordinality a(oid, at) join names n on n.oid = a.oid order by at) as args from pg_operator o
  where o.oid < 16384 and not exists (select from names n where n.oid in (o.oprleft, o.oprright) and n.name = any($1::text[]))
    and coalesce(obj_description(o.oid, 'pg_operator'), '') !~ '^(deprecated|internal)'
  order by 1, 2`;

const casts = `
  with names as (${names})
  select s.name::text as source, t.name::text as target, castcontext::text as context from pg_cast c
  join names s on s.oid = c.castsource join names t on t.oid = c.casttarget
  where not (s.name = any($1::text[]) or t.name = any($1::text[])) order by 1, 2`;

const client = new pg.Client(process.argv[2]);
await client.connect();

const oids = new Map();
for (const {oid, name, args} of (await client.query(signatures)).rows) {
  const signature = `${name}(${args.join(',')})`;
  if (!oids.has(signature)) oids.set(signature, Number(oid));
}
const target = join(root, 'src/expr/postgres-oids.ts');
const lines = [...oids].sort(([a], [b]) => (a < b ? -1 : 1)).map(([signature, oid]) => `  '${signature}': ${oid},`);
writeFileSync(
  target,
  `/** pg_proc.oid by signature: everything of Postgres 15. Generated by scripts/postgres-surface.mjs. */
export const postgresOids: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n};\n`,
);

const surface = {
  functions: (await client.query(functions, [internalTypes, administration])).rows.map(
    ({name, args, kind, rows}) => `${kind}${rows ? 's' : ' '} ${name}(${args.join(',')})`,
  ),
  operators: (await client.query(operators, [internalTypes])).rows.map(({name, args}) => `${name}(${args.join(',')})`),
  casts: (await client.query(casts, [internalTypes])).rows.map(
    ({source, target: to, context}) => `${context} ${source},${to}`,
  ),
};
writeFileSync(join(root, 'scripts/docs/postgres-15.json'), `${JSON.stringify(surface, null, 1)}\n`);
await client.end();
console.log(
  `${oids.size} signatures; ${surface.functions.length} functions, ${surface.operators.length} operators, ${surface.casts.length} casts`,
);
