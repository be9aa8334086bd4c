import type {CatalogColumn, ColumnDefault, PrimaryKey, TableObject} from '../../catalog/object.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {ColumnDefinition, CreateTable, Expression, TableConstraint} from '../ast/index.ts';
import {coerceExactly} from './coerce.ts';
import {checkCollation} from './collation.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {commonFields} from './definition.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';
import {bindTypeName} from './type-name.ts';

/**
 * The record of a new table, its OIDs taken from `options.catalog`, to which the caller adds it.
 * Errors: 3F000, 42701, 42703, 42704, 42P16, 42804, 0A000 for constraints other than NOT NULL, DEFAULT and PRIMARY KEY.
 */
export function bindCreateTable(ast: CreateTable, options: BindOptions): TableObject {
  const ctx = new BindContext(options);
  refuseClauses(ctx, ast);
  const definitions = ast.elements.filter(element => element.kind === 'column_definition');
  const columns = bindColumns(ctx, definitions, ast.name.parts[ast.name.parts.length - 1]);
  if (columns.length === 0) throw ctx.unsupported('tables without columns', ast);
  const common = commonFields(ctx, ast, ast.name);
  const keyColumns = primaryKeyColumns(ctx, ast, columns);
  const primaryKey: PrimaryKey | null = keyColumns && {
    oid: ctx.catalog.allocateOid(),
    name: keyColumns.name ?? `${common.name}_pkey`,
    columns: keyColumns.columns,
  };
  return {
    ...common,
    kind: 'table',
    dependsOn: [],
    // A key's columns are NOT NULL, as in Postgres.
    columns: columns.map((column, i) => (primaryKey?.columns.includes(i) ? {...column, nullable: false} : column)),
    primaryKey,
  };
}

function refuseClauses(ctx: BindContext, ast: CreateTable): void {
  if (ast.persistence !== 'permanent') throw ctx.unsupported(`${ast.persistence} tables`, ast);
  if (ast.inherits.length > 0) throw ctx.unsupported('INHERITS', ast.inherits[0]);
  if (ast.options.length > 0) {
    throw new SqlError('22023', `unrecognized parameter "${ast.options[0].name}"`, {position: ctx.at(ast.options[0])});
  }
  for (const element of ast.elements) {
    if (element.kind === 'like_table') throw ctx.unsupported('LIKE', element);
    if (element.kind !== 'column_definition') refuseTableConstraint(ctx, element);
  }
}

function refuseTableConstraint(ctx: BindContext, ast: TableConstraint): void {
  const what = {
    check: 'CHECK constraints',
    table_not_null: 'table NOT NULL constraints',
    table_unique: 'UNIQUE constraints',
    foreign_key: 'foreign keys',
    table_primary_key: null,
  }[ast.kind];
  if (what) throw ctx.unsupported(what, ast);
}

/** Errors: 42701, and those of each column. */
export function bindColumns(
  ctx: BindContext,
  definitions: readonly ColumnDefinition[],
  table: string,
): CatalogColumn[] {
  const names = new Set<string>();
  return definitions.map(definition => {
    // Postgres gives no position here.
    if (names.has(definition.name)) throw new SqlError('42701', `column "${definition.name}" specified more than once`);
    names.add(definition.name);
    return bindColumn(ctx, definition, table);
  });
}

