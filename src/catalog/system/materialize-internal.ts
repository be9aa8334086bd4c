import type {Interval} from '../../types/datum.ts';
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INET,
  INTEGER,
  INTERVAL,
  JSONB,
  type SqlType,
  TEXT,
  TIMESTAMPTZ,
  UUID,
} from '../../types/sql-type.ts';
import {addressOf} from '../client-address.ts';
import {commentsOf} from '../comments.ts';
import {type Listed, listedObjects} from './compatibility-objects.ts';
import {CLUSTER_ID, materializeId, materializeRoleId, materializeSchemaId, REPLICA_ID} from './materialize-ids.ts';
import type {SystemSnapshot} from './snapshot.ts';
import type {SourceStatus} from './status.ts';
import {DATABASE_OID} from './system-oids.ts';
import {systemRelation, type SystemRelation} from './system-relation.ts';
import type {SystemRows} from './system-row.ts';

// mz_internal: where Materialize's documentation sends those who ask how sources, sinks and views do.

const STATUS = {
  id: TEXT,
  name: TEXT,
  type: TEXT,
  last_status_change_at: TIMESTAMPTZ,
  status: TEXT,
  error: TEXT,
  details: JSONB,
};

const NO_LAG: Interval = {months: 0, days: 0, micros: 0n};

export const mzSessions = internal(
  15360,
  'mz_sessions',
  {id: UUID, connection_id: BIGINT, role_id: TEXT, client_ip: INET, connected_at: TIMESTAMPTZ},
  function* ({catalog, status}) {
    for (const {processId, user, client, started} of status.sessions()) {
      yield {
        connection_id: BigInt(processId),
        role_id: materializeRoleId(catalog.role(user)?.oid ?? 0),
        client_ip: addressOf(client),
        connected_at: started,
      };
    }
  },
);

