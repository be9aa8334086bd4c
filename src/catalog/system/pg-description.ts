import {commentsOf} from '../comments.ts';
import {allAggregates, allFunctions} from '../../expr/registry.ts';
import {allWindowFunctions} from '../../expr/window-functions.ts';
import {INTEGER, OID, TEXT} from '../../types/sql-type.ts';
import {classOids} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgDescription = systemRelation({
  oid: 2609,
  schema: 'pg_catalog',
  name: 'pg_description',
  columns: {
    objoid: OID,
    classoid: OID,
    objsubid: INTEGER,
    description: TEXT,
  },
  *rows(snapshot) {
    for (const object of snapshot.catalog.all()) yield* commentsOf(object);
    const functions = allFunctions().filter(row => row.kind === 'function');
    for (const row of [...functions, ...allAggregates(), ...allWindowFunctions()]) {
      yield {objoid: BigInt(row.oid), classoid: classOids.pg_proc, objsubid: 0, description: row.description};
    }
  },
});
