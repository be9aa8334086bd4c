-- name: version
SELECT version() LIKE 'PostgreSQL 15%';
-- name: types with their elements
SELECT ns.nspname, t.oid, t.typname, t.typtype, t.typnotnull, t.elemtypoid
FROM (
  SELECT typ.oid, typ.typnamespace, typ.typname, typ.typtype, typ.typrelid, typ.typnotnull, typ.relkind, elemtyp.oid AS elemtypoid, elemtyp.typname AS elemtypname,
    elemcls.relkind AS elemrelkind, CASE WHEN elemproc.proname = 'array_recv' THEN 'a' ELSE elemtyp.typtype END AS elemtyptype, typ.typcategory
  FROM (
    SELECT typ.oid, typnamespace, typname, typrelid, typnotnull, relkind, typelem AS elemoid, typcategory,
      CASE WHEN proc.proname = 'array_recv' THEN 'a' ELSE typ.typtype END AS typtype,
      CASE WHEN proc.proname = 'array_recv' THEN typ.typelem WHEN typ.typtype = 'r' THEN rngsubtype
        WHEN typ.typtype = 'm' THEN (SELECT rngtypid FROM pg_range WHERE rngmultitypid = typ.oid) WHEN typ.typtype = 'd' THEN typ.typbasetype END AS elemtypoid
    FROM pg_type AS typ
    LEFT JOIN pg_class AS cls ON (cls.oid = typ.typrelid)
    LEFT JOIN pg_proc AS proc ON proc.oid = typ.typreceive
    LEFT JOIN pg_range ON (pg_range.rngtypid = typ.oid)) AS typ
  LEFT JOIN pg_type AS elemtyp ON elemtyp.oid = elemtypoid
  LEFT JOIN pg_class AS elemcls ON (elemcls.oid = elemtyp.typrelid)
  LEFT JOIN pg_proc AS elemproc ON elemproc.oid = elemtyp.typreceive) AS t
JOIN pg_namespace AS ns ON (ns.oid = typnamespace)
WHERE (typtype IN ('b', 'r', 'm', 'e', 'd') OR (typtype = 'c' AND relkind = 'c') OR (typtype = 'p' AND typname IN ('record', 'void'))
    OR (typtype = 'a' AND (elemtyptype IN ('b', 'r', 'm', 'e', 'd') OR (elemtyptype = 'p' AND elemtypname IN ('record', 'void')) OR (elemtyptype = 'c' AND elemrelkind = 'c'))))
  AND (ns.nspname = 'shop' OR t.oid IN (16, 17, 20, 21, 23, 25, 26, 114, 700, 701, 869, 1000, 1005, 1007, 1009, 1015, 1016, 1022, 1042, 1043, 1082, 1083, 1114, 1184, 1186, 1231, 1266, 1700,
    2249, 2278, 2287, 2950, 2951, 3802, 3807, 3904, 3905, 3906, 3908, 3910, 3912, 3926, 4451, 4532, 4534))
ORDER BY CASE WHEN typtype IN ('b', 'e', 'p') THEN 0 WHEN typtype = 'r' THEN 1 WHEN typtype = 'm' THEN 2 WHEN typtype = 'c' THEN 3 WHEN typtype = 'd' AND elemtyptype <> 'a' THEN 4
  WHEN typtype = 'a' THEN 5 WHEN typtype = 'd' AND elemtyptype = 'a' THEN 6 END, t.oid < 16384 DESC, CASE WHEN t.oid < 16384 THEN t.oid END, t.typname;
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
-- name: its schema of columns
SELECT table_catalog = current_database() AS own, table_schema, table_name, column_name, ordinal_position, column_default, is_nullable, udt_name AS data_type,
  character_maximum_length, character_octet_length, numeric_precision, numeric_precision_radix, numeric_scale, datetime_precision,
  character_set_catalog, character_set_schema, character_set_name, collation_catalog
FROM information_schema.columns WHERE table_schema = 'shop' ORDER BY table_name, ordinal_position;
-- name: its schema of a reader's columns
SELECT typ.oid AS typoid, nspname, relname, attname, attrelid, attnum, attnotnull, attidentity != '' AS isidentity,
  CASE WHEN typ.typtype = 'd' THEN typ.typtypmod ELSE atttypmod END AS typmod,
  CASE WHEN atthasdef THEN (SELECT pg_get_expr(adbin, cls.oid) FROM pg_attrdef WHERE adrelid = cls.oid AND adnum = attr.attnum) ELSE NULL END AS default,
  CASE WHEN col.is_updatable = 'YES' THEN true ELSE false END AS is_updatable,
  EXISTS (SELECT * FROM pg_index WHERE pg_index.indrelid = cls.oid AND pg_index.indisprimary AND attnum = ANY (indkey)) AS isprimarykey,
  EXISTS (SELECT * FROM pg_index WHERE pg_index.indrelid = cls.oid AND pg_index.indisunique AND pg_index.indnkeyatts = 1 AND attnum = pg_index.indkey[0]) AS isunique
FROM pg_attribute AS attr
JOIN pg_type AS typ ON attr.atttypid = typ.oid JOIN pg_class AS cls ON cls.oid = attr.attrelid JOIN pg_namespace AS ns ON ns.oid = cls.relnamespace
LEFT OUTER JOIN information_schema.columns AS col ON col.table_schema = nspname AND col.table_name = relname AND col.column_name = attname
WHERE atttypid <> 0 AND relkind IN ('r', 'v', 'm') AND nspname NOT IN ('pg_catalog', 'information_schema') AND attnum > 0 AND nspname = 'shop' AND relname = 'sale' ORDER BY attnum;
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