export const materializeInternalRelations: readonly SystemRelation[] = [
  mzSessions,
  internal(15361, 'mz_source_statuses', STATUS, sourceStatuses),
  internal(15362, 'mz_sink_statuses', STATUS, function* ({catalog, status}) {
    const statuses = new Map(Array.from(status.sinks(), each => [each.sink, each]));
    for (const {oid, name, connector} of catalog.ofKind('sink')) {
      const found = statuses.get(oid);
      yield {
        id: materializeId(oid),
        name,
        type: connector,
        status: found?.state ?? 'created',
        error: found?.lastError ?? null,
      };
    }
  }),
  internal(
    15363,
    'mz_source_statistics',
    {
      id: TEXT,
      replica_id: TEXT,
      messages_received: BIGINT,
      bytes_received: BIGINT,
      updates_staged: BIGINT,
      updates_committed: BIGINT,
      records_indexed: BIGINT,
      bytes_indexed: BIGINT,
      rehydration_latency: INTERVAL,
      snapshot_records_known: BIGINT,
      snapshot_records_staged: BIGINT,
      snapshot_committed: BOOLEAN,
      offset_known: BIGINT,
      offset_committed: BIGINT,
    },
    sourceStatistics,
  ),
  internal(
    15364,
    'mz_sink_statistics',
    {
      id: TEXT,
      replica_id: TEXT,
      messages_staged: BIGINT,
      messages_committed: BIGINT,
      bytes_staged: BIGINT,
      bytes_committed: BIGINT,
    },
    function* ({status}) {
      for (const {sink, rows} of status.sinks()) {
        yield {id: materializeId(sink), replica_id: REPLICA_ID, messages_staged: rows, messages_committed: rows};
      }
    },
  ),
  internal(
    15365,
    'mz_hydration_statuses',
    {object_id: TEXT, replica_id: TEXT, hydrated: BOOLEAN},
    function* (snapshot) {
      for (const [id, hydrated] of hydration(snapshot, true)) yield {object_id: id, replica_id: REPLICA_ID, hydrated};
    },
  ),
  internal(
    15366,
    'mz_compute_hydration_statuses',
    {object_id: TEXT, replica_id: TEXT, hydrated: BOOLEAN, hydration_time: INTERVAL},
    function* (snapshot) {
      for (const [id, hydrated] of hydration(snapshot, false)) yield {object_id: id, replica_id: REPLICA_ID, hydrated};
    },
  ),
  // What is live has taken in the last tick, and with that all that has come.
  internal(15367, 'mz_wallclock_global_lag', {object_id: TEXT, lag: INTERVAL}, function* (snapshot) {
    for (const [id, hydrated] of hydration(snapshot, true)) yield {object_id: id, lag: hydrated ? NO_LAG : null};
  }),
  internal(
    15368,
    'mz_materialization_lag',
    {
      object_id: TEXT,
      local_lag: INTERVAL,
      global_lag: INTERVAL,
      slowest_local_input_id: TEXT,
      slowest_global_input_id: TEXT,
    },
    function* (snapshot) {
      for (const [id, hydrated] of hydration(snapshot, false)) {
        const lag = hydrated ? NO_LAG : null;
        yield {object_id: id, local_lag: lag, global_lag: lag};
      }
    },
  ),
  internal(15369, 'mz_object_dependencies', {object_id: TEXT, referenced_object_id: TEXT}, function* (snapshot) {
    for (const [from, to] of dependencies(snapshot)) yield {object_id: from, referenced_object_id: to};
  }),
  internal(
    15370,
    'mz_object_transitive_dependencies',
    {object_id: TEXT, referenced_object_id: TEXT},
    function* (snapshot) {
      for (const [from, to] of transitive(dependencies(snapshot))) yield {object_id: from, referenced_object_id: to};
    },
  ),
  internal(15371, 'mz_materialization_dependencies', {object_id: TEXT, dependency_id: TEXT}, function* (snapshot) {
    const running = new Set(Array.from(hydration(snapshot, false), ([id]) => id));
    for (const [from, to] of dependencies(snapshot)) {
      if (running.has(from)) yield {object_id: from, dependency_id: to};
    }
  }),
  internal(
    15372,
    'mz_object_fully_qualified_names',
    {
      id: TEXT,
      name: TEXT,
      object_type: TEXT,
      schema_id: TEXT,
      schema_name: TEXT,
      database_id: TEXT,
      database_name: TEXT,
      cluster_id: TEXT,
    },
    function* (snapshot) {
      for (const {oid, name, kind, schema} of listedObjects(snapshot)) {
        yield {
          id: materializeId(oid),
          name,
          object_type: kind.replace(' ', '-'),
          schema_id: materializeSchemaId(snapshot.catalog, schema),
          schema_name: schema,
          database_id: `u${DATABASE_OID}`,
          database_name: snapshot.catalog.database,
          cluster_id: isMaintained(kind) || kind === 'source' ? CLUSTER_ID : null,
        };
      }
    },
  ),
  internal(
    15373,
    'mz_comments',
    {id: TEXT, object_type: TEXT, object_sub_id: INTEGER, comment: TEXT},
    function* ({catalog}) {
      for (const object of catalog.all()) {
        const schema = object.kind === 'schema' ? materializeSchemaId(catalog, object.name) : null;
        for (const {objoid, objsubid, description} of commentsOf(object)) {
          const own = Number(objoid) === object.oid;
          if (!own && !catalog.byOid(Number(objoid)) && !isIndex(object, Number(objoid))) continue;
          yield {
            id: schema ?? materializeId(objoid),
            object_type: own ? object.kind.replace(' ', '-') : 'index',
            object_sub_id: objsubid === 0 ? null : objsubid,
            comment: description,
          };
        }
      }
    },
  ),
  internal(
    15374,
    'mz_cluster_replica_statuses',
    {replica_id: TEXT, process_id: BIGINT, status: TEXT, reason: TEXT, updated_at: TIMESTAMPTZ},
    function* ({status}) {
      yield {replica_id: REPLICA_ID, process_id: 0n, status: 'online', updated_at: status.startedAt?.() ?? null};
    },
  ),
  internal(
    15375,
    'mz_cluster_replica_status_history',
    {replica_id: TEXT, process_id: BIGINT, status: TEXT, reason: TEXT, occurred_at: TIMESTAMPTZ},
    function* ({status}) {
      yield {replica_id: REPLICA_ID, process_id: 0n, status: 'online', occurred_at: status.startedAt?.() ?? null};
    },
  ),
  internal(
    15376,
    'mz_cluster_replica_metrics',
    {replica_id: TEXT, process_id: BIGINT, cpu_nano_cores: BIGINT, memory_bytes: BIGINT, disk_bytes: BIGINT},
    function* () {
      yield {replica_id: REPLICA_ID, process_id: 0n, memory_bytes: BigInt(process.memoryUsage().rss)};
    },
  ),
  internal(
    15377,
    'mz_cluster_replica_utilization',
    {replica_id: TEXT, process_id: BIGINT, cpu_percent: DOUBLE, memory_percent: DOUBLE, disk_percent: DOUBLE},
    // Of what, nobody has said: there is no size that a replica has.
    function* () {
      yield {replica_id: REPLICA_ID, process_id: 0n};
    },
  ),
  internal(15378, 'mz_cluster_schedules', {cluster_id: TEXT, type: TEXT, refresh_hydration_time_estimate: INTERVAL}),
];

