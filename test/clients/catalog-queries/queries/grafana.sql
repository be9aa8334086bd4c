-- name: schemas and tables on the search path
SELECT CASE WHEN quote_ident(table_schema) IN (
         SELECT CASE WHEN trim(s[i]) = '"$user"' THEN user ELSE trim(s[i]) END
         FROM generate_series(
                array_lower(string_to_array(current_setting('search_path'), ','), 1),
                array_upper(string_to_array(current_setting('search_path'), ','), 1)) AS i,
              string_to_array(current_setting('search_path'), ',') s)
       THEN quote_ident(table_name)
       ELSE quote_ident(table_schema) || '.' || quote_ident(table_name) END AS "table"
FROM information_schema.tables
WHERE quote_ident(table_schema) NOT IN ('information_schema', 'pg_catalog', '_timescaledb_cache', 'millrace', 'mz_catalog', 'rw_catalog', 'mz_internal')
ORDER BY 1;
-- name: columns of a table
SELECT quote_ident(column_name) AS "column", data_type AS "type"
FROM information_schema.columns
WHERE quote_ident(table_schema) || '.' || quote_ident(table_name) = 'shop.sale'
ORDER BY ordinal_position;
-- name: columns that may be the time
SELECT quote_ident(column_name) AS "column"
FROM information_schema.columns
WHERE table_schema = 'shop' AND table_name = 'sale'
  AND data_type IN ('timestamp without time zone', 'timestamp with time zone', 'bigint', 'integer', 'double precision', 'real')
ORDER BY 1;
-- name: columns that are measured
SELECT quote_ident(column_name) FROM information_schema.columns
WHERE table_schema = 'shop' AND table_name = 'sale' AND column_name <> 'sold_at'
  AND data_type NOT IN ('text', 'character varying', 'USER-DEFINED') ORDER BY 1;
-- name: columns that are grouped by
SELECT quote_ident(column_name) FROM information_schema.columns
WHERE table_schema = 'shop' AND table_name = 'customer' AND data_type IN ('text', 'character', 'character varying') ORDER BY 1;
-- name: version
SELECT current_setting('server_version_num')::int / 100;
-- name: extension for time series
SELECT extversion FROM pg_extension WHERE extname = 'timescaledb';
-- name: functions that aggregate
SELECT DISTINCT p.proname FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid
WHERE p.proname IN ('avg', 'sum', 'count', 'min', 'max', 'stddev', 'variance', 'percentile_cont') ORDER BY 1;
-- name: time series
SELECT floor(extract(epoch FROM sold_at) / 60) * 60 AS "time", avg(price) AS "price"
FROM shop.sale WHERE sold_at BETWEEN '2024-05-01T10:00:00Z' AND '2024-05-01T12:00:00Z' GROUP BY 1 ORDER BY 1;
-- name: time series by a group
SELECT floor(extract(epoch FROM sold_at) / 3600) * 3600 AS "time", coalesce(size::text, 'none') AS metric, count(*) AS value
FROM shop.sale WHERE sold_at BETWEEN '2024-05-01T10:00:00Z' AND '2024-05-01T12:00:00Z' GROUP BY 1, 2 ORDER BY 1, 2;
-- name: time as epoch
SELECT extract(epoch FROM sold_at) AS "time", price FROM shop.sale
WHERE sold_at >= to_timestamp(1714557600) AND sold_at <= to_timestamp(1714564800) ORDER BY 1;
-- name: unix time filter
SELECT count(*) FROM shop.sale WHERE extract(epoch FROM sold_at) BETWEEN 1714557600 AND 1714557660;
-- name: a live view in a panel
SELECT hour AS "time", size AS metric, total FROM shop.revenue
WHERE hour BETWEEN '2024-05-01T10:00:00Z' AND '2024-05-01T12:00:00Z' ORDER BY 1, 2;
-- name: values of a variable
SELECT DISTINCT name AS __text, id AS __value FROM shop.customer ORDER BY 1;
-- name: annotations
SELECT extract(epoch FROM sold_at) AS time, note AS text, 'a,b' AS tags FROM shop.sale WHERE note IS NOT NULL ORDER BY 1;
-- name: table as a log
SELECT sold_at AS "time", note, price FROM shop.sale ORDER BY sold_at DESC LIMIT 50;
-- name: health
SELECT 1;
-- name: quoted tables of the builder
SELECT quote_ident(table_name) AS "table" FROM information_schema.tables WHERE table_schema NOT IN ('information_schema', 'pg_catalog') AND table_schema = 'shop' AND table_name NOT LIKE '!_%' ESCAPE '!' ORDER BY table_name;
-- name: search path
SELECT current_schema() IS NOT NULL AS has, array_to_string(current_schemas(true), ',') LIKE 'pg_catalog%' AS system_first;
-- name: alias and fill of a time series
SELECT g AS "time", coalesce(sum(s.price), 0) AS value FROM generate_series('2024-05-01T10:00:00Z'::timestamptz, '2024-05-01T11:30:00Z', '30 minutes') g
LEFT JOIN shop.sale s ON s.sold_at >= g AND s.sold_at < g + interval '30 minutes' GROUP BY 1 ORDER BY 1;
-- name: rate over a window
SELECT sold_at AS "time", price - lag(price) OVER (PARTITION BY customer ORDER BY sold_at) AS delta, extract(epoch FROM sold_at - lag(sold_at) OVER (ORDER BY sold_at)) AS seconds FROM shop.sale ORDER BY 1;
-- name: variables with several values
SELECT count(*) FROM shop.sale WHERE size::text IN ('small', 'large') AND note ~* 'g.ft' OR customer IN (1);
-- name: unix group by the nanosecond
SELECT (extract(epoch FROM sold_at)::bigint / 300 * 300)::bigint * 1000 AS "time", percentile_cont(0.95) WITHIN GROUP (ORDER BY price) AS p95 FROM shop.sale GROUP BY 1 ORDER BY 1;
