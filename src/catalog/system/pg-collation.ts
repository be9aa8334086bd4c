import {BOOLEAN, CHAR, INTEGER, NAME, OID, TEXT} from '../../types/sql-type.ts';
import {collationVersion, collations} from './collations.ts';
import {namespaceOid, bootstrapRole, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgCollation = systemRelation({
  oid: 3456,
  schema: 'pg_catalog',
  name: 'pg_collation',
  columns: {
    oid: OID,
    collname: NAME,
    collnamespace: OID,
    collowner: OID,
    collprovider: CHAR,
    collisdeterministic: BOOLEAN,
    collencoding: INTEGER,
    collcollate: TEXT,
    collctype: TEXT,
    colliculocale: TEXT,
    collversion: TEXT,
  },
  *rows(snapshot) {
    const {catalog} = snapshot;
    const owners = new Map(catalog.ofKind('collation').map(({oid, owner}) => [oid, roleOid(catalog, owner)] as const));
    const collowner = roleOid(catalog, bootstrapRole(catalog));
    for (const collation of [...collations, ...catalog.ofKind('collation')]) {
      const {oid, name, schema, provider, deterministic, encoding, locale, icuLocale} = collation;
      yield {
        oid: BigInt(oid),
        collname: name,
        collnamespace: namespaceOid(catalog, schema),
        collowner: owners.get(oid) ?? collowner,
        collprovider: provider,
        collisdeterministic: deterministic,
        collencoding: encoding,
        collcollate: locale,
        collctype: locale,
        colliculocale: icuLocale,
        collversion: collationVersion(collation),
      };
    }
  },
});
