import type {Catalog} from '../../catalog/catalog.ts';
import {schemaMissing} from '../../catalog/name-errors.ts';
import {checkRights} from '../../catalog/needed-rights.ts';
import type {MaskingPolicy} from '../../catalog/masking.ts';
import {type CatalogColumn, type CatalogObject, liveColumns} from '../../catalog/object.ts';
import type {
  AlterAction,
  AlterMaskingPolicy,
  CreateMaskingPolicy,
  DropMaskingPolicy,
  QualifiedName,
} from '../../sql/ast/index.ts';
import {bindMaskingBody, bindMaskingPolicy} from '../../sql/bind/index.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import {SqlError} from '../../types/sql-error.ts';
import {typeName} from '../../types/type-names.ts';
import type {SqlSession} from '../session.ts';
import {withoutMaskingPolicies} from './drop-masking.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {definingOptions} from './planned.ts';

// Masking policies, as Snowflake has them. Who owns a policy says who sees what: the owner of a table can put no mask aside
// that is another's.

export const createMaskingPolicy: StatementHandler<CreateMaskingPolicy> = {
  run(statement, session, sql) {
    return editCatalog(session, 'CREATE MASKING POLICY', fork => {
      const tag = 'CREATE MASKING POLICY';
      const target = fork.creationTarget(statement.name.parts, session.settings.searchPath);
      const there = inSchema(fork, target.schema, target.name);
      if (there && statement.ifNotExists) {
        const message = `masking policy "${target.name}" already exists, skipping`;
        return {specs: new Map(), notices: [{severity: 'NOTICE', code: '42710', message}], tag};
      }
      if (there && !statement.orReplace) {
        throw new SqlError('42710', `masking policy "${target.name}" already exists`);
      }
      const options = {...definingOptions(session, sql), catalog: fork};
      const bound = bindMaskingPolicy(statement, options);
      checkRights(fork, options.rights, session.currentRole);
      const {searchPath} = session.settings;
      if (there) {
        mustOwn(fork, there, session);
        if (signatureOf(there) !== signatureOf(bound)) {
          throw new SqlError('42P13', `cannot change the signature of masking policy "${there.name}"`, {
            hint: 'Use DROP MASKING POLICY first.',
          });
        }
        put(fork, {...there, ...bound, searchPath});
      } else {
        put(fork, {oid: fork.allocateOid(), ...target, owner: session.currentRole, ...bound, searchPath});
      }
      return {specs: new Map(), notices: [], tag};
    });
  },
};

export const alterMaskingPolicy: StatementHandler<AlterMaskingPolicy> = {
  run({name, change, ifExists}, session, sql) {
    return editCatalog(session, 'ALTER MASKING POLICY', fork => {
      const tag = 'ALTER MASKING POLICY';
      const policy = find(fork, name.parts, session);
      if (!policy) {
        if (!ifExists) throw missing(name.parts);
        const message = `masking policy "${name.parts.join('.')}" does not exist, skipping`;
        return {specs: new Map(), notices: [{severity: 'NOTICE', code: '00000', message}], tag};
      }
      mustOwn(fork, policy, session);
      if (change.to === 'body') {
        const options = {...definingOptions(session, sql), catalog: fork};
        const bound = bindMaskingBody(policy, change.body, options);
        checkRights(fork, options.rights, session.currentRole);
        put(fork, {...policy, ...bound, searchPath: session.settings.searchPath});
      } else {
        if (inSchema(fork, policy.schema, change.name)) {
          throw new SqlError('42710', `masking policy "${change.name}" already exists`);
        }
        put(fork, {...policy, name: change.name});
      }
      return {specs: new Map(), notices: [], tag};
    });
  },
};

/** Errors: 42704, 42501, 2BP01 while columns are masked by it. */
export const dropMaskingPolicy: StatementHandler<DropMaskingPolicy> = {
  run({names, ifExists}, session) {
    return editCatalog(session, 'DROP MASKING POLICY', fork => {
      const notices = names.flatMap(({parts}) => {
        const policy = find(fork, parts, session);
        if (!policy) {
          if (!ifExists) throw missing(parts);
          const message = `masking policy "${parts.join('.')}" does not exist, skipping`;
          return [{severity: 'NOTICE', code: '00000', message} as const];
        }
        mustOwn(fork, policy, session);
        withoutMaskingPolicies(fork, [policy]);
        return [];
      });
      return {specs: new Map(), notices, tag: 'DROP MASKING POLICY'};
    });
  },
};

type SetMasking = Extract<AlterAction, {action: 'set_masking'}>;

