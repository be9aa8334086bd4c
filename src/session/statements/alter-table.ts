import {
  columnNamed,
  nextGeneration,
  withChangedColumn,
  withoutColumn,
  withRenamedColumn,
  withRenamedConstraint,
} from '../../catalog/alter-table.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import {primaryKeyOf} from '../../catalog/constraints.ts';
import {planDrop} from '../../catalog/drop.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import {
  type CatalogColumn,
  type CatalogObject,
  liveColumns,
  type ObjectId,
  type SequenceObject,
  type TableObject,
} from '../../catalog/object.ts';
import {evaluateConstant} from '../../expr/evaluate.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import type {Alter, AlterAction, AlterSchema, QualifiedName, Rename} from '../../sql/ast/index.ts';
import {addTableColumn, bindAddedConstraint, bindNewDefault} from '../../sql/bind/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {CatalogEdit} from '../ddl.ts';
import type {ObjectSpec} from '../engine.ts';
import {command} from '../execution.ts';
import {sequenceSpec} from '../sequence-spec.ts';
import {readOnlyTransaction, type SqlSession} from '../session.ts';
import {tableSpec} from '../table-spec.ts';
import {alterColumnType} from './alter-column-type.ts';
import {usersOfColumn} from './column-users.ts';
import {bindOptions} from './planned.ts';
import {checkAllRows, demands, runText, tableText} from './table-rows.ts';

/** What one action of ALTER TABLE needs. */
export type Alteration = {
  readonly session: SqlSession;
  readonly sql: string;
  readonly oid: ObjectId;
};

type Action<A extends AlterAction['action']> = Extract<AlterAction, {action: A}>;

/** ALTER TABLE: its actions one after the other, all or none. Errors: by action. */
export async function alterTable(statement: Alter, session: SqlSession, sql: string): Promise<Execution> {
  const found = findTable(session, statement);
  if (!found) return command('ALTER TABLE');
  await session.atomically(async () => {
    for (const action of statement.actions) await alterBy(action, {session, sql, oid: found.oid});
  });
  return command('ALTER TABLE');
}

export async function renameTable(statement: Rename, session: SqlSession): Promise<Execution> {
  const {part, from, to} = statement;
  const found = findTable(session, statement);
  if (!found) return command('ALTER TABLE');
  await session.atomically(() =>
    change({session, sql: '', oid: found.oid}, (table, fork) => {
      if (part === 'column') return withRenamedColumn(table, from!, to);
      if (part === 'constraint') return withRenamedConstraint(table, from!, to);
      if (fork.inSchema(table.schema, to)) throw new SqlError('42P07', `relation "${to}" already exists`);
      return nextGeneration({...table, name: to});
    }),
  );
  return command('ALTER TABLE');
}

export async function setTableSchema(statement: AlterSchema, session: SqlSession): Promise<Execution> {
  const found = findTable(session, statement);
  if (!found) return command('ALTER TABLE');
  const {schema} = statement;
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
    const missing = new SqlError('42P01', `relation "${name.parts.join('.')}" does not exist`);
    if (!ifExists) throw missing;
    session.notice('NOTICE', '00000', `${missing.message}, skipping`);
    return null;
  }
  if (found.kind === 'system') throw new SqlError('42501', `permission denied: "${found.name}" is a system catalog`);
  if (found.kind !== 'table') throw new SqlError('42809', `"${found.name}" is not a table`);
  const spec = session.spec(found.oid);
  if (spec?.kind === 'table' && spec.deadLettersOf !== undefined) {
    throw new SqlError('42809', `cannot change dead-letter table "${found.name}"`);
  }
  return found;
}

export function tableOf(catalog: Catalog, oid: ObjectId): TableObject {
  const table = catalog.byOid(oid);
  if (table?.kind !== 'table') throw new SqlError('42P01', `relation with OID ${oid} does not exist`);
  return table;
}

/** The table as the statement has made it up to now. */
export function currentTable({session, oid}: Alteration): TableObject {
  return tableOf(session.catalog, oid);
}

/**
 * Puts on a table what its rows must first be found to hold to: while they are looked at (and `prepare` changes them) the
 * table does not claim it yet. Errors: as of `checkAllRows`.
 */
async function demand(
  to: Alteration,
  edit: (table: TableObject, fork: Catalog) => TableObject,
  prepare: () => Promise<void> = async () => {},
): Promise<void> {
  const before = currentTable(to);
  let wanted = before;
  const look = (): boolean => demands(before, wanted) || rewrites(wanted.columns[before.columns.length]);
  await change(
    to,
    (table, fork) => {
      wanted = edit(table, fork);
      return undemanding(before, wanted);
    },
    look,
  );
  await prepare();
  await checkAllRows(to.session, before, wanted);
  await change(to, () => nextGeneration(wanted));
}

