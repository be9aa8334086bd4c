\set aid random(1, 100000)
\startpipeline
BEGIN;
SELECT abalance FROM pgbench_accounts WHERE aid = :aid;
SELECT count(*) FROM pgbench_tellers;
COMMIT;
\endpipeline
