import type {Datum} from '../../types/datum.ts';
import {
  arrayOf,
  BOOLEAN,
  INTEGER,
  NAME,
  OID,
  REGCLASS,
  SMALLINT,
  type SqlType,
  TEXT,
  TIMESTAMPTZ,
} from '../../types/sql-type.ts';
import {SqlError} from '../../types/sql-error.ts';
import {func} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';

const PG_LSN: SqlType = {kind: 'pg_lsn'};
const XID: SqlType = {kind: 'xid'};

/** What queries of tools ask of the catalogs beside their rows. The session answers. */
export const catalogHelperRows: readonly FunctionRow[] = [
  ...[
    '_pg_char_max_length',
    '_pg_char_octet_length',
    '_pg_numeric_precision',
    '_pg_numeric_precision_radix',
    '_pg_numeric_scale',
    '_pg_datetime_precision',
  ].map(name => asked(name, [OID, INTEGER], INTEGER, 'size of a type, as the standard tells it')),
  asked('_pg_interval_type', [OID, INTEGER], TEXT, 'fields of an interval, as the standard tells them'),
  asked('_pg_index_position', [OID, SMALLINT], INTEGER, 'place of a column in an index'),
  ...[[], [NAME], [OID]].map(role =>
    asked('has_parameter_privilege', [...role, TEXT, TEXT], BOOLEAN, 'whether a parameter may be set'),
  ),
  asked('pg_settings_get_flags', [TEXT], arrayOf(TEXT), 'marks of a parameter'),
  asked('pg_relation_filepath', [REGCLASS], TEXT, 'file that holds its rows'),
  asked('pg_filenode_relation', [OID, OID], REGCLASS, 'relation of a file'),
  asked('pg_partition_root', [REGCLASS], REGCLASS, 'the table that it is a partition of'),
  asked('pg_get_replica_identity_index', [REGCLASS], REGCLASS, 'the index that rows are known by'),
  asked('pg_index_has_property', [REGCLASS, TEXT], BOOLEAN, 'whether an index can'),
  asked('pg_index_column_has_property', [REGCLASS, INTEGER, TEXT], BOOLEAN, 'whether a column of an index can'),
  asked('pg_indexam_has_property', [OID, TEXT], BOOLEAN, 'whether indexes of a kind can'),
  asked('pg_database_collation_actual_version', [OID], TEXT, 'version of what makes the order'),
  asked('getpgusername', [], NAME, 'name of the role'),
  // Of a server that has been nobody's standby, has no second log and no sessions that wait for safe snapshots.
  ...['pg_last_wal_receive_lsn', 'pg_last_wal_replay_lsn'].map(name =>
    func(name, [], PG_LSN, 'place in the log of a standby', () => null, {volatility: 'volatile'}),
  ),
  func('pg_last_xact_replay_timestamp', [], TIMESTAMPTZ, 'time on a standby', () => null, {volatility: 'volatile'}),
  ...['pg_is_wal_replay_paused', 'pg_get_wal_replay_pause_state'].map((name, i) =>
    func(name, [], i === 0 ? BOOLEAN : TEXT, 'whether a standby waits', notInRecovery, {volatility: 'volatile'}),
  ),
  func('pg_safe_snapshot_blocking_pids', [INTEGER], arrayOf(INTEGER), 'sessions that one waits for', () => [], {
    volatility: 'volatile',
  }),
  func('pg_xact_commit_timestamp', [XID], TIMESTAMPTZ, 'when a transaction was committed', noTimestamps, {
    volatility: 'volatile',
  }),
  func(
    'mxid_age',
    [XID],
    INTEGER,
    'transactions that share locks since',
    ([number]: readonly [bigint]) => {
      return number < 1n ? 2147483647 : Number(BigInt.asIntN(32, 1n - number));
    },
    {volatility: 'stable'},
  ),
];

function asked(name: string, args: readonly SqlType[], returns: SqlType, says: string): FunctionRow {
  const row = (given: readonly Datum[], {system}: CallContext): Datum => {
    if (!system) throw new SqlError('0A000', `${name}() is not supported in this place`);
    return system(name, given);
  };
  return func(name, args, returns, says, row, {volatility: 'stable'});
}

function notInRecovery(): never {
  throw new SqlError('55000', 'recovery is not in progress', {
    hint: 'Recovery control functions can only be executed during recovery.',
  });
}

function noTimestamps(): never {
  throw new SqlError('55000', 'could not get commit timestamp data', {
    hint: 'Make sure the configuration parameter "track_commit_timestamp" is set.',
  });
}
