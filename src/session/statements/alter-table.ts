import {nextGeneration, withRenamedColumn, withRenamedConstraint} from '../../catalog/alter-table.ts';
import {changedOwner} from './change-owner.ts';
import {looksAtRows, refuseAroundMasks, withMask} from './masking.ts';
import {indexNamed} from '../../catalog/index-named.ts';
import type {TableObject} from '../../catalog/object.ts';
import {refuseMove} from '../../catalog/temporary.ts';
import type {Alter, AlterAction, AlterSchema, QualifiedName, Rename} from '../../sql/ast/index.ts';
import {refuseSystemName} from '../../sql/bind/system-columns.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {CatalogEdit} from '../ddl.ts';
import {command} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import {readOnlyTransaction} from '../transaction.ts';
import {addColumn, changeDefault, dropNotNull, setNotNull} from './alter-column.ts';
import {renameIndex} from './alter-index.ts';
import {alterColumnType} from './alter-column-type.ts';
import {addTableConstraint, alterConstraint, dropConstraint, validateConstraint} from './alter-constraint.ts';
import {addIdentity, dropExpression, dropIdentity, setIdentity} from './alter-identity.ts';
import {
  changeColumnOptions,
  changeOptions,
  physical,
  setCompression,
  setStatistics,
  setStorage,
} from './alter-storage.ts';
import {type Action, type Alteration, change, specsOf, tableOf} from './alteration.ts';
import {missingRelation} from './missing-relation.ts';
import {dropColumn} from './drop-column.ts';
import {refillReaders} from './refill-views.ts';
import {refuseRowHolders, refuseRowUsers} from './type-users.ts';

/** ALTER TABLE: its actions one after the other, all or none. Errors: by action. */
export async function alterTable(statement: Alter, session: SqlSession, sql: string): Promise<Execution> {
  refuseIndex(statement, session);
  const found = findTable(session, statement);
  if (!found) return command('ALTER TABLE');
  await session.atomically(async () => {
    for (const action of statement.actions) await alterBy(action, {session, sql, oid: found.oid});
  });
  return command('ALTER TABLE');
}

const ACTIONS: Readonly<Partial<Record<AlterAction['action'], string>>> = {
  add_column: 'ADD COLUMN',
  drop_column: 'DROP COLUMN',
  alter_column_type: 'ALTER COLUMN ... SET DATA TYPE',
  set_default: 'ALTER COLUMN ... SET DEFAULT',
  drop_default: 'ALTER COLUMN ... SET DEFAULT',
  set_not_null: 'ALTER COLUMN ... SET NOT NULL',
  drop_not_null: 'ALTER COLUMN ... DROP NOT NULL',
  add_constraint: 'ADD CONSTRAINT',
  drop_constraint: 'DROP CONSTRAINT',
  validate_constraint: 'VALIDATE CONSTRAINT',
};

/** As Postgres names it in messages. */
export function actionName(action: AlterAction['action']): string {
  return ACTIONS[action] ?? action.replaceAll('_', ' ').toUpperCase();
}

/** Errors: 42809. */
function refuseIndex({name, actions}: Alter, {catalog, settings}: SqlSession): void {
  if (!indexNamed(catalog, name.parts, settings.searchPath)) return;
  const [{action}] = actions;
  throw new SqlError(
    '42809',
    `ALTER action ${actionName(action)} cannot be performed on relation "${name.parts.at(-1)}"`,
    {
      detail: 'This operation is not supported for indexes.',
    },
  );
}

export async function renameTable(statement: Rename, session: SqlSession): Promise<Execution> {
  const {part, from, to} = statement;
  if (part === 'object' && indexNamed(session.catalog, statement.name.parts, session.settings.searchPath)) {
    await renameIndex(statement, session);
    return command('ALTER TABLE');
  }
  const found = findTable(session, statement);
  if (!found) return command('ALTER TABLE');
  await session.atomically(async () => {
    const before = session.catalog;
    await change({session, sql: '', oid: found.oid}, (table, fork) => {
      if (part === 'column') {
        refuseSystemName(to);
        refuseRowHolders(fork, table);
        return withRenamedColumn(table, from!, to);
      }
      if (part === 'constraint') return withRenamedConstraint(table, from!, to);
      if (fork.inSchema(table.schema, to)) throw new SqlError('42P07', `relation "${to}" already exists`);
      return nextGeneration({...table, name: to});
    });
    if (part === 'column') await refillReaders(session, found.oid, before);
  });
  return command('ALTER TABLE');
}

export async function setTableSchema(statement: AlterSchema, session: SqlSession): Promise<Execution> {
  const found = findTable(session, statement);
  if (!found) return command('ALTER TABLE');
  const {schema} = statement;
  refuseMove(found, schema);
  await session.atomically(() =>
    session.transaction.edit((fork): CatalogEdit => {
      if (!fork.schema(schema)) throw new SqlError('3F000', `schema "${schema}" does not exist`);
      const table = tableOf(fork, found.oid);
      if (table.schema !== schema && fork.inSchema(schema, table.name)) {
        throw new SqlError('42P07', `relation "${table.name}" already exists in schema "${schema}"`);
      }
      const moved = nextGeneration({...table, schema});
      fork.replace(moved);
      // Sequences that belong to it go along.
      for (const sequence of fork.ofKind('sequence')) {
        if (sequence.ownedBy?.table === table.oid) fork.replace({...sequence, schema});
      }
      return {specs: specsOf([moved]), notices: [], tag: ''};
    }),
  );
  return command('ALTER TABLE');
}