/** ALTER COLUMN … SET or UNSET MASKING POLICY. Errors: 42703, 42704, 42501, 42710, 42804, 42P13. */
export function withMask<O extends CatalogObject>(
  fork: Catalog,
  object: O,
  action: SetMasking,
  session: SqlSession,
): O {
  if (!('columns' in object)) throw new SqlError('42809', `"${object.name}" has no columns`);
  const live = liveColumns(object);
  const numbered = (name: string) => {
    const found = live.find(({column}) => column.name === name);
    if (found) return found;
    throw new SqlError('42703', `column "${name}" of relation "${object.name}" does not exist`);
  };
  const {index, column} = numbered(action.column);
  const before = fork.roleBook.maskingPolicies.find(({oid}) => oid === column.masking?.policy);
  if (before) mustOwn(fork, before, session);
  let masking: CatalogColumn['masking'];
  if (action.policy) {
    const policy = mustFind(fork, action.policy, session);
    mustOwn(fork, policy, session);
    if (before && !action.force) {
      throw new SqlError('42710', `column "${column.name}" of relation "${object.name}" has a masking policy already`, {
        hint: 'Use UNSET MASKING POLICY first, or FORCE.',
      });
    }
    const using = action.using.length === 0 ? [action.column] : action.using;
    if (using[0] !== action.column) {
      throw new SqlError('42P13', `the first column of USING must be the masked one, "${action.column}"`);
    }
    if (using.length !== policy.parameters.length) {
      throw new SqlError('42P13', `masking policy "${policy.name}" takes ${policy.parameters.length} columns`);
    }
    using.forEach((name, i) => mustHaveType(policy, numbered(name).column, policy.parameters[i].type));
    mustHaveType(policy, column, policy.returns);
    masking = {policy: policy.oid, others: using.slice(1).map(name => numbered(name).number)};
  }
  const columns = object.columns.map((each: CatalogColumn, i: number) => (i === index ? {...each, masking} : each));
  return {...object, columns} as O;
}

function mustHaveType(policy: MaskingPolicy, column: CatalogColumn, type: CatalogColumn['type']): void {
  if (oidOf(column.type) === oidOf(type)) return;
  throw new SqlError(
    '42804',
    `column "${column.name}" is of type ${typeName(column.type)} but masking policy "${policy.name}" is for ${typeName(type)}`,
  );
}

function signatureOf({parameters, returns}: Pick<MaskingPolicy, 'parameters' | 'returns'>): string {
  return [...parameters.map(({type}) => oidOf(type)), oidOf(returns)].join();
}

function put(catalog: Catalog, policy: MaskingPolicy): void {
  const book = catalog.roleBook;
  const rest = book.maskingPolicies.filter(({oid}) => oid !== policy.oid);
  catalog.roleBook = book.with({maskingPolicies: [...rest, policy]});
}

function inSchema(catalog: Catalog, schema: string, name: string): MaskingPolicy | undefined {
  return catalog.roleBook.maskingPolicies.find(policy => policy.schema === schema && policy.name === name);
}

function find(catalog: Catalog, parts: readonly string[], session: SqlSession): MaskingPolicy | undefined {
  const name = parts[parts.length - 1];
  if (parts.length > 1) {
    const schema = parts[parts.length - 2];
    if (!catalog.hasSchema(schema)) throw schemaMissing(schema);
    return inSchema(catalog, schema, name);
  }
  for (const schema of session.settings.searchPath) {
    const found = inSchema(catalog, schema, name);
    if (found) return found;
  }
  return undefined;
}

function mustFind(catalog: Catalog, {parts}: QualifiedName, session: SqlSession): MaskingPolicy {
  const policy = find(catalog, parts, session);
  if (!policy) throw missing(parts);
  return policy;
}

function missing(parts: readonly string[]): SqlError {
  return new SqlError('42704', `masking policy "${parts.join('.')}" does not exist`);
}

/**
 * What would tell values behind a mask to the table's owner, who does not own the mask: computing from them, or checking them.
 * Errors: 42501.
 */
export function refuseAroundMasks(catalog: Catalog, object: CatalogObject, session: SqlSession): void {
  if (!('columns' in object)) return;
  for (const {masking} of object.columns) {
    const policy = catalog.roleBook.maskingPolicies.find(({oid}) => oid === masking?.policy);
    if (policy) mustOwn(catalog, policy, session);
  }
}

/** ALTER TABLE actions that compute from columns or check them. */
export function looksAtRows(action: AlterAction): boolean {
  switch (action.action) {
    case 'alter_column_type':
      return true;
    case 'add_column':
      return action.column.constraints.some(({kind}) => kind === 'generated' || kind === 'check');
    case 'add_constraint':
      return action.constraint.kind === 'check' || action.constraint.kind === 'foreign_key';
    default:
      return false;
  }
}

function mustOwn(catalog: Catalog, {owner, name}: MaskingPolicy, session: SqlSession): void {
  if (catalog.roleBook.hasRightsOf(session.currentRole, owner)) return;
  throw new SqlError('42501', `must be owner of masking policy ${name}`);
}
