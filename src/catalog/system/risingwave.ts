import {oidOf, lengthOf} from '../../types/catalog-oids.ts';
import {
  arrayOf,
  BIGINT,
  BOOLEAN,
  INTEGER,
  JSONB,
  SMALLINT,
  type SqlType,
  TEXT,
  TIMESTAMPTZ,
} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {aclTexts} from '../acl.ts';
import {commentsOf} from '../comments.ts';
import {primaryKeyOf} from '../constraints.ts';
import {liveColumns} from '../object.ts';
import {aclOf, databaseAcl, owns, ownerOf, schemaAcl} from '../rights.ts';
import {SMALLINTS, TEXTS} from './column-types.ts';
import {type Listed, listedObjects, systemObjects} from './compatibility-objects.ts';
import {optionsAsJson} from './options-as-json.ts';
import {pgProc} from './pg-proc.ts';
import {pgType} from './pg-type.ts';
import {attributeNumbers} from './relation-rows.ts';
import {rowsByName} from './rows-by-name.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {DATABASE_OID, namespaceOid, systemNamespaces} from './system-oids.ts';
import {systemRelation, type SystemRelation} from './system-relation.ts';
import type {SystemRow, SystemRows} from './system-row.ts';

// rw_catalog: what users of RisingWave ask its catalog, answered from ours. Ids are OIDs. What runs is one fragment and one actor for each
// object, since one thread does all of it.

const INTEGERS = arrayOf(INTEGER);
const OBJECT = {id: INTEGER, name: TEXT, schema_id: INTEGER, owner: INTEGER};
const TEXTUAL = {definition: TEXT, acl: TEXTS};
const TIMES = {initialized_at: TIMESTAMPTZ, created_at: TIMESTAMPTZ};
const EXTERNAL = {connector: TEXT, columns: TEXTS, format: TEXT, row_encode: TEXT, append_only: BOOLEAN};

const FRAGMENT_OF_JOB = {
  id: INTEGER,
  name: TEXT,
  relation_type: TEXT,
  fragment_id: INTEGER,
  distribution_type: TEXT,
  state_table_ids: INTEGERS,
  upstream_fragment_ids: INTEGERS,
  flags: TEXTS,
  parallelism: INTEGER,
};

