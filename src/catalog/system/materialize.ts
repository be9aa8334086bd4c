import {oidOf} from '../../types/catalog-oids.ts';
import {BOOLEAN, INTEGER, BIGINT, INTERVAL, NUMERIC, OID, type SqlType, TEXT} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {typmodOf} from '../../types/typmod.ts';
import {aclTexts} from '../acl.ts';
import {liveColumns} from '../object.ts';
import {aclOf, databaseAcl, ownerOf, schemaAcl} from '../rights.ts';
import {ACLITEMS, TEXTS} from './column-types.ts';
import {type Listed, listedObjects, systemObjects} from './compatibility-objects.ts';
import {
  CLUSTER_ID,
  CLUSTER_NAME,
  materializeId,
  materializeRoleId,
  materializeSchemaId,
  REPLICA_ID,
  REPLICA_NAME,
} from './materialize-ids.ts';
import {pgProc} from './pg-proc.ts';
import {pgType} from './pg-type.ts';
import {rowsByName} from './rows-by-name.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {DATABASE_OID, FIRST_USER_OID, systemNamespaces} from './system-oids.ts';
import {systemRelation, type SystemRelation} from './system-relation.ts';
import {attributeNumbers} from './relation-rows.ts';
import type {SystemRow, SystemRows} from './system-row.ts';

// mz_catalog: what users of Materialize ask its catalog, answered from ours.

const OBJECT = {id: TEXT, oid: OID, schema_id: TEXT, name: TEXT};
const OWNED = {owner_id: TEXT, privileges: ACLITEMS};
const CREATED = {create_sql: TEXT};
const EXTERNAL = {
  type: TEXT,
  connection_id: TEXT,
  size: TEXT,
  envelope_type: TEXT,
  key_format: TEXT,
  value_format: TEXT,
  cluster_id: TEXT,
};

