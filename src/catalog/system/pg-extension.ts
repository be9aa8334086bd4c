import {BOOLEAN, NAME, OID, TEXT} from '../../types/sql-type.ts';
import {OIDS, TEXTS} from './column-types.ts';
import {bootstrapRole, PG_CATALOG_OID, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

/** The one that every database has, which clients look for; nothing is in it. */
export const pgExtension = systemRelation({
  oid: 3079,
  schema: 'pg_catalog',
  name: 'pg_extension',
  columns: {
    oid: OID,
    extname: NAME,
    extowner: OID,
    extnamespace: OID,
    extrelocatable: BOOLEAN,
    extversion: TEXT,
    extconfig: OIDS,
    extcondition: TEXTS,
  },
  *rows({catalog}) {
    yield {
      oid: 13559n,
      extname: 'plpgsql',
      extowner: roleOid(catalog, bootstrapRole(catalog)),
      extnamespace: PG_CATALOG_OID,
      extrelocatable: false,
      extversion: '1.0',
      extconfig: null,
      extcondition: null,
    };
  },
});
