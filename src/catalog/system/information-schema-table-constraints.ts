import {NAME, VARCHAR} from '../../types/sql-type.ts';
import {IMMEDIATE} from '../constraints.ts';
import type {TableObject} from '../object.ts';
import {yesOrNo} from '../updatability.ts';
import {userRelations} from './relation-rows.ts';
import {BEYOND_READING, Sight} from './sight.ts';
import {notNullConstraints} from './information-schema-constraints.ts';
import type {SystemSnapshot} from './snapshot.ts';
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
    constraint_type: VARCHAR,
    is_deferrable: VARCHAR,
    initially_deferred: VARCHAR,
    enforced: VARCHAR,
    nulls_distinct: VARCHAR,
  },
  *rows(snapshot) {
    const sight = new Sight(snapshot);
    for (const {relation} of userRelations(snapshot)) {
      if (relation.kind !== 'table' || !sight.relation(relation, BEYOND_READING)) continue;
      for (const {name, type, deferrable, deferred, nullsNotDistinct} of constraintsOf(snapshot, relation)) {
        yield {
          constraint_catalog: snapshot.catalog.database,
          constraint_schema: relation.schema,
          constraint_name: name,
          table_catalog: snapshot.catalog.database,
          table_schema: relation.schema,
          table_name: relation.name,
          constraint_type: type,
          is_deferrable: deferrable ? 'YES' : 'NO',
          initially_deferred: deferred ? 'YES' : 'NO',
          enforced: 'YES',
          nulls_distinct: type === 'UNIQUE' ? yesOrNo(!nullsNotDistinct) : null,
        };
      }
    }
  },
});

const PLAIN = {...IMMEDIATE, nullsNotDistinct: false, type: 'CHECK'};

/** NOT NULL among them, under names that Postgres makes up. */
function constraintsOf(snapshot: SystemSnapshot, table: TableObject) {
  const {indexes, foreignKeys, checks} = table;
  const keys = indexes.filter(({constraint}) => constraint);
  return [
    ...keys.map(key => ({...key, type: key.constraint === 'primary' ? 'PRIMARY KEY' : 'UNIQUE'})),
    ...foreignKeys.map(key => ({...key, nullsNotDistinct: false, type: 'FOREIGN KEY'})),
    ...checks.map(({name}) => ({...PLAIN, name})),
    ...notNullConstraints(snapshot, table).map(({name}) => ({...PLAIN, name})),
  ];
}
