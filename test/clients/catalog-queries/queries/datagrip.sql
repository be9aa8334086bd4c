-- name: database
SELECT N.oid::bigint > 0 AS id, datname = current_database() AS current, D.description IS NULL OR D.description <> '' AS described, datistemplate AS is_template, datallowconn AS allow_connections
FROM pg_catalog.pg_database N LEFT JOIN pg_catalog.pg_shdescription D ON N.oid = D.objoid WHERE datname = current_database();
-- name: schemas
SELECT N.xmin AS state_number, nspname AS name, D.description
FROM pg_catalog.pg_namespace N LEFT JOIN pg_catalog.pg_description D ON N.oid = D.objoid WHERE nspname = 'shop';
-- name: time of the server
SELECT round(extract(epoch FROM current_timestamp)) > 1700000000 AS t, current_timestamp IS NOT NULL AS now;
-- name: transaction state
SELECT CASE WHEN pg_catalog.pg_is_in_recovery() THEN NULL ELSE (pg_catalog.txid_current() % (2 ^ 32)::bigint) > 0 END AS current_txid;
-- name: data types
SELECT T.typname AS type_name, T.typtype AS type_sub_kind, T.typcategory AS type_category, T.typnotnull AS is_required,
  pg_catalog.format_type(T.typbasetype, T.typtypmod) AS definition, T.typndims AS dimensions_number, T.typdefault AS default_expression,
  pg_catalog.pg_get_userbyid(T.typowner) = current_user AS own
FROM pg_catalog.pg_type T LEFT OUTER JOIN pg_catalog.pg_class C ON T.typrelid = C.oid
WHERE T.typnamespace = 'shop'::regnamespace AND (T.typtype IN ('d', 'e') OR C.relkind = 'c' OR (T.typtype = 'b' AND (T.typelem = 0 OR T.typcategory <> 'A')) OR T.typtype = 'p' AND NOT T.typisdefined)
ORDER BY 1;
-- name: checks of domains
SELECT conname, pg_catalog.pg_get_expr(C.conbin, 0) AS predicate FROM pg_catalog.pg_type T JOIN pg_catalog.pg_constraint C ON T.oid = C.contypid
WHERE T.typnamespace = 'shop'::regnamespace ORDER BY 1;
-- name: tables
SELECT T.relkind AS table_kind, T.relname AS table_name, T.relispartition AS is_partition, T.relpersistence, T.reloptions,
  (SELECT pg_catalog.array_agg(inhparent::bigint ORDER BY inhseqno)::varchar FROM pg_catalog.pg_inherits WHERE T.oid = inhrelid) AS ancestors,
  pg_catalog.pg_get_userbyid(T.relowner) = current_user AS own
FROM pg_catalog.pg_class T WHERE relnamespace = 'shop'::regnamespace AND relkind IN ('r', 'm', 'v', 'f', 'p') ORDER BY table_kind, table_name;
-- name: columns of types and tables
WITH T AS (SELECT DISTINCT T.oid AS table_id, T.relname AS table_name FROM pg_catalog.pg_class T, pg_catalog.pg_attribute A
  WHERE T.relnamespace = 'shop'::regnamespace AND T.relkind IN ('r', 'm', 'v', 'f', 'p') AND A.attrelid = T.oid)
SELECT T.table_name, C.attnum AS column_position, C.attname AS column_name, C.attnotnull AS not_null, C.atttypmod AS type_mod,
  pg_catalog.format_type(C.atttypid, C.atttypmod) AS type_spec, C.attisdropped AS is_dropped
FROM T INNER JOIN pg_catalog.pg_attribute C ON T.table_id = C.attrelid WHERE attnum > 0 ORDER BY table_name, attnum;
-- name: defaults
SELECT A.attname, pg_catalog.pg_get_expr(D.adbin, A.attrelid) AS expr FROM pg_catalog.pg_attrdef D JOIN pg_catalog.pg_attribute A ON D.adrelid = A.attrelid AND D.adnum = A.attnum
WHERE D.adrelid = 'shop.sale'::regclass ORDER BY 1;
-- name: indexes
SELECT tab.relname AS table_name, ind_head.indexrelid::regclass AS index_name, ind_head.indisunique AS is_unique, ind_head.indisprimary AS is_primary,
  ind_head.indkey AS column_positions, ind_head.indoption AS column_options, pg_catalog.pg_get_expr(ind_head.indpred, ind_head.indrelid) AS condition, am.amname, opcmethod = 403 AS btree
