import {BOOLEAN, OID, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {OIDS, SMALLINTS} from './column-types.ts';
import {attributeNumbers, userRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';

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
    indkey: SMALLINTS,
    indcollation: OIDS,
    indclass: OIDS,
    indoption: SMALLINTS,
    indexprs: TEXT,
    indpred: TEXT,
  },
  *rows(snapshot) {
    for (const {relation, indexes} of userRelations(snapshot)) {
      const numbers = attributeNumbers(relation);
      for (const index of indexes) {
        const width = index.columns.length;
        yield {
          indexrelid: BigInt(index.oid),
          indrelid: BigInt(relation.oid),
          indnatts: width,
          indnkeyatts: width,
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
          indkey: index.columns.map(numbers),
          indcollation: index.columns.map(() => 0n),
          indclass: index.columns.map(() => 0n),
          indoption: index.columns.map(() => 0),
          indpred: index.where,
        };
      }
    }
  },
});
