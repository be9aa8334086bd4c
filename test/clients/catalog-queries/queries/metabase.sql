-- name: settings
SELECT current_setting('server_version') LIKE '15.%' AS v, current_setting('TimeZone', true) IS NOT NULL AS tz;
-- name: schemas
SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'millrace', 'mz_catalog', 'rw_catalog', 'mz_internal')
  AND has_schema_privilege(nspname, 'USAGE') ORDER BY 1;
-- name: tables
SELECT n.nspname AS schema, c.relname AS name,
  CASE c.relkind WHEN 'r' THEN 'TABLE' WHEN 'p' THEN 'PARTITIONED TABLE' WHEN 'v' THEN 'VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
    WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE NULL END AS type,
  d.description, CASE WHEN stat.n_live_tup IS NULL THEN NULL ELSE 'some' END AS estimate
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON c.relnamespace = n.oid
LEFT JOIN pg_catalog.pg_description d ON c.oid = d.objoid AND d.objsubid = 0 AND d.classoid = 'pg_class'::regclass
LEFT JOIN pg_stat_user_tables stat ON n.nspname = stat.schemaname AND c.relname = stat.relname
WHERE c.relnamespace = n.oid AND n.nspname = 'shop' AND c.relkind IN ('r', 'p', 'v', 'f', 'm')
ORDER BY type, schema, name;
-- name: privileges on tables
WITH table_privileges AS (
  SELECT NULL AS role, t.schemaname AS schema, t.objectname AS table,
    pg_catalog.has_any_column_privilege(current_user, '"' || replace(t.schemaname, '"', '""') || '"."' || replace(t.objectname, '"', '""') || '"', 'update') AS update,
    pg_catalog.has_any_column_privilege(current_user, '"' || replace(t.schemaname, '"', '""') || '"."' || replace(t.objectname, '"', '""') || '"', 'select') AS select,
    pg_catalog.has_any_column_privilege(current_user, '"' || replace(t.schemaname, '"', '""') || '"."' || replace(t.objectname, '"', '""') || '"', 'insert') AS insert,
    pg_catalog.has_table_privilege(current_user, '"' || replace(t.schemaname, '"', '""') || '"."' || replace(t.objectname, '"', '""') || '"', 'delete') AS delete
  FROM (
    SELECT schemaname, tablename AS objectname FROM pg_catalog.pg_tables
    UNION SELECT schemaname, viewname AS objectname FROM pg_catalog.pg_views
    UNION SELECT schemaname, matviewname AS objectname FROM pg_catalog.pg_matviews) t
  WHERE t.schemaname !~ '^pg_' AND t.schemaname <> 'information_schema'
    AND pg_catalog.has_schema_privilege(current_user, t.schemaname, 'usage'))
SELECT t.* FROM table_privileges t WHERE t.schema = 'shop' AND t.schema IS NOT NULL ORDER BY t.table;
-- name: columns
SELECT c.column_name AS name,
  CASE WHEN c.udt_schema IN ('public', 'pg_catalog') THEN format('%s', c.udt_name) ELSE format('"%s"."%s"', c.udt_schema, c.udt_name) END AS database_type,
  c.ordinal_position - 1 AS database_position, c.table_schema, c.table_name, pk.column_name IS NOT NULL AS pk,
  col_description(CAST(CAST(format('%I.%I', CAST(c.table_schema AS text), CAST(c.table_name AS text)) AS regclass) AS oid), c.ordinal_position) AS field_comment,
  (column_default IS NULL OR lower(column_default) = 'null') AND is_nullable = 'NO'
    AND NOT ((column_default IS NOT NULL AND column_default LIKE '%nextval(%') OR is_identity <> 'NO') AS required,
  (column_default IS NOT NULL AND column_default LIKE '%nextval(%') OR is_identity <> 'NO' AS auto
FROM information_schema.columns AS c
LEFT JOIN (
  SELECT tc.table_schema, tc.table_name, kc.column_name
  FROM information_schema.table_constraints tc
  INNER JOIN information_schema.key_column_usage kc
    ON tc.constraint_name = kc.constraint_name AND tc.table_schema = kc.table_schema AND tc.table_name = kc.table_name
  WHERE tc.constraint_type = 'PRIMARY KEY') AS pk
  ON c.table_schema = pk.table_schema AND c.table_name = pk.table_name AND c.column_name = pk.column_name
