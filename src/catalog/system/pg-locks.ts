import {BOOLEAN, INTEGER, OID, SMALLINT, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {XID} from './column-types.ts';
import type {LockStatus} from './status.ts';
import {DATABASE_OID} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

/**
 * Locks that are held or waited for: of LOCK TABLE and of what a transaction has written or locked, of what it has made, changed
 * or built on in the catalog, of transactions that are waited for, and advisory ones. Reading takes none.
 */
export const pgLocks = systemRelation({
  oid: 12073,
  schema: 'pg_catalog',
  name: 'pg_locks',
  relkind: 'v',
  columns: {
    locktype: TEXT,
    database: OID,
    relation: OID,
    page: INTEGER,
    tuple: SMALLINT,
    virtualxid: TEXT,
    transactionid: XID,
    classid: OID,
    objid: OID,
    objsubid: SMALLINT,
    virtualtransaction: TEXT,
    pid: INTEGER,
    mode: TEXT,
    granted: BOOLEAN,
    fastpath: BOOLEAN,
    waitstart: TIMESTAMPTZ,
  },
  *rows({status}) {
    for (const lock of status.locks?.() ?? []) {
      yield {
        locktype: lock.on.type,
        ...placeOf(lock.on),
        virtualtransaction: `${lock.processId}/0`,
        pid: lock.processId,
        mode: lock.mode,
        granted: lock.granted,
        fastpath: false,
      };
    }
  },
});

function placeOf(on: LockStatus['on']) {
  switch (on.type) {
    case 'relation':
      return {database: DATABASE_OID, relation: BigInt(on.relation)};
    case 'object':
      return {database: DATABASE_OID, classid: BigInt(on.class), objid: BigInt(on.object), objsubid: 0};
    case 'transactionid':
      return {transactionid: BigInt.asUintN(32, on.number)};
    case 'advisory': {
      // One number of 64 bits stands in two columns, as two of 32 do; the last column tells them apart.
      const [first, second] = on.numbers;
      const [high, low] = second === undefined ? [first >> 32n, first] : [first, second];
      return {
        database: DATABASE_OID,
        classid: BigInt.asUintN(32, high),
        objid: BigInt.asUintN(32, low),
        objsubid: second === undefined ? 1 : 2,
      };
    }
  }
}
