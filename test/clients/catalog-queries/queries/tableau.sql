-- name: tables as its connector lists them
SELECT n.nspname AS table_schem, c.relname AS table_name, c.relkind, c.relhasrules IS NOT NULL AS rules FROM pg_catalog.pg_class c, pg_catalog.pg_namespace n
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pg_temp_1') AND n.oid = c.relnamespace
  AND n.nspname = 'shop' ORDER BY 1, 2;
-- name: columns as its driver lists them
SELECT n.nspname, c.relname, a.attname, a.atttypid, t.typname, a.attnum, a.attlen, a.atttypmod, a.attnotnull, c.relhasrules IS NOT NULL AS rules, c.relkind,
  CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE 0 END AS base, t.typtypmod, a.attidentity
FROM pg_catalog.pg_namespace n
INNER JOIN pg_catalog.pg_class c ON n.nspname = E'shop' AND c.relname = E'sale' AND c.relnamespace = n.oid
INNER JOIN pg_catalog.pg_attribute a ON NOT a.attisdropped AND a.attnum > 0 AND a.attrelid = c.oid
INNER JOIN pg_catalog.pg_type t ON t.oid = a.atttypid ORDER BY a.attnum;
-- name: a temporary table probe
SELECT count(1) AS "count" FROM (SELECT 1 AS "one") "t" WHERE 1 = 0;
-- name: constant
SELECT 1 AS "COL";
-- name: a custom query's shape
SELECT * FROM (SELECT * FROM shop.sale) "Custom SQL Query" LIMIT 0;
-- name: sum by a truncated date
SELECT date_trunc('month', CAST("sale"."sold_at" AS timestamp)) AS "tmn:sold_at:ok", CAST("sale"."size" AS text) AS "size", sum("sale"."price") AS "sum:price:ok"
FROM "shop"."sale" "sale" GROUP BY 1, 2 ORDER BY 1, 2;
-- name: year as a discrete date
SELECT CAST(trunc(extract(year FROM "sale"."sold_at")) AS integer) AS "yr:sold_at:ok", count("sale"."customer") AS n FROM "shop"."sale" "sale" GROUP BY 1;
-- name: distinct values of a filter
SELECT "sale"."size" AS "size" FROM "shop"."sale" "sale" GROUP BY 1 ORDER BY 1 ASC NULLS FIRST;
-- name: top by a subquery
SELECT "customer"."name" AS "name", sum("sale"."price") AS "sum"
FROM "shop"."sale" "sale" INNER JOIN "shop"."customer" "customer" ON ("sale"."customer" = "customer"."id")
INNER JOIN (SELECT "sale"."customer" AS "customer", sum("sale"."price") AS "x" FROM "shop"."sale" "sale" GROUP BY 1 ORDER BY 2 DESC LIMIT 1) "t0" ON ("customer"."id" = "t0"."customer")
GROUP BY 1 HAVING (count(1) > 0);
-- name: data in a live view
SELECT "revenue"."size" AS "size", sum("revenue"."total") AS "sum:total:ok" FROM "shop"."revenue" "revenue" GROUP BY 1 ORDER BY 1;
