import {INTEGER, NAME} from '../../types/sql-type.ts';
import type {TableObject} from '../object.ts';
import {attributeNumber, userRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';

export const informationSchemaKeyColumnUsage = systemRelation({
  oid: 13329,
  schema: 'information_schema',
  name: 'key_column_usage',
  relkind: 'v',
  columns: {
    constraint_catalog: NAME,
    constraint_schema: NAME,
    constraint_name: NAME,
    table_catalog: NAME,
    table_schema: NAME,
    table_name: NAME,
    column_name: NAME,
    ordinal_position: INTEGER,
    position_in_unique_constraint: INTEGER,
  },
  *rows(snapshot) {
    for (const {relation, columns} of userRelations(snapshot)) {
      if (relation.kind !== 'table') continue;
      for (const {name, columns: numbers, unique} of keysOf(relation)) {
        for (const [i, index] of numbers.entries()) {
          yield {
            constraint_catalog: snapshot.catalog.database,
            constraint_schema: relation.schema,
            constraint_name: name,
            table_catalog: snapshot.catalog.database,
            table_schema: relation.schema,
            table_name: relation.name,
            column_name: columns[index].name,
            ordinal_position: attributeNumber(i),
            position_in_unique_constraint: unique ? null : attributeNumber(i),
          };
        }
      }
    }
  },
});

function keysOf({indexes, foreignKeys}: TableObject) {
  const keys = indexes.filter(({constraint}) => constraint);
  return [...keys, ...foreignKeys.map(({name, columns}) => ({name, columns, unique: false}))];
}