WHERE c.table_schema !~ '^information_schema|catalog_history|pg_' AND c.table_schema IN ('shop')
ORDER BY table_schema, table_name, database_position;
-- name: columns of materialized views
SELECT pa.attname AS name,
  CASE WHEN ptn.nspname IN ('public', 'pg_catalog') THEN format('%s', pt.typname) ELSE format('"%s"."%s"', ptn.nspname, pt.typname) END AS database_type,
  pa.attnum - 1 AS database_position, pn.nspname AS table_schema, pc.relname AS table_name, FALSE AS pk
FROM pg_catalog.pg_class AS pc
INNER JOIN pg_catalog.pg_namespace AS pn ON pn.oid = pc.relnamespace
INNER JOIN pg_catalog.pg_attribute AS pa ON pa.attrelid = pc.oid
INNER JOIN pg_catalog.pg_type AS pt ON pt.oid = pa.atttypid
INNER JOIN pg_catalog.pg_namespace AS ptn ON ptn.oid = pt.typnamespace
WHERE pc.relkind = 'm' AND pa.attnum >= 1 AND pn.nspname IN ('shop') ORDER BY 4, 5, 3;
-- name: foreign keys
SELECT fk_ns.nspname AS "fk-table-schema", fk_table.relname AS "fk-table-name", fk_column.attname AS "fk-column-name",
  pk_ns.nspname AS "pk-table-schema", pk_table.relname AS "pk-table-name", pk_column.attname AS "pk-column-name"
FROM pg_constraint AS c
INNER JOIN pg_class AS fk_table ON c.conrelid = fk_table.oid
INNER JOIN pg_namespace AS fk_ns ON c.connamespace = fk_ns.oid
INNER JOIN pg_attribute AS fk_column ON c.conrelid = fk_column.attrelid
INNER JOIN pg_class AS pk_table ON c.confrelid = pk_table.oid
INNER JOIN pg_namespace AS pk_ns ON pk_table.relnamespace = pk_ns.oid
INNER JOIN pg_attribute AS pk_column ON c.confrelid = pk_column.attrelid
WHERE fk_ns.nspname !~ '^information_schema|catalog_history|pg_' AND c.contype = 'f'::"char"
  AND fk_column.attnum = ANY(c.conkey) AND pk_column.attnum = ANY(c.confkey)
ORDER BY "fk-table-schema", "fk-table-name";
-- name: indexes
SELECT tmp."table-name", tmp."field-name"
FROM (SELECT t.relname AS "table-name", a.attname AS "field-name", i.indkey[0] = a.attnum AS first
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
  JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
  WHERE n.nspname = 'shop' AND a.attnum = ANY(i.indkey) AND i.indisvalid AND i.indexprs IS NULL) tmp
WHERE first ORDER BY 1, 2;
-- name: enums
SELECT nspname, typname, array_agg(enumlabel ORDER BY enumsortorder) AS labels
FROM pg_enum JOIN pg_type ON enumtypid = pg_type.oid JOIN pg_namespace n ON n.oid = typnamespace GROUP BY 1, 2;
-- name: fingerprint of a table
SELECT substring("note" FROM 1 FOR 1234) AS "note", "size", "price" FROM "shop"."sale" ORDER BY id LIMIT 10000;
-- name: question by month
SELECT CAST(date_trunc('month', "source"."sold_at") AS timestamp) AS "sold_at", "source"."size" AS "size", sum("source"."price") AS "sum"
FROM (SELECT "shop"."sale"."sold_at" AS "sold_at", "shop"."sale"."size" AS "size", "shop"."sale"."price" AS "price" FROM "shop"."sale") AS "source"
GROUP BY CAST(date_trunc('month', "source"."sold_at") AS timestamp), "source"."size"
ORDER BY CAST(date_trunc('month', "source"."sold_at") AS timestamp) ASC, "source"."size" ASC;
-- name: question by week beginning on Sunday
SELECT (CAST(date_trunc('week', (sold_at + INTERVAL '1 day')) AS timestamp) + INTERVAL '-1 day') AS week, count(*), count(distinct customer)
FROM shop.sale GROUP BY 1 ORDER BY 1;
-- name: bins
SELECT floor((("price" - 0.0) / 10.0)) * 10.0 + 0.0 AS "price", count(*) AS "count" FROM shop.sale GROUP BY 1 ORDER BY 1;
-- name: quantile
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS median FROM shop.sale;
-- name: time zone
SELECT current_setting('timezone') IN ('UTC', 'Etc/UTC') AS utc;
-- name: fingerprint of numbers and texts
SELECT count(DISTINCT "price") AS distinct, sum(CASE WHEN "price" IS NULL THEN 1 ELSE 0 END) AS nulls, min("price"), max("price"), avg("price"), stddev_pop("price"),
  percentile_cont(0.25) WITHIN GROUP (ORDER BY "price") AS q1, avg(length("note")) AS length FROM "shop"."sale";
