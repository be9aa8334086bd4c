import {BOOLEAN, OID, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {OIDS, SMALLINTS} from './column-types.ts';
import {attributeNumber, userRelations} from './relation-rows.ts';
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
    for (const {relation, primaryKey} of userRelations(snapshot)) {
      if (!primaryKey) continue;
      const width = primaryKey.columns.length;
      yield {
        indexrelid: BigInt(primaryKey.oid),
        indrelid: BigInt(relation.oid),
        indnatts: width,
        indnkeyatts: width,
        indisunique: true,
        indnullsnotdistinct: false,
        indisprimary: true,
        indisexclusion: false,
        indimmediate: true,
        indisclustered: false,
        indisvalid: true,
        indcheckxmin: false,
        indisready: true,
        indislive: true,
        indisreplident: false,
        indkey: primaryKey.columns.map(attributeNumber),
        indcollation: primaryKey.columns.map(() => 0n),
        indclass: primaryKey.columns.map(() => 0n),
        indoption: primaryKey.columns.map(() => 0),
      };
    }
  },
});
