import type {CatalogColumn, ColumnDefault} from '../../catalog/object.ts';
import {isImmutable} from '../../plan/function-facts.ts';
import {usedColumns} from '../../plan/columns.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, INTEGER, SMALLINT} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {ColumnConstraint, ColumnDefinition, ColumnRef, Expression, TypeName} from '../ast/index.ts';
import {coerceExactly} from './coerce.ts';
import {collatedExpr, withWrittenCollation} from './collation.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {bindLasting} from './lasting-text.ts';
import {Level} from './level.ts';
import {bindRowExpression, findNode, refuseSubqueries} from './row-expression.ts';
import type {RowScope} from './row-expression.ts';
import {bindTypeName, pseudoTypeOf} from './type-name.ts';
import {refuseSystemName, systemColumns} from './system-columns.ts';

type Of<K extends ColumnConstraint['kind']> = Extract<ColumnConstraint, {kind: K}>;

/** A column as declared, before sequences, keys and expressions over other columns are seen to. */
export type DeclaredColumn = {
  readonly column: CatalogColumn;
  /** Filled from a sequence that the table's maker makes. */
  readonly sequence: 'serial' | Pick<Of<'identity'>, 'generation' | 'options'> | null;
  readonly generated: Of<'generated'> | null;
};

/** Errors: 42701, and those of each column. */
export function bindColumns(
  ctx: BindContext,
  definitions: readonly ColumnDefinition[],
  table: string,
): DeclaredColumn[] {
  const names = new Set<string>();
  return definitions.map(definition => {
    // Postgres gives no position here.
    if (names.has(definition.name)) throw new SqlError('42701', `column "${definition.name}" specified more than once`);
    refuseSystemName(definition.name);
    names.add(definition.name);
    return bindColumn(ctx, definition, table);
  });
}

const serialTypes: Readonly<Record<string, SqlType>> = {
  smallserial: SMALLINT,
  serial2: SMALLINT,
  serial: INTEGER,
  serial4: INTEGER,
  bigserial: BIGINT,
  serial8: BIGINT,
};

function serialType({names, arrayBounds}: TypeName): SqlType | undefined {
  if (names.length !== 1 || arrayBounds.length > 0) return undefined;
  return Object.hasOwn(serialTypes, names[0]) ? serialTypes[names[0]] : undefined;
}

export function bindColumn(ctx: BindContext, ast: ColumnDefinition, table: string): DeclaredColumn {
  const serial = serialType(ast.type);
  const pseudo = pseudoTypeOf(ast.type);
  if (pseudo !== null) throw new SqlError('42P16', `column "${ast.name}" has pseudo-type ${pseudo}`);
  const type = withWrittenCollation(ctx, serial ?? bindTypeName(ctx, ast.type), ast.collation, ast);
  if (type.kind === 'unknown' || type.kind === 'void' || type.kind === 'record') {
    throw new SqlError('42P16', `column "${ast.name}" has pseudo-type ${kindName(type)}`);
  }
  const of = `for column "${ast.name}" of table "${table}"`;
  const found = new ColumnClauses(ctx, of);
  for (const constraint of ast.constraints) found.add(constraint);
  const {identity, generated} = found;
  if (serial && found.defaultValue) throw multipleDefaults(ctx, of, found.defaultValue);
  if ((serial || identity) && found.nullable === true) throw conflictingNulls(ctx, of, identity ?? found.last);
  const both = (what: string, ...clauses: readonly (ColumnConstraint | null)[]): void => {
    if (clauses.every(clause => clause !== null)) throw bothSpecified(ctx, what, of, laterOf(clauses));
  };
  if (serial && identity) throw bothSpecified(ctx, 'default and identity', of, null);
  both('default and identity', found.defaultValue, identity);
  both('default and generation expression', found.defaultValue, generated);
  both('identity and generation expression', identity, generated);
  const filled = serial || identity;
  return {
    column: {
      name: ast.name,
      type,
      nullable: filled ? false : (found.nullable ?? true),
      default: found.defaultValue && bindDefault(ctx, ast.name, type, found.defaultValue.expression),
      identity: identity?.generation ?? null,
      generated: null,
    },
    sequence: serial ? 'serial' : identity,
    generated,
  };
}

/** What stands behind a column's type, each at most once. Errors: 42601. */
class ColumnClauses {
  nullable: boolean | null = null;
  defaultValue: Of<'default_value'> | null = null;
  identity: Of<'identity'> | null = null;
  generated: Of<'generated'> | null = null;
  last: ColumnConstraint | null = null;
  private readonly ctx: BindContext;
  private readonly of: string;

  constructor(ctx: BindContext, of: string) {
    this.ctx = ctx;
    this.of = of;
  }

