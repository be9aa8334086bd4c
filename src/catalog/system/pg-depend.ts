import {CHAR, INTEGER, OID} from '../../types/sql-type.ts';
import {constraintOid} from './constraint-oid.ts';
import {hiddenColumns, indexMentions, type TableIndex} from '../constraints.ts';
import {attributeNumbers, type ListedRelation, userRelations} from './relation-rows.ts';
import {classOids} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgDepend = systemRelation({
  oid: 2608,
  schema: 'pg_catalog',
  name: 'pg_depend',
  columns: {
    classid: OID,
    objid: OID,
    objsubid: INTEGER,
    refclassid: OID,
    refobjid: OID,
    refobjsubid: INTEGER,
    deptype: CHAR,
  },
  *rows(snapshot) {
    for (const object of snapshot.catalog.all()) {
      for (const on of object.dependsOn) {
        yield {
          classid: classOids.pg_class,
          objid: BigInt(object.oid),
          objsubid: 0,
          refclassid: classOids.pg_class,
          refobjid: BigInt(on),
          refobjsubid: 0,
          deptype: 'n',
        };
      }
    }
    for (const listed of userRelations(snapshot)) {
      for (const index of listed.indexes) yield* indexRows(listed, index);
    }
  },
});

/** An index goes with the columns it speaks of; that of a key with the constraint, and this with the columns. */
function* indexRows({relation, columns}: ListedRelation, index: TableIndex) {
  const {oid, constraint} = index;
  const owner = {classid: classOids.pg_class, objid: BigInt(oid), objsubid: 0};
  const key = {classid: classOids.pg_constraint, objid: constraintOid(oid), objsubid: 0};
  if (constraint) {
    yield {...owner, refclassid: key.classid, refobjid: key.objid, refobjsubid: 0, deptype: 'i'};
  }
  const numbers = attributeNumbers({columns});
  const hidden = hiddenColumns(index);
  const mentioned = columns.flatMap((_, i) => (indexMentions(index, i) && !hidden.includes(i) ? [numbers(i)] : []));
  for (const refobjsubid of mentioned.length > 0 ? mentioned : [0]) {
    const table = {refclassid: classOids.pg_class, refobjid: BigInt(relation.oid), refobjsubid};
    yield {...(constraint ? key : owner), ...table, deptype: 'a'};
  }
}
