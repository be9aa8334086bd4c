import type {Catalog} from '../../catalog/catalog.ts';
import type {TableObject} from '../../catalog/object.ts';
import type {Policy} from '../../catalog/row-security.ts';
import type {
  AlterPolicy,
  CreatePolicy,
  DropPolicy,
  QualifiedName,
  RenamePolicy,
  RoleSpec,
} from '../../sql/ast/index.ts';
import {bindPolicyConditions} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {refuseAroundMasks} from './masking.ts';
import {bindOptions} from './planned.ts';
import {granteeOid} from './role-named.ts';

// Policies are kept with their table. Errors: 42P01, 42809, 42710, 42704, 42601 and those of the conditions.

export const createPolicy: StatementHandler<CreatePolicy> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE POLICY', fork => {
      const {name, permissive, command, using, check} = statement;
      const table = tableNamed(fork, statement.table, session);
      refuseAroundMasks(fork, table, session);
      if ((command === 'select' || command === 'delete') && check) {
        throw new SqlError('42601', 'WITH CHECK cannot be applied to SELECT or DELETE');
      }
      if (command === 'insert' && using) {
        throw new SqlError('42601', 'only WITH CHECK expression allowed for INSERT');
      }
      if (find(table, name)) {
        throw new SqlError('42710', `policy "${name}" for table "${table.name}" already exists`);
      }
      const bound = unplaced(() =>
        bindPolicyConditions(table, {using, check}, {...bindOptions(session, sql), catalog: fork}),
      );
      const policy: Policy = {
        oid: fork.allocateOid(),
        name,
        permissive,
        command,
        roles: rolesOf(fork, statement.roles, session),
        searchPath: session.settings.searchPath,
        ...bound,
      };
      fork.replace({...table, policies: [...(table.policies ?? []), policy]});
      return {specs: new Map(), notices: [], tag: 'CREATE POLICY'};
    });
  },
};

export const alterPolicy: StatementHandler<AlterPolicy> = {
  run({name, table: target, roles, using, check}, session, sql) {
    return editCatalog(session, 'ALTER POLICY', fork => {
      const table = tableNamed(fork, target, session);
      refuseAroundMasks(fork, table, session);
      const policy = mustFind(table, name);
      if ((policy.command === 'select' || policy.command === 'delete') && check) {
        throw new SqlError('42601', 'only USING expression allowed for SELECT, DELETE');
      }
      if (policy.command === 'insert' && using) {
        throw new SqlError('42601', 'only WITH CHECK expression allowed for INSERT');
      }
      const bound = unplaced(() =>
        bindPolicyConditions(table, {using, check}, {...bindOptions(session, sql), catalog: fork}),
      );
      const names = {
        relations: {...policy.names.relations, ...bound.names.relations},
        columns: {...policy.names.columns, ...bound.names.columns},
      };
      const changed: Policy = {
        ...policy,
        roles: roles ? rolesOf(fork, roles, session) : policy.roles,
        using: bound.using ?? policy.using,
        check: bound.check ?? policy.check,
        ...(bound.usingCalls && {usingCalls: bound.usingCalls}),
        ...(bound.checkCalls && {checkCalls: bound.checkCalls}),
        names,
      };
      fork.replace(withPolicies(table, policies => policies.map(each => (each === policy ? changed : each))));
      return {specs: new Map(), notices: [], tag: 'ALTER POLICY'};
    });
  },
};

export const renamePolicy: StatementHandler<RenamePolicy> = {
  run({name, table: target, to}, session) {
    return editCatalog(session, 'ALTER POLICY', fork => {
      const table = tableNamed(fork, target, session);
      if (find(table, to)) throw new SqlError('42710', `policy "${to}" for table "${table.name}" already exists`);
      const policy = mustFind(table, name);
      const renamed = {...policy, name: to};
      fork.replace(withPolicies(table, policies => policies.map(each => (each === policy ? renamed : each))));
      return {specs: new Map(), notices: [], tag: 'ALTER POLICY'};
    });
  },
};

export const dropPolicy: StatementHandler<DropPolicy> = {
  run({name, table: target, ifExists}, session) {
    return editCatalog(session, 'DROP POLICY', fork => {
      const tag = 'DROP POLICY';
      const table = tableNamed(fork, target, session);
      const policy = find(table, name);
      if (!policy && ifExists) {
        const message = `policy "${name}" for relation "${table.name}" does not exist, skipping`;
        return {specs: new Map(), notices: [{severity: 'NOTICE', code: '00000', message}], tag};
      }
      const gone = policy ?? mustFind(table, name);
      fork.replace(withPolicies(table, policies => policies.filter(each => each !== gone)));
      return {specs: new Map(), notices: [], tag};
    });
  },
};

/** Errors in conditions have no position, as in Postgres. */
function unplaced<T>(bind: () => T): T {
  try {
    return bind();
  } catch (error) {
    throw error instanceof SqlError ? error.with({position: undefined}) : error;
  }
}

function tableNamed(catalog: Catalog, {parts}: QualifiedName, session: SqlSession): TableObject {
  const found = catalog.resolve(parts, session.settings.searchPath);
  if (found.kind === 'table') return found;
  if (found.kind === 'system') throw new SqlError('42501', `permission denied: "${found.name}" is a system catalog`);
  throw new SqlError('42809', `"${found.name}" is not a table`);
}

function find(table: TableObject, name: string): Policy | undefined {
  return table.policies?.find(policy => policy.name === name);
}

function mustFind(table: TableObject, name: string): Policy {
  const policy = find(table, name);
  if (policy) return policy;
  throw new SqlError('42704', `policy "${name}" for table "${table.name}" does not exist`);
}

function withPolicies(table: TableObject, change: (policies: readonly Policy[]) => readonly Policy[]): TableObject {
  return {...table, policies: change(table.policies ?? [])};
}

function rolesOf(catalog: Catalog, roles: readonly RoleSpec[], session: SqlSession): number[] {
  const oids = [...new Set(roles.map(spec => granteeOid(catalog, spec, session)))];
  return oids.includes(0) ? [0] : oids;
}
