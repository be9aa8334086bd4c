import {BOOLEAN, CHAR, INTEGER, NAME, OID, TEXT} from '../../types/sql-type.ts';
import {aclTexts} from '../acl.ts';
import {ACLITEMS, XID} from './column-types.ts';
import {DATABASE_OID, DEFAULT_TABLESPACE_OID} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

/** pg_encoding's number for it. */
const UTF8 = 6;

export const pgDatabase = systemRelation({
  oid: 1262,
  schema: 'pg_catalog',
  name: 'pg_database',
  columns: {
    oid: OID,
    datname: NAME,
    datdba: OID,
    encoding: INTEGER,
    datlocprovider: CHAR,
    datistemplate: BOOLEAN,
    datallowconn: BOOLEAN,
    datconnlimit: INTEGER,
    datfrozenxid: XID,
    datminmxid: XID,
    dattablespace: OID,
    datcollate: TEXT,
    datctype: TEXT,
    daticulocale: TEXT,
    datcollversion: TEXT,
    datacl: ACLITEMS,
  },
  *rows(snapshot) {
    const {catalog} = snapshot;
    yield {
      oid: DATABASE_OID,
      datname: catalog.database,
      datdba: BigInt(catalog.roleBook.databaseOwner),
      datacl: aclTexts(catalog.roleBook.databaseAcl, catalog.roleBook),
      encoding: UTF8,
      datlocprovider: 'c',
      datistemplate: catalog.roleBook.databaseIsTemplate,
      datallowconn: true,
      datconnlimit: catalog.roleBook.databaseConnections,
      datfrozenxid: 0n,
      datminmxid: 1n,
      dattablespace: DEFAULT_TABLESPACE_OID,
      datcollate: 'C',
      datctype: 'C.UTF-8',
    };
  },
});
