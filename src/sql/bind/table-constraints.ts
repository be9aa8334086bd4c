import {refuseUnequalKey} from '../../catalog/collation.ts';
import type {ObjectId, TableObject} from '../../catalog/object.ts';
import {
  chooseName,
  type CheckConstraint,
  constraintNames,
  type Deferral,
  type ForeignKey,
  keyIndex,
  primaryKeyOf,
  type TableIndex,
} from '../../catalog/constraints.ts';
import {mayOn, mayOnColumn} from '../../catalog/rights.ts';
import {permissionDenied} from '../../catalog/rights-errors.ts';
import {persistenceOf} from '../../catalog/temporary.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {usedColumns} from '../../plan/columns.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {
  ColumnConstraint,
  ConstraintAttributes,
  Expression,
  ForeignKeyReference,
  Node,
  TableConstraint,
} from '../ast/index.ts';
import {coerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindLasting} from './lasting-text.ts';
import {resolve} from './relation.ts';
import {bindRowExpression} from './row-expression.ts';

type Written = Node & {readonly name: string | null; readonly attributes: ConstraintAttributes};

/** The table with one more constraint, written beside the columns. Errors: 42P16, 42703, 42701, 42710, 42830, 42804 … */
export function addConstraint(ctx: BindContext, table: TableObject, ast: TableConstraint): TableObject {
  switch (ast.kind) {
    case 'check':
      return withCheck(ctx, table, ast, ast.expression);
    case 'table_primary_key':
      if (ast.index !== null) return withKeyOf(ctx, table, ast, 'primary', ast.index);
      return withKey(ctx, table, ast, 'primary', ast.columns, false);
    case 'table_unique':
      if (ast.index !== null) return withKeyOf(ctx, table, ast, 'unique', ast.index);
      return withKey(ctx, table, ast, 'unique', ast.columns, ast.nullsNotDistinct);
    case 'foreign_key':
      return withForeignKey(ctx, table, ast, ast.columns, ast.references);
    case 'table_not_null':
      throw ctx.unsupported('table NOT NULL constraints', ast);
  }
}

/** As `addConstraint`, of one written behind a column; those that are no constraints change nothing. */
export function addColumnConstraint(
  ctx: BindContext,
  table: TableObject,
  column: string,
  ast: ColumnConstraint,
): TableObject {
  switch (ast.kind) {
    case 'check':
      return withCheck(ctx, table, ast, ast.expression);
    case 'primary_key':
      return withKey(ctx, table, ast, 'primary', [column], false);
    case 'unique':
      return withKey(ctx, table, ast, 'unique', [column], ast.nullsNotDistinct);
    case 'references':
      return withForeignKey(ctx, table, ast, [column], ast.references);
    default:
      return table;
  }
}

function withCheck(ctx: BindContext, table: TableObject, ast: Written, expression: Expression): TableObject {
  if (ast.attributes.deferrable) {
    throw new SqlError('0A000', 'CHECK constraints cannot be marked DEFERRABLE', {position: ctx.at(ast)});
  }
  const scope = {schema: table.schema, table: table.name, oid: table.oid, columns: table.columns};
  const {bound, text, calls} = bindLasting(ctx, expression, () =>
    bindRowExpression(ctx, scope, expression, 'check constraints', 'check constraint'),
  );
  const expr = coerce(ctx, bound, BOOLEAN, 'assignment', ctx.positionOf(bound));
  if (!expr) {
    throw new SqlError('42804', `argument of CHECK must be type boolean, not type ${kindName(bound.type)}`, {
      position: ctx.positionOf(bound),
    });
  }
  const columns = [...usedColumns(expr)].sort((a, b) => a - b);
  const only = columns.length === 1 ? table.columns[columns[0]].name : null;
  const check: CheckConstraint = {
    oid: ctx.catalog.allocateOid(),
    name: constraintName(ctx, table, ast, only, 'check'),
    expr,
    text,
    calls,
    columns,
    validated: !ast.attributes.notValid,
    noInherit: ast.attributes.noInherit,
  };
  // In the order of their names, which is the order they are checked in.
  const checks = [...table.checks, check].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {...table, checks};
}

