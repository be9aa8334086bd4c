import {OID, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {liveColumns} from '../object.ts';
import {storedDefault} from '../stored-expression.ts';
import {defaultOid} from './derived-oids.ts';
import {userRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';

export const pgAttrdef = systemRelation({
  oid: 2604,
  schema: 'pg_catalog',
  name: 'pg_attrdef',
  columns: {
    oid: OID,
    adrelid: OID,
    adnum: SMALLINT,
    adbin: TEXT,
  },
  *rows(snapshot) {
    for (const {relation, columns} of userRelations(snapshot)) {
      for (const {column, number} of liveColumns({columns})) {
        const adbin = storedDefault(snapshot, {...relation, columns}, column);
        if (adbin === null) continue;
        yield {oid: defaultOid(relation.oid, number), adrelid: BigInt(relation.oid), adnum: number, adbin};
      }
    }
  },
});