export const risingwaveRelations: readonly SystemRelation[] = [
  rw(15221, 'rw_tables', {...OBJECT, ...TEXTUAL, append_only: BOOLEAN, ...TIMES}, ofKind('table')),
  rw(15222, 'rw_views', {...OBJECT, ...TEXTUAL}, ofKind('view')),
  rw(
    15223,
    'rw_materialized_views',
    {...OBJECT, ...TEXTUAL, append_only: BOOLEAN, ...TIMES, background_ddl: BOOLEAN},
    ofKind('materialized view'),
  ),
  rw(
    15224,
    'rw_sources',
    {
      ...OBJECT,
      ...EXTERNAL,
      associated_table_id: INTEGER,
      connection_id: INTEGER,
      ...TEXTUAL,
      ...TIMES,
      is_shared: BOOLEAN,
      connector_props: JSONB,
      format_encode_options: JSONB,
    },
    ofKind('source'),
  ),
  rw(
    15225,
    'rw_sinks',
    {...OBJECT, connector: TEXT, sink_type: TEXT, connection_id: INTEGER, ...TEXTUAL, ...TIMES},
    ofKind('sink'),
  ),
  rw(
    15228,
    'rw_indexes',
    {
      ...OBJECT,
      primary_table_id: INTEGER,
      key_columns: TEXTS,
      include_columns: TEXTS,
      indkey: SMALLINTS,
      is_unique: BOOLEAN,
      ...TEXTUAL,
      ...TIMES,
    },
    ofKind('index'),
  ),
  rw(15229, 'rw_system_tables', {...OBJECT, ...TEXTUAL}, function* (snapshot) {
    for (const each of systemObjects(snapshot)) yield objectRow(snapshot, each);
  }),
  rw(15226, 'rw_relations', {...OBJECT, relation_type: TEXT, ...TEXTUAL}, function* (snapshot) {
    for (const each of [...listedObjects(snapshot), ...systemObjects(snapshot)]) {
      yield {...objectRow(snapshot, each), relation_type: typeOf(each)};
    }
  }),
  rw(
    15230,
    'rw_relation_info',
    {
      schemaname: TEXT,
      relationname: TEXT,
      relationowner: INTEGER,
      definition: TEXT,
      relationtype: TEXT,
      relationid: INTEGER,
      relationtimezone: TEXT,
      fragments: TEXT,
      ...TIMES,
    },
    function* (snapshot) {
      for (const each of listedObjects(snapshot)) {
        yield {
          schemaname: each.schema,
          relationname: each.name,
          relationowner: ownerOf(snapshot.catalog, each.object),
          definition: each.definition,
          relationtype: typeOf(each).toUpperCase(),
          relationid: each.oid,
        };
      }
    },
  ),
  rw(
    15227,
    'rw_columns',
    {
      relation_id: INTEGER,
      name: TEXT,
      position: INTEGER,
      is_hidden: BOOLEAN,
      is_primary_key: BOOLEAN,
      is_distribution_key: BOOLEAN,
      is_generated: BOOLEAN,
      is_nullable: BOOLEAN,
      generation_expression: TEXT,
      data_type: TEXT,
      type_oid: INTEGER,
      type_len: SMALLINT,
      udt_type: TEXT,
    },
    columns,
  ),
  rw(15231, 'rw_schemas', {id: INTEGER, name: TEXT, owner: INTEGER, acl: TEXTS}, function* ({catalog}) {
    const made = catalog.ofKind('schema').map(schema => [schema.name, schema] as const);
    for (const [name, schema] of [...[...systemNamespaces.keys()].map(each => [each, null] as const), ...made]) {
      yield {
        id: Number(namespaceOid(catalog, name)),
        name,
        owner: schema ? ownerOf(catalog, schema) : 10,
        acl: aclTexts(schemaAcl(catalog, name), catalog.roleBook),
      };
    }
  }),
  rw(15232, 'rw_databases', {id: INTEGER, name: TEXT, owner: INTEGER, acl: TEXTS}, function* ({catalog}) {
    const acl = aclTexts(databaseAcl(catalog), catalog.roleBook);
    yield {id: Number(DATABASE_OID), name: catalog.database, owner: catalog.roleBook.databaseOwner, acl};
  }),
  rw(
    15233,
    'rw_users',
    {id: INTEGER, name: TEXT, is_super: BOOLEAN, create_db: BOOLEAN, create_user: BOOLEAN, can_login: BOOLEAN},
    function* ({catalog}) {
      for (const {oid, name, superuser, createDb, createRole, login} of catalog.roles) {
        yield {id: oid, name, is_super: superuser, create_db: createDb, create_user: createRole, can_login: login};
      }
    },
  ),
  rw(
    15234,
    'rw_functions',
    {...OBJECT, type: TEXT, arg_type_ids: INTEGERS, return_type_id: INTEGER, language: TEXT, link: TEXT, acl: TEXTS},
    functions,
  ),
  rw(15235, 'rw_types', {id: INTEGER, name: TEXT}, function* (snapshot) {
    for (const {oid, typname} of rowsByName(pgType, snapshot)) yield {id: Number(oid), name: typname};
  }),
  // Connections and secrets are options of sources and sinks here; subscriptions there are none.
  rw(15236, 'rw_connections', {
    ...OBJECT,
    type: TEXT,
    provider: TEXT,
    acl: TEXTS,
    connection_params: TEXT,
  }),
  rw(15237, 'rw_secrets', {...OBJECT, acl: TEXTS}),
  rw(15238, 'rw_subscriptions', {...OBJECT, ...TEXTUAL, retention_seconds: BIGINT, ...TIMES}),
  rw(15239, 'rw_depend', {objid: INTEGER, refobjid: INTEGER}, function* (snapshot) {
    for (const {oid, object, index} of listedObjects(snapshot)) {
      const on = index ? [index.on.oid] : 'dependsOn' in object ? object.dependsOn : [];
      for (const referenced of new Set(on)) yield {objid: oid, refobjid: referenced};
    }
  }),
  rw(
    15240,
    'rw_ddl_progress',
    {
      ddl_id: BIGINT,
      ddl_statement: TEXT,
      create_type: TEXT,
      progress: TEXT,
      is_serverless: BOOLEAN,
      initialized_at: TIMESTAMPTZ,
    },
    function* (snapshot) {
      for (const {job, state} of jobs(snapshot)) {
        if (state !== 'CREATING') continue;
        yield {ddl_id: BigInt(job.oid), ddl_statement: job.definition, create_type: 'FOREGROUND', is_serverless: false};
      }
    },
  ),
  rw(
    15241,
    'rw_fragments',
    {
      fragment_id: INTEGER,
      table_id: INTEGER,
      distribution_type: TEXT,
      state_table_ids: INTEGERS,
      upstream_fragment_ids: INTEGERS,
      flags: TEXTS,
      parallelism: INTEGER,
      max_parallelism: INTEGER,
    },
    fragments,
  ),
  rw(15242, 'rw_streaming_parallelism', FRAGMENT_OF_JOB, fragments),
  rw(15243, 'rw_fragment_parallelism', {...FRAGMENT_OF_JOB, max_parallelism: INTEGER}, fragments),
  rw(
    15244,
    'rw_actors',
    {actor_id: INTEGER, fragment_id: INTEGER, worker_id: INTEGER, state: TEXT},
    function* (snapshot) {
      for (const {job, state} of jobs(snapshot)) {
        const running = state === 'CREATED' ? 'RUNNING' : 'INACTIVE';
        yield {actor_id: job.oid, fragment_id: job.oid, worker_id: WORKER, state: running};
      }
    },
  ),
  rw(
    15245,
    'rw_table_fragments',
    {table_id: INTEGER, status: TEXT, parallelism: TEXT, max_parallelism: INTEGER},
    function* (snapshot) {
      for (const {job, state} of jobs(snapshot)) {
        yield {table_id: job.oid, status: state, parallelism: 'FIXED(1)', max_parallelism: 1};
      }
    },
  ),
  rw(
    15246,
    'rw_streaming_jobs',
    {job_id: INTEGER, name: TEXT, status: TEXT, parallelism: TEXT, max_parallelism: INTEGER},
    function* (snapshot) {
      for (const {job, state} of jobs(snapshot)) {
        yield {job_id: job.oid, name: job.name, status: state, parallelism: 'FIXED(1)', max_parallelism: 1};
      }
    },
  ),
  rw(
    15247,
    'rw_worker_nodes',
    {
      id: INTEGER,
      host: TEXT,
      port: TEXT,
      type: TEXT,
      state: TEXT,
      parallelism: INTEGER,
      is_streaming: BOOLEAN,
      is_serving: BOOLEAN,
      is_unschedulable: BOOLEAN,
      rw_version: TEXT,
      total_memory_bytes: BIGINT,
      total_cpu_cores: BIGINT,
      started_at: TIMESTAMPTZ,
    },
    function* ({status}) {
      yield {
        id: WORKER,
        type: 'WORKER_TYPE_COMPUTE_NODE',
        state: 'RUNNING',
        parallelism: 1,
        is_streaming: true,
        is_serving: true,
        is_unschedulable: false,
        started_at: status.startedAt?.() ?? null,
      };
    },
  ),
  rw(
    15248,
    'rw_table_stats',
    {id: INTEGER, total_key_count: BIGINT, total_key_size: BIGINT, total_value_size: BIGINT, compressed_size: BIGINT},
    function* ({status}) {
      for (const {relation, rows, bytes} of status.relations?.() ?? []) {
        yield {id: relation, total_key_count: rows, total_value_size: bytes};
      }
    },
  ),
  rw(
    15249,
    'rw_description',
    {objoid: INTEGER, classoid: INTEGER, objsubid: INTEGER, description: TEXT},
    function* ({catalog}) {
      for (const object of catalog.all()) {
        for (const {objoid, classoid, objsubid, description} of commentsOf(object)) {
          if (objoid < 2_147_483_648n) {
            yield {objoid: Number(objoid), classoid: Number(classoid), objsubid, description};
          }
        }
      }
    },
  ),
  rw(15250, 'rw_event_logs', {unique_id: TEXT, timestamp: TIMESTAMPTZ, event_type: TEXT, info: JSONB}),
];

