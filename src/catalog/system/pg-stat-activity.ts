import {PG_READ_ALL_STATS_OID} from '../role.ts';
import {BIGINT, INET, INTEGER, NAME, OID, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {addressOf, portOf} from '../client-address.ts';
import {XID} from './column-types.ts';
import {DATABASE_OID, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgStatActivity = systemRelation({
  oid: 12222,
  schema: 'pg_catalog',
  name: 'pg_stat_activity',
  relkind: 'v',
  columns: {
    datid: OID,
    datname: NAME,
    pid: INTEGER,
    leader_pid: INTEGER,
    usesysid: OID,
    usename: NAME,
    application_name: TEXT,
    client_addr: INET,
    client_hostname: TEXT,
    client_port: INTEGER,
    backend_start: TIMESTAMPTZ,
    xact_start: TIMESTAMPTZ,
    query_start: TIMESTAMPTZ,
    state_change: TIMESTAMPTZ,
    wait_event_type: TEXT,
    wait_event: TEXT,
    state: TEXT,
    backend_xid: XID,
    backend_xmin: XID,
    query_id: BIGINT,
    query: TEXT,
    backend_type: TEXT,
  },
  *rows(snapshot) {
    const {catalog} = snapshot;
    const reader = snapshot.session.role;
    const all = catalog.roleBook.hasRightsOf(reader, PG_READ_ALL_STATS_OID);
    const waits = new Map(
      [...(snapshot.status.locks?.() ?? [])].filter(lock => !lock.granted).map(lock => [lock.processId, lock.on.type]),
    );
    for (const session of snapshot.status.sessions()) {
      const theirs = catalog.role(session.user);
      if (!all && !(theirs && catalog.roleBook.hasRightsOf(reader, theirs.oid))) {
        yield {
          datid: DATABASE_OID,
          datname: session.database,
          pid: session.processId,
          usesysid: roleOid(catalog, session.user),
          usename: session.user,
          application_name: session.applicationName,
          query: '<insufficient privilege>',
        };
        continue;
      }
      yield {
        datid: DATABASE_OID,
        datname: session.database,
        pid: session.processId,
        usesysid: roleOid(snapshot.catalog, session.user),
        usename: session.user,
        application_name: session.applicationName,
        client_addr: addressOf(session.client),
        client_port: portOf(session.client),
        backend_start: session.started,
        xact_start: session.transactionStarted,
        query_start: session.queryStarted,
        state_change: session.stateChanged,
        wait_event_type: waits.has(session.processId) ? 'Lock' : session.waitsFor?.type,
        wait_event: waits.get(session.processId) ?? session.waitsFor?.event,
        state: session.state,
        backend_xid: session.transactionId === null ? null : BigInt.asUintN(32, session.transactionId),
        query: session.query,
        backend_type: 'client backend',
      };
    }
  },
});
