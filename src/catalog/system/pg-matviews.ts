import {BOOLEAN, NAME, TEXT} from '../../types/sql-type.ts';
import {viewDefinition} from '../view-definition.ts';
import {userRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';

export const pgMatviews = systemRelation({
  oid: 12038,
  schema: 'pg_catalog',
  name: 'pg_matviews',
  relkind: 'v',
  columns: {
    schemaname: NAME,
    matviewname: NAME,
    matviewowner: NAME,
    tablespace: NAME,
    hasindexes: BOOLEAN,
    ispopulated: BOOLEAN,
    definition: TEXT,
  },
  *rows(snapshot) {
    for (const {relation, owner, indexes} of userRelations(snapshot)) {
      if (relation.kind !== 'materialized view') continue;
      yield {
        schemaname: relation.schema,
        matviewname: relation.name,
        matviewowner: owner,
        hasindexes: indexes.length > 0,
        ispopulated: !relation.unpopulated,
        definition: viewDefinition(snapshot, relation),
      };
    }
  },
});
