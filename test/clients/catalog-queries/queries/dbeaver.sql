-- name: session
SELECT current_schema(), current_user = session_user AS same, pg_backend_pid() > 0 AS has_process;
-- name: keywords
SELECT string_agg(word, ',' ORDER BY word) FROM pg_catalog.pg_get_keywords() WHERE word IN ('select', 'limit', 'lateral', 'offset');
-- name: databases
SELECT db.datname = current_database() AS current, db.datallowconn, db.datistemplate, pg_encoding_to_char(db.encoding) AS encoding
FROM pg_catalog.pg_database db WHERE 1 = 1 AND datallowconn AND NOT datistemplate AND datname = current_database();
-- name: shape of databases
SELECT db.oid, db.* FROM pg_catalog.pg_database db WHERE false;
-- name: schemas with descriptions
SELECT n.oid, n.nspname, d.description FROM pg_catalog.pg_namespace n
LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid = n.oid AND d.objsubid = 0 AND d.classoid = 'pg_namespace'::regclass
WHERE nspname IN ('shop', 'pg_catalog') ORDER BY nspname;
-- name: shape of schemas
SELECT n.oid, n.*, d.description FROM pg_catalog.pg_namespace n LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid = n.oid WHERE false;
-- name: data types
SELECT t.typname, c.relkind, format_type(nullif(t.typbasetype, 0), t.typtypmod) AS base_type_name, d.description
FROM pg_catalog.pg_type t
LEFT OUTER JOIN pg_catalog.pg_type et ON et.oid = t.typelem
LEFT OUTER JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
LEFT OUTER JOIN pg_catalog.pg_description d ON t.oid = d.objoid
WHERE t.typname IS NOT NULL AND (c.relkind IS NULL OR c.relkind = 'c') AND (et.typcategory IS NULL OR et.typcategory <> 'C')
  AND t.typnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'shop') ORDER BY 1;
-- name: built-in data types
SELECT t.oid, t.typname, t.typlen, t.typtype, t.typcategory, t.typdelim, t.typelem FROM pg_catalog.pg_type t
WHERE t.oid IN (16, 20, 21, 23, 25, 114, 700, 701, 1042, 1043, 1082, 1114, 1184, 1186, 1700, 2950, 3802, 1007, 1009) ORDER BY t.oid;
-- name: relations of a schema
SELECT c.oid, c.relname, c.relkind, d.description, pg_get_expr(c.relpartbound, c.oid) AS partition_expr, c.relhasindex, c.relpersistence, c.relnatts
FROM pg_catalog.pg_class c
LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_class'::regclass
WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'shop') AND c.relkind NOT IN ('i', 'I', 'c') ORDER BY c.relname;
-- name: columns
SELECT c.relname, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
  pg_catalog.pg_get_expr(ad.adbin, ad.adrelid, true) AS def_value, dsc.description, dep.objid IS NOT NULL AS owns_sequence
FROM pg_catalog.pg_attribute a
INNER JOIN pg_catalog.pg_class c ON a.attrelid = c.oid
LEFT OUTER JOIN pg_catalog.pg_attrdef ad ON a.attrelid = ad.adrelid AND a.attnum = ad.adnum
LEFT OUTER JOIN pg_catalog.pg_description dsc ON c.oid = dsc.objoid AND a.attnum = dsc.objsubid
LEFT OUTER JOIN pg_depend dep ON dep.refobjid = a.attrelid AND dep.deptype = 'i' AND dep.refobjsubid = a.attnum AND dep.classid = dep.refclassid
WHERE NOT a.attisdropped AND c.relnamespace = 'shop'::regnamespace AND c.relkind NOT IN ('i', 'I', 'c', 'S') AND a.attnum > 0
ORDER BY c.relname, a.attnum;
-- name: constraints
SELECT c.conname, c.contype, c.conkey, c.confkey, t.relname AS tabname, rt.relname AS refname, c.confupdtype, c.confdeltype, c.confmatchtype,
  pg_get_constraintdef(c.oid, true) AS definition, d.description
FROM pg_catalog.pg_constraint c
INNER JOIN pg_catalog.pg_class t ON t.oid = c.conrelid
LEFT OUTER JOIN pg_catalog.pg_class rt ON rt.oid = c.confrelid
LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_constraint'::regclass
WHERE c.connamespace = 'shop'::regnamespace ORDER BY c.conname;
-- name: indexes
SELECT c.relname, tabc.relname AS tabrelname, i.indisprimary, i.indisunique, i.indkey, i.indnatts, dsc.description,
  pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS pred_expr, pg_catalog.pg_get_expr(i.indexprs, i.indrelid, true) AS expr, am.amname,
  pg_get_indexdef(i.indexrelid, 1, true) AS first_column
