import {catalogTypeOfKind} from '../../types/catalog-oids.ts';
import type {Datum} from '../../types/datum.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {userType} from '../../types/user-types.ts';
import type {Catalog} from '../catalog.ts';
import {liveColumns} from '../object.ts';
import {recordedRelation} from './recorded-relation.ts';
import {userRelations} from './relation-rows.ts';
import type {SystemRelation} from './system-relation.ts';
import {typeFacts} from './type-facts.ts';

/** Types as the standard sees them: domains, composites and where they are used. */
export const typeViews: readonly SystemRelation[] = [
  recordedRelation('information_schema.domains', function* ({catalog}) {
    for (const domain of catalog.ofKind('domain')) {
      yield {
        ...domainNamed(catalog.database, domain),
        ...typeFacts(domain.base),
        ...udtNamed(catalog, domain.base),
        domain_default: domain.default?.text ?? null,
        dtd_identifier: '1',
      };
    }
  }),
  recordedRelation('information_schema.domain_udt_usage', function* ({catalog}) {
    for (const domain of catalog.ofKind('domain')) {
      yield {...udtNamed(catalog, domain.base), ...domainNamed(catalog.database, domain)};
    }
  }),
  recordedRelation('information_schema.column_domain_usage', function* (snapshot) {
    for (const {table, column} of userColumns(snapshot)) {
      const domain = column.type.domain === undefined ? null : snapshot.catalog.byOid(column.type.domain);
      if (!domain) continue;
      yield {...domainNamed(snapshot.catalog.database, domain), ...table, column_name: column.name};
    }
  }),
  recordedRelation('information_schema.column_udt_usage', function* (snapshot) {
    for (const {table, column} of userColumns(snapshot)) {
      yield {...udtNamed(snapshot.catalog, column.type), ...table, column_name: column.name};
    }
  }),
  recordedRelation('information_schema.user_defined_types', function* ({catalog}) {
    for (const {schema, name, form} of catalog.ofKind('type')) {
      if (form.type !== 'composite') continue;
      yield {
        user_defined_type_catalog: catalog.database,
        user_defined_type_schema: schema,
        user_defined_type_name: name,
        user_defined_type_category: 'STRUCTURED',
        is_instantiable: 'YES',
      };
    }
  }),
  recordedRelation('information_schema.attributes', function* ({catalog}) {
    for (const {schema, name, form} of catalog.ofKind('type')) {
      if (form.type !== 'composite') continue;
      for (const [i, attribute] of form.attributes.entries()) {
        const {udt_catalog, udt_schema, udt_name} = udtNamed(catalog, attribute.type);
        yield {
          ...typeFacts(attribute.type),
          udt_catalog: catalog.database,
          udt_schema: schema,
          udt_name: name,
          attribute_name: attribute.name,
          ordinal_position: i + 1,
          is_nullable: 'YES',
          attribute_udt_catalog: udt_catalog,
          attribute_udt_schema: udt_schema,
          attribute_udt_name: udt_name,
          dtd_identifier: String(i + 1),
          is_derived_reference_attribute: 'NO',
        };
      }
    }
  }),
  recordedRelation('information_schema.element_types', function* (snapshot) {
    for (const {table, column, number} of userColumns(snapshot)) {
      const {element} = column.type;
      if (column.type.kind !== 'array' || !element) continue;
      yield {
        object_catalog: snapshot.catalog.database,
        object_schema: table.table_schema,
        object_name: table.table_name,
        object_type: 'TABLE',
        collection_type_identifier: String(number),
        ...kindOnly(element),
        ...udtNamed(snapshot.catalog, element),
        dtd_identifier: `a${number}`,
      };
    }
  }),
];

function* userColumns(snapshot: Parameters<SystemRelation['rows']>[0]) {
  for (const {relation, relkind, columns} of userRelations(snapshot)) {
    if (relkind === 'm' || relkind === 'S') continue;
    const table = {
      table_catalog: snapshot.catalog.database,
      table_schema: relation.schema,
      table_name: relation.name,
    };
    for (const {column, number} of liveColumns({columns})) yield {table, column, number};
  }
}

function domainNamed(database: string, {schema, name}: {readonly schema: string; readonly name: string}) {
  return {domain_catalog: database, domain_schema: schema, domain_name: name};
}

/** Of elements the standard's columns tell no more than the name. */
function kindOnly(type: SqlType): Readonly<Record<string, Datum>> {
  return {data_type: typeFacts(type).data_type};
}

/** The type under the name and schema of pg_type; of a domain, what it is over. */
export function udtNamed({database}: Catalog, type: SqlType) {
  const item = type.kind === 'array' ? type.element! : type;
  const own = item.oid === undefined ? undefined : userType(item.oid);
  const name = own?.name ?? catalogTypeOfKind(item.kind)?.name ?? 'record';
  return {
    udt_catalog: database,
    udt_schema: own?.schema ?? 'pg_catalog',
    udt_name: type.kind === 'array' ? `_${name}` : name,
  };
}
