import {ALL_PRIVILEGES, defaultAcl, PRIVILEGES} from '../../catalog/acl.ts';
import {schemaMissing} from '../../catalog/name-errors.ts';
import {aclClassOfDefaults, defaultPrivilegesOf, isAsMade} from '../../catalog/default-privileges.ts';
import {changedAcl} from '../../catalog/grant-acl.ts';
import type {AlterDefaultPrivileges} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {editCatalog} from './edit-catalog.ts';
import {checked} from './grant.ts';
import type {StatementHandler} from './handler.ts';
import {granteeOid, roleOf} from './role-named.ts';

/** ALTER DEFAULT PRIVILEGES. Errors: 42501, 42704, 3F000, 0LP01. */
export const alterDefaultPrivileges: StatementHandler<AlterDefaultPrivileges> = {
  run(statement, session) {
    const tag = 'ALTER DEFAULT PRIVILEGES';
    return editCatalog(session, tag, fork => {
      const grantees = statement.grantees.map(spec => granteeOid(fork, spec, session));
      const roles =
        statement.roles.length === 0
          ? [session.currentRole]
          : statement.roles.map(spec => roleOf(fork, spec, session).oid);
      for (const role of roles) {
        if (fork.roleBook.hasRightsOf(session.currentRole, role)) continue;
        throw new SqlError('42501', `must be member of role "${fork.roleBook.ofOid(role)!.name}"`);
      }
      if (statement.class === 'schemas' && statement.schemas.length > 0) {
        throw new SqlError('0LP01', 'cannot use IN SCHEMA clause when using GRANT/REVOKE ON SCHEMAS');
      }
      const schemas = statement.schemas.map(name => {
        const schema = fork.schema(name);
        if (!schema) throw schemaMissing(name);
        return schema.oid;
      });
      const kind = aclClassOfDefaults[statement.class];
      const letters =
        statement.privileges.length === 0
          ? ALL_PRIVILEGES[kind]
          : checked(
              statement.privileges,
              statement.privileges.map(({name}) => PRIVILEGES.get(name ?? '') ?? '').join(''),
              kind,
            );
      for (const role of roles) {
        for (const schema of schemas.length === 0 ? [0] : schemas) {
          const book = fork.roleBook;
          const before = defaultPrivilegesOf(fork, role, schema, statement.class);
          const start = before?.acl ?? (schema === 0 ? defaultAcl(kind, role) : []);
          const acl = changedAcl(start, role, book, {
            grants: statement.grants,
            grantor: role,
            grantees,
            privileges: letters,
            option: statement.grantOption,
            cascade: statement.behavior === 'cascade',
          });
          const rest = book.defaultPrivileges.filter(entry => entry !== before);
          const sorted = [...acl].sort((a, b) => a.grantee - b.grantee || a.grantor - b.grantor);
          const entry = {oid: before?.oid ?? fork.allocateOid(), role, schema, class: statement.class, acl: sorted};
          fork.roleBook = book.with({defaultPrivileges: isAsMade(entry) ? rest : [...rest, entry]});
        }
      }
      return {specs: new Map(), notices: [], tag};
    });
  },
};
