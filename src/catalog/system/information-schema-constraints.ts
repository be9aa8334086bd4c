import type {Catalog} from '../catalog.ts';
import type {ReferentialAction} from '../constraints.ts';
import {constraintText} from '../constraint-text.ts';
import {liveColumns, type TableObject} from '../object.ts';
import {recordedRelation} from './recorded-relation.ts';
import {namespaceOid} from './system-oids.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {BEYOND_READING, Sight} from './sight.ts';
import type {SystemRelation} from './system-relation.ts';

const rules: Readonly<Record<ReferentialAction, string>> = {
  'no action': 'NO ACTION',
  restrict: 'RESTRICT',
  cascade: 'CASCADE',
  'set null': 'SET NULL',
  'set default': 'SET DEFAULT',
};

/** Constraints of tables and domains, as the standard tells them: its views 21 to 25 and their kin. */
export const constraintViews: readonly SystemRelation[] = [
  recordedRelation('information_schema.referential_constraints', function* (snapshot) {
    const {catalog} = snapshot;
    const sight = new Sight(snapshot);
    for (const table of catalog.ofKind('table')) {
      if (!sight.relation(table, BEYOND_READING)) continue;
      for (const key of table.foreignKeys) {
        const target = catalog.byOid(key.references) as TableObject;
        const unique = target.indexes.find(({oid, constraint}) => constraint && oid === key.index);
        yield {
          ...constraintNamed(catalog.database, table.schema, key.name),
          unique_constraint_catalog: unique ? catalog.database : null,
          unique_constraint_schema: unique ? target.schema : null,
          unique_constraint_name: unique?.name ?? null,
          match_option: key.match === 'full' ? 'FULL' : 'NONE',
          update_rule: rules[key.onUpdate],
          delete_rule: rules[key.onDelete],
        };
      }
    }
  }),
  recordedRelation('information_schema.check_constraints', function* (snapshot) {
    const {catalog} = snapshot;
    const sight = new Sight(snapshot);
    const clause = (oid: number): string => constraintText(snapshot, BigInt(oid), false)!.replace(/^CHECK /, '');
    for (const holder of [...catalog.ofKind('table'), ...catalog.ofKind('domain')]) {
      if (!sight.owns(holder)) continue;
      for (const {name, oid} of holder.checks) {
        yield {...constraintNamed(catalog.database, holder.schema, name), check_clause: clause(oid)};
      }
    }
    for (const table of catalog.ofKind('table')) {
      if (!sight.owns(table)) continue;
      for (const {name, column} of notNullConstraints(snapshot, table)) {
        yield {
          ...constraintNamed(catalog.database, table.schema, name),
          check_clause: `${column} IS NOT NULL`,
        };
      }
    }
  }),
  recordedRelation('information_schema.constraint_column_usage', function* (snapshot) {
    const {catalog} = snapshot;
    const sight = new Sight(snapshot);
    for (const table of catalog.ofKind('table')) {
      for (const {name, holder, columns} of usedColumns(catalog, table)) {
        if (!sight.owns(holder)) continue;
        for (const index of columns) {
          yield {
            table_catalog: catalog.database,
            table_schema: holder.schema,
            table_name: holder.name,
            column_name: holder.columns[index].name,
            ...constraintNamed(catalog.database, table.schema, name),
          };
        }
      }
    }
  }),
  recordedRelation('information_schema.constraint_table_usage', function* (snapshot) {
    const {catalog} = snapshot;
    const sight = new Sight(snapshot);
    for (const table of catalog.ofKind('table')) {
      for (const {name, holder, isCheck} of usedColumns(catalog, table)) {
        if (isCheck || !sight.owns(holder)) continue;
        yield {
          table_catalog: catalog.database,
          table_schema: holder.schema,
          table_name: holder.name,
          ...constraintNamed(catalog.database, table.schema, name),
        };
      }
    }
  }),
  recordedRelation('information_schema.domain_constraints', function* (snapshot) {
    const {catalog} = snapshot;
    const sight = new Sight(snapshot);
    for (const domain of catalog.ofKind('domain')) {
      if (!sight.object(domain, 'U')) continue;
      for (const {name} of domain.checks) {
        yield {
          ...constraintNamed(catalog.database, domain.schema, name),
          domain_catalog: catalog.database,
          domain_schema: domain.schema,
          domain_name: domain.name,
          is_deferrable: 'NO',
          initially_deferred: 'NO',
        };
      }
    }
  }),
];

function constraintNamed(database: string, schema: string, name: string) {
  return {constraint_catalog: database, constraint_schema: schema, constraint_name: name};
}

/** NOT NULL is a check to the standard; the names are those that PostgreSQL makes up. */
export function notNullConstraints({catalog}: SystemSnapshot, table: TableObject) {
  const schema = namespaceOid(catalog, table.schema);
  return liveColumns(table)
    .filter(({column}) => !column.nullable)
    .map(({column, number}) => ({name: `${schema}_${table.oid}_${number}_not_null`, column: column.name}));
}

/** The columns that a constraint speaks of; those of a foreign key are the referenced ones. */
function* usedColumns(catalog: Catalog, table: TableObject) {
  for (const {name, columns} of table.checks) yield {name, holder: table, columns, isCheck: true};
  for (const {name, columns, constraint} of table.indexes) {
    if (constraint) yield {name, holder: table, columns, isCheck: false};
  }
  for (const {name, references, referenced} of table.foreignKeys) {
    yield {name, holder: catalog.byOid(references) as TableObject, columns: referenced, isCheck: false};
  }
}
