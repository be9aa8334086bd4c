import {isType} from '../object.ts';
import type {CatalogObject} from '../object.ts';
import {allAggregates, allFunctions} from '../../expr/registry.ts';
import {allWindowFunctions} from '../../expr/window-functions.ts';
import {INTEGER, OID, TEXT} from '../../types/sql-type.ts';
import {classOids} from './system-oids.ts';
import {indexesOf} from '../constraints.ts';
import {systemRelation} from './system-relation.ts';

function classOf(object: CatalogObject): bigint {
  if (object.kind === 'schema') return classOids.pg_namespace;
  if (object.kind === 'function') return classOids.pg_proc;
  return isType(object) ? classOids.pg_type : classOids.pg_class;
}

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
    for (const object of snapshot.catalog.all()) {
      const classoid = classOf(object);
      const objoid = BigInt(object.oid);
      if (object.comment !== null) yield {objoid, classoid, objsubid: 0, description: object.comment};
      if (!('columns' in object)) continue;
      for (const [i, {comment}] of object.columns.entries()) {
        if (comment) yield {objoid, classoid, objsubid: i + 1, description: comment};
      }
      for (const {oid, comment} of indexesOf(object)) {
        if (comment !== null) yield {objoid: BigInt(oid), classoid, objsubid: 0, description: comment};
      }
    }
    const functions = allFunctions().filter(row => row.kind === 'function');
    for (const row of [...functions, ...allAggregates(), ...allWindowFunctions()]) {
      yield {objoid: BigInt(row.oid), classoid: classOids.pg_proc, objsubid: 0, description: row.description};
    }
  },
});