const WORKER = 1;

function rw(
  oid: number,
  name: string,
  own: Readonly<Record<string, SqlType>>,
  rows: SystemRows = () => [],
): SystemRelation {
  return systemRelation({oid, schema: 'rw_catalog', name, relkind: 'v', columns: own, rows});
}

function typeOf({kind}: Listed): string {
  return kind === 'system' ? 'system table' : kind;
}

function ofKind(kind: Listed['kind']): SystemRows {
  return function* (snapshot) {
    for (const each of listedObjects(snapshot)) if (each.kind === kind) yield objectRow(snapshot, each);
  };
}

/** All that one of RisingWave's relations tells of an object; each takes what it has columns for. */
function objectRow(snapshot: SystemSnapshot, each: Listed): SystemRow {
  const {catalog} = snapshot;
  const {kind, oid, name, schema, definition, object} = each;
  return {
    id: oid,
    name,
    schema_id: Number(namespaceOid(catalog, schema)),
    owner: ownerOf(catalog, object),
    definition,
    acl: kind === 'index' ? null : aclTexts(aclOf(catalog, object), catalog.roleBook),
    ...(kind === 'table' && {append_only: false}),
    ...(kind === 'materialized view' && {append_only: false, background_ddl: false}),
    ...((object.kind === 'source' || object.kind === 'sink') && externalFacts(snapshot, object)),
    ...(each.index && indexFacts(each.index)),
  };
}

type External = Extract<Listed['object'], {readonly kind: 'source' | 'sink'}>;

