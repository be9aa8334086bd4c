import type {Catalog} from '../../catalog/catalog.ts';
import type {Role} from '../../catalog/role.ts';
import type {RoleSpec} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';

/** The role that a statement names. Errors: 42704. */
export function roleOf(catalog: Catalog, spec: RoleSpec, session: SqlSession): Role {
  switch (spec.type) {
    case 'name':
      return catalog.roleBook.mustFind(spec.name);
    case 'public':
      throw new SqlError('42704', 'role "public" does not exist');
    case 'session_user':
      return ownRole(catalog, session.sessionRole);
    default:
      return ownRole(catalog, session.currentRole);
  }
}

function ownRole(catalog: Catalog, oid: number): Role {
  const role = catalog.roleBook.ofOid(oid);
  if (!role) throw new SqlError('42704', `role with OID ${oid} does not exist`);
  return role;
}

/** As `roleOf`, of a grantee: 0 is PUBLIC. */
export function granteeOid(catalog: Catalog, spec: RoleSpec, session: SqlSession): number {
  return spec.type === 'public' ? 0 : roleOf(catalog, spec, session).oid;
}
