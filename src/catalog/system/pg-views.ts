import {NAME, TEXT} from '../../types/sql-type.ts';
import {viewDefinition} from '../view-definition.ts';
import {userRelations} from './relation-rows.ts';
import {bootstrapRole} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';
import {systemViews} from './system-views.ts';

export const pgViews = systemRelation({
  oid: 12028,
  schema: 'pg_catalog',
  name: 'pg_views',
  relkind: 'v',
  columns: {
    schemaname: NAME,
    viewname: NAME,
    viewowner: NAME,
    definition: TEXT,
  },
  *rows(snapshot) {
    for (const {relation, owner} of userRelations(snapshot)) {
      if (relation.kind !== 'view') continue;
      const {schema, name} = relation;
      yield {schemaname: schema, viewname: name, viewowner: owner, definition: viewDefinition(snapshot, relation)};
    }
    const viewowner = bootstrapRole(snapshot.catalog);
    for (const view of systemViews(snapshot)) {
      yield {schemaname: view.schema, viewname: view.name, viewowner, definition: null};
    }
  },
});
