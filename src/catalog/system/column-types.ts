import {CHAR, NAME, OID, SMALLINT, TEXT, arrayOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';

// Types of Postgres's catalogs; pg_node_tree is shown as the nearest that Millrace has, text.
export const OIDS = arrayOf(OID);
export const SMALLINTS = arrayOf(SMALLINT);
export const TEXTS = arrayOf(TEXT);
export const ACLITEMS = arrayOf({kind: 'aclitem'});
export const CHARS = arrayOf(CHAR);
export const NAMES = arrayOf(NAME);
export const REGPROC: SqlType = {kind: 'regproc'};
export const XID: SqlType = {kind: 'xid'};
export const PG_LSN: SqlType = {kind: 'pg_lsn'};
