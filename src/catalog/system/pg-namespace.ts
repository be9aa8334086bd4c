import {NAME, OID} from '../../types/sql-type.ts';
import {aclTexts} from '../acl.ts';
import {schemaAcl, shownAcl} from '../rights.ts';
import {ACLITEMS} from './column-types.ts';
import {bootstrapRole, roleOid, systemNamespaces} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgNamespace = systemRelation({
  oid: 2615,
  schema: 'pg_catalog',
  name: 'pg_namespace',
  columns: {
    oid: OID,
    nspname: NAME,
    nspowner: OID,
    nspacl: ACLITEMS,
  },
  *rows(snapshot) {
    const {catalog} = snapshot;
    for (const [name, oid] of systemNamespaces) {
      yield {
        oid: BigInt(oid),
        nspname: name,
        nspowner: roleOid(catalog, bootstrapRole(catalog)),
        nspacl: aclTexts(schemaAcl(catalog, name), catalog.roleBook),
      };
    }
    for (const schema of catalog.ofKind('schema')) {
      yield {
        oid: BigInt(schema.oid),
        nspname: schema.name,
        nspowner: roleOid(catalog, schema.owner),
        nspacl: aclTexts(shownAcl(catalog, schema), catalog.roleBook),
      };
    }
  },
});
