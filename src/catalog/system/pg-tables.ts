import type {Datum} from '../../types/datum.ts';
import {BOOLEAN, NAME} from '../../types/sql-type.ts';
import {pgClass} from './pg-class.ts';
import {listedRelations} from './relation-rows.ts';
import {rowsByName} from './rows-by-name.ts';
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
    const classes = new Map<Datum, Row>();
    for (const row of rowsByName(pgClass, snapshot)) classes.set(row.oid, row);
    for (const {relation, relkind, owner, indexes} of listedRelations(snapshot)) {
      if (relkind !== 'r') continue;
      const {relhastriggers, relrowsecurity, relisshared} = classes.get(BigInt(relation.oid))!;
      yield {
        schemaname: relation.schema,
        tablename: relation.name,
        tableowner: owner,
        tablespace: relisshared ? 'pg_global' : null,
        hasindexes: indexes.length > 0,
        hasrules: false,
        hastriggers: relhastriggers,
        rowsecurity: relrowsecurity,
      };
    }
  },
});

type Row = Readonly<Record<string, Datum>>;