function withKey(
  ctx: BindContext,
  table: TableObject,
  ast: Written,
  constraint: 'primary' | 'unique',
  names: readonly string[],
  nullsNotDistinct: boolean,
): TableObject {
  const position = ctx.at(ast);
  if (constraint === 'primary' && primaryKeyOf(table)) {
    throw new SqlError('42P16', `multiple primary keys for table "${table.name}" are not allowed`, {position});
  }
  const columns = keyColumns(table, names, constraint, position);
  for (const column of columns) refuseUnequalKey(ctx.catalog, table.columns[column]);
  if (constraint === 'unique' && ast.name === null && isThere(table, columns, nullsNotDistinct)) return table;
  const label = constraint === 'primary' ? 'pkey' : 'key';
  const included = 'include' in ast ? (ast.include as readonly string[]) : [];
  const include = included.map(include => keyColumns(table, [include], constraint, position)[0]);
  const column = constraint === 'primary' ? null : [...names, ...included].join('_');
  const name = constraintName(ctx, table, ast, column, label, true);
  const index: TableIndex = keyIndex({
    oid: ctx.catalog.allocateOid(),
    name,
    columns,
    elements: columns.map(number => quoteIdentifier(table.columns[number].name)),
    constraint,
    nullsNotDistinct,
    ...(include.length > 0 && {include}),
    ...deferral(ast.attributes),
  });
  const indexes = constraint === 'primary' ? [index, ...table.indexes] : [...table.indexes, index];
  if (constraint === 'unique') return {...table, indexes};
  // A key's columns are NOT NULL, as in Postgres.
  const notNull = table.columns.map((entry, i) => (columns.includes(i) ? {...entry, nullable: false} : entry));
  return {...table, columns: notNull, indexes};
}

/** ADD … USING INDEX: the index becomes that of a constraint, which it gives its name. Errors: 42704, 42809, 55000, 42P16. */
function withKeyOf(
  ctx: BindContext,
  table: TableObject,
  ast: Written,
  constraint: 'primary' | 'unique',
  name: string,
): TableObject {
  if (!ctx.catalog.byOid(table.oid)) {
    throw new SqlError('0A000', 'cannot use an existing index in CREATE TABLE', {position: ctx.at(ast)});
  }
  const index = indexForKey(ctx, table, name, ctx.at(ast));
  if (constraint === 'primary' && primaryKeyOf(table)) {
    throw new SqlError('42P16', `multiple primary keys for table "${table.name}" are not allowed`);
  }
  const called = ast.name ?? name;
  if (called !== name && isRelationName(ctx, table, called)) {
    throw new SqlError('42P07', `relation "${called}" already exists`);
  }
  const key: TableIndex = {...index, ...deferral(ast.attributes), name: called, constraint};
  const others = table.indexes.filter(({oid}) => oid !== index.oid);
  if (constraint === 'unique') return {...table, indexes: [...others, key]};
  const notNull = table.columns.map((entry, i) => (key.columns.includes(i) ? {...entry, nullable: false} : entry));
  return {...table, columns: notNull, indexes: [key, ...others]};
}

function indexForKey(ctx: BindContext, table: TableObject, name: string, position: number): TableIndex {
  const found = ctx.catalog.indexInSchema(table.schema, name);
  if (!found) throw new SqlError('42704', `index "${name}" does not exist`, {position});
  const {index} = found;
  if (index.constraint) {
    throw new SqlError('55000', `index "${name}" is already associated with a constraint`, {position});
  }
  if (found.table.oid !== table.oid) {
    throw new SqlError('55000', `index "${name}" does not belong to table "${table.name}"`, {position});
  }
  const refuse = (message: string) =>
    new SqlError('42809', message, {
      detail: 'Cannot create a primary key or unique constraint using such an index.',
      position,
    });
  if (!index.unique) throw refuse(`"${name}" is not a unique index`);
  if (index.expressions?.some(Boolean)) throw refuse(`index "${name}" contains expressions`);
  if (index.where !== null) throw refuse(`"${name}" is a partial index`);
  const odd = index.suffixes?.findIndex(suffix => suffix !== '') ?? -1;
  if (odd >= 0) throw refuse(`index "${name}" column number ${odd + 1} does not have default sorting behavior`);
  return index;
}

/** The same key, written twice in one statement without a name, is one. */
function isThere({indexes}: TableObject, columns: readonly number[], nullsNotDistinct: boolean): boolean {
  return indexes.some(
    index =>
      index.constraint !== null &&
      index.nullsNotDistinct === nullsNotDistinct &&
      index.columns.length === columns.length &&
      index.columns.every((column, i) => column === columns[i]),
  );
}

function keyColumns(table: TableObject, names: readonly string[], constraint: string, position: number): number[] {
  const numbers = names.map(name => {
    const index = table.columns.findIndex(column => column.name === name);
    if (index < 0) throw new SqlError('42703', `column "${name}" named in key does not exist`, {position});
    return index;
  });
  const twice = numbers.findIndex((number, i) => numbers.indexOf(number) !== i);
  if (twice >= 0) {
    const what = constraint === 'primary' ? 'primary key' : 'unique';
    throw new SqlError('42701', `column "${names[twice]}" appears twice in ${what} constraint`, {position});
  }
  return numbers;
}

