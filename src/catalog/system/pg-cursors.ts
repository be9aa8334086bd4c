import {BOOLEAN, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {systemRelation} from './system-relation.ts';

export const pgCursors = systemRelation({
  oid: 12077,
  schema: 'pg_catalog',
  name: 'pg_cursors',
  relkind: 'v',
  columns: {
    name: TEXT,
    statement: TEXT,
    is_holdable: BOOLEAN,
    is_binary: BOOLEAN,
    is_scrollable: BOOLEAN,
    creation_time: TIMESTAMPTZ,
  },
  *rows(snapshot) {
    for (const {name, statement, holdable, binary, scrollable, created} of snapshot.session.cursors ?? []) {
      yield {
        name,
        statement,
        is_holdable: holdable,
        is_binary: binary,
        is_scrollable: scrollable,
        creation_time: created,
      };
    }
  },
});