function externalFacts({catalog, session}: SystemSnapshot, object: External): SystemRow {
  const mayRead = owns(catalog, object, session.role);
  return {
    connector: object.connector.toUpperCase(),
    columns: liveColumns(object).map(({column}) => column.name),
    format: object.format?.format.toUpperCase() ?? null,
    row_encode: object.format?.encode.toUpperCase() ?? null,
    append_only: object.kind === 'source',
    is_shared: object.kind === 'source',
    connector_props: mayRead ? optionsAsJson(object.options) : null,
    format_encode_options: mayRead ? optionsAsJson(object.format?.options ?? {}) : null,
    sink_type: object.format?.format ?? null,
  };
}

function indexFacts({on, index}: NonNullable<Listed['index']>): SystemRow {
  const numbers = attributeNumbers(on);
  const own = index.columns.map((column, i) => (index.expressions?.[i] ? 0 : numbers(column)));
  return {
    primary_table_id: on.oid,
    key_columns: [...index.elements],
    include_columns: (index.include ?? []).map(column => on.columns[column].name),
    indkey: own,
    is_unique: index.unique,
  };
}

function* columns(snapshot: SystemSnapshot): Generator<SystemRow> {
  for (const {object, kind, oid} of [...listedObjects(snapshot), ...systemObjects(snapshot)]) {
    if (kind === 'index' || !('columns' in object)) continue;
    const key = object.kind === 'table' ? (primaryKeyOf(object)?.columns ?? []) : [];
    for (const {column, number, index} of liveColumns(object)) {
      yield {
        relation_id: oid,
        name: column.name,
        position: number,
        is_hidden: false,
        is_primary_key: key.includes(index),
        is_distribution_key: false,
        is_generated: Boolean(column.generated),
        is_nullable: column.nullable,
        generation_expression: column.generated?.text ?? null,
        data_type: kindName(column.type),
        type_oid: oidOf(column.type),
        type_len: lengthOf(column.type),
        udt_type: kindName(column.type),
      };
    }
  }
}

/** Those that users have made. */
function* functions(snapshot: SystemSnapshot): Generator<SystemRow> {
  const {catalog} = snapshot;
  const byOid = new Map(Array.from(rowsByName(pgProc, snapshot), row => [Number(row.oid), row]));
  for (const made of catalog.ofKind('function')) {
    const row = byOid.get(made.oid)!;
    yield {
      id: made.oid,
      name: made.name,
      schema_id: Number(namespaceOid(catalog, made.schema)),
      owner: ownerOf(catalog, made),
      type: made.set ? 'TABLE' : 'SCALAR',
      arg_type_ids: (row.proargtypes as readonly bigint[]).map(Number),
      return_type_id: Number(row.prorettype),
      language: made.language,
      acl: aclTexts(aclOf(catalog, made), catalog.roleBook),
    };
  }
}

type Job = {readonly job: Listed; readonly state: 'CREATED' | 'CREATING'};

/** What is kept up to date: tables, sources, materialized views, indexes and sinks. */
function* jobs(snapshot: SystemSnapshot): Generator<Job> {
  const {status} = snapshot;
  const filling = new Set([
    ...Array.from(status.materializedViews(), ({view, state}) => (state === 'hydrating' ? view : -1)),
    ...Array.from(status.sinks(), ({sink, state}) => (state === 'starting' ? sink : -1)),
  ]);
  for (const job of listedObjects(snapshot)) {
    if (job.kind === 'view') continue;
    yield {job, state: filling.has(job.index?.on.oid ?? job.oid) ? 'CREATING' : 'CREATED'};
  }
}

function* fragments(snapshot: SystemSnapshot): Generator<SystemRow> {
  for (const {job} of jobs(snapshot)) {
    const {oid, name, kind, object, index} = job;
    const reads = index ? [index.on.oid] : 'dependsOn' in object ? object.dependsOn : [];
    const isRelation = (each: number): boolean => snapshot.catalog.byOid(each)?.kind !== 'view';
    yield {
      fragment_id: oid,
      table_id: oid,
      id: oid,
      name,
      relation_type: kind,
      distribution_type: 'SINGLE',
      state_table_ids: kind === 'sink' || kind === 'source' ? [] : [oid],
      upstream_fragment_ids: [...new Set(reads)].filter(isRelation),
      flags: flags[kind] ?? [],
      parallelism: 1,
      max_parallelism: 1,
    };
  }
}

const flags: Partial<Record<Listed['kind'], readonly string[]>> = {
  source: ['SOURCE'],
  sink: ['SINK'],
  table: ['MVIEW'],
  'materialized view': ['MVIEW'],
  index: ['MVIEW'],
};
