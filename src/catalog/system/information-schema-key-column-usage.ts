import {INTEGER, NAME} from '../../types/sql-type.ts';
import type {Catalog} from '../catalog.ts';
import type {TableObject} from '../object.ts';
import {attributeNumber, userRelations} from './relation-rows.ts';
import {Sight} from './sight.ts';
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
    const {catalog} = snapshot;
    const sight = new Sight(snapshot);
    for (const {relation, columns} of userRelations(snapshot)) {
      if (relation.kind !== 'table') continue;
      for (const {name, columns: numbers, places} of keysOf(catalog, relation)) {
        for (const [i, index] of numbers.entries()) {
          if (!sight.column(relation, columns[index])) continue;
          yield {
            constraint_catalog: catalog.database,
            constraint_schema: relation.schema,
            constraint_name: name,
            table_catalog: catalog.database,
            table_schema: relation.schema,
            table_name: relation.name,
            column_name: columns[index].name,
            ordinal_position: attributeNumber(i),
            position_in_unique_constraint: places?.[i] ?? null,
          };
        }
      }
    }
  },
});

/** Of a foreign key, where each of its columns' counterparts stands in the index that holds them. */
function keysOf(catalog: Catalog, {indexes, foreignKeys}: TableObject) {
  const keys = indexes.filter(({constraint}) => constraint).map(({name, columns}) => ({name, columns, places: null}));
  const references = foreignKeys.map(({name, columns, references: target, index, referenced}) => {
    const table = catalog.byOid(target) as TableObject;
    const held = table.indexes.find(({oid}) => oid === index)?.columns ?? [];
    return {name, columns, places: referenced.map(column => held.indexOf(column) + 1)};
  });
  return [...keys, ...references];
}
