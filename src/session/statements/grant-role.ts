import type {CatalogNotice} from '../../catalog/notice.ts';
import type {RoleBook} from '../../catalog/role-book.ts';
import {PG_DATABASE_OWNER_OID, type Role} from '../../catalog/role.ts';
import type {GrantRole} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {roleOf} from './role-named.ts';

/** GRANT and REVOKE of roles. Errors: 42704, 42501, 0LP01 a circle, 42939. */
export const grantRole: StatementHandler<GrantRole> = {
  run(statement, session) {
    const {grants, grantees, adminOption, ofGroup} = statement;
    const tag = ofGroup ? 'ALTER ROLE' : grants ? 'GRANT ROLE' : 'REVOKE ROLE';
    return editCatalog(session, tag, fork => {
      const notices: CatalogNotice[] = [];
      const members = grantees.map(spec => roleOf(fork, spec, session));
      const grantor = statement.grantedBy ? roleOf(fork, statement.grantedBy, session).oid : session.currentRole;
      for (const name of statement.roles) {
        const role = fork.roleBook.mustFind(name);
        refuseStranger(fork.roleBook, role, session.currentRole);
        for (const member of members) {
          const {book, notice} = grants
            ? withMember(fork.roleBook, {role, member, grantor, admin: adminOption})
            : withoutMember(fork.roleBook, role, member, adminOption);
          fork.roleBook = book;
          if (notice) notices.push(notice);
        }
      }
      return {specs: new Map(), notices, tag};
    });
  },
};

function refuseStranger(book: RoleBook, role: Role, user: number): void {
  if (book.isSuperuser(user)) return;
  if (role.superuser) throw new SqlError('42501', 'must be superuser to alter superusers');
  if (book.ofOid(user)?.createRole || book.isAdminOf(user, role.oid)) return;
  throw new SqlError('42501', `must have admin option on role "${role.name}"`);
}

type Change = {readonly book: RoleBook; readonly notice: CatalogNotice | null};
type Member = {readonly role: Role; readonly member: Role; readonly grantor: number; readonly admin: boolean};

/** The member becomes one, or may grant the role from now on. */
export function withMember(book: RoleBook, {role, member, grantor, admin}: Member): Change {
  if (role.oid === PG_DATABASE_OWNER_OID) {
    throw new SqlError('0A000', `role "${role.name}" cannot have explicit members`);
  }
  if (member.oid === PG_DATABASE_OWNER_OID) {
    throw new SqlError('0A000', `role "${member.name}" cannot be a member of any role`);
  }
  if (role.oid === member.oid || book.rolesOf(role.oid, 'set').has(member.oid)) {
    throw new SqlError('0LP01', `role "${role.name}" is a member of role "${member.name}"`);
  }
  const before = book.memberships.find(entry => entry.role === role.oid && entry.member === member.oid);
  if (before && (before.admin || !admin)) {
    const message = `role "${member.name}" is already a member of role "${role.name}"`;
    return {book, notice: {severity: 'NOTICE', code: '00000', message}};
  }
  const rest = book.memberships.filter(entry => entry !== before);
  const entry = {role: role.oid, member: member.oid, grantor, admin};
  return {book: book.with({memberships: [...rest, entry]}), notice: null};
}

function withoutMember(book: RoleBook, role: Role, member: Role, adminAlone: boolean): Change {
  const before = book.memberships.find(entry => entry.role === role.oid && entry.member === member.oid);
  if (!before) {
    const message = `role "${member.name}" is not a member of role "${role.name}"`;
    return {book, notice: {severity: 'WARNING', code: '01000', message}};
  }
  const rest = book.memberships.filter(entry => entry !== before);
  return {book: book.with({memberships: adminAlone ? [...rest, {...before, admin: false}] : rest}), notice: null};
}
