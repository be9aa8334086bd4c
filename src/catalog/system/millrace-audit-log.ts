import {BIGINT, INTEGER, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {systemRelation} from './system-relation.ts';

/** Who did what, when and from where: read by superusers and members of pg_read_audit_log, written by the server alone. */
export const millraceAuditLog = systemRelation({
  oid: 15122,
  schema: 'millrace',
  name: 'audit_log',
  relkind: 'v',
  columns: {
    id: BIGINT,
    at: TIMESTAMPTZ,
    class: TEXT,
    session_user: TEXT,
    current_user: TEXT,
    process_id: INTEGER,
    client: TEXT,
    application_name: TEXT,
    statement: TEXT,
    tag: TEXT,
    sqlstate: TEXT,
    message: TEXT,
    rows: BIGINT,
  },
  *rows({session}) {
    for (const entry of session.audit ?? []) {
      yield {
        id: BigInt(entry.id),
        at: BigInt(entry.at) * 1000n,
        class: entry.class,
        session_user: entry.sessionUser,
        current_user: entry.currentUser,
        process_id: entry.processId,
        client: entry.client,
        application_name: entry.application,
        statement: entry.statement,
        tag: entry.tag === '' ? null : entry.tag,
        sqlstate: entry.sqlstate,
        message: entry.message,
        rows: entry.rows === null ? null : BigInt(entry.rows),
      };
    }
  },
});