function bindColumn(ctx: BindContext, ast: ColumnDefinition, table: string): CatalogColumn {
  const type = bindTypeName(ctx, ast.type);
  if (type.kind === 'unknown' || type.kind === 'void' || type.kind === 'record') {
    throw new SqlError('42P16', `column "${ast.name}" has pseudo-type ${kindName(type)}`);
  }
  if (ast.collation) checkCollation(ctx, ast.collation, ast);
  let nullable: boolean | null = null;
  let defaultValue: ColumnDefault | null = null;
  const setNullable = (value: boolean, position: number) => {
    if (nullable !== null && nullable !== value) {
      throw new SqlError(
        '42601',
        `conflicting NULL/NOT NULL declarations for column "${ast.name}" of table "${table}"`,
        {position},
      );
    }
    nullable = value;
  };
  for (const constraint of ast.constraints) {
    const position = ctx.at(constraint);
    switch (constraint.kind) {
      case 'not_null':
        setNullable(false, position);
        break;
      case 'nullable':
        setNullable(true, position);
        break;
      case 'default_value':
        if (defaultValue) {
          throw new SqlError(
            '42601',
            `multiple default values specified for column "${ast.name}" of table "${table}"`,
            {position},
          );
        }
        defaultValue = bindDefault(ctx, ast.name, type, constraint.expression);
        break;
      case 'primary_key':
        break;
      case 'check':
        throw ctx.unsupported('CHECK constraints', constraint);
      case 'unique':
        throw ctx.unsupported('UNIQUE constraints', constraint);
      case 'references':
        throw ctx.unsupported('foreign keys', constraint);
      case 'generated':
        throw ctx.unsupported('generated columns', constraint);
      case 'identity':
        throw ctx.unsupported('identity columns', constraint);
    }
  }
  return {name: ast.name, type, nullable: nullable ?? true, default: defaultValue};
}

/** A default speaks of no row. Errors: 0A000, 42804. */
export function bindDefault(ctx: BindContext, name: string, type: SqlType, ast: Expression): ColumnDefault | null {
  refuseReferences(ctx, ast);
  const level = new Level(null, null);
  const bound = bindExpression(ctx, {level, clause: 'DEFAULT expressions'}, ast);
  if (level.pending.length > 0) {
    throw new SqlError('0A000', 'cannot use subquery in DEFAULT expression', {position: ctx.at(ast)});
  }
  const expr = coerceExactly(ctx, bound, type, 'assignment', ctx.positionOf(bound));
  if (!expr) {
    const types = `type ${kindName(type)} but default expression is of type ${kindName(bound.type)}`;
    throw new SqlError('42804', `column "${name}" is of ${types}`, {
      hint: 'You will need to rewrite or cast the expression.',
    });
  }
  // DEFAULT NULL is no default.
  if (expr.op === 'literal' && expr.value === null) return null;
  return {expr, text: ctx.source(ast)};
}

function refuseReferences(ctx: BindContext, ast: Expression): void {
  if (ast.kind === 'column_ref') {
    throw new SqlError('0A000', 'cannot use column reference in DEFAULT expression', {position: ctx.at(ast)});
  }
  if (ast.kind === 'subquery' || ast.kind === 'exists' || ast.kind === 'in_subquery') {
    throw new SqlError('0A000', 'cannot use subquery in DEFAULT expression', {position: ctx.at(ast)});
  }
}

type KeyColumns = {readonly name: string | null; readonly columns: readonly number[]};

/** Errors: 42P16 two keys, 42703, 42701. */
function primaryKeyColumns(ctx: BindContext, ast: CreateTable, columns: readonly CatalogColumn[]): KeyColumns | null {
  let key: KeyColumns | null = null;
  const table = ast.name.parts[ast.name.parts.length - 1];
  const set = (found: KeyColumns, position: number) => {
    if (key) {
      throw new SqlError('42P16', `multiple primary keys for table "${table}" are not allowed`, {position});
    }
    key = found;
  };
  for (const element of ast.elements) {
    if (element.kind === 'column_definition') {
      const index = columns.findIndex(column => column.name === element.name);
      for (const constraint of element.constraints) {
        if (constraint.kind === 'primary_key') set({name: constraint.name, columns: [index]}, ctx.at(constraint));
      }
    } else if (element.kind === 'table_primary_key') {
      const position = ctx.at(element);
      const numbers = element.columns.map(name => {
        const index = columns.findIndex(column => column.name === name);
        if (index < 0) throw new SqlError('42703', `column "${name}" named in key does not exist`, {position});
        return index;
      });
      numbers.forEach((number, i) => {
        if (numbers.indexOf(number) === i) return;
        const name = element.columns[i];
        throw new SqlError('42701', `column "${name}" appears twice in primary key constraint`, {position});
      });
      set({name: element.name, columns: numbers}, position);
    }
  }
  return key;
}