export const materializeRelations: readonly SystemRelation[] = [
  mz(15201, 'mz_tables', {...OBJECT, ...OWNED, ...CREATED, source_id: TEXT}, ofKinds('table')),
  mz(15202, 'mz_views', {...OBJECT, definition: TEXT, ...OWNED, ...CREATED}, ofKinds('view')),
  mz(
    15203,
    'mz_materialized_views',
    {...OBJECT, cluster_id: TEXT, definition: TEXT, ...OWNED, ...CREATED},
    ofKinds('materialized view'),
  ),
  mz(15204, 'mz_sources', {...OBJECT, ...EXTERNAL, ...OWNED, ...CREATED}, ofKinds('source')),
  mz(15205, 'mz_sinks', {...OBJECT, ...EXTERNAL, format: TEXT, owner_id: TEXT, ...CREATED}, ofKinds('sink')),
  mz(
    15206,
    'mz_indexes',
    {id: TEXT, oid: OID, name: TEXT, on_id: TEXT, cluster_id: TEXT, owner_id: TEXT, ...CREATED},
    ofKinds('index'),
  ),
  mz(15207, 'mz_objects', {...OBJECT, type: TEXT, owner_id: TEXT, cluster_id: TEXT, privileges: ACLITEMS}, allObjects),
  mz(15211, 'mz_relations', {...OBJECT, type: TEXT, owner_id: TEXT, cluster_id: TEXT, privileges: ACLITEMS}, relations),
  mz(
    15208,
    'mz_columns',
    {
      id: TEXT,
      name: TEXT,
      position: BIGINT,
      nullable: BOOLEAN,
      type: TEXT,
      default: TEXT,
      type_oid: OID,
      type_mod: INTEGER,
    },
    columns,
  ),
  mz(
    15212,
    'mz_index_columns',
    {index_id: TEXT, index_position: BIGINT, on_position: BIGINT, on_expression: TEXT, nullable: BOOLEAN},
    indexColumns,
  ),
  mz(15209, 'mz_schemas', {id: TEXT, oid: OID, database_id: TEXT, name: TEXT, ...OWNED}, function* ({catalog}) {
    const made = catalog.ofKind('schema').map(({oid, name}) => [name, oid] as const);
    for (const [name, oid] of [...systemNamespaces, ...made]) {
      const own = catalog.schema(name);
      yield {
        id: materializeSchemaId(catalog, name),
        oid: BigInt(oid),
        database_id: own ? databaseId : null,
        name,
        owner_id: materializeRoleId(own ? ownerOf(catalog, own) : 10),
        privileges: aclTexts(schemaAcl(catalog, name), catalog.roleBook),
      };
    }
  }),
  mz(15210, 'mz_databases', {id: TEXT, oid: OID, name: TEXT, ...OWNED}, function* ({catalog}) {
    yield {
      id: databaseId,
      oid: DATABASE_OID,
      name: catalog.database,
      owner_id: materializeRoleId(catalog.roleBook.databaseOwner),
      privileges: aclTexts(databaseAcl(catalog), catalog.roleBook),
    };
  }),
  mz(15300, 'mz_types', {...OBJECT, category: TEXT, ...OWNED}, types),
  mz(
    15301,
    'mz_functions',
    {
      ...OBJECT,
      argument_type_ids: TEXTS,
      variadic_argument_type_id: TEXT,
      return_type_id: TEXT,
      returns_set: BOOLEAN,
      owner_id: TEXT,
    },
    function* (snapshot) {
      for (const row of rowsByName(pgProc, snapshot)) {
        yield {
          ...madeElsewhere(snapshot, row, 'pro'),
          argument_type_ids: (row.proargtypes as readonly bigint[]).map(materializeId),
          variadic_argument_type_id: row.provariadic ? materializeId(row.provariadic as bigint) : null,
          return_type_id: row.prorettype ? materializeId(row.prorettype as bigint) : null,
          returns_set: row.proretset,
        };
      }
    },
  ),
  mz(
    15302,
    'mz_roles',
    {id: TEXT, oid: OID, name: TEXT, inherit: BOOLEAN, rolcanlogin: BOOLEAN, rolsuper: BOOLEAN},
    function* ({catalog}) {
      for (const {oid, name, inherit, login, superuser} of catalog.roles) {
        yield {id: materializeRoleId(oid), oid: BigInt(oid), name, inherit, rolcanlogin: login, rolsuper: superuser};
      }
    },
  ),
  mz(15303, 'mz_role_members', {role_id: TEXT, member: TEXT, grantor: TEXT}, function* ({catalog}) {
    for (const {role, member, grantor} of catalog.roleBook.allMemberships) {
      yield {
        role_id: materializeRoleId(role),
        member: materializeRoleId(member),
        grantor: materializeRoleId(grantor),
      };
    }
  }),
  mz(15304, 'mz_role_parameters', {role_id: TEXT, parameter_name: TEXT, parameter_value: TEXT}, function* ({catalog}) {
    for (const {role, name, value} of catalog.roleBook.settings) {
      if (role !== 0) yield {role_id: materializeRoleId(role), parameter_name: name, parameter_value: value};
    }
  }),
  mz(
    15305,
    'mz_clusters',
    {
      id: TEXT,
      name: TEXT,
      ...OWNED,
      managed: BOOLEAN,
      size: TEXT,
      replication_factor: INTEGER,
      disk: BOOLEAN,
      availability_zones: TEXTS,
      introspection_debugging: BOOLEAN,
      introspection_interval: INTERVAL,
    },
    function* () {
      yield {id: CLUSTER_ID, name: CLUSTER_NAME, owner_id: materializeRoleId(10), managed: false};
    },
  ),
  mz(
    15306,
    'mz_cluster_replicas',
    {
      id: TEXT,
      name: TEXT,
      cluster_id: TEXT,
      size: TEXT,
      availability_zone: TEXT,
      owner_id: TEXT,
      disk: BOOLEAN,
    },
    function* () {
      yield {id: REPLICA_ID, name: REPLICA_NAME, cluster_id: CLUSTER_ID, owner_id: materializeRoleId(10), disk: true};
    },
  ),
  mz(15307, 'mz_cluster_replica_sizes', {
    size: TEXT,
    processes: BIGINT,
    workers: BIGINT,
    cpu_nano_cores: BIGINT,
    memory_bytes: BIGINT,
    disk_bytes: BIGINT,
    credits_per_hour: NUMERIC,
  }),
  // Connections and secrets are options of sources and sinks here.
  mz(15308, 'mz_connections', {...OBJECT, type: TEXT, ...OWNED, ...CREATED}),
  mz(15309, 'mz_secrets', {...OBJECT, ...OWNED}),
  mz(15310, 'mz_kafka_connections', {id: TEXT, brokers: TEXTS, sink_progress_topic: TEXT}),
  mz(15311, 'mz_kafka_sources', {id: TEXT, group_id_prefix: TEXT, topic: TEXT}, topics('source')),
  mz(15312, 'mz_kafka_sinks', {id: TEXT, topic: TEXT}, topics('sink')),
  mz(15313, 'mz_recent_storage_usage', {object_id: TEXT, size_bytes: BIGINT}, function* ({status}) {
    for (const {relation, bytes} of status.relations?.() ?? []) {
      yield {object_id: materializeId(relation), size_bytes: bytes};
    }
  }),
];

