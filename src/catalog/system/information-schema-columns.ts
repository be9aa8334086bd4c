import {INTEGER, NAME, VARCHAR} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Catalog} from '../catalog.ts';
import {type CatalogColumn, liveColumns} from '../object.ts';
import {Updatability, yesOrNo} from '../updatability.ts';
import {listedRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';
import {storedDefault} from '../stored-expression.ts';
import {Sight} from './sight.ts';
import {collationFacts, columnTypeFacts} from './type-facts.ts';

function identityFacts(catalog: Catalog, table: number, index: number, {identity}: CatalogColumn) {
  if (!identity) return {is_identity: 'NO', identity_cycle: 'NO'};
  const owned = catalog
    .ofKind('sequence')
    .find(({ownedBy}) => ownedBy !== null && ownedBy.table === table && ownedBy.column === index);
  return {
    is_identity: 'YES',
    identity_generation: identity.toUpperCase(),
    identity_start: String(owned?.start),
    identity_increment: String(owned?.increment),
    identity_maximum: String(owned?.max),
    identity_minimum: String(owned?.min),
    identity_cycle: owned?.cycle ? 'YES' : 'NO',
  };
}

export const informationSchemaColumns = systemRelation({
  oid: 13295,
  schema: 'information_schema',
  name: 'columns',
  relkind: 'v',
  columns: {
    table_catalog: NAME,
    table_schema: NAME,
    table_name: NAME,
    column_name: NAME,
    ordinal_position: INTEGER,
    column_default: VARCHAR,
    is_nullable: VARCHAR,
    data_type: VARCHAR,
    character_maximum_length: INTEGER,
    character_octet_length: INTEGER,
    numeric_precision: INTEGER,
    numeric_precision_radix: INTEGER,
    numeric_scale: INTEGER,
    datetime_precision: INTEGER,
    interval_type: VARCHAR,
    interval_precision: INTEGER,
    character_set_catalog: NAME,
    character_set_schema: NAME,
    character_set_name: NAME,
    collation_catalog: NAME,
    collation_schema: NAME,
    collation_name: NAME,
    domain_catalog: NAME,
    domain_schema: NAME,
    domain_name: NAME,
    udt_catalog: NAME,
    udt_schema: NAME,
    udt_name: NAME,
    scope_catalog: NAME,
    scope_schema: NAME,
    scope_name: NAME,
    maximum_cardinality: INTEGER,
    dtd_identifier: NAME,
    is_self_referencing: VARCHAR,
    is_identity: VARCHAR,
    identity_generation: VARCHAR,
    identity_start: VARCHAR,
    identity_increment: VARCHAR,
    identity_maximum: VARCHAR,
    identity_minimum: VARCHAR,
    identity_cycle: VARCHAR,
    is_generated: VARCHAR,
    generation_expression: VARCHAR,
    is_updatable: VARCHAR,
  },
  *rows(snapshot) {
    const {catalog} = snapshot;
    const updatability = new Updatability(snapshot);
    const sight = new Sight(snapshot);
    for (const {relation, relkind, columns} of listedRelations(snapshot)) {
      if (relkind === 'm' || relkind === 'S') continue;
      for (const {column, index, number} of liveColumns({columns})) {
        if (!sight.column(relation, column)) continue;
        const shown = storedDefault(snapshot, {...relation, columns}, column);
        yield {
          ...columnTypeFacts(catalog, column.type),
          ...collationFacts(catalog, column.type),
          table_catalog: catalog.database,
          table_schema: relation.schema,
          table_name: relation.name,
          column_name: column.name,
          ordinal_position: number,
          column_default: column.generated ? null : shown,
          is_nullable: (column.nullable || relkind === 'v') && !isNeverNull(catalog, column.type) ? 'YES' : 'NO',
          dtd_identifier: String(number),
          is_self_referencing: 'NO',
          ...identityFacts(catalog, relation.oid, index, column),
          is_generated: column.generated ? 'ALWAYS' : 'NEVER',
          generation_expression: column.generated ? shown : null,
          is_updatable: yesOrNo(updatability.ofColumn(relation.oid, index)),
        };
      }
    }
  },
});

/** A domain's NOT NULL holds for the column. */
function isNeverNull(catalog: Catalog, {domain}: SqlType): boolean {
  const found = domain === undefined ? null : catalog.byOid(domain);
  return found?.kind === 'domain' && found.notNull;
}