function internal(oid: number, name: string, columns: Readonly<Record<string, SqlType>>, rows: SystemRows = () => []) {
  return systemRelation({oid, schema: 'mz_internal', name, relkind: 'v', columns, rows});
}

function isMaintained(kind: Listed['kind']): boolean {
  return kind === 'materialized view' || kind === 'sink' || kind === 'index';
}

function isIndex(object: {readonly indexes?: readonly {readonly oid: number}[]} | object, oid: number): boolean {
  return 'indexes' in object && object.indexes?.some(index => index.oid === oid) === true;
}

function bySource({status}: SystemSnapshot): Map<number, SourceStatus[]> {
  return grouped(status.sources(), each => each.source);
}

/** `stalled` if one partition has failed, which is tried again. What has been read to its end runs: it waits for more. */
function* sourceStatuses(snapshot: SystemSnapshot) {
  const all = bySource(snapshot);
  for (const {oid, name, connector} of snapshot.catalog.ofKind('source')) {
    const partitions = all.get(oid) ?? [];
    const failed = partitions.find(({state}) => state === 'failed');
    const running = partitions.some(({state}) => state !== 'starting');
    yield {
      id: materializeId(oid),
      name,
      type: connector.replace(' ', '-'),
      status: failed ? 'stalled' : running ? 'running' : partitions.length > 0 ? 'starting' : 'created',
      error: (failed ?? partitions.find(({lastError}) => lastError !== null))?.lastError ?? null,
    };
  }
}

function* sourceStatistics(snapshot: SystemSnapshot) {
  for (const [oid, partitions] of bySource(snapshot)) {
    const sum = (of: (partition: SourceStatus) => bigint | null): bigint =>
      partitions.reduce((total, partition) => total + (of(partition) ?? 0n), 0n);
    const rows = sum(partition => partition.rows);
    const offsets = partitions.some(({position}) => position !== null) ? sum(({position}) => position) : null;
    const knowsEnds = partitions.every(({lag}) => lag !== null);
    yield {
      id: materializeId(oid),
      replica_id: REPLICA_ID,
      messages_received: rows + sum(({deadLetters}) => deadLetters),
      updates_staged: rows,
      updates_committed: rows,
      snapshot_committed: partitions.some(({state}) => state !== 'starting'),
      offset_known: offsets === null || !knowsEnds ? null : offsets + sum(({lag}) => lag),
      offset_committed: offsets,
    };
  }
}

/** Ids of what is filled and kept up to date, and whether it is; with `external`, sources and sinks too. */
function* hydration(snapshot: SystemSnapshot, external: boolean): Generator<readonly [string, boolean]> {
  const views = new Map(Array.from(snapshot.status.materializedViews(), ({view, state}) => [view, state]));
  const sinks = new Map(Array.from(snapshot.status.sinks(), ({sink, state}) => [sink, state]));
  const sources = bySource(snapshot);
  for (const {kind, oid, index} of listedObjects(snapshot)) {
    const id = materializeId(oid);
    if (kind === 'materialized view') yield [id, views.get(oid) === 'running'];
    if (kind === 'index') yield [id, index!.on.kind === 'table' || views.get(index!.on.oid) === 'running'];
    if (external && kind === 'sink') yield [id, sinks.get(oid) === 'running'];
    if (external && kind === 'source') {
      yield [id, sources.get(oid)?.every(({state}) => state !== 'starting' && state !== 'failed') === true];
    }
  }
}

function* dependencies(snapshot: SystemSnapshot): Generator<readonly [string, string]> {
  for (const {kind, oid, object, index} of listedObjects(snapshot)) {
    const on = index ? [index.on.oid] : kind !== 'system' && 'dependsOn' in object ? object.dependsOn : [];
    for (const referenced of new Set(on)) yield [materializeId(oid), materializeId(referenced)];
  }
}

function transitive(direct: Iterable<readonly [string, string]>): [string, string][] {
  const next = grouped(direct, ([from]) => from);
  const reach = (from: string, found: Set<string>): Set<string> => {
    for (const [, to] of next.get(from) ?? []) if (!found.has(to)) reach(to, found.add(to));
    return found;
  };
  return [...next.keys()].flatMap(from => [...reach(from, new Set())].map((to): [string, string] => [from, to]));
}

function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
