// Written by scripts/postgres-built-ins.mjs.

/**
 * What pg_settings of PostgreSQL 15 says, a parameter a line, as COPY writes it: name, context, type, unit, least, greatest,
 * words, built-in value, whether only who may read all settings sees it, flags, category, description, more of it.
 */
export const builtInSettings = `
DateStyle	user	string	\\N	\\N	\\N	\\N	ISO, MDY	f		Client Connection Defaults / Locale and Formatting	Sets the display format for date and time values.	Also controls interpretation of ambiguous date inputs.
IntervalStyle	user	enum	\\N	\\N	\\N	{postgres,postgres_verbose,sql_standard,iso_8601}	postgres	f		Client Connection Defaults / Locale and Formatting	Sets the display format for interval values.	\\N
TimeZone	user	string	\\N	\\N	\\N	\\N	GMT	f		Client Connection Defaults / Locale and Formatting	Sets the time zone for displaying and interpreting time stamps.	\\N
allow_in_place_tablespaces	superuser	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Allows tablespaces directly inside pg_tblspc, for testing.	\\N
allow_system_table_mods	superuser	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Allows modifications of the structure of system tables.	\\N
application_name	user	string	\\N	\\N	\\N	\\N		f	NOT_IN_SAMPLE	Reporting and Logging / What to Log	Sets the application name to be reported in statistics and logs.	\\N
archive_cleanup_command	sighup	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Archive Recovery	Sets the shell command that will be executed at every restart point.	\\N
archive_command	sighup	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Archiving	Sets the shell command that will be called to archive a WAL file.	This is used only if "archive_library" is not set.
archive_library	sighup	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Archiving	Sets the library that will be called to archive a WAL file.	An empty string indicates that "archive_command" should be used.
archive_mode	postmaster	enum	\\N	\\N	\\N	{always,on,off}	off	f		Write-Ahead Log / Archiving	Allows archiving of WAL files using archive_command.	\\N
archive_timeout	sighup	integer	s	0	1073741823	\\N	0	f		Write-Ahead Log / Archiving	Sets the amount of time to wait before forcing a switch to the next WAL file.	\\N
array_nulls	user	bool	\\N	\\N	\\N	\\N	on	f		Version and Platform Compatibility / Previous PostgreSQL Versions	Enable input of NULL elements in arrays.	When turned on, unquoted NULL in an array input value means a null value; otherwise it is taken literally.
authentication_timeout	sighup	integer	s	1	600	\\N	60	f		Connections and Authentication / Authentication	Sets the maximum allowed time to complete client authentication.	\\N
autovacuum	sighup	bool	\\N	\\N	\\N	\\N	on	f		Autovacuum	Starts the autovacuum subprocess.	\\N
autovacuum_analyze_scale_factor	sighup	real	\\N	0	100	\\N	0.1	f		Autovacuum	Number of tuple inserts, updates, or deletes prior to analyze as a fraction of reltuples.	\\N
autovacuum_analyze_threshold	sighup	integer	\\N	0	2147483647	\\N	50	f		Autovacuum	Minimum number of tuple inserts, updates, or deletes prior to analyze.	\\N
autovacuum_freeze_max_age	postmaster	integer	\\N	100000	2000000000	\\N	200000000	f		Autovacuum	Age at which to autovacuum a table to prevent transaction ID wraparound.	\\N
autovacuum_max_workers	postmaster	integer	\\N	1	262143	\\N	3	f		Autovacuum	Sets the maximum number of simultaneously running autovacuum worker processes.	\\N
autovacuum_multixact_freeze_max_age	postmaster	integer	\\N	10000	2000000000	\\N	400000000	f		Autovacuum	Multixact age at which to autovacuum a table to prevent multixact wraparound.	\\N
autovacuum_naptime	sighup	integer	s	1	2147483	\\N	60	f		Autovacuum	Time to sleep between autovacuum runs.	\\N
autovacuum_vacuum_cost_delay	sighup	real	ms	-1	100	\\N	2	f		Autovacuum	Vacuum cost delay in milliseconds, for autovacuum.	\\N
autovacuum_vacuum_cost_limit	sighup	integer	\\N	-1	10000	\\N	-1	f		Autovacuum	Vacuum cost amount available before napping, for autovacuum.	\\N
autovacuum_vacuum_insert_scale_factor	sighup	real	\\N	0	100	\\N	0.2	f		Autovacuum	Number of tuple inserts prior to vacuum as a fraction of reltuples.	\\N
autovacuum_vacuum_insert_threshold	sighup	integer	\\N	-1	2147483647	\\N	1000	f		Autovacuum	Minimum number of tuple inserts prior to vacuum, or -1 to disable insert vacuums.	\\N
autovacuum_vacuum_scale_factor	sighup	real	\\N	0	100	\\N	0.2	f		Autovacuum	Number of tuple updates or deletes prior to vacuum as a fraction of reltuples.	\\N
autovacuum_vacuum_threshold	sighup	integer	\\N	0	2147483647	\\N	50	f		Autovacuum	Minimum number of tuple updates or deletes prior to vacuum.	\\N
autovacuum_work_mem	sighup	integer	kB	-1	2147483647	\\N	-1	f		Resource Usage / Memory	Sets the maximum memory to be used by each autovacuum worker process.	\\N
backend_flush_after	user	integer	8kB	0	256	\\N	0	f		Resource Usage / Asynchronous Behavior	Number of pages after which previously performed writes are flushed to disk.	\\N
backslash_quote	user	enum	\\N	\\N	\\N	{safe_encoding,on,off}	safe_encoding	f		Version and Platform Compatibility / Previous PostgreSQL Versions	Sets whether "\\\\'" is allowed in string literals.	\\N
backtrace_functions	superuser	string	\\N	\\N	\\N	\\N		f	NOT_IN_SAMPLE	Developer Options	Log backtrace for errors in these functions.	\\N
bgwriter_delay	sighup	integer	ms	10	10000	\\N	200	f		Resource Usage / Background Writer	Background writer sleep time between rounds.	\\N
bgwriter_flush_after	sighup	integer	8kB	0	256	\\N	64	f		Resource Usage / Background Writer	Number of pages after which previously performed writes are flushed to disk.	\\N
bgwriter_lru_maxpages	sighup	integer	\\N	0	1073741823	\\N	100	f		Resource Usage / Background Writer	Background writer maximum number of LRU pages to flush per round.	\\N
bgwriter_lru_multiplier	sighup	real	\\N	0	10	\\N	2	f		Resource Usage / Background Writer	Multiple of the average buffer usage to free per round.	\\N
block_size	internal	integer	\\N	8192	8192	\\N	8192	f	NOT_IN_SAMPLE	Preset Options	Shows the size of a disk block.	\\N
bonjour	postmaster	bool	\\N	\\N	\\N	\\N	off	f		Connections and Authentication / Connection Settings	Enables advertising the server via Bonjour.	\\N
bonjour_name	postmaster	string	\\N	\\N	\\N	\\N		f		Connections and Authentication / Connection Settings	Sets the Bonjour service name.	\\N
bytea_output	user	enum	\\N	\\N	\\N	{escape,hex}	hex	f		Client Connection Defaults / Statement Behavior	Sets the output format for bytea.	\\N
check_function_bodies	user	bool	\\N	\\N	\\N	\\N	on	f		Client Connection Defaults / Statement Behavior	Check routine bodies during CREATE FUNCTION and CREATE PROCEDURE.	\\N
checkpoint_completion_target	sighup	real	\\N	0	1	\\N	0.9	f		Write-Ahead Log / Checkpoints	Time spent flushing dirty buffers during checkpoint, as fraction of checkpoint interval.	\\N
checkpoint_flush_after	sighup	integer	8kB	0	256	\\N	32	f		Write-Ahead Log / Checkpoints	Number of pages after which previously performed writes are flushed to disk.	\\N
checkpoint_timeout	sighup	integer	s	30	86400	\\N	300	f		Write-Ahead Log / Checkpoints	Sets the maximum time between automatic WAL checkpoints.	\\N
checkpoint_warning	sighup	integer	s	0	2147483647	\\N	30	f		Write-Ahead Log / Checkpoints	Sets the maximum time before warning if checkpoints triggered by WAL volume happen too frequently.	Write a message to the server log if checkpoints caused by the filling of WAL segment files happen more frequently than this amount of time. Zero turns off the warning.
client_connection_check_interval	user	integer	ms	0	2147483647	\\N	0	f		Connections and Authentication / Connection Settings	Sets the time interval between checks for disconnection while running queries.	\\N
client_encoding	user	string	\\N	\\N	\\N	\\N	SQL_ASCII	f		Client Connection Defaults / Locale and Formatting	Sets the client's character set encoding.	\\N
client_min_messages	user	enum	\\N	\\N	\\N	{debug5,debug4,debug3,debug2,debug1,log,notice,warning,error}	notice	f		Client Connection Defaults / Statement Behavior	Sets the message levels that are sent to the client.	Each level includes all the levels that follow it. The later the level, the fewer messages are sent.
cluster_name	postmaster	string	\\N	\\N	\\N	\\N		f		Reporting and Logging / Process Title	Sets the name of the cluster, which is included in the process title.	\\N
commit_delay	superuser	integer	\\N	0	100000	\\N	0	f		Write-Ahead Log / Settings	Sets the delay in microseconds between transaction commit and flushing WAL to disk.	\\N
commit_siblings	user	integer	\\N	0	1000	\\N	5	f		Write-Ahead Log / Settings	Sets the minimum number of concurrent open transactions required before performing commit_delay.	\\N
compute_query_id	superuser	enum	\\N	\\N	\\N	{auto,regress,on,off}	auto	f		Statistics / Monitoring	Enables in-core computation of query identifiers.	\\N
config_file	postmaster	string	\\N	\\N	\\N	\\N	\\N	t		File Locations	Sets the server's main configuration file.	\\N
constraint_exclusion	user	enum	\\N	\\N	\\N	{partition,on,off}	partition	f	EXPLAIN	Query Tuning / Other Planner Options	Enables the planner to use constraints to optimize queries.	Table scans will be skipped if their constraints guarantee that no rows match the query.
cpu_index_tuple_cost	user	real	\\N	0	1.79769e+308	\\N	0.005	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the planner's estimate of the cost of processing each index entry during an index scan.	\\N
cpu_operator_cost	user	real	\\N	0	1.79769e+308	\\N	0.0025	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the planner's estimate of the cost of processing each operator or function call.	\\N
cpu_tuple_cost	user	real	\\N	0	1.79769e+308	\\N	0.01	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the planner's estimate of the cost of processing each tuple (row).	\\N
cursor_tuple_fraction	user	real	\\N	0	1	\\N	0.1	f	EXPLAIN	Query Tuning / Other Planner Options	Sets the planner's estimate of the fraction of a cursor's rows that will be retrieved.	\\N
data_checksums	internal	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE,RUNTIME_COMPUTED	Preset Options	Shows whether data checksums are turned on for this cluster.	\\N
data_directory	postmaster	string	\\N	\\N	\\N	\\N	\\N	t		File Locations	Sets the server's data directory.	\\N
data_directory_mode	internal	integer	\\N	0	511	\\N	448	f	NOT_IN_SAMPLE,RUNTIME_COMPUTED	Preset Options	Shows the mode of the data directory.	The parameter value is a numeric mode specification in the form accepted by the chmod and umask system calls. (To use the customary octal format the number must start with a 0 (zero).)
data_sync_retry	postmaster	bool	\\N	\\N	\\N	\\N	off	f		Error Handling	Whether to continue running after a failure to sync data files.	\\N
db_user_namespace	sighup	bool	\\N	\\N	\\N	\\N	off	f		Connections and Authentication / Authentication	Enables per-database user names.	\\N
deadlock_timeout	superuser	integer	ms	1	2147483647	\\N	1000	f		Lock Management	Sets the time to wait on a lock before checking for deadlock.	\\N
debug_assertions	internal	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Preset Options	Shows whether the running server has assertion checks enabled.	\\N
debug_discard_caches	superuser	integer	\\N	0	0	\\N	0	f	NOT_IN_SAMPLE	Developer Options	Aggressively flush system caches for debugging purposes.	\\N
debug_pretty_print	user	bool	\\N	\\N	\\N	\\N	on	f		Reporting and Logging / What to Log	Indents parse and plan tree displays.	\\N
debug_print_parse	user	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs each query's parse tree.	\\N
debug_print_plan	user	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs each query's execution plan.	\\N
debug_print_rewritten	user	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs each query's rewritten parse tree.	\\N
default_statistics_target	user	integer	\\N	1	10000	\\N	100	f		Query Tuning / Other Planner Options	Sets the default statistics target.	This applies to table columns that have not had a column-specific target set via ALTER TABLE SET STATISTICS.
default_table_access_method	user	string	\\N	\\N	\\N	\\N	heap	f		Client Connection Defaults / Statement Behavior	Sets the default table access method for new tables.	\\N
default_tablespace	user	string	\\N	\\N	\\N	\\N		f		Client Connection Defaults / Statement Behavior	Sets the default tablespace to create tables and indexes in.	An empty string selects the database's default tablespace.
default_text_search_config	user	string	\\N	\\N	\\N	\\N	pg_catalog.simple	f		Client Connection Defaults / Locale and Formatting	Sets default text search configuration.	\\N
default_toast_compression	user	enum	\\N	\\N	\\N	{pglz,lz4}	pglz	f		Client Connection Defaults / Statement Behavior	Sets the default compression method for compressible values.	\\N
default_transaction_deferrable	user	bool	\\N	\\N	\\N	\\N	off	f		Client Connection Defaults / Statement Behavior	Sets the default deferrable status of new transactions.	\\N
default_transaction_isolation	user	enum	\\N	\\N	\\N	{serializable,"repeatable read","read committed","read uncommitted"}	read committed	f		Client Connection Defaults / Statement Behavior	Sets the transaction isolation level of each new transaction.	\\N
default_transaction_read_only	user	bool	\\N	\\N	\\N	\\N	off	f		Client Connection Defaults / Statement Behavior	Sets the default read-only status of new transactions.	\\N
dynamic_library_path	superuser	string	\\N	\\N	\\N	\\N	$libdir	t		Client Connection Defaults / Other Defaults	Sets the path for dynamically loadable modules.	If a dynamically loadable module needs to be opened and the specified name does not have a directory component (i.e., the name does not contain a slash), the system will search this path for the specified file.
dynamic_shared_memory_type	postmaster	enum	\\N	\\N	\\N	{posix,sysv,mmap}	posix	f		Resource Usage / Memory	Selects the dynamic shared memory implementation used.	\\N
effective_cache_size	user	integer	8kB	1	2147483647	\\N	524288	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the planner's assumption about the total size of the data caches.	That is, the total size of the caches (kernel cache and shared buffers) used for PostgreSQL data files. This is measured in disk pages, which are normally 8 kB each.
effective_io_concurrency	user	integer	\\N	0	1000	\\N	1	f	EXPLAIN	Resource Usage / Asynchronous Behavior	Number of simultaneous requests that can be handled efficiently by the disk subsystem.	\\N
enable_async_append	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of async append plans.	\\N
enable_bitmapscan	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of bitmap-scan plans.	\\N
enable_gathermerge	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of gather merge plans.	\\N
enable_hashagg	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of hashed aggregation plans.	\\N
enable_hashjoin	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of hash join plans.	\\N
enable_incremental_sort	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of incremental sort steps.	\\N
enable_indexonlyscan	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of index-only-scan plans.	\\N
enable_indexscan	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of index-scan plans.	\\N
enable_material	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of materialization.	\\N
enable_memoize	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of memoization.	\\N
enable_mergejoin	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of merge join plans.	\\N
enable_nestloop	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of nested-loop join plans.	\\N
enable_parallel_append	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of parallel append plans.	\\N
enable_parallel_hash	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of parallel hash plans.	\\N
enable_partition_pruning	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables plan-time and execution-time partition pruning.	Allows the query planner and executor to compare partition bounds to conditions in the query to determine which partitions must be scanned.
enable_partitionwise_aggregate	user	bool	\\N	\\N	\\N	\\N	off	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables partitionwise aggregation and grouping.	\\N
enable_partitionwise_join	user	bool	\\N	\\N	\\N	\\N	off	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables partitionwise join.	\\N
enable_seqscan	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of sequential-scan plans.	\\N
enable_sort	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of explicit sort steps.	\\N
enable_tidscan	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Planner Method Configuration	Enables the planner's use of TID scan plans.	\\N
escape_string_warning	user	bool	\\N	\\N	\\N	\\N	on	f		Version and Platform Compatibility / Previous PostgreSQL Versions	Warn about backslash escapes in ordinary string literals.	\\N
event_source	postmaster	string	\\N	\\N	\\N	\\N	PostgreSQL	f		Reporting and Logging / Where to Log	Sets the application name used to identify PostgreSQL messages in the event log.	\\N
exit_on_error	user	bool	\\N	\\N	\\N	\\N	off	f		Error Handling	Terminate session on any error.	\\N
extension_destdir	superuser	string	\\N	\\N	\\N	\\N		t		File Locations	Path to prepend for extension loading.	This directory is prepended to paths when loading extensions (control and SQL files), and to the '$libdir' directive when loading modules that back functions. The location is made configurable to allow build-time testing of extensions that do not have been installed to their proper location yet.
external_pid_file	postmaster	string	\\N	\\N	\\N	\\N	\\N	t		File Locations	Writes the postmaster PID to the specified file.	\\N
extra_float_digits	user	integer	\\N	-15	3	\\N	1	f		Client Connection Defaults / Locale and Formatting	Sets the number of digits displayed for floating-point values.	This affects real, double precision, and geometric data types. A zero or negative parameter value is added to the standard number of digits (FLT_DIG or DBL_DIG as appropriate). Any value greater than zero selects precise output mode.
force_parallel_mode	user	enum	\\N	\\N	\\N	{off,on,regress}	off	f	EXPLAIN,NOT_IN_SAMPLE	Developer Options	Forces use of parallel query facilities.	If possible, run query using a parallel worker and with parallel restrictions.
from_collapse_limit	user	integer	\\N	1	2147483647	\\N	8	f	EXPLAIN	Query Tuning / Other Planner Options	Sets the FROM-list size beyond which subqueries are not collapsed.	The planner will merge subqueries into upper queries if the resulting FROM list would have no more than this many items.
fsync	sighup	bool	\\N	\\N	\\N	\\N	on	f		Write-Ahead Log / Settings	Forces synchronization of updates to disk.	The server will use the fsync() system call in several places to make sure that updates are physically written to disk. This ensures that a database cluster will recover to a consistent state after an operating system or hardware crash.
full_page_writes	sighup	bool	\\N	\\N	\\N	\\N	on	f		Write-Ahead Log / Settings	Writes full pages to WAL when first modified after a checkpoint.	A page write in process during an operating system crash might be only partially written to disk.  During recovery, the row changes stored in WAL are not enough to recover.  This option writes pages when first modified after a checkpoint to WAL so full recovery is possible.
geqo	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Genetic Query Optimizer	Enables genetic query optimization.	This algorithm attempts to do planning without exhaustive searching.
geqo_effort	user	integer	\\N	1	10	\\N	5	f	EXPLAIN	Query Tuning / Genetic Query Optimizer	GEQO: effort is used to set the default for other GEQO parameters.	\\N
geqo_generations	user	integer	\\N	0	2147483647	\\N	0	f	EXPLAIN	Query Tuning / Genetic Query Optimizer	GEQO: number of iterations of the algorithm.	Zero selects a suitable default value.
geqo_pool_size	user	integer	\\N	0	2147483647	\\N	0	f	EXPLAIN	Query Tuning / Genetic Query Optimizer	GEQO: number of individuals in the population.	Zero selects a suitable default value.
geqo_seed	user	real	\\N	0	1	\\N	0	f	EXPLAIN	Query Tuning / Genetic Query Optimizer	GEQO: seed for random path selection.	\\N
geqo_selection_bias	user	real	\\N	1.5	2	\\N	2	f	EXPLAIN	Query Tuning / Genetic Query Optimizer	GEQO: selective pressure within the population.	\\N
geqo_threshold	user	integer	\\N	2	2147483647	\\N	12	f	EXPLAIN	Query Tuning / Genetic Query Optimizer	Sets the threshold of FROM items beyond which GEQO is used.	\\N
gin_fuzzy_search_limit	user	integer	\\N	0	2147483647	\\N	0	f		Client Connection Defaults / Other Defaults	Sets the maximum allowed result for exact search by GIN.	\\N
gin_pending_list_limit	user	integer	kB	64	2147483647	\\N	4096	f		Client Connection Defaults / Statement Behavior	Sets the maximum size of the pending list for GIN index.	\\N
hash_mem_multiplier	user	real	\\N	1	1000	\\N	2	f	EXPLAIN	Resource Usage / Memory	Multiple of work_mem to use for hash tables.	\\N
hba_file	postmaster	string	\\N	\\N	\\N	\\N	\\N	t		File Locations	Sets the server's "hba" configuration file.	\\N
hot_standby	postmaster	bool	\\N	\\N	\\N	\\N	on	f		Replication / Standby Servers	Allows connections and queries during recovery.	\\N
hot_standby_feedback	sighup	bool	\\N	\\N	\\N	\\N	off	f		Replication / Standby Servers	Allows feedback from a hot standby to the primary that will avoid query conflicts.	\\N
huge_page_size	postmaster	integer	kB	0	2147483647	\\N	0	f		Resource Usage / Memory	The size of huge page that should be requested.	\\N
huge_pages	postmaster	enum	\\N	\\N	\\N	{off,on,try}	try	f		Resource Usage / Memory	Use of huge pages on Linux or Windows.	\\N
ident_file	postmaster	string	\\N	\\N	\\N	\\N	\\N	t		File Locations	Sets the server's "ident" configuration file.	\\N
idle_in_transaction_session_timeout	user	integer	ms	0	2147483647	\\N	0	f		Client Connection Defaults / Statement Behavior	Sets the maximum allowed idle time between queries, when in a transaction.	A value of 0 turns off the timeout.
idle_session_timeout	user	integer	ms	0	2147483647	\\N	0	f		Client Connection Defaults / Statement Behavior	Sets the maximum allowed idle time between queries, when not in a transaction.	A value of 0 turns off the timeout.
ignore_checksum_failure	superuser	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Continues processing after a checksum failure.	Detection of a checksum failure normally causes PostgreSQL to report an error, aborting the current transaction. Setting ignore_checksum_failure to true causes the system to ignore the failure (but still report a warning), and continue processing. This behavior could cause crashes or other serious problems. Only has an effect if checksums are enabled.
ignore_invalid_pages	postmaster	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Continues recovery after an invalid pages failure.	Detection of WAL records having references to invalid pages during recovery causes PostgreSQL to raise a PANIC-level error, aborting the recovery. Setting ignore_invalid_pages to true causes the system to ignore invalid page references in WAL records (but still report a warning), and continue recovery. This behavior may cause crashes, data loss, propagate or hide corruption, or other serious problems. Only has an effect during recovery or in standby mode.
ignore_system_indexes	backend	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Disables reading from system indexes.	It does not prevent updating the indexes, so it is safe to use.  The worst consequence is slowness.
in_hot_standby	internal	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Preset Options	Shows whether hot standby is currently active.	\\N
integer_datetimes	internal	bool	\\N	\\N	\\N	\\N	on	f	NOT_IN_SAMPLE	Preset Options	Shows whether datetimes are integer based.	\\N
jit	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Query Tuning / Other Planner Options	Allow JIT compilation.	\\N
jit_above_cost	user	real	\\N	-1	1.79769e+308	\\N	100000	f	EXPLAIN	Query Tuning / Planner Cost Constants	Perform JIT compilation if query is more expensive.	-1 disables JIT compilation.
jit_debugging_support	superuser-backend	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Register JIT-compiled functions with debugger.	\\N
jit_dump_bitcode	superuser	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Write out LLVM bitcode to facilitate JIT debugging.	\\N
jit_expressions	user	bool	\\N	\\N	\\N	\\N	on	f	NOT_IN_SAMPLE	Developer Options	Allow JIT compilation of expressions.	\\N
jit_inline_above_cost	user	real	\\N	-1	1.79769e+308	\\N	500000	f	EXPLAIN	Query Tuning / Planner Cost Constants	Perform JIT inlining if query is more expensive.	-1 disables inlining.
jit_optimize_above_cost	user	real	\\N	-1	1.79769e+308	\\N	500000	f	EXPLAIN	Query Tuning / Planner Cost Constants	Optimize JIT-compiled functions if query is more expensive.	-1 disables optimization.
jit_profiling_support	superuser-backend	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Register JIT-compiled functions with perf profiler.	\\N
jit_provider	postmaster	string	\\N	\\N	\\N	\\N	llvmjit	t		Client Connection Defaults / Shared Library Preloading	JIT provider to use.	\\N
jit_tuple_deforming	user	bool	\\N	\\N	\\N	\\N	on	f	NOT_IN_SAMPLE	Developer Options	Allow JIT compilation of tuple deforming.	\\N
join_collapse_limit	user	integer	\\N	1	2147483647	\\N	8	f	EXPLAIN	Query Tuning / Other Planner Options	Sets the FROM-list size beyond which JOIN constructs are not flattened.	The planner will flatten explicit JOIN constructs into lists of FROM items whenever a list of no more than this many items would result.
krb_caseins_users	sighup	bool	\\N	\\N	\\N	\\N	off	f		Connections and Authentication / Authentication	Sets whether Kerberos and GSSAPI user names should be treated as case-insensitive.	\\N
krb_server_keyfile	sighup	string	\\N	\\N	\\N	\\N	FILE:/etc/postgresql-common/krb5.keytab	t		Connections and Authentication / Authentication	Sets the location of the Kerberos server key file.	\\N
lc_collate	internal	string	\\N	\\N	\\N	\\N	C	f	NOT_IN_SAMPLE	Preset Options	Shows the collation order locale.	\\N
lc_ctype	internal	string	\\N	\\N	\\N	\\N	C	f	NOT_IN_SAMPLE	Preset Options	Shows the character classification and case conversion locale.	\\N
lc_messages	superuser	string	\\N	\\N	\\N	\\N		f		Client Connection Defaults / Locale and Formatting	Sets the language in which messages are displayed.	\\N
lc_monetary	user	string	\\N	\\N	\\N	\\N	C	f		Client Connection Defaults / Locale and Formatting	Sets the locale for formatting monetary amounts.	\\N
lc_numeric	user	string	\\N	\\N	\\N	\\N	C	f		Client Connection Defaults / Locale and Formatting	Sets the locale for formatting numbers.	\\N
lc_time	user	string	\\N	\\N	\\N	\\N	C	f		Client Connection Defaults / Locale and Formatting	Sets the locale for formatting date and time values.	\\N
listen_addresses	postmaster	string	\\N	\\N	\\N	\\N	localhost	f		Connections and Authentication / Connection Settings	Sets the host name or IP address(es) to listen to.	\\N
lo_compat_privileges	superuser	bool	\\N	\\N	\\N	\\N	off	f		Version and Platform Compatibility / Previous PostgreSQL Versions	Enables backward compatibility mode for privilege checks on large objects.	Skips privilege checks when reading or modifying large objects, for compatibility with PostgreSQL releases prior to 9.0.
local_preload_libraries	user	string	\\N	\\N	\\N	\\N		f		Client Connection Defaults / Shared Library Preloading	Lists unprivileged shared libraries to preload into each backend.	\\N
lock_timeout	user	integer	ms	0	2147483647	\\N	0	f		Client Connection Defaults / Statement Behavior	Sets the maximum allowed duration of any wait for a lock.	A value of 0 turns off the timeout.
log_autovacuum_min_duration	sighup	integer	ms	-1	2147483647	\\N	600000	f		Reporting and Logging / What to Log	Sets the minimum execution time above which autovacuum actions will be logged.	Zero prints all actions. -1 turns autovacuum logging off.
log_checkpoints	sighup	bool	\\N	\\N	\\N	\\N	on	f		Reporting and Logging / What to Log	Logs each checkpoint.	\\N
log_connections	superuser-backend	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs each successful connection.	\\N
log_destination	sighup	string	\\N	\\N	\\N	\\N	stderr	f		Reporting and Logging / Where to Log	Sets the destination for server log output.	Valid values are combinations of "stderr", "syslog", "csvlog", "jsonlog", and "eventlog", depending on the platform.
log_directory	sighup	string	\\N	\\N	\\N	\\N	log	t		Reporting and Logging / Where to Log	Sets the destination directory for log files.	Can be specified as relative to the data directory or as absolute path.
log_disconnections	superuser-backend	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs end of a session, including duration.	\\N
log_duration	superuser	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs the duration of each completed SQL statement.	\\N
log_error_verbosity	superuser	enum	\\N	\\N	\\N	{terse,default,verbose}	default	f		Reporting and Logging / What to Log	Sets the verbosity of logged messages.	\\N
log_executor_stats	superuser	bool	\\N	\\N	\\N	\\N	off	f		Statistics / Monitoring	Writes executor performance statistics to the server log.	\\N
log_file_mode	sighup	integer	\\N	0	511	\\N	384	f		Reporting and Logging / Where to Log	Sets the file permissions for log files.	The parameter value is expected to be a numeric mode specification in the form accepted by the chmod and umask system calls. (To use the customary octal format the number must start with a 0 (zero).)
log_filename	sighup	string	\\N	\\N	\\N	\\N	postgresql-%Y-%m-%d_%H%M%S.log	t		Reporting and Logging / Where to Log	Sets the file name pattern for log files.	\\N
log_hostname	sighup	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs the host name in the connection logs.	By default, connection logs only show the IP address of the connecting host. If you want them to show the host name you can turn this on, but depending on your host name resolution setup it might impose a non-negligible performance penalty.
log_line_prefix	sighup	string	\\N	\\N	\\N	\\N	%m [%p] 	f		Reporting and Logging / What to Log	Controls information prefixed to each log line.	If blank, no prefix is used.
log_lock_waits	superuser	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs long lock waits.	\\N
log_min_duration_sample	superuser	integer	ms	-1	2147483647	\\N	-1	f		Reporting and Logging / When to Log	Sets the minimum execution time above which a sample of statements will be logged. Sampling is determined by log_statement_sample_rate.	Zero logs a sample of all queries. -1 turns this feature off.
log_min_duration_statement	superuser	integer	ms	-1	2147483647	\\N	-1	f		Reporting and Logging / When to Log	Sets the minimum execution time above which all statements will be logged.	Zero prints all queries. -1 turns this feature off.
log_min_error_statement	superuser	enum	\\N	\\N	\\N	{debug5,debug4,debug3,debug2,debug1,info,notice,warning,error,log,fatal,panic}	error	f		Reporting and Logging / When to Log	Causes all statements generating error at or above this level to be logged.	Each level includes all the levels that follow it. The later the level, the fewer messages are sent.
log_min_messages	superuser	enum	\\N	\\N	\\N	{debug5,debug4,debug3,debug2,debug1,info,notice,warning,error,log,fatal,panic}	warning	f		Reporting and Logging / When to Log	Sets the message levels that are logged.	Each level includes all the levels that follow it. The later the level, the fewer messages are sent.
log_parameter_max_length	superuser	integer	B	-1	1073741823	\\N	-1	f		Reporting and Logging / What to Log	Sets the maximum length in bytes of data logged for bind parameter values when logging statements.	-1 to print values in full.
log_parameter_max_length_on_error	user	integer	B	-1	1073741823	\\N	0	f		Reporting and Logging / What to Log	Sets the maximum length in bytes of data logged for bind parameter values when logging statements, on error.	-1 to print values in full.
log_parser_stats	superuser	bool	\\N	\\N	\\N	\\N	off	f		Statistics / Monitoring	Writes parser performance statistics to the server log.	\\N
log_planner_stats	superuser	bool	\\N	\\N	\\N	\\N	off	f		Statistics / Monitoring	Writes planner performance statistics to the server log.	\\N
log_recovery_conflict_waits	sighup	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs standby recovery conflict waits.	\\N
log_replication_commands	superuser	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / What to Log	Logs each replication command.	\\N
log_rotation_age	sighup	integer	min	0	35791394	\\N	1440	f		Reporting and Logging / Where to Log	Sets the amount of time to wait before forcing log file rotation.	\\N
log_rotation_size	sighup	integer	kB	0	2097151	\\N	10240	f		Reporting and Logging / Where to Log	Sets the maximum size a log file can reach before being rotated.	\\N
log_startup_progress_interval	sighup	integer	ms	0	2147483647	\\N	10000	f		Reporting and Logging / When to Log	Time between progress updates for long-running startup operations.	0 turns this feature off.
log_statement	superuser	enum	\\N	\\N	\\N	{none,ddl,mod,all}	none	f		Reporting and Logging / What to Log	Sets the type of statements logged.	\\N
log_statement_sample_rate	superuser	real	\\N	0	1	\\N	1	f		Reporting and Logging / When to Log	Fraction of statements exceeding log_min_duration_sample to be logged.	Use a value between 0.0 (never log) and 1.0 (always log).
log_statement_stats	superuser	bool	\\N	\\N	\\N	\\N	off	f		Statistics / Monitoring	Writes cumulative performance statistics to the server log.	\\N
log_temp_files	superuser	integer	kB	-1	2147483647	\\N	-1	f		Reporting and Logging / What to Log	Log the use of temporary files larger than this number of kilobytes.	Zero logs all files. The default is -1 (turning this feature off).
log_timezone	sighup	string	\\N	\\N	\\N	\\N	GMT	f		Reporting and Logging / What to Log	Sets the time zone to use in log messages.	\\N
log_transaction_sample_rate	superuser	real	\\N	0	1	\\N	0	f		Reporting and Logging / When to Log	Sets the fraction of transactions from which to log all statements.	Use a value between 0.0 (never log) and 1.0 (log all statements for all transactions).
log_truncate_on_rotation	sighup	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / Where to Log	Truncate existing log files of same name during log rotation.	\\N
logging_collector	postmaster	bool	\\N	\\N	\\N	\\N	off	f		Reporting and Logging / Where to Log	Start a subprocess to capture stderr, csvlog and/or jsonlog into log files.	\\N
logical_decoding_work_mem	user	integer	kB	64	2147483647	\\N	65536	f		Resource Usage / Memory	Sets the maximum memory to be used for logical decoding.	This much memory can be used by each internal reorder buffer before spilling to disk.
maintenance_io_concurrency	user	integer	\\N	0	1000	\\N	10	f	EXPLAIN	Resource Usage / Asynchronous Behavior	A variant of effective_io_concurrency that is used for maintenance work.	\\N
maintenance_work_mem	user	integer	kB	1024	2147483647	\\N	65536	f		Resource Usage / Memory	Sets the maximum memory to be used for maintenance operations.	This includes operations such as VACUUM and CREATE INDEX.
max_connections	postmaster	integer	\\N	1	262143	\\N	100	f		Connections and Authentication / Connection Settings	Sets the maximum number of concurrent connections.	\\N
max_files_per_process	postmaster	integer	\\N	64	2147483647	\\N	1000	f		Resource Usage / Kernel Resources	Sets the maximum number of simultaneously open files for each server process.	\\N
max_function_args	internal	integer	\\N	100	100	\\N	100	f	NOT_IN_SAMPLE	Preset Options	Shows the maximum number of function arguments.	\\N
max_identifier_length	internal	integer	\\N	63	63	\\N	63	f	NOT_IN_SAMPLE	Preset Options	Shows the maximum identifier length.	\\N
max_index_keys	internal	integer	\\N	32	32	\\N	32	f	NOT_IN_SAMPLE	Preset Options	Shows the maximum number of index keys.	\\N
max_locks_per_transaction	postmaster	integer	\\N	10	2147483647	\\N	64	f		Lock Management	Sets the maximum number of locks per transaction.	The shared lock table is sized on the assumption that at most max_locks_per_transaction * max_connections distinct objects will need to be locked at any one time.
max_logical_replication_workers	postmaster	integer	\\N	0	262143	\\N	4	f		Replication / Subscribers	Maximum number of logical replication worker processes.	\\N
max_parallel_maintenance_workers	user	integer	\\N	0	1024	\\N	2	f		Resource Usage / Asynchronous Behavior	Sets the maximum number of parallel processes per maintenance operation.	\\N
max_parallel_workers	user	integer	\\N	0	1024	\\N	8	f	EXPLAIN	Resource Usage / Asynchronous Behavior	Sets the maximum number of parallel workers that can be active at one time.	\\N
max_parallel_workers_per_gather	user	integer	\\N	0	1024	\\N	2	f	EXPLAIN	Resource Usage / Asynchronous Behavior	Sets the maximum number of parallel processes per executor node.	\\N
max_pred_locks_per_page	sighup	integer	\\N	0	2147483647	\\N	2	f		Lock Management	Sets the maximum number of predicate-locked tuples per page.	If more than this number of tuples on the same page are locked by a connection, those locks are replaced by a page-level lock.
max_pred_locks_per_relation	sighup	integer	\\N	-2147483648	2147483647	\\N	-2	f		Lock Management	Sets the maximum number of predicate-locked pages and tuples per relation.	If more than this total of pages and tuples in the same relation are locked by a connection, those locks are replaced by a relation-level lock.
max_pred_locks_per_transaction	postmaster	integer	\\N	10	2147483647	\\N	64	f		Lock Management	Sets the maximum number of predicate locks per transaction.	The shared predicate lock table is sized on the assumption that at most max_pred_locks_per_transaction * max_connections distinct objects will need to be locked at any one time.
max_prepared_transactions	postmaster	integer	\\N	0	262143	\\N	0	f		Resource Usage / Memory	Sets the maximum number of simultaneously prepared transactions.	\\N
max_replication_slots	postmaster	integer	\\N	0	262143	\\N	10	f		Replication / Sending Servers	Sets the maximum number of simultaneously defined replication slots.	\\N
max_slot_wal_keep_size	sighup	integer	MB	-1	2147483647	\\N	-1	f		Replication / Sending Servers	Sets the maximum WAL size that can be reserved by replication slots.	Replication slots will be marked as failed, and segments released for deletion or recycling, if this much space is occupied by WAL on disk.
max_stack_depth	superuser	integer	kB	100	2147483647	\\N	100	f		Resource Usage / Memory	Sets the maximum stack depth, in kilobytes.	\\N
max_standby_archive_delay	sighup	integer	ms	-1	2147483647	\\N	30000	f		Replication / Standby Servers	Sets the maximum delay before canceling queries when a hot standby server is processing archived WAL data.	\\N
max_standby_streaming_delay	sighup	integer	ms	-1	2147483647	\\N	30000	f		Replication / Standby Servers	Sets the maximum delay before canceling queries when a hot standby server is processing streamed WAL data.	\\N
max_sync_workers_per_subscription	sighup	integer	\\N	0	262143	\\N	2	f		Replication / Subscribers	Maximum number of table synchronization workers per subscription.	\\N
max_wal_senders	postmaster	integer	\\N	0	262143	\\N	10	f		Replication / Sending Servers	Sets the maximum number of simultaneously running WAL sender processes.	\\N
max_wal_size	sighup	integer	MB	2	2147483647	\\N	1024	f		Write-Ahead Log / Checkpoints	Sets the WAL size that triggers a checkpoint.	\\N
max_worker_processes	postmaster	integer	\\N	0	262143	\\N	8	f		Resource Usage / Asynchronous Behavior	Maximum number of concurrent worker processes.	\\N
min_dynamic_shared_memory	postmaster	integer	MB	0	2147483647	\\N	0	f		Resource Usage / Memory	Amount of dynamic shared memory reserved at startup.	\\N
min_parallel_index_scan_size	user	integer	8kB	0	715827882	\\N	64	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the minimum amount of index data for a parallel scan.	If the planner estimates that it will read a number of index pages too small to reach this limit, a parallel scan will not be considered.
min_parallel_table_scan_size	user	integer	8kB	0	715827882	\\N	1024	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the minimum amount of table data for a parallel scan.	If the planner estimates that it will read a number of table pages too small to reach this limit, a parallel scan will not be considered.
min_wal_size	sighup	integer	MB	2	2147483647	\\N	80	f		Write-Ahead Log / Checkpoints	Sets the minimum size to shrink the WAL to.	\\N
old_snapshot_threshold	postmaster	integer	min	-1	86400	\\N	-1	f		Resource Usage / Asynchronous Behavior	Time before a snapshot is too old to read pages changed after the snapshot was taken.	A value of -1 disables this feature.
parallel_leader_participation	user	bool	\\N	\\N	\\N	\\N	on	f	EXPLAIN	Resource Usage / Asynchronous Behavior	Controls whether Gather and Gather Merge also run subplans.	Should gather nodes also run subplans or just gather tuples?
parallel_setup_cost	user	real	\\N	0	1.79769e+308	\\N	1000	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the planner's estimate of the cost of starting up worker processes for parallel query.	\\N
parallel_tuple_cost	user	real	\\N	0	1.79769e+308	\\N	0.1	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the planner's estimate of the cost of passing each tuple (row) from worker to leader backend.	\\N
password_encryption	user	enum	\\N	\\N	\\N	{md5,scram-sha-256}	scram-sha-256	f		Connections and Authentication / Authentication	Chooses the algorithm for encrypting passwords.	\\N
plan_cache_mode	user	enum	\\N	\\N	\\N	{auto,force_generic_plan,force_custom_plan}	auto	f	EXPLAIN	Query Tuning / Other Planner Options	Controls the planner's selection of custom or generic plan.	Prepared statements can have custom and generic plans, and the planner will attempt to choose which is better.  This can be set to override the default behavior.
port	postmaster	integer	\\N	1	65535	\\N	5432	f		Connections and Authentication / Connection Settings	Sets the TCP port the server listens on.	\\N
post_auth_delay	backend	integer	s	0	2147	\\N	0	f	NOT_IN_SAMPLE	Developer Options	Sets the amount of time to wait after authentication on connection startup.	This allows attaching a debugger to the process.
pre_auth_delay	sighup	integer	s	0	60	\\N	0	f	NOT_IN_SAMPLE	Developer Options	Sets the amount of time to wait before authentication on connection startup.	This allows attaching a debugger to the process.
primary_conninfo	sighup	string	\\N	\\N	\\N	\\N		t		Replication / Standby Servers	Sets the connection string to be used to connect to the sending server.	\\N
primary_slot_name	sighup	string	\\N	\\N	\\N	\\N		f		Replication / Standby Servers	Sets the name of the replication slot to use on the sending server.	\\N
promote_trigger_file	sighup	string	\\N	\\N	\\N	\\N		f		Replication / Standby Servers	Specifies a file name whose presence ends recovery in the standby.	\\N
quote_all_identifiers	user	bool	\\N	\\N	\\N	\\N	off	f		Version and Platform Compatibility / Previous PostgreSQL Versions	When generating SQL fragments, quote all identifiers.	\\N
random_page_cost	user	real	\\N	0	1.79769e+308	\\N	4	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the planner's estimate of the cost of a nonsequentially fetched disk page.	\\N
recovery_end_command	sighup	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Archive Recovery	Sets the shell command that will be executed once at the end of recovery.	\\N
recovery_init_sync_method	sighup	enum	\\N	\\N	\\N	{fsync,syncfs}	fsync	f		Error Handling	Sets the method for synchronizing the data directory before crash recovery.	\\N
recovery_min_apply_delay	sighup	integer	ms	0	2147483647	\\N	0	f		Replication / Standby Servers	Sets the minimum delay for applying changes during recovery.	\\N
recovery_prefetch	sighup	enum	\\N	\\N	\\N	{off,on,try}	try	f		Write-Ahead Log / Recovery	Prefetch referenced blocks during recovery.	Look ahead in the WAL to find references to uncached data.
recovery_target	postmaster	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Recovery Target	Set to "immediate" to end recovery as soon as a consistent state is reached.	\\N
recovery_target_action	postmaster	enum	\\N	\\N	\\N	{pause,promote,shutdown}	pause	f		Write-Ahead Log / Recovery Target	Sets the action to perform upon reaching the recovery target.	\\N
recovery_target_inclusive	postmaster	bool	\\N	\\N	\\N	\\N	on	f		Write-Ahead Log / Recovery Target	Sets whether to include or exclude transaction with recovery target.	\\N
recovery_target_lsn	postmaster	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Recovery Target	Sets the LSN of the write-ahead log location up to which recovery will proceed.	\\N
recovery_target_name	postmaster	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Recovery Target	Sets the named restore point up to which recovery will proceed.	\\N
recovery_target_time	postmaster	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Recovery Target	Sets the time stamp up to which recovery will proceed.	\\N
recovery_target_timeline	postmaster	string	\\N	\\N	\\N	\\N	latest	f		Write-Ahead Log / Recovery Target	Specifies the timeline to recover into.	\\N
recovery_target_xid	postmaster	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Recovery Target	Sets the transaction ID up to which recovery will proceed.	\\N
recursive_worktable_factor	user	real	\\N	0.001	1e+06	\\N	10	f	EXPLAIN	Query Tuning / Other Planner Options	Sets the planner's estimate of the average size of a recursive query's working table.	\\N
remove_temp_files_after_crash	sighup	bool	\\N	\\N	\\N	\\N	on	f	NOT_IN_SAMPLE	Developer Options	Remove temporary files after backend crash.	\\N
restart_after_crash	sighup	bool	\\N	\\N	\\N	\\N	on	f		Error Handling	Reinitialize server after backend crash.	\\N
restore_command	sighup	string	\\N	\\N	\\N	\\N		f		Write-Ahead Log / Archive Recovery	Sets the shell command that will be called to retrieve an archived WAL file.	\\N
restrict_nonsystem_relation_kind	user	string	\\N	\\N	\\N	\\N		f	NOT_IN_SAMPLE	Client Connection Defaults / Statement Behavior	Prohibits access to non-system relations of specified kinds.	\\N
row_security	user	bool	\\N	\\N	\\N	\\N	on	f		Client Connection Defaults / Statement Behavior	Enable row security.	When enabled, row security will be applied to all users.
search_path	user	string	\\N	\\N	\\N	\\N	"$user", public	f	EXPLAIN	Client Connection Defaults / Statement Behavior	Sets the schema search order for names that are not schema-qualified.	\\N
segment_size	internal	integer	8kB	131072	131072	\\N	131072	f	NOT_IN_SAMPLE	Preset Options	Shows the number of pages per disk file.	\\N
seq_page_cost	user	real	\\N	0	1.79769e+308	\\N	1	f	EXPLAIN	Query Tuning / Planner Cost Constants	Sets the planner's estimate of the cost of a sequentially fetched disk page.	\\N
server_encoding	internal	string	\\N	\\N	\\N	\\N	SQL_ASCII	f	NOT_IN_SAMPLE	Preset Options	Shows the server (database) character set encoding.	\\N
server_version	internal	string	\\N	\\N	\\N	\\N	15.18 (Debian 15.18-0+deb12u1)	f	NOT_IN_SAMPLE	Preset Options	Shows the server version.	\\N
server_version_num	internal	integer	\\N	150018	150018	\\N	150018	f	NOT_IN_SAMPLE	Preset Options	Shows the server version as an integer.	\\N
session_preload_libraries	superuser	string	\\N	\\N	\\N	\\N		t		Client Connection Defaults / Shared Library Preloading	Lists shared libraries to preload into each backend.	\\N
session_replication_role	superuser	enum	\\N	\\N	\\N	{origin,replica,local}	origin	f		Client Connection Defaults / Statement Behavior	Sets the session's behavior for triggers and rewrite rules.	\\N
shared_buffers	postmaster	integer	8kB	16	1073741823	\\N	16384	f		Resource Usage / Memory	Sets the number of shared memory buffers used by the server.	\\N
shared_memory_size	internal	integer	MB	0	2147483647	\\N	0	f	NOT_IN_SAMPLE,RUNTIME_COMPUTED	Preset Options	Shows the size of the server's main shared memory area (rounded up to the nearest MB).	\\N
shared_memory_size_in_huge_pages	internal	integer	\\N	-1	2147483647	\\N	-1	f	NOT_IN_SAMPLE,RUNTIME_COMPUTED	Preset Options	Shows the number of huge pages needed for the main shared memory area.	-1 indicates that the value could not be determined.
shared_memory_type	postmaster	enum	\\N	\\N	\\N	{sysv,mmap}	mmap	f		Resource Usage / Memory	Selects the shared memory implementation used for the main shared memory region.	\\N
shared_preload_libraries	postmaster	string	\\N	\\N	\\N	\\N		t		Client Connection Defaults / Shared Library Preloading	Lists shared libraries to preload into server.	\\N
ssl	sighup	bool	\\N	\\N	\\N	\\N	off	f		Connections and Authentication / SSL	Enables SSL connections.	\\N
ssl_ca_file	sighup	string	\\N	\\N	\\N	\\N		f		Connections and Authentication / SSL	Location of the SSL certificate authority file.	\\N
ssl_cert_file	sighup	string	\\N	\\N	\\N	\\N	server.crt	f		Connections and Authentication / SSL	Location of the SSL server certificate file.	\\N
ssl_ciphers	sighup	string	\\N	\\N	\\N	\\N	HIGH:MEDIUM:+3DES:!aNULL	t		Connections and Authentication / SSL	Sets the list of allowed SSL ciphers.	\\N
ssl_crl_dir	sighup	string	\\N	\\N	\\N	\\N		f		Connections and Authentication / SSL	Location of the SSL certificate revocation list directory.	\\N
ssl_crl_file	sighup	string	\\N	\\N	\\N	\\N		f		Connections and Authentication / SSL	Location of the SSL certificate revocation list file.	\\N
ssl_dh_params_file	sighup	string	\\N	\\N	\\N	\\N		t		Connections and Authentication / SSL	Location of the SSL DH parameters file.	\\N
ssl_ecdh_curve	sighup	string	\\N	\\N	\\N	\\N	prime256v1	t		Connections and Authentication / SSL	Sets the curve to use for ECDH.	\\N
ssl_key_file	sighup	string	\\N	\\N	\\N	\\N	server.key	f		Connections and Authentication / SSL	Location of the SSL server private key file.	\\N
ssl_library	internal	string	\\N	\\N	\\N	\\N	OpenSSL	f	NOT_IN_SAMPLE	Preset Options	Shows the name of the SSL library.	\\N
ssl_max_protocol_version	sighup	enum	\\N	\\N	\\N	{"",TLSv1,TLSv1.1,TLSv1.2,TLSv1.3}		t		Connections and Authentication / SSL	Sets the maximum SSL/TLS protocol version to use.	\\N
ssl_min_protocol_version	sighup	enum	\\N	\\N	\\N	{TLSv1,TLSv1.1,TLSv1.2,TLSv1.3}	TLSv1.2	t		Connections and Authentication / SSL	Sets the minimum SSL/TLS protocol version to use.	\\N
ssl_passphrase_command	sighup	string	\\N	\\N	\\N	\\N		t		Connections and Authentication / SSL	Command to obtain passphrases for SSL.	\\N
ssl_passphrase_command_supports_reload	sighup	bool	\\N	\\N	\\N	\\N	off	f		Connections and Authentication / SSL	Controls whether ssl_passphrase_command is called during server reload.	\\N
ssl_prefer_server_ciphers	sighup	bool	\\N	\\N	\\N	\\N	on	f		Connections and Authentication / SSL	Give priority to server ciphersuite order.	\\N
standard_conforming_strings	user	bool	\\N	\\N	\\N	\\N	on	f		Version and Platform Compatibility / Previous PostgreSQL Versions	Causes '...' strings to treat backslashes literally.	\\N
statement_timeout	user	integer	ms	0	2147483647	\\N	0	f		Client Connection Defaults / Statement Behavior	Sets the maximum allowed duration of any statement.	A value of 0 turns off the timeout.
stats_fetch_consistency	user	enum	\\N	\\N	\\N	{none,cache,snapshot}	cache	f		Statistics / Cumulative Query and Index Statistics	Sets the consistency of accesses to statistics data.	\\N
superuser_reserved_connections	postmaster	integer	\\N	0	262143	\\N	3	f		Connections and Authentication / Connection Settings	Sets the number of connection slots reserved for superusers.	\\N
synchronize_seqscans	user	bool	\\N	\\N	\\N	\\N	on	f		Version and Platform Compatibility / Previous PostgreSQL Versions	Enable synchronized sequential scans.	\\N
synchronous_commit	user	enum	\\N	\\N	\\N	{local,remote_write,remote_apply,on,off}	on	f		Write-Ahead Log / Settings	Sets the current transaction's synchronization level.	\\N
synchronous_standby_names	sighup	string	\\N	\\N	\\N	\\N		f		Replication / Primary Server	Number of synchronous standbys and list of names of potential synchronous ones.	\\N
syslog_facility	sighup	enum	\\N	\\N	\\N	{local0,local1,local2,local3,local4,local5,local6,local7}	local0	f		Reporting and Logging / Where to Log	Sets the syslog "facility" to be used when syslog enabled.	\\N
syslog_ident	sighup	string	\\N	\\N	\\N	\\N	postgres	f		Reporting and Logging / Where to Log	Sets the program name used to identify PostgreSQL messages in syslog.	\\N
syslog_sequence_numbers	sighup	bool	\\N	\\N	\\N	\\N	on	f		Reporting and Logging / Where to Log	Add sequence number to syslog messages to avoid duplicate suppression.	\\N
syslog_split_messages	sighup	bool	\\N	\\N	\\N	\\N	on	f		Reporting and Logging / Where to Log	Split messages sent to syslog by lines and to fit into 1024 bytes.	\\N
tcp_keepalives_count	user	integer	\\N	0	2147483647	\\N	0	f		Connections and Authentication / Connection Settings	Maximum number of TCP keepalive retransmits.	Number of consecutive keepalive retransmits that can be lost before a connection is considered dead. A value of 0 uses the system default.
tcp_keepalives_idle	user	integer	s	0	2147483647	\\N	0	f		Connections and Authentication / Connection Settings	Time between issuing TCP keepalives.	A value of 0 uses the system default.
tcp_keepalives_interval	user	integer	s	0	2147483647	\\N	0	f		Connections and Authentication / Connection Settings	Time between TCP keepalive retransmits.	A value of 0 uses the system default.
tcp_user_timeout	user	integer	ms	0	2147483647	\\N	0	f		Connections and Authentication / Connection Settings	TCP user timeout.	A value of 0 uses the system default.
temp_buffers	user	integer	8kB	100	1073741823	\\N	1024	f	EXPLAIN	Resource Usage / Memory	Sets the maximum number of temporary buffers used by each session.	\\N
temp_file_limit	superuser	integer	kB	-1	2147483647	\\N	-1	f		Resource Usage / Disk	Limits the total size of all temporary files used by each process.	-1 means no limit.
temp_tablespaces	user	string	\\N	\\N	\\N	\\N		f		Client Connection Defaults / Statement Behavior	Sets the tablespace(s) to use for temporary tables and sort files.	\\N
timezone_abbreviations	user	string	\\N	\\N	\\N	\\N	\\N	f		Client Connection Defaults / Locale and Formatting	Selects a file of time zone abbreviations.	\\N
trace_notify	user	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Generates debugging output for LISTEN and NOTIFY.	\\N
trace_recovery_messages	sighup	enum	\\N	\\N	\\N	{debug5,debug4,debug3,debug2,debug1,log,notice,warning,error}	log	f	NOT_IN_SAMPLE	Developer Options	Enables logging of recovery-related debugging information.	Each level includes all the levels that follow it. The later the level, the fewer messages are sent.
trace_sort	user	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Emit information about resource usage in sorting.	\\N
track_activities	superuser	bool	\\N	\\N	\\N	\\N	on	f		Statistics / Cumulative Query and Index Statistics	Collects information about executing commands.	Enables the collection of information on the currently executing command of each session, along with the time at which that command began execution.
track_activity_query_size	postmaster	integer	B	100	1048576	\\N	1024	f		Statistics / Cumulative Query and Index Statistics	Sets the size reserved for pg_stat_activity.query, in bytes.	\\N
track_commit_timestamp	postmaster	bool	\\N	\\N	\\N	\\N	off	f		Replication / Sending Servers	Collects transaction commit time.	\\N
track_counts	superuser	bool	\\N	\\N	\\N	\\N	on	f		Statistics / Cumulative Query and Index Statistics	Collects statistics on database activity.	\\N
track_functions	superuser	enum	\\N	\\N	\\N	{none,pl,all}	none	f		Statistics / Cumulative Query and Index Statistics	Collects function-level statistics on database activity.	\\N
track_io_timing	superuser	bool	\\N	\\N	\\N	\\N	off	f		Statistics / Cumulative Query and Index Statistics	Collects timing statistics for database I/O activity.	\\N
track_wal_io_timing	superuser	bool	\\N	\\N	\\N	\\N	off	f		Statistics / Cumulative Query and Index Statistics	Collects timing statistics for WAL I/O activity.	\\N
transaction_deferrable	user	bool	\\N	\\N	\\N	\\N	off	f	NO_RESET_ALL,NOT_IN_SAMPLE	Client Connection Defaults / Statement Behavior	Whether to defer a read-only serializable transaction until it can be executed with no possible serialization failures.	\\N
transaction_isolation	user	enum	\\N	\\N	\\N	{serializable,"repeatable read","read committed","read uncommitted"}	read committed	f	NO_RESET_ALL,NOT_IN_SAMPLE	Client Connection Defaults / Statement Behavior	Sets the current transaction's isolation level.	\\N
transaction_read_only	user	bool	\\N	\\N	\\N	\\N	off	f	NO_RESET_ALL,NOT_IN_SAMPLE	Client Connection Defaults / Statement Behavior	Sets the current transaction's read-only status.	\\N
transform_null_equals	user	bool	\\N	\\N	\\N	\\N	off	f		Version and Platform Compatibility / Other Platforms and Clients	Treats "expr=NULL" as "expr IS NULL".	When turned on, expressions of the form expr = NULL (or NULL = expr) are treated as expr IS NULL, that is, they return true if expr evaluates to the null value, and false otherwise. The correct behavior of expr = NULL is to always return null (unknown).
unix_socket_directories	postmaster	string	\\N	\\N	\\N	\\N	/var/run/postgresql	t		Connections and Authentication / Connection Settings	Sets the directories where Unix-domain sockets will be created.	\\N
unix_socket_group	postmaster	string	\\N	\\N	\\N	\\N		f		Connections and Authentication / Connection Settings	Sets the owning group of the Unix-domain socket.	The owning user of the socket is always the user that starts the server.
unix_socket_permissions	postmaster	integer	\\N	0	511	\\N	511	f		Connections and Authentication / Connection Settings	Sets the access permissions of the Unix-domain socket.	Unix-domain sockets use the usual Unix file system permission set. The parameter value is expected to be a numeric mode specification in the form accepted by the chmod and umask system calls. (To use the customary octal format the number must start with a 0 (zero).)
update_process_title	superuser	bool	\\N	\\N	\\N	\\N	on	f		Reporting and Logging / Process Title	Updates the process title to show the active SQL command.	Enables updating of the process title every time a new SQL command is received by the server.
vacuum_cost_delay	user	real	ms	0	100	\\N	0	f		Resource Usage / Cost-Based Vacuum Delay	Vacuum cost delay in milliseconds.	\\N
vacuum_cost_limit	user	integer	\\N	1	10000	\\N	200	f		Resource Usage / Cost-Based Vacuum Delay	Vacuum cost amount available before napping.	\\N
vacuum_cost_page_dirty	user	integer	\\N	0	10000	\\N	20	f		Resource Usage / Cost-Based Vacuum Delay	Vacuum cost for a page dirtied by vacuum.	\\N
vacuum_cost_page_hit	user	integer	\\N	0	10000	\\N	1	f		Resource Usage / Cost-Based Vacuum Delay	Vacuum cost for a page found in the buffer cache.	\\N
vacuum_cost_page_miss	user	integer	\\N	0	10000	\\N	2	f		Resource Usage / Cost-Based Vacuum Delay	Vacuum cost for a page not found in the buffer cache.	\\N
vacuum_defer_cleanup_age	sighup	integer	\\N	0	1000000	\\N	0	f		Replication / Primary Server	Number of transactions by which VACUUM and HOT cleanup should be deferred, if any.	\\N
vacuum_failsafe_age	user	integer	\\N	0	2100000000	\\N	1600000000	f		Client Connection Defaults / Statement Behavior	Age at which VACUUM should trigger failsafe to avoid a wraparound outage.	\\N
vacuum_freeze_min_age	user	integer	\\N	0	1000000000	\\N	50000000	f		Client Connection Defaults / Statement Behavior	Minimum age at which VACUUM should freeze a table row.	\\N
vacuum_freeze_table_age	user	integer	\\N	0	2000000000	\\N	150000000	f		Client Connection Defaults / Statement Behavior	Age at which VACUUM should scan whole table to freeze tuples.	\\N
vacuum_multixact_failsafe_age	user	integer	\\N	0	2100000000	\\N	1600000000	f		Client Connection Defaults / Statement Behavior	Multixact age at which VACUUM should trigger failsafe to avoid a wraparound outage.	\\N
vacuum_multixact_freeze_min_age	user	integer	\\N	0	1000000000	\\N	5000000	f		Client Connection Defaults / Statement Behavior	Minimum age at which VACUUM should freeze a MultiXactId in a table row.	\\N
vacuum_multixact_freeze_table_age	user	integer	\\N	0	2000000000	\\N	150000000	f		Client Connection Defaults / Statement Behavior	Multixact age at which VACUUM should scan whole table to freeze tuples.	\\N
wal_block_size	internal	integer	\\N	8192	8192	\\N	8192	f	NOT_IN_SAMPLE	Preset Options	Shows the block size in the write ahead log.	\\N
wal_buffers	postmaster	integer	8kB	-1	262143	\\N	-1	f		Write-Ahead Log / Settings	Sets the number of disk-page buffers in shared memory for WAL.	\\N
wal_compression	superuser	enum	\\N	\\N	\\N	{pglz,lz4,zstd,on,off}	off	f		Write-Ahead Log / Settings	Compresses full-page writes written in WAL file with specified method.	\\N
wal_consistency_checking	superuser	string	\\N	\\N	\\N	\\N		f	NOT_IN_SAMPLE	Developer Options	Sets the WAL resource managers for which WAL consistency checks are done.	Full-page images will be logged for all data blocks and cross-checked against the results of WAL replay.
wal_decode_buffer_size	postmaster	integer	B	65536	1073741823	\\N	524288	f		Write-Ahead Log / Recovery	Buffer size for reading ahead in the WAL during recovery.	Maximum distance to read ahead in the WAL to prefetch referenced data blocks.
wal_init_zero	superuser	bool	\\N	\\N	\\N	\\N	on	f		Write-Ahead Log / Settings	Writes zeroes to new WAL files before first use.	\\N
wal_keep_size	sighup	integer	MB	0	2147483647	\\N	0	f		Replication / Sending Servers	Sets the size of WAL files held for standby servers.	\\N
wal_level	postmaster	enum	\\N	\\N	\\N	{minimal,replica,logical}	replica	f		Write-Ahead Log / Settings	Sets the level of information written to the WAL.	\\N
wal_log_hints	postmaster	bool	\\N	\\N	\\N	\\N	off	f		Write-Ahead Log / Settings	Writes full pages to WAL when first modified after a checkpoint, even for a non-critical modification.	\\N
wal_receiver_create_temp_slot	sighup	bool	\\N	\\N	\\N	\\N	off	f		Replication / Standby Servers	Sets whether a WAL receiver should create a temporary replication slot if no permanent slot is configured.	\\N
wal_receiver_status_interval	sighup	integer	s	0	2147483	\\N	10	f		Replication / Standby Servers	Sets the maximum interval between WAL receiver status reports to the sending server.	\\N
wal_receiver_timeout	sighup	integer	ms	0	2147483647	\\N	60000	f		Replication / Standby Servers	Sets the maximum wait time to receive data from the sending server.	\\N
wal_recycle	superuser	bool	\\N	\\N	\\N	\\N	on	f		Write-Ahead Log / Settings	Recycles WAL files by renaming them.	\\N
wal_retrieve_retry_interval	sighup	integer	ms	1	2147483647	\\N	5000	f		Replication / Standby Servers	Sets the time to wait before retrying to retrieve WAL after a failed attempt.	\\N
wal_segment_size	internal	integer	B	1048576	1073741824	\\N	16777216	f	NOT_IN_SAMPLE,RUNTIME_COMPUTED	Preset Options	Shows the size of write ahead log segments.	\\N
wal_sender_timeout	user	integer	ms	0	2147483647	\\N	60000	f		Replication / Sending Servers	Sets the maximum time to wait for WAL replication.	\\N
wal_skip_threshold	user	integer	kB	0	2147483647	\\N	2048	f		Write-Ahead Log / Settings	Minimum size of new file to fsync instead of writing WAL.	\\N
wal_sync_method	sighup	enum	\\N	\\N	\\N	{fsync,fdatasync,open_sync,open_datasync}	fdatasync	f		Write-Ahead Log / Settings	Selects the method used for forcing WAL updates to disk.	\\N
wal_writer_delay	sighup	integer	ms	1	10000	\\N	200	f		Write-Ahead Log / Settings	Time between WAL flushes performed in the WAL writer.	\\N
wal_writer_flush_after	sighup	integer	8kB	0	2147483647	\\N	128	f		Write-Ahead Log / Settings	Amount of WAL written out by WAL writer that triggers a flush.	\\N
work_mem	user	integer	kB	64	2147483647	\\N	4096	f	EXPLAIN	Resource Usage / Memory	Sets the maximum memory to be used for query workspaces.	This much memory can be used by each internal sort operation and hash table before switching to temporary disk files.
xmlbinary	user	enum	\\N	\\N	\\N	{base64,hex}	base64	f		Client Connection Defaults / Statement Behavior	Sets how binary values are to be encoded in XML.	\\N
xmloption	user	enum	\\N	\\N	\\N	{content,document}	content	f		Client Connection Defaults / Statement Behavior	Sets whether XML data in implicit parsing and serialization operations is to be considered as documents or content fragments.	\\N
zero_damaged_pages	superuser	bool	\\N	\\N	\\N	\\N	off	f	NOT_IN_SAMPLE	Developer Options	Continues processing past damaged page headers.	Detection of a damaged page header normally causes PostgreSQL to report an error, aborting the current transaction. Setting zero_damaged_pages to true causes the system to instead report a warning, zero out the damaged page, and continue processing. This behavior will destroy data, namely all the rows on the damaged page.
`;