function withForeignKey(
  ctx: BindContext,
  table: TableObject,
  ast: Written,
  names: readonly string[],
  references: ForeignKeyReference,
): TableObject {
  const target = referencedTable(ctx, table, references);
  checkPersistence(table, target);
  const columns = names.map(name => foreignKeyColumn(table, name));
  const {referenced, index} = referencedKey(target, references);
  if (target !== table) mayReference(ctx, target, referenced);
  if (columns.length !== referenced.length) {
    throw new SqlError('42830', 'number of referencing and referenced columns for foreign key disagree');
  }
  const name = constraintName(ctx, table, ast, names.join('_'), 'fkey');
  columns.forEach((column, i) => checkTypes(name, table, column, target, referenced[i]));
  const {onUpdate, onDelete} = references;
  for (const [event, action] of [
    ['UPDATE', onUpdate],
    ['DELETE', onDelete],
  ] as const) {
    if (event === 'UPDATE' && 'columns' in action && action.columns.length > 0) {
      throw new SqlError(
        '0A000',
        `a column list with ${action.type.toUpperCase()} is only supported for ON DELETE actions`,
        {
          position: ctx.at(ast),
        },
      );
    }
    const generated = columns.some(column => table.columns[column].generated);
    if (
      generated &&
      (action.type === 'set null' || action.type === 'set default' || (event === 'UPDATE' && action.type === 'cascade'))
    ) {
      throw new SqlError('42601', `invalid ON ${event} action for foreign key constraint containing generated column`);
    }
  }
  const setNames = 'columns' in onDelete ? onDelete.columns : [];
  const key: ForeignKey = {
    oid: ctx.catalog.allocateOid(),
    name,
    columns,
    references: target.oid,
    referenced,
    index,
    match: references.match === 'full' ? 'full' : 'simple',
    onUpdate: onUpdate.type,
    onDelete: onDelete.type,
    setColumns: setNames.length > 0 ? [...new Set(setNames.map(set => setColumn(table, columns, set)))] : null,
    validated: !ast.attributes.notValid,
    ...deferral(ast.attributes),
  };
  return {...table, foreignKeys: [...table.foreignKeys, key]};
}

/** Errors: 42501. */
function mayReference({catalog, actingRole}: BindContext, target: TableObject, columns: readonly number[]): void {
  if (actingRole === null || mayOn(catalog, target, actingRole, 'x')) return;
  if (columns.every(column => mayOnColumn(catalog, target.columns[column], actingRole, 'x'))) return;
  throw permissionDenied(target);
}

/** What is referenced must stay as long as what references it. Errors: 42P16. */
function checkPersistence(table: TableObject, target: TableObject): void {
  const [own, other] = [persistenceOf(table), persistenceOf(target)];
  const of = {
    temporary: other === 'temporary' ? null : 'temporary tables may reference only temporary tables',
    unlogged: other === 'temporary' ? 'unlogged tables may reference only permanent or unlogged tables' : null,
    permanent: other === 'permanent' ? null : 'permanent tables may reference only permanent tables',
  }[own];
  if (of) throw new SqlError('42P16', `constraints on ${of}`);
}

function foreignKeyColumn(table: TableObject, name: string): number {
  const index = table.columns.findIndex(column => column.name === name);
  if (index < 0) throw new SqlError('42703', `column "${name}" referenced in foreign key constraint does not exist`);
  return index;
}

function setColumn(table: TableObject, columns: readonly number[], name: string): number {
  const index = foreignKeyColumn(table, name);
  if (columns.includes(index)) return index;
  throw new SqlError('42P10', `column "${name}" referenced in ON DELETE SET action must be part of foreign key`);
}

/** The table itself may be meant, which the catalog need not have yet. */
function referencedTable(ctx: BindContext, table: TableObject, {table: name}: ForeignKeyReference): TableObject {
  const {parts} = name;
  const own =
    parts[parts.length - 1] === table.name && (parts.length === 1 || parts[parts.length - 2] === table.schema);
  if (own && (!ctx.catalog.find(parts, ctx.options.searchPath) || ctx.catalog.byOid(table.oid))) return table;
  const relation = withoutPosition(() => resolve(ctx, parts, name));
  if (relation.kind === 'table') return relation;
  throw new SqlError('42809', `referenced relation "${relation.name}" is not a table`);
}

