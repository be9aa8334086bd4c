import {indexExpressions} from '../index-definition.ts';
import {collationOidOf} from '../../types/collatable.ts';
import {BOOLEAN, OID, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {asVector, INT2VECTOR, OIDVECTOR} from '../../types/vector-types.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {defaultOperatorClass, indexedTypeNames} from '../operator-classes.ts';
import {attributeNumbers, userRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';

/** Of a key's index, which names none. */
function classOf(type: SqlType): bigint {
  return BigInt(defaultOperatorClass('btree', indexedTypeNames(type))?.oid ?? 0);
}

export const pgIndex = systemRelation({
  oid: 2610,
  schema: 'pg_catalog',
  name: 'pg_index',
  columns: {
    indexrelid: OID,
    indrelid: OID,
    indnatts: SMALLINT,
    indnkeyatts: SMALLINT,
    indisunique: BOOLEAN,
    indnullsnotdistinct: BOOLEAN,
    indisprimary: BOOLEAN,
    indisexclusion: BOOLEAN,
    indimmediate: BOOLEAN,
    indisclustered: BOOLEAN,
    indisvalid: BOOLEAN,
    indcheckxmin: BOOLEAN,
    indisready: BOOLEAN,
    indislive: BOOLEAN,
    indisreplident: BOOLEAN,
    indkey: INT2VECTOR,
    indcollation: OIDVECTOR,
    indclass: OIDVECTOR,
    indoption: INT2VECTOR,
    indexprs: TEXT,
    indpred: TEXT,
  },
  *rows(snapshot) {
    for (const {relation, indexes} of userRelations(snapshot)) {
      const numbers = attributeNumbers(relation);
      for (const index of indexes) {
        const {columns, include = [], expressions = []} = index;
        yield {
          indexrelid: BigInt(index.oid),
          indrelid: BigInt(relation.oid),
          indnatts: columns.length + include.length,
          indnkeyatts: columns.length,
          indisunique: index.unique,
          indnullsnotdistinct: index.nullsNotDistinct,
          indisprimary: index.constraint === 'primary',
          indisexclusion: false,
          indimmediate: !index.deferrable,
          indisclustered: false,
          indisvalid: true,
          indcheckxmin: false,
          indisready: true,
          indislive: true,
          indisreplident: false,
          indkey: asVector([
            ...columns.map((column, i) => (expressions.at(i) ? 0 : numbers(column))),
            ...include.map(numbers),
          ]),
          indcollation: asVector(
            (
              index.collations ??
              columns.map(column => (column < 0 ? 0 : collationOidOf(relation.columns[column].type)))
            ).map(BigInt),
          ),
          indclass: asVector(
            index.classes?.map(BigInt) ?? columns.map(column => classOf(relation.columns[column].type)),
          ),
          indoption: asVector(index.sorting ?? columns.map(() => 0)),
          indexprs: indexExpressions(index, false),
          indpred: index.where,
        };
      }
    }
  },
});
