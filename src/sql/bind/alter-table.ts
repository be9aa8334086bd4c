import {nextColumnNumber} from '../../catalog/alter-table.ts';
import type {CatalogColumn, ColumnDefault, SequenceObject, TableObject} from '../../catalog/object.ts';
import type {CheckConstraint} from '../../catalog/constraints.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';

import type {AlterAction, ColumnDefinition, Expression, TableConstraint, TypeName} from '../ast/index.ts';
import {parseStatements} from '../parse/index.ts';
import {mustCoerce} from './coerce.ts';
import {withWrittenCollation} from './collation.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {columnSequence, filledBy} from './create-table.ts';
import {bindRowExpression} from './row-expression.ts';
import {bindColumn, bindDefault, bindGenerated} from './table-columns.ts';
import {addColumnConstraint, addConstraint} from './table-constraints.ts';
import {bindTypeName} from './type-name.ts';

/** The table with a column behind the others, and the sequence that fills it. Errors: as of CREATE TABLE. */
export function addTableColumn(
  table: TableObject,
  ast: ColumnDefinition,
  options: BindOptions,
): {readonly table: TableObject; readonly sequence: SequenceObject | null} {
  const ctx = new BindContext(options);
  const declared = bindColumn(ctx, ast, table.name);
  const index = table.columns.length;
  const number = nextColumnNumber(table);
  const column = number === index + 1 ? declared.column : {...declared.column, number};
  let changed: TableObject = {...table, columns: [...table.columns, column]};
  const put = (column: CatalogColumn): void => {
    changed = {...changed, columns: changed.columns.map((before, i) => (i === index ? column : before))};
  };
  const sequence = declared.sequence ? columnSequence(ctx, changed, index, declared) : null;
  if (sequence) put(filledBy(changed.columns[index], sequence));
  if (declared.generated) {
    const scope = {schema: table.schema, table: table.name, oid: table.oid, columns: changed.columns};
    put({...changed.columns[index], generated: bindGenerated(ctx, scope, index, declared.generated.expression)});
  }
  for (const constraint of ast.constraints) changed = addColumnConstraint(ctx, changed, ast.name, constraint);
  return {table: changed, sequence};
}

/** The sequence of a column that becomes an identity, and what it makes of the column. Errors: 22023. */
export function bindColumnSequence(
  table: TableObject,
  index: number,
  {generation, options: written}: Extract<AlterAction, {action: 'add_identity'}>,
  options: BindOptions,
): {readonly sequence: SequenceObject; readonly filled: CatalogColumn} {
  const ctx = new BindContext(options);
  const sequence = columnSequence(ctx, table, index, {sequence: {generation, options: written}});
  return {sequence, filled: filledBy(table.columns[index], sequence)};
}

export function bindAddedConstraint(table: TableObject, ast: TableConstraint, options: BindOptions): TableObject {
  return addConstraint(new BindContext(options), table, ast);
}

export function bindNewDefault(column: CatalogColumn, ast: Expression, options: BindOptions): ColumnDefault | null {
  return bindDefault(new BindContext(options), column.name, column.type, ast);
}

export function bindColumnType(
  {type, collation}: {readonly type: TypeName; readonly collation: readonly string[] | null},
  options: BindOptions,
): SqlType {
  const ctx = new BindContext(options);
  return withWrittenCollation(ctx, bindTypeName(ctx, type), collation, type);
}

/** A check of a table whose columns are of other types now. Errors: 42804, 42883 … */
export function bindCheckAgain(table: TableObject, check: CheckConstraint, options: BindOptions): CheckConstraint {
  const text = `SELECT ${check.text}`;
  const [statement] = parseStatements(text);
  if (statement.kind !== 'query' || statement.body.kind !== 'select') throw new SqlError('XX000', 'no expression');
  const ctx = new BindContext({...options, text});
  const {expression} = statement.body.targets[0];
  const scope = {schema: table.schema, table: table.name, oid: table.oid, columns: table.columns};
  const bound = bindRowExpression(ctx, scope, expression, 'check constraints', 'check constraint');
  return {...check, expr: mustCoerce(ctx, bound, BOOLEAN, 'assignment')};
}

/** A default as another type: read anew, so that what it was before it was made the old type counts. Errors: 42804. */
export function castDefault(column: CatalogColumn, type: SqlType, options: BindOptions): ColumnDefault | null {
  const {default: value, name} = column;
  if (!value) return null;
  const text = `SELECT ${value.text}`;
  const [statement] = parseStatements(text);
  if (statement.kind !== 'query' || statement.body.kind !== 'select') throw new SqlError('XX000', 'no expression');
  const ctx = new BindContext({...options, text});
  try {
    return bindDefault(ctx, name, type, statement.body.targets[0].expression);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    throw new SqlError('42804', `default for column "${name}" cannot be cast automatically to type ${kindName(type)}`);
  }
}
