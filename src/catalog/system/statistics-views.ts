import {decimal} from '../../types/decimal.ts';
import {PG_READ_ALL_STATS_OID} from '../role.ts';
import type {ListedRelation} from './relation-rows.ts';
import {listedRelations} from './relation-rows.ts';
import {recordedRelation} from './recorded-relation.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {DATABASE_OID} from './system-oids.ts';
import type {SystemRelation} from './system-relation.ts';

const of = ['all', 'sys', 'user'] as const;
type Of = (typeof of)[number];

/**
 * What PostgreSQL counts while it runs. There are no scans, blocks or transaction logs to count here: rows that are
 * there are true, other figures are 0.
 */
export const statisticsViews: readonly SystemRelation[] = [
  ...of.flatMap(which => [
    recordedRelation(`pg_catalog.pg_stat_${which}_tables`, function* (snapshot) {
      const rows = rowCounts(snapshot);
      for (const {relation} of listed(snapshot, which, 'rm')) {
        yield {
          ...named(relation),
          ...zeroes('seq_scan seq_tup_read n_tup_ins n_tup_upd n_tup_del n_tup_hot_upd n_dead_tup n_mod_since_analyze'),
          ...zeroes('n_ins_since_vacuum vacuum_count autovacuum_count analyze_count autoanalyze_count'),
          n_live_tup: rows.get(relation.oid) ?? 0n,
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
      for (const index of indexes(snapshot, which)) yield {...index, ...zeroes('idx_scan idx_tup_read idx_tup_fetch')};
    }),
    recordedRelation(`pg_catalog.pg_statio_${which}_indexes`, function* (snapshot) {
      for (const index of indexes(snapshot, which)) yield {...index, ...zeroes('idx_blks_read idx_blks_hit')};
    }),
  ]),
  recordedRelation('pg_catalog.pg_stat_database', function* ({catalog, status}) {
    yield {
      datid: DATABASE_OID,
      datname: catalog.database,
      numbackends: [...status.sessions()].length,
      ...zeroes('xact_commit xact_rollback blks_read blks_hit tup_returned tup_fetched tup_inserted tup_updated'),
      ...zeroes('tup_deleted conflicts temp_files temp_bytes deadlocks sessions sessions_abandoned sessions_fatal'),
      sessions_killed: 0n,
      blk_read_time: 0,
      blk_write_time: 0,
      session_time: 0,
      active_time: 0,
      idle_in_transaction_time: 0,
      stats_reset: status.startedAt?.() ?? null,
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

function rowCounts({status}: SystemSnapshot): ReadonlyMap<number, bigint> {
  return new Map(Array.from(status.relations?.() ?? [], ({relation, rows}) => [relation, rows]));
}
