import {NAME, VARCHAR} from '../../types/sql-type.ts';
import {bootstrapRole, systemNamespaces} from './system-oids.ts';
import {Sight} from './sight.ts';
import {systemRelation} from './system-relation.ts';

export const informationSchemaSchemata = systemRelation({
  oid: 13382,
  schema: 'information_schema',
  name: 'schemata',
  relkind: 'v',
  columns: {
    catalog_name: NAME,
    schema_name: NAME,
    schema_owner: NAME,
    default_character_set_catalog: NAME,
    default_character_set_schema: NAME,
    default_character_set_name: NAME,
    sql_path: VARCHAR,
  },
  *rows(snapshot) {
    const {catalog} = snapshot;
    const sight = new Sight(snapshot);
    const owners = [
      ...[...systemNamespaces.keys()].map(name => ({name, owner: bootstrapRole(catalog)})),
      ...catalog.ofKind('schema'),
    ];
    for (const {name, owner} of owners) {
      if (!sight.schema(name)) continue;
      yield {catalog_name: catalog.database, schema_name: name, schema_owner: owner};
    }
  },
});
