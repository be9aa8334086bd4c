import {BOOLEAN, CHAR, INTEGER, NAME, OID, TEXT} from '../../types/sql-type.ts';
import {OIDS, SMALLINTS} from './column-types.ts';
import {constraintOid} from './constraint-oid.ts';
import {attributeNumber, userRelations} from './relation-rows.ts';
import {namespaceOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgConstraint = systemRelation({
  oid: 2606,
  schema: 'pg_catalog',
  name: 'pg_constraint',
  columns: {
    oid: OID,
    conname: NAME,
    connamespace: OID,
    contype: CHAR,
    condeferrable: BOOLEAN,
    condeferred: BOOLEAN,
    convalidated: BOOLEAN,
    conrelid: OID,
    contypid: OID,
    conindid: OID,
    conparentid: OID,
    confrelid: OID,
    confupdtype: CHAR,
    confdeltype: CHAR,
    confmatchtype: CHAR,
    conislocal: BOOLEAN,
    coninhcount: INTEGER,
    connoinherit: BOOLEAN,
    conkey: SMALLINTS,
    confkey: SMALLINTS,
    conpfeqop: OIDS,
    conppeqop: OIDS,
    conffeqop: OIDS,
    confdelsetcols: SMALLINTS,
    conexclop: OIDS,
    conbin: TEXT,
  },
  *rows(snapshot) {
    for (const {relation, primaryKey} of userRelations(snapshot)) {
      if (!primaryKey) continue;
      yield {
        oid: constraintOid(primaryKey.oid),
        conname: primaryKey.name,
        connamespace: namespaceOid(snapshot.catalog, relation.schema),
        contype: 'p',
        condeferrable: false,
        condeferred: false,
        convalidated: true,
        conrelid: BigInt(relation.oid),
        contypid: 0n,
        conindid: BigInt(primaryKey.oid),
        conparentid: 0n,
        confrelid: 0n,
        confupdtype: ' ',
        confdeltype: ' ',
        confmatchtype: ' ',
        conislocal: true,
        coninhcount: 0,
        connoinherit: true,
        conkey: primaryKey.columns.map(attributeNumber),
      };
    }
    for (const {oid: domain, schema, checks} of snapshot.catalog.ofKind('domain')) {
      for (const {oid, name, text, validated} of checks) {
        yield {
          oid: BigInt(oid),
          conname: name,
          connamespace: namespaceOid(snapshot.catalog, schema),
          contype: 'c',
          condeferrable: false,
          condeferred: false,
          convalidated: validated,
          conrelid: 0n,
          contypid: BigInt(domain),
          conindid: 0n,
          conparentid: 0n,
          confrelid: 0n,
          confupdtype: ' ',
          confdeltype: ' ',
          confmatchtype: ' ',
          conislocal: true,
          coninhcount: 0,
          connoinherit: false,
          conbin: text,
        };
      }
    }
  },
});