/** Postgres does not say where the name of a referenced table stands. */
function withoutPosition<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof SqlError ? error.with({position: undefined}) : error;
  }
}

function referencedKey(
  target: TableObject,
  {columns}: ForeignKeyReference,
): {readonly referenced: readonly number[]; readonly index: ObjectId} {
  if (columns.length === 0) {
    const key = primaryKeyOf(target);
    if (!key) throw new SqlError('42704', `there is no primary key for referenced table "${target.name}"`);
    if (key.deferrable) throw deferrableTarget(target);
    return {referenced: key.columns, index: key.oid};
  }
  const numbers = columns.map(name => foreignKeyColumn(target, name));
  const wanted = new Set(numbers);
  const found = target.indexes.find(
    ({unique, where, columns: own}) =>
      unique && where === null && own.length === wanted.size && own.every(column => wanted.has(column)),
  );
  if (!found || wanted.size !== numbers.length) {
    throw new SqlError(
      '42830',
      `there is no unique constraint matching given keys for referenced table "${target.name}"`,
    );
  }
  if (found.deferrable) throw deferrableTarget(target);
  return {referenced: numbers, index: found.oid};
}

function deferrableTarget(target: TableObject): SqlError {
  return new SqlError('55000', `cannot use a deferrable unique constraint for referenced table "${target.name}"`);
}

const families: readonly (readonly SqlType['kind'][])[] = [
  ['smallint', 'integer', 'bigint', 'numeric'],
  ['text', 'varchar', 'bpchar'],
  ['real', 'double precision'],
];

function checkTypes(name: string, table: TableObject, column: number, target: TableObject, referenced: number): void {
  const from = table.columns[column];
  const to = target.columns[referenced];
  if (comparable(from.type, to.type)) return;
  // A fraction equals no integer: Postgres has no such operator among an integer key's.
  const fractions = from.type.kind === 'numeric' && to.type.kind !== 'numeric';
  if (!fractions && families.some(family => family.includes(from.type.kind) && family.includes(to.type.kind))) return;
  if (widens(from.type, to.type)) return;
  throw new SqlError('42804', `foreign key constraint "${name}" cannot be implemented`, {
    detail:
      `Key columns "${from.name}" and "${to.name}" are of incompatible types: ` +
      `${kindName(from.type)} and ${kindName(to.type)}.`,
  });
}

/** Values of the one become those of the other without being asked to. */
function widens(from: SqlType, to: SqlType): boolean {
  if (to.kind === 'real' || to.kind === 'double precision') return families[0].includes(from.kind);
  return (to.kind === 'text' || to.kind === 'varchar') && (from.kind === 'name' || from.kind === '"char"');
}

/** Of one kind, and not of two enums or ranges. */
function comparable(from: SqlType, to: SqlType): boolean {
  if (from.kind !== to.kind) return false;
  if (from.kind === 'enum' || from.kind === 'range' || from.kind === 'multirange') return from.oid === to.oid;
  return !from.element || !to.element || comparable(from.element, to.element);
}

function deferral({deferrable, initiallyDeferred}: ConstraintAttributes): Deferral {
  const deferred = initiallyDeferred === true;
  return {deferrable: deferrable ?? deferred, deferred};
}

/** As written, or as Postgres makes it up. Errors: 42710 taken by another of the table, 42P07 by a relation. */
function constraintName(
  ctx: BindContext,
  table: TableObject,
  ast: Written,
  column: string | null,
  label: string,
  isIndex = false,
): string {
  const own = constraintNames(table);
  const isRelation = (name: string): boolean => isIndex && isRelationName(ctx, table, name);
  if (ast.name === null) {
    return chooseName(table.name, column, label, name => own.includes(name) || isRelation(name));
  }
  if (isRelation(ast.name)) throw new SqlError('42P07', `relation "${ast.name}" already exists`);
  if (own.includes(ast.name)) {
    // Of a table that is being made Postgres says less.
    if (label === 'check' && !ctx.catalog.byOid(table.oid)) {
      throw new SqlError('42710', `check constraint "${ast.name}" already exists`);
    }
    throw new SqlError('42710', `constraint "${ast.name}" for relation "${table.name}" already exists`);
  }
  return ast.name;
}

/** Indexes share the names of their schema's relations. */
function isRelationName({catalog}: BindContext, {schema, indexes}: TableObject, name: string): boolean {
  const own = indexes.some(index => index.name === name);
  return own || catalog.inSchema(schema, name) !== null || catalog.indexInSchema(schema, name) !== null;
}
