import type {Catalog, NamedObject} from '../catalog.ts';
import {liveColumns, type Relation} from '../object.ts';
import {recordedRelation} from './recorded-relation.ts';
import {userRelations} from './relation-rows.ts';
import {Sight} from './sight.ts';
import type {SystemSnapshot} from './snapshot.ts';
import type {SystemRelation} from './system-relation.ts';
import {columnsRead, usedByView} from './used-by-views.ts';

const tables: ReadonlySet<string> = new Set(['table', 'view', 'source', 'system']);

/** What views, functions and columns are made from; of it the asking role is told of what it owns. */
export const usageViews: readonly SystemRelation[] = [
  recordedRelation('information_schema.view_table_usage', function* (snapshot) {
    for (const {view, used} of ownedUses(snapshot)) {
      if (tables.has(used.kind)) yield {...view, ...tableNamed(snapshot.catalog, used as Relation)};
    }
  }),
  recordedRelation('information_schema.view_column_usage', function* (snapshot) {
    for (const {view, used, columns} of ownedUses(snapshot)) {
      if (!tables.has(used.kind)) continue;
      for (const {column, number} of liveColumns(used as Relation)) {
        if (!columns.includes(number)) continue;
        yield {...view, ...tableNamed(snapshot.catalog, used as Relation), column_name: column.name};
      }
    }
  }),
  recordedRelation('information_schema.view_routine_usage', function* (snapshot) {
    for (const {view, used} of ownedUses(snapshot)) {
      const {view_catalog: table_catalog, view_schema: table_schema, view_name: table_name} = view;
      if (used.kind === 'function') {
        yield {table_catalog, table_schema, table_name, ...specific(snapshot.catalog.database, used)};
      }
    }
  }),
  routineUsage('routine', new Set(['function'])),
  routineUsage('sequence', new Set(['sequence'])),
  routineUsage('table', tables),
  recordedRelation('information_schema.column_column_usage', function* (snapshot) {
    const sight = new Sight(snapshot);
    for (const {relation} of userRelations(snapshot)) {
      if (relation.kind !== 'table' || !sight.owns(relation)) continue;
      for (const {column} of liveColumns(relation)) {
        for (const index of column.generated ? columnsRead(column.generated.expr) : []) {
          yield {
            ...tableNamed(snapshot.catalog, relation),
            column_name: relation.columns[index].name,
            dependent_column: column.name,
          };
        }
      }
    }
  }),
];

/** What views use of the asking role's. */
function* ownedUses(snapshot: SystemSnapshot) {
  const sight = new Sight(snapshot);
  for (const {relation} of userRelations(snapshot)) {
    if (relation.kind !== 'view') continue;
    const view = {
      view_catalog: snapshot.catalog.database,
      view_schema: relation.schema,
      view_name: relation.name,
    };
    for (const use of usedByView(snapshot, relation)) if (sight.owns(use.used)) yield {view, ...use};
  }
}

/** information_schema.routine_table_usage and its like; of functions whose bodies were not quoted, PostgreSQL knows it. */
function routineUsage(what: 'routine' | 'sequence' | 'table', kinds: ReadonlySet<string>): SystemRelation {
  return recordedRelation(`information_schema.routine_${what}_usage`, function* (snapshot) {
    for (const {routine, used} of routineUses(snapshot)) {
      if (!kinds.has(used.kind)) continue;
      yield {
        ...routine,
        [`${what}_catalog`]: snapshot.catalog.database,
        [`${what}_schema`]: used.schema,
        [`${what}_name`]: what === 'routine' ? specificName(used) : used.name,
      };
    }
  });
}

function* routineUses(snapshot: SystemSnapshot) {
  const {catalog} = snapshot;
  const sight = new Sight(snapshot);
  for (const made of catalog.ofKind('function')) {
    if (!made.form) continue;
    const routine = {
      ...specific(catalog.database, made),
      routine_catalog: catalog.database,
      routine_schema: made.schema,
      routine_name: made.name,
    };
    for (const oid of made.dependsOn) {
      const used = catalog.byOid(oid);
      if (used && sight.owns(used)) yield {routine, used};
    }
  }
}

function tableNamed({database}: Catalog, {schema, name}: Relation) {
  return {table_catalog: database, table_schema: schema, table_name: name};
}

function specific(database: string, object: NamedObject) {
  return {specific_catalog: database, specific_schema: object.schema, specific_name: specificName(object)};
}

function specificName({name, oid}: {readonly name: string; readonly oid: number}): string {
  return `${name}_${oid}`;
}