  add(constraint: ColumnConstraint): void {
    this.last = constraint;
    switch (constraint.kind) {
      case 'not_null':
      case 'nullable': {
        const nullable = constraint.kind === 'nullable';
        if (this.nullable !== null && this.nullable !== nullable) {
          throw conflictingNulls(this.ctx, this.of, constraint);
        }
        this.nullable = nullable;
        return;
      }
      case 'default_value':
        if (this.defaultValue) throw multipleDefaults(this.ctx, this.of, constraint);
        this.defaultValue = constraint;
        return;
      case 'identity':
        if (this.identity) throw twice(this.ctx, 'identity specifications', this.of, constraint);
        this.identity = constraint;
        return;
      case 'generated':
        if (this.generated) throw twice(this.ctx, 'generation clauses specified', this.of, constraint);
        if (constraint.storage !== 'stored') throw this.ctx.unsupported('virtual generated columns', constraint);
        this.generated = constraint;
        return;
      default:
    }
  }
}

function conflictingNulls(ctx: BindContext, of: string, at: ColumnConstraint | null): SqlError {
  return new SqlError('42601', `conflicting NULL/NOT NULL declarations ${of}`, {position: at ? ctx.at(at) : undefined});
}

function multipleDefaults(ctx: BindContext, of: string, at: ColumnConstraint): SqlError {
  return new SqlError('42601', `multiple default values specified ${of}`, {position: ctx.at(at)});
}

function twice(ctx: BindContext, what: string, of: string, at: ColumnConstraint): SqlError {
  return new SqlError('42601', `multiple ${what} ${of}`, {position: ctx.at(at)});
}

function bothSpecified(ctx: BindContext, what: string, of: string, at: ColumnConstraint | null): SqlError {
  return new SqlError('42601', `both ${what} specified ${of}`, at ? {position: ctx.at(at)} : {});
}

function laterOf(clauses: readonly ColumnConstraint[]): ColumnConstraint {
  return clauses.reduce((last, clause) => (clause.span.start > last.span.start ? clause : last));
}

/** A default speaks of no row. Errors: 0A000, 42804. */
/** `type`: null for what is of its own type. */
export function bindDefault(
  ctx: BindContext,
  name: string,
  type: SqlType | null,
  ast: Expression,
): ColumnDefault | null {
  const reference = findNode(ast, node => node.kind === 'column_ref');
  if (reference) {
    throw new SqlError('0A000', 'cannot use column reference in DEFAULT expression', {position: ctx.at(reference)});
  }
  refuseSubqueries(ctx, ast, 'DEFAULT expression');
  const level = new Level(null, null);
  const {bound, text, calls} = bindLasting(ctx, ast, () =>
    collatedExpr(ctx, bindExpression(ctx, {level, clause: 'DEFAULT expressions'}, ast), []),
  );
  if (!type) return {expr: bound, text, calls};
  const expr = coerceExactly(ctx, bound, type, 'assignment', ctx.positionOf(bound));
  if (!expr) throw wrongType('default', name, type, bound.type);
  // DEFAULT NULL is no default.
  if (expr.op === 'literal' && expr.value === null) return null;
  return {expr, text, calls};
}

/** GENERATED ALWAYS AS (…): over the table's other columns. Errors: 42P17, 42804, 0A000. */
export function bindGenerated(ctx: BindContext, scope: RowScope, index: number, ast: Expression): ColumnDefault {
  const {name, type} = scope.columns[index];
  refuseWholeRows(ctx, scope, ast);
  const {bound, text, calls} = bindLasting(ctx, ast, () =>
    bindRowExpression(ctx, scope, ast, 'column generation expressions', 'column generation expression'),
  );
  for (const column of usedColumns(bound)) {
    const {generated, name: other} = scope.columns[column];
    if (!generated && column !== index) continue;
    throw new SqlError('42P17', `cannot use generated column "${other}" in column generation expression`, {
      detail: 'A generated column cannot reference another generated column.',
      position: ctx.positionOf(bound) ?? ctx.at(ast),
    });
  }
  const expr = coerceExactly(ctx, bound, type, 'assignment', ctx.positionOf(bound));
  if (!expr) throw wrongType('generation', name, type, bound.type);
  if (!isImmutable(expr)) throw new SqlError('42P17', 'generation expression is not immutable');
  return {expr, text, calls};
}

/** Errors: 42P10 a system column, 42P17 the row as a whole. */
function refuseWholeRows(ctx: BindContext, {table, columns}: RowScope, ast: Expression): void {
  findNode(ast, node => {
    if (node.kind !== 'column_ref') return false;
    const {path, star} = node as ColumnRef;
    const [name] = path;
    if (star || path.length !== 1 || columns.some(column => column.name === name)) return false;
    if (name !== 'tableoid' && systemColumns.has(name)) {
      throw new SqlError('42P10', `cannot use system column "${name}" in column generation expression`, {
        position: ctx.at(node),
      });
    }
    if (name !== table) return false;
    throw new SqlError('42P17', 'cannot use whole-row variable in column generation expression', {
      detail: 'This would cause the generated column to depend on its own value.',
      position: ctx.at(node),
    });
  });
}

function wrongType(what: string, name: string, type: SqlType, found: SqlType): SqlError {
  const types = `type ${kindName(type)} but ${what} expression is of type ${kindName(found)}`;
  return new SqlError('42804', `column "${name}" is of ${types}`, {
    hint: 'You will need to rewrite or cast the expression.',
  });
}