/** null: it is not there, and IF EXISTS says that it need not. Errors: 42P01, 42809, 25006. */
function findTable(
  session: SqlSession,
  {name, ifExists}: {readonly name: QualifiedName; readonly ifExists: boolean},
): TableObject | null {
  if (session.transaction.isReadOnly) throw readOnlyTransaction('ALTER TABLE');
  const found = session.catalog.find(name.parts, session.settings.searchPath);
  if (!found) {
    if (!ifExists) throw missingRelation(session.catalog, name.parts);
    session.notice('NOTICE', '00000', `relation "${name.parts[name.parts.length - 1]}" does not exist, skipping`);
    return null;
  }
  if (found.kind === 'system') throw new SqlError('42501', `permission denied: "${found.name}" is a system catalog`);
  if (found.kind === 'type' && found.form.type === 'composite') {
    throw new SqlError('42809', `"${found.name}" is a composite type`, {hint: 'Use ALTER TYPE instead.'});
  }
  if (found.kind !== 'table') throw new SqlError('42809', `"${found.name}" is not a table`);
  const spec = session.spec(found.oid);
  if (spec?.kind === 'table' && spec.deadLettersOf !== undefined) {
    throw new SqlError('42809', `cannot change dead-letter table "${found.name}"`);
  }
  return found;
}

/** One action of ALTER TABLE. */
export async function alterBy(action: AlterAction, to: Alteration): Promise<void> {
  if (looksAtRows(action)) refuseAroundMasks(to.session.catalog, tableOf(to.session.catalog, to.oid), to.session);
  const before = to.session.catalog;
  const changesRow = action.action === 'add_column' || action.action === 'drop_column';
  if (changesRow) refuseRowHolders(before, tableOf(before, to.oid));
  if (action.action === 'alter_column_type') refuseRowUsers(before, tableOf(before, to.oid));
  await alterTableBy(action, to);
  if (changesRow) await refillReaders(to.session, to.oid, before);
}

async function alterTableBy(action: AlterAction, to: Alteration): Promise<void> {
  switch (action.action) {
    case 'add_column':
      return addColumn(action, to);
    case 'drop_column':
      return dropColumn(action, to);
    case 'alter_column_type':
      return alterColumnType(action, to);
    case 'set_default':
    case 'drop_default':
      return changeDefault(action, to);
    case 'set_not_null':
      return setNotNull(action, to);
    case 'drop_not_null':
      return dropNotNull(action, to);
    case 'add_identity':
      return addIdentity(action, to);
    case 'set_identity':
      return setIdentity(action, to);
    case 'drop_identity':
      return dropIdentity(action, to);
    case 'drop_expression':
      return dropExpression(action, to);
    case 'add_constraint':
      return addTableConstraint(action, to);
    case 'drop_constraint':
      return dropConstraint(action, to);
    case 'validate_constraint':
      return validateConstraint(action, to);
    case 'alter_constraint':
      return alterConstraint(action, to);
    case 'set_options':
    case 'reset_options':
      return changeOptions(action, to);
    case 'set_statistics':
      return setStatistics(action, to);
    case 'set_storage':
      return setStorage(action, to);
    case 'set_compression':
      return setCompression(action, to);
    case 'set_column_options':
    case 'reset_column_options':
      return changeColumnOptions(action, to);
    case 'physical':
      return physical(action, to);
    case 'set_masking':
      return change(to, (table, fork) => withMask(fork, table, action, to.session));
    case 'row_security':
      return changeRowSecurity(action, to);
    case 'owner_to':
      return changeOwner(action, to);
    default:
      throw notSupported(`ALTER TABLE … ${action.action.replaceAll('_', ' ').toUpperCase()}`);
  }
}

async function changeRowSecurity({change: what}: Action<'row_security'>, to: Alteration): Promise<void> {
  await change(to, table => {
    const {enabled, forced} = table.rowSecurity ?? {enabled: false, forced: false};
    if (what === 'enable' || what === 'disable') return {...table, rowSecurity: {enabled: what === 'enable', forced}};
    return {...table, rowSecurity: {enabled, forced: what === 'force'}};
  });
}

async function changeOwner({role}: Action<'owner_to'>, to: Alteration): Promise<void> {
  await change(to, (table, fork) => {
    const changed = changedOwner(fork, table, role, to.session);
    // Sequences of its columns go with it.
    for (const sequence of fork.ofKind('sequence')) {
      if (sequence.ownedBy?.table === table.oid) fork.replace(changedOwner(fork, sequence, role, to.session));
    }
    return changed;
  });
}
