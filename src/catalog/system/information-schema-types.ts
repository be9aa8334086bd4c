import {oidOf} from '../../types/catalog-oids.ts';
import {type DomainObject, liveColumns} from '../object.ts';
import {BOOTSTRAP_ROLE_OID} from '../role.ts';
import {storedExpression} from '../stored-expression.ts';
import {typeOwner} from '../type-text.ts';
import {parametersOf, routinesSeen} from './information-schema-routines.ts';
import {recordedRelation} from './recorded-relation.ts';
import {listedRelations, userRelations} from './relation-rows.ts';
import {Sight} from './sight.ts';
import type {SystemSnapshot} from './snapshot.ts';
import type {SystemRelation} from './system-relation.ts';
import {collationFacts, dataTypeOf, lengthFacts, typeOfNumber, udtNamed, udtOfNumber} from './type-facts.ts';

const NO_COLUMNS = {name: '', oid: 0, columns: []};

/** Types as the standard sees them: domains, composites and where they are used. */
export const typeViews: readonly SystemRelation[] = [
  recordedRelation('information_schema.domains', function* (snapshot) {
    const {catalog} = snapshot;
    for (const domain of domainsSeen(snapshot)) {
      yield {
        ...domainNamed(catalog.database, domain),
        ...lengthFacts(domain.base),
        data_type: dataTypeOf(catalog, oidOf(domain.base)),
        ...collationFacts(catalog, domain.base),
        ...udtNamed(catalog, domain.base),
        domain_default:
          domain.default &&
          storedExpression(snapshot, NO_COLUMNS, domain.default.text, {pretty: false, wanted: domain.base}),
        dtd_identifier: '1',
      };
    }
  }),
  recordedRelation('information_schema.domain_udt_usage', function* (snapshot) {
    const {catalog} = snapshot;
    const ownsType = typeOwnership(snapshot);
    for (const domain of catalog.ofKind('domain')) {
      if (!ownsType(oidOf(domain.base))) continue;
      yield {...udtNamed(catalog, domain.base), ...domainNamed(catalog.database, domain)};
    }
  }),
  recordedRelation('information_schema.column_domain_usage', function* (snapshot) {
    const sight = new Sight(snapshot);
    for (const {table, column} of userColumns(snapshot)) {
      const domain = column.type.domain === undefined ? null : snapshot.catalog.byOid(column.type.domain);
      if (!domain || !sight.owns(domain)) continue;
      yield {...domainNamed(snapshot.catalog.database, domain), ...table, column_name: column.name};
    }
  }),
  recordedRelation('information_schema.column_udt_usage', function* (snapshot) {
    const {catalog} = snapshot;
    const ownsType = typeOwnership(snapshot);
    for (const {table, column} of userColumns(snapshot)) {
      const domain = column.type.domain === undefined ? null : catalog.byOid(column.type.domain);
      const type = domain?.kind === 'domain' ? domain.base : column.type;
      if (!ownsType(oidOf(type))) continue;
      yield {...udtNamed(catalog, type), ...table, column_name: column.name};
    }
  }),
  recordedRelation('information_schema.user_defined_types', function* (snapshot) {
    for (const {schema, name} of compositesSeen(snapshot)) {
      yield {
        user_defined_type_catalog: snapshot.catalog.database,
        user_defined_type_schema: schema,
        user_defined_type_name: name,
        user_defined_type_category: 'STRUCTURED',
        is_instantiable: 'YES',
      };
    }
  }),
  recordedRelation('information_schema.attributes', function* (snapshot) {
    const {catalog} = snapshot;
    for (const {schema, name, attributes} of compositesSeen(snapshot)) {
      for (const [i, {name: attribute, type}] of attributes.entries()) {
        const {udt_catalog, udt_schema, udt_name} = udtNamed(catalog, type);
        const domain = type.domain === undefined ? null : catalog.byOid(type.domain);
        yield {
          ...lengthFacts(type),
          ...collationFacts(catalog, type),
          data_type: dataTypeOf(catalog, oidOf(type)),
          udt_catalog: catalog.database,
          udt_schema: schema,
          udt_name: name,
          attribute_name: attribute,
          ordinal_position: i + 1,
          is_nullable: domain?.kind === 'domain' && domain.notNull ? 'NO' : 'YES',
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
    const {catalog} = snapshot;
    for (const {schema, name, kind, number, type} of typedThings(snapshot)) {
      const {element} = typeOfNumber(catalog, type);
      if (element === 0) continue;
      yield {
        object_catalog: catalog.database,
        object_schema: schema,
        object_name: name,
        object_type: kind,
        collection_type_identifier: String(number),
        data_type: dataTypeOf(catalog, element),
        ...udtOfNumber(catalog, element),
        dtd_identifier: `a${number}`,
      };
    }
  }),
  recordedRelation('information_schema.data_type_privileges', function* (snapshot) {
    for (const {schema, name, kind, number} of typedThings(snapshot)) {
      yield {
        object_catalog: snapshot.catalog.database,
        object_schema: schema,
        object_name: name,
        object_type: kind,
        dtd_identifier: number === null ? null : String(number),
      };
    }
  }),
];

type TypedThing = {
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  /** Which of its parts; 0: a routine's result, null: it has none. */
  readonly number: number | null;
  /** Of pg_type. */
  readonly type: number;
};

/** All that has a type and that the asking role sees. */
function* typedThings(snapshot: SystemSnapshot): Generator<TypedThing> {
  for (const {schema, name, attributes} of compositesSeen(snapshot)) {
    for (const [i, {type}] of attributes.entries()) {
      yield {schema, name, kind: 'USER-DEFINED TYPE', number: i + 1, type: oidOf(type)};
    }
  }
  const sight = new Sight(snapshot);
  for (const {relation, relkind, columns} of listedRelations(snapshot)) {
    if (relkind === 'm' || relkind === 'S') continue;
    for (const {column, number} of liveColumns({columns})) {
      if (!sight.column(relation, column)) continue;
      yield {schema: relation.schema, name: relation.name, kind: 'TABLE', number, type: oidOf(column.type)};
    }
  }
  for (const {schema, name, base} of domainsSeen(snapshot)) {
    yield {schema, name, kind: 'DOMAIN', number: 1, type: oidOf(base)};
  }
  for (const routine of routinesSeen(snapshot)) {
    const common = {schema: routine.schema, name: routine.specificName, kind: 'ROUTINE'};
    for (const {number, type} of parametersOf(routine)) yield {...common, number, type};
    yield {...common, number: routine.result === 0 ? null : 0, type: routine.result};
  }
}

function* compositesSeen(snapshot: SystemSnapshot) {
  const sight = new Sight(snapshot);
  for (const type of snapshot.catalog.ofKind('type')) {
    if (type.form.type !== 'composite' || !sight.object(type, 'U')) continue;
    yield {schema: type.schema, name: type.name, attributes: type.form.attributes};
  }
}

function domainsSeen(snapshot: SystemSnapshot): readonly DomainObject[] {
  const sight = new Sight(snapshot);
  return snapshot.catalog.ofKind('domain').filter(domain => sight.object(domain, 'U'));
}

/** Whether the asking role owns a type, by its number in pg_type: those that the server brings are the first superuser's. */
function typeOwnership(snapshot: SystemSnapshot): (type: number) => boolean {
  const {catalog, session} = snapshot;
  const sight = new Sight(snapshot);
  const bringer = catalog.roleBook.hasRightsOf(session.role, BOOTSTRAP_ROLE_OID);
  return type => {
    const owner = typeOwner(catalog, type);
    return owner ? sight.owns(owner.object) : bringer;
  };
}

function* userColumns(snapshot: SystemSnapshot) {
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
