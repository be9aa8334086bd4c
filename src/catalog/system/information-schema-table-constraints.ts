import {NAME, TEXT} from '../../types/sql-type.ts';
import {userRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';

export const informationSchemaTableConstraints = systemRelation({
  oid: 13411,
  schema: 'information_schema',
  name: 'table_constraints',
  relkind: 'v',
  columns: {
    constraint_catalog: NAME,
    constraint_schema: NAME,
    constraint_name: NAME,
    table_catalog: NAME,
    table_schema: NAME,
    table_name: NAME,
    constraint_type: TEXT,
    is_deferrable: TEXT,
    initially_deferred: TEXT,
    enforced: TEXT,
    nulls_distinct: TEXT,
  },
  *rows(snapshot) {
    for (const {relation, primaryKey} of userRelations(snapshot)) {
      if (!primaryKey) continue;
      yield {
        constraint_catalog: snapshot.catalog.database,
        constraint_schema: relation.schema,
        constraint_name: primaryKey.name,
        table_catalog: snapshot.catalog.database,
        table_schema: relation.schema,
        table_name: relation.name,
        constraint_type: 'PRIMARY KEY',
        is_deferrable: 'NO',
        initially_deferred: 'NO',
        enforced: 'YES',
      };
    }
  },
});
