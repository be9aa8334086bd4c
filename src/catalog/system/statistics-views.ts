import {decimal} from '../../types/decimal.ts';
import {PG_READ_ALL_STATS_OID} from '../role.ts';
import type {ListedRelation} from './relation-rows.ts';
import {listedRelations} from './relation-rows.ts';
import {RelationStatistics} from './relation-statistics.ts';
import {recordedRelation} from './recorded-relation.ts';
import type {SystemSnapshot} from './snapshot.ts';
import type {ResetTarget} from './status.ts';
import {DATABASE_OID} from './system-oids.ts';
import type {SystemRelation} from './system-relation.ts';

const of = ['all', 'sys', 'user'] as const;
type Of = (typeof of)[number];

/**
 * What PostgreSQL counts while it runs: what is read and written of relations, sessions and transactions. Of blocks, temporary files,
 * dead rows and a transaction log there are none, and of the transaction under way nothing is told apart: these figures are 0.
 */
export const statisticsViews: readonly SystemRelation[] = [
  ...of.flatMap(which => [
    recordedRelation(`pg_catalog.pg_stat_${which}_tables`, function* (snapshot) {
      const statistics = new RelationStatistics(snapshot);
      for (const {relation, indexes: own} of listed(snapshot, which, 'rm')) {
        yield {
          ...named(relation),
          ...zeroes('n_tup_hot_upd n_dead_tup n_ins_since_vacuum autovacuum_count autoanalyze_count'),
          ...statistics.ofTable(relation.oid, own),
        };
      }
    }),
    recordedRelation(`pg_catalog.pg_stat_xact_${which}_tables`, function* (snapshot) {
      for (const {relation} of listed(snapshot, which, 'rm')) {
        yield {...named(relation), ...zeroes('seq_scan seq_tup_read n_tup_ins n_tup_upd n_tup_del n_tup_hot_upd')};
      }
    }),
    recordedRelation(`pg_catalog.pg_statio_${which}_tables`, function* (snapshot) {
      for (const {relation} of listed(snapshot, which, 'rm')) {
        yield {...named(relation), ...zeroes('heap_blks_read heap_blks_hit')};
      }
    }),
    recordedRelation(`pg_catalog.pg_statio_${which}_sequences`, function* (snapshot) {
      for (const {relation} of listed(snapshot, which, 'S')) {
        yield {...named(relation), ...zeroes('blks_read blks_hit')};
      }
    }),
    recordedRelation(`pg_catalog.pg_stat_${which}_indexes`, function* (snapshot) {
      const statistics = new RelationStatistics(snapshot);
      for (const {relation, indexes: own} of listed(snapshot, which, 'rm')) {
        for (const index of own) {
          yield {
            ...named(relation),
            indexrelid: BigInt(index.oid),
            indexrelname: index.name,
            ...statistics.ofIndex(relation.oid, index),
          };
        }
      }
    }),
    recordedRelation(`pg_catalog.pg_statio_${which}_indexes`, function* (snapshot) {
      for (const index of indexes(snapshot, which)) yield {...index, ...zeroes('idx_blks_read idx_blks_hit')};
    }),
  ]),
  recordedRelation('pg_catalog.pg_stat_database', function* (snapshot) {
    const {catalog, status, session} = snapshot;
    const counted = session.statistics?.database;
    yield {
      datid: DATABASE_OID,
      datname: catalog.database,
      numbackends: [...status.sessions()].length,
      ...zeroes('blks_read blks_hit conflicts temp_files temp_bytes sessions_abandoned'),
      ...new RelationStatistics(snapshot).ofDatabase(),
      xact_commit: BigInt(counted?.commits ?? 0),
      xact_rollback: BigInt(counted?.rollbacks ?? 0),
      deadlocks: BigInt(counted?.deadlocks ?? 0),
      sessions: BigInt(counted?.sessions ?? 0),
      sessions_fatal: BigInt(counted?.fatal ?? 0),
      sessions_killed: BigInt(counted?.killed ?? 0),
      blk_read_time: 0,
      blk_write_time: 0,
      session_time: counted?.sessionMillis ?? 0,
      active_time: counted?.activeMillis ?? 0,
      idle_in_transaction_time: counted?.idleInTransactionMillis ?? 0,
      stats_reset: resetOf(snapshot, 'database'),
    };
  }),
  // One row each, as in PostgreSQL; there are no buffers, no archive and no log of that kind.
  recordedRelation('pg_catalog.pg_stat_archiver', function* (snapshot) {
    yield {...zeroes('archived_count failed_count'), stats_reset: resetOf(snapshot, 'archiver')};
  }),
  recordedRelation('pg_catalog.pg_stat_bgwriter', function* (snapshot) {
    const {status} = snapshot;
    yield {
      ...zeroes(
        'buffers_checkpoint buffers_clean maxwritten_clean buffers_backend buffers_backend_fsync buffers_alloc',
      ),
      checkpoints_timed: BigInt(status.checkpoints?.().timed ?? 0),
      checkpoints_req: BigInt(status.checkpoints?.().requested ?? 0),
      checkpoint_write_time: status.checkpoints?.().millis ?? 0,
      checkpoint_sync_time: 0,
      stats_reset: resetOf(snapshot, 'bgwriter'),
    };
  }),
  recordedRelation('pg_catalog.pg_stat_wal', function* (snapshot) {
    yield {
      ...zeroes('wal_records wal_fpi wal_buffers_full wal_write wal_sync'),
      wal_bytes: decimal(0n, 0),
      wal_write_time: 0,
      wal_sync_time: 0,
      stats_reset: resetOf(snapshot, 'wal'),
    };
  }),
  recordedRelation('pg_catalog.pg_stat_database_conflicts', function* ({catalog}) {
    yield {
      datid: DATABASE_OID,
      datname: catalog.database,
      ...zeroes('confl_tablespace confl_lock confl_snapshot confl_bufferpin confl_deadlock'),
    };
  }),
  recordedRelation('pg_catalog.pg_stat_ssl', function* ({catalog, session, status}) {
    const reader = session.role;
    const all = catalog.roleBook.hasRightsOf(reader, PG_READ_ALL_STATS_OID);
    for (const {processId, user, tls} of status.sessions()) {
      const theirs = catalog.role(user);
      if (!all && theirs && !catalog.roleBook.hasRightsOf(reader, theirs.oid)) continue;
      yield {
        pid: processId,
        ssl: tls !== null,
        version: tls?.version ?? null,
        cipher: tls?.cipher ?? null,
        bits: tls?.bits ?? null,
        client_dn: tls?.clientName ?? null,
        client_serial: tls?.clientSerial ? decimal(BigInt(`0x${tls.clientSerial}`), 0) : null,
        issuer_dn: tls?.issuerName ?? null,
      };
    }
  }),
  recordedRelation('pg_catalog.pg_stat_gssapi', function* ({status}) {
    for (const {processId} of status.sessions()) yield {pid: processId, gss_authenticated: false, encrypted: false};
  }),
];

function resetOf({status, session}: SystemSnapshot, target: ResetTarget): bigint | null {
  return session.statistics?.resets[target] ?? status.startedAt?.() ?? null;
}

function zeroes(names: string): Record<string, bigint> {
  return Object.fromEntries(names.split(' ').map(name => [name, 0n]));
}

function* listed(snapshot: SystemSnapshot, which: Of, kinds: string): Generator<ListedRelation> {
  for (const found of listedRelations(snapshot)) {
    const system = found.relation.kind === 'system';
    if (!kinds.includes(found.relkind) || (which === 'sys' && !system) || (which === 'user' && system)) continue;
    yield found;
  }
}

function named({oid, schema, name}: ListedRelation['relation']) {
  return {relid: BigInt(oid), schemaname: schema, relname: name};
}

function* indexes(snapshot: SystemSnapshot, which: Of) {
  for (const {relation, indexes: own} of listed(snapshot, which, 'rm')) {
    for (const {oid, name} of own) yield {...named(relation), indexrelid: BigInt(oid), indexrelname: name};
  }
}
