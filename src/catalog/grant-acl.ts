import {SqlError} from '../types/sql-error.ts';
import {type Acl, type AclItem, difference, intersection, union} from './acl.ts';
import type {RoleBook} from './role-book.ts';

type GrantChange = {
  readonly grants: boolean;
  readonly grantor: number;
  readonly grantees: readonly number[];
  readonly privileges: string;
  /** WITH GRANT OPTION; of REVOKE: the option alone. */
  readonly option: boolean;
  readonly cascade: boolean;
};

/** In whose name a role grants: the owner's where it has the owner's rights, else that of the one of its roles that may most. */
export function bestGrantor(
  acl: Acl,
  owner: number,
  role: number,
  book: RoleBook,
  wanted: string,
): {readonly grantor: number; readonly grantable: string} {
  if (book.hasRightsOf(role, owner)) return {grantor: owner, grantable: wanted};
  let best = {grantor: role, grantable: ''};
  for (const candidate of book.rolesOf(role, 'inherit')) {
    const own = acl.filter(({grantee}) => grantee === candidate).map(item => item.grantable);
    const grantable = intersection(wanted, own.join(''));
    if (grantable.length > best.grantable.length) best = {grantor: candidate, grantable};
  }
  return best;
}

/** The list with the change in it. Errors: 0LP01, 2BP01 others depend on what is revoked. */
export function changedAcl(acl: Acl, owner: number, book: RoleBook, change: GrantChange): Acl {
  return change.grantees.reduce<Acl>((before, grantee) => changedFor(before, owner, book, change, grantee), acl);
}

function changedFor(acl: Acl, owner: number, book: RoleBook, change: GrantChange, grantee: number): Acl {
  const {grants, grantor, privileges, option, cascade} = change;
  if (grants && option) {
    if (grantee === 0) throw new SqlError('0LP01', 'grant options can only be granted to roles');
    refuseCircle(acl, owner, book, grantor, grantee, privileges);
  }
  const at = acl.findIndex(item => item.grantee === grantee && item.grantor === grantor);
  const before: AclItem = at < 0 ? {grantee, grantor, privileges: '', grantable: ''} : acl[at];
  const after: AclItem = grants
    ? {
        ...before,
        privileges: union(before.privileges, privileges),
        grantable: option ? union(before.grantable, privileges) : before.grantable,
      }
    : {
        ...before,
        privileges: option ? before.privileges : difference(before.privileges, privileges),
        grantable: difference(before.grantable, privileges),
      };
  const replaced = at < 0 ? [...acl, after] : acl.map((item, i) => (i === at ? after : item));
  const next = replaced.filter(item => item.privileges !== '');
  const lost = difference(before.grantable, after.grantable);
  return lost === '' || grantee === 0 ? next : withoutDependent(next, owner, book, grantee, lost, cascade);
}

/** What the grantee had granted on in the strength of options that it has lost. */
function withoutDependent(
  acl: Acl,
  owner: number,
  book: RoleBook,
  grantee: number,
  lost: string,
  cascade: boolean,
): Acl {
  if (grantee === owner) return acl;
  const still = acl.filter(item => item.grantee === grantee).map(item => item.grantable);
  const really = difference(lost, still.join(''));
  if (really === '') return acl;
  const dependent = acl.find(item => item.grantor === grantee && intersection(item.privileges, really) !== '');
  if (!dependent) return acl;
  if (!cascade) {
    throw new SqlError('2BP01', 'dependent privileges exist', {hint: 'Use CASCADE to revoke them too.'});
  }
  const change = {grants: false, grantor: grantee, privileges: really, option: false, cascade: true};
  const next = changedFor(acl, owner, book, {...change, grantees: []}, dependent.grantee);
  return withoutDependent(next, owner, book, grantee, lost, cascade);
}

/** Nobody may grant an option back to whom it comes from. Errors: 0LP01. */
function refuseCircle(acl: Acl, owner: number, book: RoleBook, grantor: number, grantee: number, wanted: string): void {
  if (grantor === owner) return;
  let rest = acl;
  for (;;) {
    const item = rest.find(each => each.grantee === grantee && each.grantable !== '');
    if (!item) break;
    const change = {grants: false, grantor: item.grantor, privileges: item.grantable, option: true, cascade: true};
    rest = changedFor(rest, owner, book, {...change, grantees: []}, grantee);
  }
  const own = rest.filter(item => item.grantee === grantor).map(item => item.grantable);
  if (difference(wanted, own.join('')) !== '') {
    throw new SqlError('0LP01', 'grant options cannot be granted back to your own grantor');
  }
}
