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
-- name: search for tables
SELECT x.relname, x.relkind, x.relnamespace::regnamespace FROM pg_catalog.pg_class x
WHERE x.relkind IN ('r', 'v', 'm', 'f', 'p') AND upper(x.relname) LIKE '%SALE%' AND x.relnamespace = ANY (ARRAY['shop'::regnamespace]::oid[]) ORDER BY x.relname LIMIT 100;
-- name: search for columns
SELECT DISTINCT x.attname, x.attrelid::regclass, x.atttypid::regtype FROM pg_catalog.pg_attribute x, pg_catalog.pg_class c
WHERE c.oid = x.attrelid AND c.relkind IN ('r', 'v', 'm') AND x.attname LIKE 'p%' AND x.attnum > 0 AND c.relnamespace = 'shop'::regnamespace ORDER BY 1, 2 LIMIT 100;
-- name: search for constraints
SELECT x.conname, x.connamespace::regnamespace, x.conrelid::regclass FROM pg_catalog.pg_constraint x
WHERE x.conname ILIKE 'SALE%' AND x.connamespace IN ('shop'::regnamespace) ORDER BY x.conname LIMIT 100;
-- name: search for procedures
SELECT DISTINCT x.proname, x.pronamespace::regnamespace FROM pg_catalog.pg_proc x WHERE x.proname LIKE 'with%' ORDER BY 1 LIMIT 100;
-- name: search for types
SELECT t.typname, t.typtype FROM pg_catalog.pg_type t WHERE lower(t.typname) LIKE '%s%' AND t.typnamespace = 'shop'::regnamespace AND t.typtype IN ('e', 'd', 'c') ORDER BY 1;
-- name: what depends on a table
SELECT DISTINCT dep.deptype, dep.classid::regclass,
  CASE WHEN cl.relkind IS NOT NULL THEN cl.relkind::text || coalesce(nullif(dep.objsubid, 0)::text, '') WHEN tg.oid IS NOT NULL THEN 'T' WHEN ty.oid IS NOT NULL THEN 'y'
    WHEN pr.oid IS NOT NULL THEN 'p' WHEN rw.oid IS NOT NULL THEN 'R' WHEN co.oid IS NOT NULL THEN 'C' || contype::text WHEN ad.oid IS NOT NULL THEN 'A' ELSE '' END AS type,
  coalesce(coc.relname, clrw.relname) AS owner, coalesce(cl.relname, co.conname, pr.proname, tg.tgname, ty.typname, rw.rulename) AS name,
  coalesce(nsc.nspname, nso.nspname, nst.nspname, nsrw.nspname) AS schema
