import {BOOLEAN, NAME, OID} from '../../types/sql-type.ts';
import {ACLITEMS} from './column-types.ts';
import {
  INTERNAL_LANGUAGE_OID,
  JAVASCRIPT_LANGUAGE_OID,
  SQL_LANGUAGE_OID,
  bootstrapRole,
  roleOid,
} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgLanguage = systemRelation({
  oid: 2612,
  schema: 'pg_catalog',
  name: 'pg_language',
  columns: {
    oid: OID,
    lanname: NAME,
    lanowner: OID,
    lanispl: BOOLEAN,
    lanpltrusted: BOOLEAN,
    lanplcallfoid: OID,
    laninline: OID,
    lanvalidator: OID,
    lanacl: ACLITEMS,
  },
  *rows(snapshot) {
    const lanowner = roleOid(snapshot.catalog, bootstrapRole(snapshot.catalog));
    const common = {lanowner, lanispl: false, lanplcallfoid: 0n, laninline: 0n, lanvalidator: 0n};
    yield {...common, oid: INTERNAL_LANGUAGE_OID, lanname: 'internal', lanpltrusted: false, lanvalidator: 2246n};
    yield {...common, oid: SQL_LANGUAGE_OID, lanname: 'sql', lanpltrusted: true, lanvalidator: 2248n};
    yield {...common, oid: JAVASCRIPT_LANGUAGE_OID, lanname: 'javascript', lanispl: true, lanpltrusted: true};
  },
});
