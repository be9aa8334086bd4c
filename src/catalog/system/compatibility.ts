import {oidOf} from '../../types/catalog-oids.ts';
import {BIGINT, BOOLEAN, INTEGER, type SqlType, TEXT} from '../../types/sql-type.ts';
import type {Datum} from '../../types/datum.ts';
import {kindName} from '../../types/type-names.ts';
import {liveColumns} from '../object.ts';
import {type ListedRelation, userRelations} from './relation-rows.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {DATABASE_OID, namespaceOid, systemNamespaces} from './system-oids.ts';
import {systemRelation, type SystemRelation} from './system-relation.ts';

// What users of Materialize and RisingWave ask their catalogs most, answered from ours. OIDs stand for their ids.

type Row = Readonly<Record<string, Datum>>;
type Kind = ListedRelation['relation']['kind'] | 'sink' | 'index';
type Listed = {
  readonly kind: Kind;
  readonly oid: number;
  readonly name: string;
  readonly schema: string;
  readonly owner: string;
  readonly definition: string;
  readonly connector?: string;
  readonly on?: number;
};

const OBJECT = {id: TEXT, oid: BIGINT, schema_id: TEXT, name: TEXT};
const OWNED = {...OBJECT, owner_id: TEXT, create_sql: TEXT};

export const compatibilityRelations: readonly SystemRelation[] = [
  view(15201, 'mz_catalog', 'mz_tables', OWNED, mzObjects('table')),
  view(15202, 'mz_catalog', 'mz_views', {...OWNED, definition: TEXT}, mzObjects('view')),
  view(15203, 'mz_catalog', 'mz_materialized_views', {...OWNED, definition: TEXT}, mzObjects('materialized view')),
  view(15204, 'mz_catalog', 'mz_sources', {...OWNED, type: TEXT}, mzObjects('source')),
  view(15205, 'mz_catalog', 'mz_sinks', {...OWNED, type: TEXT}, mzObjects('sink')),
  view(
    15206,
    'mz_catalog',
    'mz_indexes',
    {id: TEXT, oid: BIGINT, name: TEXT, on_id: TEXT, owner_id: TEXT},
    mzObjects('index'),
  ),
  view(15207, 'mz_catalog', 'mz_objects', {...OBJECT, type: TEXT, owner_id: TEXT}, function* (snapshot) {
    for (const each of objects(snapshot)) yield {...mzRow(snapshot, each), type: each.kind.replace(' ', '-')};
  }),
  view(
    15208,
    'mz_catalog',
    'mz_columns',
    {id: TEXT, name: TEXT, position: BIGINT, nullable: BOOLEAN, type: TEXT, default: TEXT, type_oid: BIGINT},
    function* (snapshot) {
      for (const {relation, column, number} of columnsOf(snapshot)) {
        yield {
          id: String(relation.oid),
          name: column.name,
          position: BigInt(number),
          nullable: column.nullable,
          type: kindName(column.type),
          default: column.default?.text ?? null,
          type_oid: BigInt(oidOf(column.type)),
        };
      }
    },
  ),
  view(15209, 'mz_catalog', 'mz_schemas', {...OBJECT, database_id: TEXT}, function* ({catalog}) {
    const made = catalog.ofKind('schema').map(({oid, name}) => [name, oid] as const);
    for (const [name, oid] of [...systemNamespaces, ...made]) {
      yield {id: String(oid), oid: BigInt(oid), name, database_id: String(DATABASE_OID)};
    }
  }),
  view(15210, 'mz_catalog', 'mz_databases', {id: TEXT, oid: BIGINT, name: TEXT}, function* ({catalog}) {
    yield {id: String(DATABASE_OID), oid: DATABASE_OID, name: catalog.database};
  }),
  ...(
    [
      [15221, 'rw_tables', 'table'],
      [15222, 'rw_views', 'view'],
      [15223, 'rw_materialized_views', 'materialized view'],
      [15224, 'rw_sources', 'source'],
      [15225, 'rw_sinks', 'sink'],
    ] as const
  ).map(([oid, name, kind]) =>
    view(
      oid,
      'rw_catalog',
      name,
      {id: INTEGER, name: TEXT, schema_id: INTEGER, owner: INTEGER, connector: TEXT, definition: TEXT},
      function* (snapshot) {
        for (const each of objects(snapshot)) if (each.kind === kind) yield rwRow(snapshot, each);
      },
    ),
  ),
  view(
    15226,
    'rw_catalog',
    'rw_relations',
    {id: INTEGER, relation_type: TEXT, name: TEXT, schema_id: INTEGER, owner: INTEGER, definition: TEXT},
    function* (snapshot) {
      for (const each of objects(snapshot)) {
        if (each.kind !== 'index') yield {...rwRow(snapshot, each), relation_type: each.kind};
      }
    },
  ),
  view(
    15227,
    'rw_catalog',
    'rw_columns',
    {relation_id: INTEGER, name: TEXT, position: INTEGER, is_nullable: BOOLEAN, data_type: TEXT},
    function* (snapshot) {
      for (const {relation, column, number} of columnsOf(snapshot)) {
        yield {
          relation_id: relation.oid,
          name: column.name,
          position: number,
          is_nullable: column.nullable,
          data_type: kindName(column.type),
        };
      }
    },
  ),
];

function view(
  oid: number,
  schema: string,
  name: string,
  columns: Readonly<Record<string, SqlType>>,
  rows: (snapshot: SystemSnapshot) => Iterable<Row>,
): SystemRelation {
  return systemRelation({oid, schema, name, relkind: 'v', columns, rows});
}

function* objects(snapshot: SystemSnapshot): Generator<Listed> {
  for (const {relation, indexes} of userRelations(snapshot)) {
    if (relation.kind === 'system') continue;
    const connector = relation.kind === 'source' ? relation.connector : undefined;
    yield {...relation, connector};
    for (const {oid, name} of indexes) {
      yield {
        kind: 'index',
        oid,
        name,
        schema: relation.schema,
        owner: relation.owner,
        definition: '',
        on: relation.oid,
      };
    }
  }
  yield* snapshot.catalog.ofKind('sink');
}

function* columnsOf(snapshot: SystemSnapshot) {
  for (const {relation, columns} of userRelations(snapshot)) {
    for (const live of liveColumns({columns})) yield {relation, ...live};
  }
}

function mzObjects(kind: Kind) {
  return function* (snapshot: SystemSnapshot): Generator<Row> {
    for (const each of objects(snapshot)) if (each.kind === kind) yield mzRow(snapshot, each);
  };
}

function mzRow({catalog}: SystemSnapshot, {oid, name, schema, owner, definition, connector, on}: Listed): Row {
  return {
    id: String(oid),
    oid: BigInt(oid),
    schema_id: String(namespaceOid(catalog, schema)),
    name,
    owner_id: String(catalog.role(owner)?.oid ?? ''),
    create_sql: definition,
    definition,
    type: connector ?? null,
    on_id: on === undefined ? null : String(on),
  };
}

function rwRow({catalog}: SystemSnapshot, {oid, name, schema, owner, definition, connector}: Listed): Row {
  return {
    id: oid,
    name,
    schema_id: Number(namespaceOid(catalog, schema)),
    owner: catalog.role(owner)?.oid ?? null,
    connector: connector ?? null,
    definition,
  };
}
