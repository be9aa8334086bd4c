import {NAME, TEXT} from '../../types/sql-type.ts';
import {indexDefinition} from '../index-definition.ts';
import {userRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';

export const pgIndexes = systemRelation({
  oid: 12043,
  schema: 'pg_catalog',
  name: 'pg_indexes',
  relkind: 'v',
  columns: {
    schemaname: NAME,
    tablename: NAME,
    indexname: NAME,
    tablespace: NAME,
    indexdef: TEXT,
  },
  *rows(snapshot) {
    for (const {relation, indexes} of userRelations(snapshot)) {
      for (const index of indexes) {
        if (relation.kind !== 'table' && relation.kind !== 'materialized view') continue;
        yield {
          schemaname: relation.schema,
          tablename: relation.name,
          indexname: index.name,
          indexdef: indexDefinition(relation, index),
        };
      }
    }
  },
});