/** Each row gets a value of its own in the new column. */
function rewrites(column: CatalogColumn | undefined): boolean {
  return (
    Boolean(column?.generated) || (column !== undefined && column.default !== null && isVolatile(column.default.expr))
  );
}

function undemanding(before: TableObject, wanted: TableObject): TableObject {
  return {
    ...wanted,
    columns: wanted.columns.map((column, i) => ({...column, nullable: before.columns.at(i)?.nullable ?? true})),
    indexes: wanted.indexes.filter(({oid}) => before.indexes.some(index => index.oid === oid)),
  };
}

/** `examines`: the table's rows are going to be looked at, so that others have to wait with theirs. */
export async function change(
  {session, oid}: Alteration,
  edit: (table: TableObject, fork: Catalog) => TableObject,
  examines: (table: TableObject) => boolean = () => false,
): Promise<void> {
  await session.transaction.edit((fork): CatalogEdit => {
    const table = edit(tableOf(fork, oid), fork);
    fork.replace(table);
    return {specs: specsOf([table]), notices: [], tag: '', examines: examines(table) ? examinedBy(table) : []};
  });
}

/** The table, and those that it references. */
function examinedBy(table: TableObject): ObjectId[] {
  return [table.oid, ...table.foreignKeys.map(({references}) => references)];
}

function specsOf(tables: readonly TableObject[]): Map<ObjectId, ObjectSpec> {
  return new Map(tables.map(table => [table.oid, tableSpec(table)]));
}

async function alterBy(action: AlterAction, to: Alteration): Promise<void> {
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
    case 'add_constraint':
      return addTableConstraint(action, to);
    case 'drop_constraint':
      return dropConstraint(action, to);
    case 'validate_constraint':
      return validateConstraint(action, to);
    case 'owner_to':
      return changeOwner(action, to);
    default:
      throw notSupported(`ALTER TABLE … ${action.action.replaceAll('_', ' ').toUpperCase()}`);
  }
}

/** Rows that are there get the default as of now; where each needs a value of its own, all are written anew. */
async function addColumn({column: ast, ifNotExists}: Action<'add_column'>, to: Alteration): Promise<void> {
  const {session, sql} = to;
  const before = currentTable(to);
  if (liveColumns(before).some(({column}) => column.name === ast.name)) {
    const error = new SqlError('42701', `column "${ast.name}" of relation "${before.name}" already exists`);
    if (!ifNotExists) throw error;
    session.notice('NOTICE', error.code, `${error.message}, skipping`);
    return;
  }
  const index = before.columns.length;
  let sequence: SequenceObject | null = null;
  const add = (table: TableObject, fork: Catalog): TableObject => {
    const added = addTableColumn(table, ast, {...bindOptions(session, sql), catalog: fork});
    sequence = added.sequence;
    const expr = added.table.columns[index].default?.expr;
    const context = {now: session.transaction.now, settings: session.settings.snapshot()};
    const missing = expr && !isVolatile(expr) ? evaluateConstant(expr, context) : undefined;
    return withChangedColumn(added.table, index, {missing: missing ?? undefined});
  };
  await demand(to, add, async () => {
    if (sequence) await addSequence(session, sequence);
    if (!rewrites(currentTable(to).columns[index])) return;
    await runText(session, `UPDATE ${tableText(currentTable(to))} SET ${quoted(ast.name)} = DEFAULT`);
  });
}

