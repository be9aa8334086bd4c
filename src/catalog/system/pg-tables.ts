import {BOOLEAN, NAME} from '../../types/sql-type.ts';
import {listedRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';

export const pgTables = systemRelation({
  oid: 12033,
  schema: 'pg_catalog',
  name: 'pg_tables',
  relkind: 'v',
  columns: {
    schemaname: NAME,
    tablename: NAME,
    tableowner: NAME,
    tablespace: NAME,
    hasindexes: BOOLEAN,
    hasrules: BOOLEAN,
    hastriggers: BOOLEAN,
    rowsecurity: BOOLEAN,
  },
  *rows(snapshot) {
    for (const {relation, relkind, owner, indexes} of listedRelations(snapshot)) {
      if (relkind !== 'r') continue;
      yield {
        schemaname: relation.schema,
        tablename: relation.name,
        tableowner: owner,
        hasindexes: indexes.length > 0,
        hasrules: false,
        hastriggers: false,
        rowsecurity: false,
      };
    }
  },
});
