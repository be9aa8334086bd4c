-- name: version
SELECT version() LIKE 'PostgreSQL 15%';
-- name: ranges
SELECT rngtypid::regtype, rngsubtype::regtype, rngmultitypid::regtype FROM pg_range ORDER BY rngtypid;
-- name: fields of composites
SELECT typ.typname, att.attname, att.atttypid, format_type(att.atttypid, att.atttypmod)
FROM pg_type AS typ JOIN pg_namespace AS ns ON (ns.oid = typ.typnamespace)
JOIN pg_class AS cls ON (cls.oid = typ.typrelid) JOIN pg_attribute AS att ON (att.attrelid = typ.typrelid)
WHERE (typ.typtype = 'c' AND cls.relkind = 'c') AND attnum > 0 AND NOT attisdropped AND ns.nspname = 'shop' ORDER BY typ.typname, att.attnum;
-- name: labels of enums
SELECT pg_type.oid, enumlabel FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid ORDER BY oid, enumsortorder;
-- name: reset of a pooled connection
SELECT pg_advisory_unlock_all() IS NOT NULL AS unlocked;
-- name: its schema of tables
SELECT table_schema, table_name, table_type FROM information_schema.tables WHERE table_type IN ('BASE TABLE', 'FOREIGN', 'FOREIGN TABLE') AND table_schema = 'shop' ORDER BY 2;
-- name: its schema of constraints
SELECT pgn.nspname AS constraint_schema, pgc.conname AS constraint_name, pgt.relname AS table_name,
  CASE pgc.contype WHEN 'c' THEN 'CHECK' WHEN 'f' THEN 'FOREIGN KEY' WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE KEY' END AS constraint_type, pgc.condeferrable, pgc.condeferred
FROM pg_catalog.pg_constraint pgc INNER JOIN pg_catalog.pg_namespace pgn ON pgc.connamespace = pgn.oid INNER JOIN pg_catalog.pg_class pgt ON pgc.conrelid = pgt.oid
WHERE pgn.nspname = 'shop' AND pgc.contype IN ('c', 'f', 'p', 'u') ORDER BY 2;
-- name: its schema of indexes
SELECT n.nspname AS table_schema, t.relname AS table_name, i.relname AS index_name, '' AS type_desc
FROM pg_catalog.pg_class i JOIN pg_catalog.pg_index ix ON ix.indexrelid = i.oid JOIN pg_catalog.pg_class t ON ix.indrelid = t.oid LEFT JOIN pg_catalog.pg_namespace n ON n.oid = i.relnamespace
WHERE i.relkind = 'i' AND n.nspname NOT IN ('pg_catalog', 'pg_toast') AND t.relkind = 'r' ORDER BY 1, 2, 3;