async function addSequence(session: SqlSession, sequence: SequenceObject): Promise<void> {
  await session.transaction.edit((fork): CatalogEdit => {
    fork.add(sequence);
    return {specs: new Map([[sequence.oid, sequenceSpec(sequence)]]), notices: [], tag: ''};
  });
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function dropColumn({column: name, ifExists, behavior}: Action<'drop_column'>, to: Alteration): Promise<void> {
  const {session} = to;
  const before = currentTable(to);
  const live = liveColumns(before).find(({column}) => column.name === name);
  if (!live) {
    const error = new SqlError('42703', `column "${name}" of relation "${before.name}" does not exist`);
    if (!ifExists) throw error;
    session.notice('NOTICE', '00000', `${error.message}, skipping`);
    return;
  }
  const {notices} = await session.transaction.edit(fork => {
    const needs = whatNeeds(session, fork, before, live.index);
    if (needs.texts.length > 0 && behavior !== 'cascade') throw stillNeeded(session, before, name, needs.texts);
    return withoutNeeded(session, fork, before, live.index, needs);
  });
  for (const {severity, code, message, detail} of notices) session.notice(severity, code, message, detail);
}

type Needs = {
  readonly texts: readonly string[];
  readonly objects: readonly CatalogObject[];
  readonly generated: readonly number[];
  /** Tables whose foreign keys reference the column. */
  readonly referencing: readonly TableObject[];
};

/** What cannot be without the column: views, generated columns, foreign keys of other tables. */
function whatNeeds(session: SqlSession, catalog: Catalog, table: TableObject, index: number): Needs {
  const path = session.settings.searchPath;
  const name = catalog.displayName(table, path);
  const objects = usersOfColumn(session, catalog, table, index);
  const generated = table.columns.flatMap(({generated: computed}, i) =>
    computed && mentionsColumn(computed.expr, index) ? [i] : [],
  );
  const references = (other: TableObject) =>
    other.foreignKeys.filter(key => key.references === table.oid && key.referenced.includes(index));
  const referencing = catalog.ofKind('table').filter(other => other.oid !== table.oid && references(other).length > 0);
  return {
    objects,
    generated,
    referencing,
    texts: [
      ...objects.map(object => `${object.kind} ${catalog.displayName(object, path)}`),
      ...generated.map(column => `column ${table.columns[column].name} of table ${name}`),
      ...referencing.flatMap(other =>
        references(other).map(key => `constraint ${key.name} on table ${catalog.displayName(other, path)}`),
      ),
    ],
  };
}

function mentionsColumn(expr: unknown, index: number): boolean {
  if (typeof expr !== 'object' || expr === null) return false;
  if ('op' in expr && expr.op === 'column') return (expr as {index?: number}).index === index;
  return Object.values(expr).some(part => mentionsColumn(part, index));
}

function stillNeeded(session: SqlSession, table: TableObject, column: string, texts: readonly string[]): SqlError {
  const what = `column ${column} of table ${session.catalog.displayName(table, session.settings.searchPath)}`;
  return new SqlError('2BP01', `cannot drop ${what} because other objects depend on it`, {
    detail: texts.map(text => `${text} depends on ${what}`).join('\n'),
    hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
  });
}

function withoutNeeded(
  session: SqlSession,
  fork: Catalog,
  table: TableObject,
  index: number,
  {texts, objects, generated, referencing}: Needs,
): CatalogEdit {
  const path = session.settings.searchPath;
  for (const {kind, schema, name} of objects) {
    if (!fork.inSchema(schema, name)) continue;
    const plan = planDrop(fork, {kind, names: [[schema, name]], ifExists: true, cascade: true}, path);
    fork.remove(plan.objects.map(({oid}) => oid));
  }
  const others = referencing.map(other => ({
    ...other,
    foreignKeys: other.foreignKeys.filter(key => key.references !== table.oid || !key.referenced.includes(index)),
  }));
  const changed = [index, ...generated].reduce(withoutColumn, table);
  for (const object of [changed, ...others]) fork.replace(object);
  const owned = fork.ofKind('sequence').filter(({ownedBy}) => ownedBy?.table === table.oid && ownedBy.column === index);
  fork.remove(owned.map(({oid}) => oid));
  return {specs: specsOf([changed, ...others]), notices: cascades(texts), tag: ''};
}

function cascades(texts: readonly string[]): CatalogNotice[] {
  if (texts.length === 0) return [];
  const lines = texts.map(text => `drop cascades to ${text}`);
  const message = lines.length === 1 ? lines[0] : `drop cascades to ${lines.length} other objects`;
  return [{severity: 'NOTICE', code: '00000', message, detail: lines.length === 1 ? undefined : lines.join('\n')}];
}

async function changeDefault(action: Action<'set_default' | 'drop_default'>, to: Alteration): Promise<void> {
  const {session, sql} = to;
  await change(to, (table, fork) => {
    const index = columnNamed(table, action.column);
    const column = table.columns[index];
    if (column.generated || column.identity) {
      const what = column.identity ? 'an identity column' : 'a generated column';
      throw new SqlError('42601', `column "${action.column}" of relation "${table.name}" is ${what}`, {
        hint:
          column.identity && action.action === 'drop_default'
            ? 'Use ALTER TABLE ... ALTER COLUMN ... DROP IDENTITY instead.'
            : undefined,
      });
    }
    const options = {...bindOptions(session, sql), catalog: fork};
    const value = action.action === 'set_default' ? bindNewDefault(column, action.expression, options) : null;
    return withChangedColumn(table, index, {default: value});
  });
}

async function setNotNull({column}: Action<'set_not_null'>, to: Alteration): Promise<void> {
  await demand(to, table => withChangedColumn(table, columnNamed(table, column), {nullable: false}));
}

async function dropNotNull({column}: Action<'drop_not_null'>, to: Alteration): Promise<void> {
  await change(to, table => {
    const index = columnNamed(table, column);
    if (table.columns[index].identity) {
      throw new SqlError('42601', `column "${column}" of relation "${table.name}" is an identity column`);
    }
    if (primaryKeyOf(table)?.columns.includes(index)) {
      throw new SqlError('42P16', `column "${column}" is in a primary key`);
    }
    return withChangedColumn(table, index, {nullable: true});
  });
}

async function addTableConstraint({constraint}: Action<'add_constraint'>, to: Alteration): Promise<void> {
  const {session, sql} = to;
  await demand(to, (table, fork) =>
    nextGeneration(bindAddedConstraint(table, constraint, {...bindOptions(session, sql), catalog: fork})),
  );
}

async function dropConstraint({name, ifExists, behavior}: Action<'drop_constraint'>, to: Alteration): Promise<void> {
  const {session} = to;
  const before = currentTable(to);
  const named = [...before.indexes.filter(({constraint}) => constraint), ...before.checks, ...before.foreignKeys];
  const found = named.find(part => part.name === name);
  if (!found) {
    const error = new SqlError('42704', `constraint "${name}" of relation "${before.name}" does not exist`);
    if (!ifExists) throw error;
    session.notice('NOTICE', '00000', `${error.message}, skipping`);
    return;
  }
  const {notices} = await session.transaction.edit((fork): CatalogEdit => {
    const path = session.settings.searchPath;
    const leaning = fork.ofKind('table').filter(({foreignKeys}) => foreignKeys.some(({index}) => index === found.oid));
    const texts = leaning.flatMap(table =>
      table.foreignKeys
        .filter(({index}) => index === found.oid)
        .map(key => `constraint ${key.name} on table ${fork.displayName(table, path)}`),
    );
    if (texts.length > 0 && behavior !== 'cascade') {
      const what = `constraint ${name} on table ${fork.displayName(before, path)}`;
      throw new SqlError('2BP01', `cannot drop ${what} because other objects depend on it`, {
        detail: texts.map(text => `${text} depends on index ${name}`).join('\n'),
        hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
      });
    }
    const without = (table: TableObject): TableObject =>
      nextGeneration({
        ...table,
        indexes: table.indexes.filter(({oid}) => oid !== found.oid),
        checks: table.checks.filter(({oid}) => oid !== found.oid),
        foreignKeys: table.foreignKeys.filter(({oid, index}) => oid !== found.oid && index !== found.oid),
      });
    const tables = [...new Set([before.oid, ...leaning.map(({oid}) => oid)])].map(oid => without(tableOf(fork, oid)));
    for (const table of tables) fork.replace(table);
    return {specs: specsOf(tables), notices: cascades(texts), tag: ''};
  });
  for (const {severity, code, message, detail} of notices) session.notice(severity, code, message, detail);
}

async function validateConstraint({name}: Action<'validate_constraint'>, to: Alteration): Promise<void> {
  const before = currentTable(to);
  if (![...before.checks, ...before.foreignKeys].some(part => part.name === name)) {
    const other = before.indexes.some(index => index.name === name);
    throw other
      ? new SqlError(
          '42809',
          `constraint "${name}" of relation "${before.name}" is not a foreign key or check constraint`,
        )
      : new SqlError('42704', `constraint "${name}" of relation "${before.name}" does not exist`);
  }
  const valid = <T extends {readonly name: string}>(part: T): T =>
    part.name === name ? {...part, validated: true} : part;
  await demand(to, table =>
    nextGeneration({...table, checks: table.checks.map(valid), foreignKeys: table.foreignKeys.map(valid)}),
  );
}

async function changeOwner({role}: Action<'owner_to'>, to: Alteration): Promise<void> {
  await change(to, (table, fork) => {
    const name = ['current_user', 'session_user', 'current_role'].includes(role) ? to.session.user : role;
    if (!fork.role(name)) throw new SqlError('42704', `role "${name}" does not exist`);
    return {...table, owner: name};
  });
}