FROM pg_depend dep
LEFT JOIN pg_class cl ON dep.objid = cl.oid LEFT JOIN pg_namespace nsc ON cl.relnamespace = nsc.oid
LEFT JOIN pg_attribute att ON dep.objid = att.attrelid AND dep.objsubid = att.attnum
LEFT JOIN pg_proc pr ON dep.objid = pr.oid LEFT JOIN pg_trigger tg ON dep.objid = tg.oid AND NOT tg.tgisinternal
LEFT JOIN pg_type ty ON dep.objid = ty.oid LEFT JOIN pg_namespace nst ON ty.typnamespace = nst.oid
LEFT JOIN pg_constraint co ON dep.objid = co.oid LEFT JOIN pg_class coc ON co.conrelid = coc.oid LEFT JOIN pg_namespace nso ON co.connamespace = nso.oid
LEFT JOIN pg_rewrite rw ON dep.objid = rw.oid LEFT JOIN pg_class clrw ON clrw.oid = rw.ev_class LEFT JOIN pg_namespace nsrw ON clrw.relnamespace = nsrw.oid
LEFT JOIN pg_attrdef ad ON ad.oid = dep.objid
WHERE dep.refobjid = 'shop.customer'::regclass AND dep.classid <> 'pg_trigger'::regclass AND cl.relkind IS DISTINCT FROM 't' ORDER BY type, name;
-- name: what a view depends on
SELECT DISTINCT d.deptype, d.refclassid::regclass, cl.relname, att.attname FROM pg_depend d JOIN pg_rewrite rw ON rw.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
LEFT JOIN pg_class cl ON cl.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass LEFT JOIN pg_attribute att ON att.attrelid = cl.oid AND att.attnum = d.refobjsubid
WHERE rw.ev_class = 'shop.large_sale'::regclass AND d.refobjid <> rw.ev_class AND cl.oid IS NOT NULL ORDER BY 2, 3, 4;
-- name: who waits for whom
WITH waits AS (SELECT pid, locktype, mode, granted, transactionid AS tid, relation, page, tuple FROM pg_locks),
conflict AS (SELECT * FROM (VALUES ('RowExclusiveLock', 'ShareLock', 1), ('ShareLock', 'RowExclusiveLock', 1), ('AccessShareLock', 'AccessExclusiveLock', 1)) AS t (mode1, mode2, prt)),
blocked AS (
  SELECT la.pid AS blocked_pid, a.usename AS blocked_user, la.blocked AS blocking_pid, b.usename AS blocking_user, a.query AS statement, b.query AS blocking
  FROM (SELECT l.*, c.mode2, c.prt, l2.pid AS blocked, row_number() OVER (PARTITION BY l.pid ORDER BY c.prt) AS rid
    FROM waits l JOIN conflict c ON l.mode = c.mode1
    JOIN waits l2 ON l2.locktype = l.locktype AND l2.mode = c.mode2 AND l2.granted AND l.pid <> l2.pid
      AND coalesce(l.tid::text, '*') || ':' || coalesce(l.relation::text, '*') || ':' || coalesce(l.page::text, '*') || ':' || coalesce(l.tuple::text, '*')
        = coalesce(l2.tid::text, '*') || ':' || coalesce(l2.relation::text, '*') || ':' || coalesce(l2.page::text, '*') || ':' || coalesce(l2.tuple::text, '*')
    WHERE NOT l.granted) la
  JOIN pg_catalog.pg_stat_activity a ON a.pid = la.pid JOIN pg_catalog.pg_stat_activity b ON b.pid = la.blocked WHERE la.rid = 1),
roots AS (SELECT blocking_pid FROM blocked EXCEPT SELECT blocked_pid FROM blocked)
SELECT blocked_pid, blocked_user, blocking_pid, blocking_user, statement, blocking FROM blocked
UNION SELECT blocked.blocking_pid, blocked.blocking_user, NULL::integer, NULL::text, blocked.blocking, NULL::text FROM blocked, roots WHERE blocked.blocking_pid = roots.blocking_pid;
-- name: locks of a session
SELECT coalesce(db.datname, '') AS datname, coalesce(l.locktype, '') AS locktype, coalesce(l.relation::regclass::varchar, '') AS relation, coalesce(l.mode, '') AS mode,
  coalesce(l.transactionid::varchar, '') AS tid, l.page, l.tuple, l.granted
FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_database db ON db.oid = l.database WHERE l.pid = -1;
-- name: shape of sessions
SELECT sa.*, pg_blocking_pids(sa.pid) AS blocked_by FROM pg_catalog.pg_stat_activity sa WHERE false;
-- name: grants on the relations of a schema
SELECT c.relname, e.grantor = e.grantee AS by_owner, e.privilege_type, e.is_grantable FROM pg_catalog.pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) e
WHERE c.relnamespace = 'shop'::regnamespace AND c.relname = 'sale' ORDER BY 1, 3;
-- name: grants on columns
SELECT attname, attacl FROM pg_catalog.pg_attribute WHERE attrelid = 'shop.sale'::regclass AND attacl IS NOT NULL;
-- name: grants on schemas and functions
SELECT n.nspname, e.privilege_type FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) e WHERE n.nspname = 'shop' ORDER BY 2;
-- name: members of roles
SELECT a.rolname, m.admin_option FROM pg_catalog.pg_auth_members m JOIN pg_roles a ON a.oid = m.roleid WHERE m.member = (SELECT oid FROM pg_roles WHERE rolname = current_user);
-- name: settings of roles
SELECT setconfig FROM pg_catalog.pg_db_role_setting WHERE setrole = (SELECT oid FROM pg_roles WHERE rolname = current_user);
-- name: default privileges
SELECT defaclnamespace, defaclobjtype, defaclacl FROM pg_catalog.pg_default_acl a WHERE a.defaclnamespace = 'shop'::regnamespace;
-- name: collations of a schema
SELECT c.collname, c.collprovider, c.collencoding FROM pg_catalog.pg_collation c WHERE c.collnamespace = 'shop'::regnamespace;
-- name: aggregates of a schema
SELECT p.proname FROM pg_catalog.pg_proc p, pg_catalog.pg_aggregate a WHERE p.pronamespace = 'shop'::regnamespace AND a.aggfnoid = p.oid;
-- name: operator classes of an access method
SELECT oc.opcname, oc.opcdefault FROM pg_catalog.pg_opclass oc JOIN pg_am am ON am.oid = oc.opcmethod WHERE am.amname = 'hash' AND oc.opcname IN ('int4_ops', 'text_ops') ORDER BY 1;
-- name: event triggers
SELECT et.oid, p.proname, et.evtname, et.evtevent, et.evtenabled, et.evttags FROM pg_catalog.pg_event_trigger et LEFT JOIN pg_proc p ON p.oid = et.evtfoid;
-- name: foreign servers and wrappers
SELECT s.srvname, w.fdwname, s.srvoptions FROM pg_catalog.pg_foreign_server s JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
LEFT JOIN pg_catalog.pg_user_mappings u ON u.srvid = s.oid LEFT JOIN pg_catalog.pg_foreign_table t ON t.ftserver = s.oid;
-- name: encodings
SELECT c.contoencoding, pg_encoding_to_char(c.contoencoding) AS name FROM pg_catalog.pg_conversion c GROUP BY c.contoencoding HAVING c.contoencoding < 4 ORDER BY 1;
-- name: policies
SELECT pol.polname, pol.polcmd, pol.polpermissive, pg_get_expr(pol.polqual, pol.polrelid) AS using, pg_get_expr(pol.polwithcheck, pol.polrelid) AS check, pol.polroles
FROM pg_catalog.pg_policy pol WHERE pol.polrelid = 'shop.sale'::regclass;
-- name: publications and subscriptions
SELECT (SELECT count(*) FROM pg_catalog.pg_publication) AS publications, (SELECT count(*) FROM pg_catalog.pg_publication_tables) AS tables, (SELECT count(*) FROM pg_catalog.pg_stat_subscription) AS subscriptions;
-- name: foreign keys of a diagram
SELECT c.conname, c.conrelid::regclass, c.confrelid::regclass, array_agg(a.attname ORDER BY k.n) AS columns, array_agg(f.attname ORDER BY k.n) AS referenced
FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (own, other, n)
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.other
WHERE c.contype = 'f' AND (c.conrelid = 'shop.sale'::regclass OR c.confrelid = 'shop.sale'::regclass) GROUP BY 1, 2, 3 ORDER BY 1;
-- name: parts of a table's text
SELECT c.relname, c.relpersistence, c.reloptions, c.relrowsecurity, c.relforcerowsecurity, c.relreplident, am.amname, ts.spcname FROM pg_class c
LEFT JOIN pg_am am ON am.oid = c.relam LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace WHERE c.oid = 'shop.sale'::regclass;
-- name: text of an index and of a function
SELECT pg_get_indexdef('shop.sale_by_time'::regclass) AS index, pg_get_functiondef('shop.with_tax'::regproc) AS function, pg_get_serial_sequence('shop.sale', 'id') AS sequence;
-- name: state of a sequence
SELECT last_value IS NOT NULL AS used, is_called FROM shop.ticket;
-- name: number of rows
SELECT count(*) FROM (SELECT x.* FROM shop.sale x WHERE x.price > 6) dbvrcnt;
-- name: a row edited
UPDATE shop.customer SET joined = '2024-02-29' WHERE id = 2 RETURNING id, joined;
-- name: a row edited by its address
UPDATE shop.customer SET joined = '2024-01-01' WHERE ctid = (SELECT ctid FROM shop.customer WHERE id = 2) RETURNING id, joined;