FROM pg_catalog.pg_class tab JOIN pg_catalog.pg_index ind_head ON ind_head.indrelid = tab.oid
JOIN pg_catalog.pg_class ind_stor ON tab.relnamespace = ind_stor.relnamespace AND ind_stor.oid = ind_head.indexrelid
LEFT JOIN pg_catalog.pg_am am ON ind_stor.relam = am.oid
LEFT JOIN pg_catalog.pg_opclass opc ON opc.oid = ind_head.indclass[0]
WHERE tab.relnamespace = 'shop'::regnamespace AND tab.relkind IN ('r', 'm', 'v', 'p') ORDER BY 1, ind_stor.relname;
-- name: keys
SELECT T.relname AS table_name, C.conname AS con_name, C.contype AS con_kind, C.conkey AS con_columns, C.condeferrable AS is_deferrable, C.condeferred AS is_init_deferred,
  C.confrelid::regclass AS ref_table, C.confkey AS ref_columns, C.confupdtype AS on_update, C.confdeltype AS on_delete
FROM pg_catalog.pg_constraint C JOIN pg_catalog.pg_class T ON C.conrelid = T.oid
WHERE C.contype IN ('p', 'u', 'f', 'x') AND C.connamespace = 'shop'::regnamespace ORDER BY 1, 2;
-- name: routines
WITH languages AS (SELECT oid AS lang_oid, lanname AS lang FROM pg_catalog.pg_language),
routines AS (SELECT proname AS r_name, prolang AS lang_oid, oid AS r_id, proargnames AS arg_names, proargmodes AS arg_modes, proargtypes::int[] AS in_arg_types,
  proallargtypes::int[] AS all_arg_types, pg_catalog.pg_get_expr(proargdefaults, 0) AS arg_defaults, prorettype::regtype AS ret_type, proretset AS ret_set,
  provolatile AS volatile_kind, proisstrict AS is_strict, prosecdef AS is_security_definer, procost AS cost, prorows AS rows, proparallel AS concurrency_kind
  FROM pg_catalog.pg_proc WHERE pronamespace = 'shop'::regnamespace AND prokind <> 'a')
SELECT r_name, lang, arg_names, arg_modes, in_arg_types, all_arg_types, arg_defaults, ret_type, ret_set, volatile_kind, is_strict, is_security_definer
FROM routines NATURAL JOIN languages ORDER BY 1;
-- name: descriptions
SELECT C.relname, C.relkind, D.objsubid AS position, D.description
FROM pg_catalog.pg_class C JOIN pg_catalog.pg_description D ON C.oid = D.objoid
WHERE C.relnamespace = 'shop'::regnamespace AND C.relkind IN ('r', 'm', 'v', 'f', 'p', 'i', 'S') ORDER BY 1, 3;
-- name: definitions of views
SELECT T.relkind AS view_kind, T.relname, pg_catalog.pg_get_viewdef(T.oid, true) <> '' AS source_text
FROM pg_catalog.pg_class T JOIN pg_catalog.pg_namespace N ON T.relnamespace = N.oid
WHERE N.nspname = 'shop' AND T.relkind IN ('m', 'v') ORDER BY 2;
-- name: columns that sequences belong to
SELECT S.relname AS sequence, T.relname AS table_name, A.attname AS column_name, D.deptype
FROM pg_catalog.pg_depend D JOIN pg_catalog.pg_class S ON D.objid = S.oid AND D.classid = 'pg_class'::regclass AND S.relkind = 'S'
JOIN pg_catalog.pg_class T ON D.refobjid = T.oid AND D.refclassid = 'pg_class'::regclass
JOIN pg_catalog.pg_attribute A ON A.attrelid = T.oid AND A.attnum = D.refobjsubid WHERE T.relnamespace = 'shop'::regnamespace ORDER BY 1;
-- name: operators and classes
SELECT O.oprname, O.oprleft::regtype, O.oprright::regtype, O.oprresult::regtype, O.oprcode::regproc FROM pg_catalog.pg_operator O
WHERE O.oprname = '=' AND O.oprleft IN (23, 25) AND O.oprright = O.oprleft ORDER BY 2;
-- name: casts
SELECT castsource::regtype, casttarget::regtype, castcontext, castmethod FROM pg_catalog.pg_cast WHERE castsource = 23 AND casttarget IN (20, 21, 700, 1700) ORDER BY casttarget;
-- name: collations
SELECT collname, collprovider FROM pg_collation WHERE collname IN ('C', 'default') ORDER BY 1;
-- name: foreign data
SELECT (SELECT count(*) FROM pg_foreign_server) AS servers, (SELECT count(*) FROM pg_foreign_table) AS tables,
  (SELECT count(*) FROM pg_user_mappings) AS mappings;
-- name: policies
SELECT polname, polcmd, polpermissive, polroles FROM pg_policy WHERE polrelid = 'shop.sale'::regclass;
-- name: grants as they are kept
SELECT T.relname, T.relacl FROM pg_catalog.pg_class T WHERE T.oid = 'shop.sale'::regclass;
