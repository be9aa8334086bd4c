import {NAME, OID, REAL} from '../../types/sql-type.ts';
import {systemRelation} from './system-relation.ts';

export const pgEnum = systemRelation({
  oid: 3501,
  schema: 'pg_catalog',
  name: 'pg_enum',
  columns: {oid: OID, enumtypid: OID, enumsortorder: REAL, enumlabel: NAME},
  *rows({catalog}) {
    for (const {oid: type, form} of catalog.ofKind('type')) {
      if (form.type !== 'enum') continue;
      for (const [i, {oid, label}] of form.labels.entries()) {
        yield {oid: BigInt(oid), enumtypid: BigInt(type), enumsortorder: i + 1, enumlabel: label};
      }
    }
  },
});