function mz(
  oid: number,
  name: string,
  own: Readonly<Record<string, SqlType>>,
  rows: SystemRows = () => [],
): SystemRelation {
  return systemRelation({oid, schema: 'mz_catalog', name, relkind: 'v', columns: own, rows});
}

const databaseId = `u${DATABASE_OID}`;

/** By pg_type.typcategory. */
const categories: Readonly<Record<string, string>> = {
  A: 'array',
  B: 'boolean',
  C: 'composite',
  D: 'date-time',
  E: 'enum',
  G: 'geometric',
  I: 'network-address',
  N: 'numeric',
  P: 'pseudo',
  R: 'range',
  S: 'string',
  T: 'timespan',
  V: 'bit-string',
};

function ofKinds(kind: Listed['kind']): SystemRows {
  return function* (snapshot) {
    for (const each of listedObjects(snapshot)) if (each.kind === kind) yield objectRow(snapshot, each);
    if (kind !== 'table' && kind !== 'view') return;
    for (const each of systemObjects(snapshot)) {
      const row = objectRow(snapshot, each);
      if (row.type === kind) yield row;
    }
  };
}

function* relations(snapshot: SystemSnapshot): Generator<SystemRow> {
  for (const each of listedObjects(snapshot)) {
    if (each.kind !== 'sink' && each.kind !== 'index') yield typedRow(snapshot, each);
  }
  for (const each of systemObjects(snapshot)) yield objectRow(snapshot, each);
}

function* allObjects(snapshot: SystemSnapshot): Generator<SystemRow> {
  for (const each of listedObjects(snapshot)) yield typedRow(snapshot, each);
  for (const each of systemObjects(snapshot)) yield objectRow(snapshot, each);
  yield* types(snapshot);
  for (const row of rowsByName(pgProc, snapshot)) yield {...madeElsewhere(snapshot, row, 'pro'), type: 'function'};
}

/** As mz_objects has it: `type` is the kind of object, and not what a source reads from. */
function typedRow(snapshot: SystemSnapshot, each: Listed): SystemRow {
  return {...objectRow(snapshot, each), type: each.kind.replace(' ', '-')};
}

/** All that one of Materialize's relations tells of an object; each takes what it has columns for. */
function objectRow({catalog}: SystemSnapshot, each: Listed): SystemRow {
  const {kind, oid, name, schema, object, index} = each;
  const runs = kind === 'source' || kind === 'sink' || kind === 'materialized view' || kind === 'index';
  return {
    id: materializeId(oid),
    oid: BigInt(oid),
    schema_id: materializeSchemaId(catalog, schema),
    name,
    cluster_id: runs ? CLUSTER_ID : null,
    owner_id: materializeRoleId(ownerOf(catalog, object)),
    privileges: kind === 'index' ? null : aclTexts(aclOf(catalog, object), catalog.roleBook),
    create_sql: each.definition,
    definition: object.kind === 'view' || object.kind === 'materialized view' ? object.query : null,
    on_id: index ? materializeId(index.on.oid) : null,
    ...(object.kind === 'system' && {type: object.relkind === 'r' ? 'table' : 'view'}),
    ...(object.kind === 'table' && kind === 'table' && {source_id: sourceOf(object.dependsOn, catalog)}),
    ...((object.kind === 'source' || object.kind === 'sink') && externalFacts(object)),
  };
}