FROM pg_catalog.pg_index i
INNER JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
INNER JOIN pg_catalog.pg_class tabc ON tabc.oid = i.indrelid
LEFT OUTER JOIN pg_catalog.pg_am am ON am.oid = c.relam
LEFT OUTER JOIN pg_catalog.pg_description dsc ON i.indexrelid = dsc.objoid
WHERE tabc.relnamespace = 'shop'::regnamespace ORDER BY tabc.relname, c.relname;
-- name: sequences
SELECT c.relname, seq.seqstart, seq.seqincrement, seq.seqmin, seq.seqmax, seq.seqcache, seq.seqcycle, format_type(seq.seqtypid, -1)
FROM pg_sequence seq JOIN pg_class c ON c.oid = seq.seqrelid WHERE c.relnamespace = 'shop'::regnamespace ORDER BY 1;
-- name: procedures
SELECT p.proname, p.prokind, l.lanname, pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid), p.provolatile, p.pronargs, p.pronargdefaults,
  pg_catalog.pg_get_expr(p.proargdefaults, 0) AS arg_defaults, p.proargnames, d.description
FROM pg_catalog.pg_proc p
LEFT OUTER JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid = p.oid
WHERE p.pronamespace = 'shop'::regnamespace ORDER BY p.proname;
-- name: view
SELECT rtrim(pg_get_viewdef('shop.large_sale'::regclass, true)) <> '' AS has_definition;
-- name: triggers of tables
SELECT x.oid, x.tgname FROM pg_catalog.pg_trigger x WHERE x.tgrelid = 'shop.customer'::regclass AND NOT x.tgisinternal;
-- name: inheritance and partitions
SELECT i.*, c.relnamespace FROM pg_catalog.pg_inherits i, pg_catalog.pg_class c WHERE i.inhrelid = 'shop.sale'::regclass AND c.oid = i.inhparent ORDER BY i.inhseqno;
-- name: rules
SELECT rulename, ev_type, ev_enabled, is_instead FROM pg_rewrite WHERE ev_class = 'shop.large_sale'::regclass;
-- name: statistics of a table
SELECT reltuples IS NOT NULL AS t, pg_catalog.pg_total_relation_size(c.oid) >= 0 AS total, pg_catalog.pg_relation_size(c.oid) >= 0 AS size
FROM pg_class c WHERE c.oid = 'shop.sale'::regclass;
-- name: roles
SELECT a.oid, a.* FROM pg_catalog.pg_roles a WHERE false;
-- name: role of this session
SELECT rolsuper, rolcanlogin, rolreplication FROM pg_roles WHERE rolname = current_user;
-- name: access methods and languages
SELECT amname, amtype FROM pg_am WHERE amname IN ('heap', 'btree') ORDER BY 1;
-- name: languages
SELECT lanname, lanpltrusted FROM pg_language WHERE lanname IN ('internal', 'sql') ORDER BY 1;
-- name: settings
SELECT name, vartype, category <> '' AS has_category FROM pg_settings WHERE name IN ('DateStyle', 'TimeZone', 'search_path', 'work_mem') ORDER BY name COLLATE "C";
-- name: rows with a limit
SELECT x.* FROM shop.sale x ORDER BY id LIMIT 200;
-- name: rows with their addresses
SELECT x.ctid IS NOT NULL AS ctid, x.id FROM shop.sale x ORDER BY 2;
-- name: grants
SELECT grantee = current_user AS own, string_agg(privilege_type, ',' ORDER BY privilege_type) FROM information_schema.table_privileges
WHERE table_schema = 'shop' AND table_name = 'sale' GROUP BY 1;
-- name: sessions
SELECT sa.state, sa.query LIKE '%pg_stat_activity%' AS own FROM pg_catalog.pg_stat_activity sa WHERE pid = pg_backend_pid();
-- name: locks
SELECT count(*) >= 0 AS any FROM pg_locks l LEFT JOIN pg_class c ON c.oid = l.relation;
-- name: tablespaces
SELECT spcname FROM pg_tablespace ORDER BY 1;
-- name: extensions
SELECT e.oid, n.nspname, e.extversion, cfg.tbls FROM pg_catalog.pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
LEFT JOIN (SELECT ARRAY_AGG(ns.nspname || '.' || cls.relname) AS tbls, exs.oid AS exoid FROM (SELECT unnest(e2.extconfig) AS oid, e2.oid AS eoid FROM pg_extension e2) exs
  JOIN pg_class cls ON cls.oid = exs.oid JOIN pg_namespace ns ON ns.oid = cls.relnamespace GROUP BY exs.oid) cfg ON cfg.exoid = e.oid
WHERE e.extname = 'hstore';
