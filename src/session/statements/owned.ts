import type {Acl} from '../../catalog/acl.ts';
import {changedAcl} from '../../catalog/grant-acl.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import {isAsMade} from '../../catalog/default-privileges.ts';
import {planDropOf} from '../../catalog/drop.ts';
import type {CatalogColumn, CatalogObject, TableObject} from '../../catalog/object.ts';
import {ownerOf} from '../../catalog/rights.ts';
import type {Role} from '../../catalog/role.ts';
import type {DropOwned, ReassignOwned} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {tableSpec} from '../table-spec.ts';
import {readersIn} from './column-users.ts';
import {withoutMaskingPolicies} from './drop-masking.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {roleOf} from './role-named.ts';

/** REASSIGN OWNED. Errors: 42501, 42704, 2BP01 what the system needs. */
export const reassignOwned: StatementHandler<ReassignOwned> = {
  run({roles, to}, session) {
    return editCatalog(session, 'REASSIGN OWNED', fork => {
      const from = ownersOf(fork, roles, session, 'reassign objects');
      const target = roleOf(fork, to, session);
      mustHave(fork, session, target, 'reassign objects');
      for (const role of from) {
        if (fork.roleBook.databaseOwner === role.oid) fork.roleBook = fork.roleBook.with({databaseOwner: target.oid});
        for (const object of [...fork.all()]) {
          if (object.owner === role.name) fork.replace(withOwner(fork, object, target));
        }
        const maskingPolicies = fork.roleBook.maskingPolicies.map(policy =>
          policy.owner === role.oid ? {...policy, owner: target.oid} : policy,
        );
        fork.roleBook = fork.roleBook.with({maskingPolicies});
      }
      return {specs: new Map(), notices: [], tag: 'REASSIGN OWNED'};
    });
  },
};

/** DROP OWNED: what the roles own goes, and every right that they were granted. Errors: 42501, 42704, 2BP01. */
export const dropOwned: StatementHandler<DropOwned> = {
  run({roles, behavior}, session) {
    return editCatalog(session, 'DROP OWNED', fork => {
      const going = ownersOf(fork, roles, session, 'drop objects');
      const names = new Set(going.map(({name}) => name));
      const oids = new Set(going.map(({oid}) => oid));
      for (const object of [...fork.all()]) fork.replace(withoutGrants(fork, object, oids));
      const book = fork.roleBook;
      const databaseAcl = book.databaseAcl && withoutRoles(fork, book.databaseAcl, book.databaseOwner, oids);
      const defaultPrivileges = book.defaultPrivileges
        .filter(({role}) => !oids.has(role))
        .map(entry => ({...entry, acl: withoutRoles(fork, entry.acl, entry.role, oids)}))
        .filter(entry => !isAsMade(entry));
      fork.roleBook = book.with({databaseAcl, defaultPrivileges});
      const targets = [...fork.all()].filter(({owner}) => names.has(owner));
      const plan = planDropOf(
        fork,
        targets,
        behavior === 'cascade',
        session.settings.searchPath,
        readersIn(session, fork),
      );
      fork.remove(plan.objects.map(({oid}) => oid));
      for (const changed of [...plan.changed, ...plan.others]) fork.replace(changed);
      withoutMaskingPolicies(
        fork,
        fork.roleBook.maskingPolicies.filter(({owner}) => oids.has(owner)),
      );
      const specs = new Map(plan.changed.map(table => [table.oid, tableSpec(table)]));
      return {specs, notices: plan.notices, tag: 'DROP OWNED'};
    });
  },
};

function ownersOf(fork: Catalog, roles: DropOwned['roles'], session: SqlSession, to: string): Role[] {
  const found = roles.map(spec => roleOf(fork, spec, session));
  for (const role of found) {
    mustHave(fork, session, role, to);
    if (role.oid === 10) {
      throw new SqlError(
        '2BP01',
        `cannot ${to} owned by role ${role.name} because they are required by the database system`,
      );
    }
  }
  return found;
}

function mustHave(fork: Catalog, session: SqlSession, role: Role, to: string): void {
  if (!fork.roleBook.hasRightsOf(session.currentRole, role.oid)) {
    throw new SqlError('42501', `permission denied to ${to}`);
  }
}

/** Another owner takes the old one's place in the list of rights, too. */
export function withOwner<O extends CatalogObject>(catalog: Catalog, object: O, {name, oid}: Role): O {
  const before = ownerOf(catalog, object);
  return {...object, owner: name, acl: object.acl && movedAcl(object.acl, before, oid)};
}

export function movedAcl(acl: Acl, from: number, to: number): Acl {
  const moved = acl.map(item => ({
    ...item,
    grantee: item.grantee === from ? to : item.grantee,
    grantor: item.grantor === from ? to : item.grantor,
  }));
  const merged: Acl[number][] = [];
  for (const item of moved) {
    const same = merged.findIndex(other => other.grantee === item.grantee && other.grantor === item.grantor);
    if (same < 0) merged.push(item);
    else {
      const letters = new Set(merged[same].privileges + item.privileges);
      const grantable = new Set(merged[same].grantable + item.grantable);
      const inOrder = (set: ReadonlySet<string>) => [...'arwdDxtXUCTc'].filter(letter => set.has(letter)).join('');
      merged[same] = {...item, privileges: inOrder(letters), grantable: inOrder(grantable)};
    }
  }
  return merged;
}

function withoutGrants(catalog: Catalog, object: CatalogObject, roles: ReadonlySet<number>): CatalogObject {
  const owner = ownerOf(catalog, object);
  const acl = object.acl && withoutRoles(catalog, object.acl, owner, roles);
  const plain = acl === object.acl ? object : {...object, acl};
  const changed = plain.kind === 'table' ? withoutPolicyRoles(plain, roles) : plain;
  if (!('columns' in changed) || !changed.columns.some(column => column.acl)) return changed;
  const columns = changed.columns.map((column: CatalogColumn) =>
    column.acl ? {...column, acl: orNone(withoutRoles(catalog, column.acl, owner, roles))} : column,
  );
  return {...changed, columns} as CatalogObject;
}

/** A policy for nobody any more is none. */
function withoutPolicyRoles(table: TableObject, roles: ReadonlySet<number>): TableObject {
  if (!table.policies?.some(policy => policy.roles.some(role => roles.has(role)))) return table;
  const policies = table.policies
    .map(policy => ({...policy, roles: policy.roles.filter(role => !roles.has(role))}))
    .filter(policy => policy.roles.length > 0);
  return {...table, policies};
}

function orNone(acl: Acl): Acl | undefined {
  return acl.length === 0 ? undefined : acl;
}

export function withoutRoles(catalog: Catalog, acl: Acl, owner: number, roles: ReadonlySet<number>): Acl {
  let next = acl;
  for (const item of acl) {
    if (!roles.has(item.grantee) || item.grantee === owner) continue;
    next = changedAcl(next, owner, catalog.roleBook, {
      grants: false,
      grantor: item.grantor,
      grantees: [item.grantee],
      privileges: item.privileges,
      option: false,
      cascade: true,
    });
  }
  return next;
}