-- name: values of a field
SELECT "shop"."sale"."note" AS "note" FROM "shop"."sale" GROUP BY "shop"."sale"."note" ORDER BY "shop"."sale"."note" ASC LIMIT 1001;
-- name: parts of a time
SELECT extract(quarter FROM sold_at) AS quarter, CAST(extract(dow FROM sold_at) AS integer) + 1 AS day, ceil(extract(doy FROM date_trunc('week', sold_at)) / 7.0) AS week,
  date_trunc('day', sold_at AT TIME ZONE 'Europe/Berlin') AS day_there, extract(week FROM timezone('UTC', sold_at)) AS week_there FROM shop.sale ORDER BY id;
-- name: time between
SELECT extract(year FROM age(date_trunc('day', max(sold_at)), date_trunc('day', min(sold_at)))) AS years,
  CAST(floor(extract(epoch FROM max(sold_at)) - extract(epoch FROM min(sold_at))) AS integer) AS seconds FROM shop.sale;
-- name: relative dates
SELECT count(*) FROM shop.sale WHERE sold_at >= date_trunc('month', now() + INTERVAL '-30 year') AND sold_at < date_trunc('month', now());
-- name: text of a question
SELECT lower(name) LIKE '%a%' AS has, substring(name, 1, 2) AS start, regexp_replace(name, '[aeiou]', '*', 'g') AS masked, split_part(coalesce(email, ''), '@', 2) AS domain,
  concat(name, ' ', id) AS label, substring(name FROM '[A-Z]') AS first FROM shop.customer ORDER BY id;
-- name: a field within JSON
SELECT (to_jsonb(c) #>> array['name']::text[])::text AS name, (to_jsonb(c) #>> array['id']::text[])::bigint AS id FROM shop.customer c ORDER BY 2;
-- name: joined, filtered and summed up
SELECT "Customer"."name" AS "Customer__name", sum("shop"."sale"."price") AS "sum", count(distinct "shop"."sale"."id") AS "count", sum(CASE WHEN size = 'large' THEN price ELSE 0.0 END) / count(*) AS "share"
FROM "shop"."sale" LEFT JOIN "shop"."customer" AS "Customer" ON "shop"."sale"."customer" = "Customer"."id"
WHERE ("shop"."sale"."price" > 1 OR "shop"."sale"."note" IS NULL) AND "shop"."sale"."size" = CAST('large' AS "shop"."size") GROUP BY "Customer"."name" ORDER BY "sum" DESC, "Customer"."name" ASC;
-- name: running sum and offset
SELECT id, sum(price) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) AS running, lag(price, 1) OVER (ORDER BY id) AS before FROM shop.sale ORDER BY id;
-- name: is a table there
SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'shop' AND table_name = 'sale') AS there, to_regclass('shop.nothing') IS NULL AS missing;
-- name: an action's row
INSERT INTO "shop"."customer" ("id", "name") VALUES (9, 'Cy') RETURNING "name", "joined";
-- name: an action's row taken away
DELETE FROM "shop"."customer" WHERE "name" = 'Cy' RETURNING "name";