/** Of a table of dead letters: whose they are. */
function sourceOf(dependsOn: readonly number[], catalog: SystemSnapshot['catalog']): string | null {
  const source = dependsOn.find(oid => catalog.byOid(oid)?.kind === 'source');
  return source === undefined ? null : materializeId(source);
}

function externalFacts({
  connector,
  format,
}: {
  readonly connector: string;
  readonly format: {readonly format: string; readonly encode: string} | null;
}): SystemRow {
  return {
    type: connector.replace(' ', '-'),
    envelope_type: format && (format.format === 'plain' ? 'none' : format.format),
    value_format: format?.encode ?? null,
    format: format?.encode ?? null,
  };
}

function topics(kind: 'source' | 'sink'): SystemRows {
  return function* ({catalog}) {
    for (const {oid, connector, options} of catalog.ofKind(kind)) {
      if (connector === 'kafka') yield {id: materializeId(oid), topic: options.topic ?? null};
    }
  };
}

function* columns(snapshot: SystemSnapshot): Generator<SystemRow> {
  for (const {object, kind, oid} of [...listedObjects(snapshot), ...systemObjects(snapshot)]) {
    if (kind === 'index' || kind === 'sink' || !('columns' in object)) continue;
    for (const {column, number} of liveColumns(object)) {
      yield {
        id: materializeId(oid),
        name: column.name,
        position: BigInt(number),
        nullable: column.nullable,
        type: kindName(column.type),
        default: column.default?.text ?? null,
        type_oid: BigInt(oidOf(column.type)),
        type_mod: typmodOf(column.type),
      };
    }
  }
}

function* indexColumns(snapshot: SystemSnapshot): Generator<SystemRow> {
  for (const {oid, index: found} of listedObjects(snapshot)) {
    if (!found) continue;
    const {on, index} = found;
    const number = attributeNumbers(on);
    for (const [i, column] of index.columns.entries()) {
      const expression = index.expressions?.[i] ?? null;
      yield {
        index_id: materializeId(oid),
        index_position: BigInt(i + 1),
        on_position: expression ? null : BigInt(number(column)),
        on_expression: expression ? index.elements[i] : null,
        nullable: expression !== null || on.columns[column].nullable,
      };
    }
  }
}

/** Those of rows and of arrays of users' types are no objects of their own. */
function* types(snapshot: SystemSnapshot): Generator<SystemRow> {
  for (const row of rowsByName(pgType, snapshot)) {
    const oid = Number(row.oid);
    if (oid >= FIRST_USER_OID && !snapshot.catalog.byOid(oid)) continue;
    const category = categories[row.typcategory as string] ?? 'user-defined';
    yield {...madeElsewhere(snapshot, row, 'typ'), category, type: 'type'};
  }
}

/** Of a row of pg_type or pg_proc. */
function madeElsewhere({catalog}: SystemSnapshot, row: SystemRow, prefix: 'typ' | 'pro'): SystemRow {
  const oid = row.oid as bigint;
  return {
    id: materializeId(oid),
    oid,
    schema_id: schemaIdOf(catalog, row[`${prefix}namespace`] as bigint),
    name: row[`${prefix}name`],
    owner_id: materializeRoleId(row[`${prefix}owner`] as bigint),
    privileges: row[`${prefix}acl`],
  };
}

function schemaIdOf(catalog: SystemSnapshot['catalog'], oid: bigint): string {
  for (const [name, own] of systemNamespaces) if (BigInt(own) === oid) return materializeSchemaId(catalog, name);
  const schema = catalog.byOid(Number(oid));
  return schema ? materializeSchemaId(catalog, schema.name) : materializeId(oid);
}
