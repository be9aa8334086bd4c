import type {TableObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {filter, project} from '../../plan/build.ts';
import type {ObjectId, Rel} from '../../plan/rel.ts';
import {column, type Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {baseOf} from '../../types/sql-type.ts';
import type {Copy, QualifiedName} from '../ast/index.ts';
import {BindContext, type BindOptions} from './context.ts';
import {bindBoolean} from './expression.ts';
import {Level} from './level.ts';
import {isSecured} from './row-security.ts';
import {assign, defaultOf, targetItem} from './write-target.ts';
import {type BoundStep, transientRel} from './write-step.ts';

/** COPY … FROM: an INSERT of the rows of `object`, which the client's data become. */
export type BoundCopyFrom = {
  readonly table: TableObject;
  readonly step: BoundStep;
  readonly object: ObjectId;
  /** The fields of the data. */
  readonly schema: Schema;
  /** What the table's columns get, over the fields. */
  readonly values: readonly Expr[];
  /** There is a WHERE. */
  readonly filtered: boolean;
};

/** Errors: 42P01, 42809 no table, 42703, 42701, 42P10 a generated column, and those of WHERE. */
export function bindCopyFrom(ast: Copy, options: BindOptions): BoundCopyFrom {
  const ctx = new BindContext(options);
  const table = copyTable(options, ast.table!, 'to');
  if (isSecured(ctx, table)) {
    throw new SqlError('0A000', 'COPY FROM not supported with row-level security', {
      hint: 'Use INSERT statements instead.',
    });
  }
  const targets = copyColumns(table, ast.columns);
  const use = ctx.use(table.oid);
  use.inserts = true;
  for (const index of targets) use.inserted.add(table.columns[index].number ?? index + 1);
  const schema = targets.map(index => column(table.columns[index].name, baseOf(table.columns[index].type)));
  const rows = transientRel(ctx, table.name, schema);
  const full = table.columns.map(defaultOf);
  targets.forEach((index, i) => {
    full[index] = assign(ctx, {op: 'column', index: i, type: schema[i].type}, table.columns[index]);
  });
  let rel: Rel = project(
    rows,
    full,
    table.columns.map(({name}) => name),
  );
  if (ast.where) {
    const level = new Level(null, null);
    level.items = [targetItem(table, null, use)];
    const where = bindBoolean(ctx, {level, clause: 'COPY FROM WHERE conditions'}, ast.where, 'WHERE');
    if (level.pending.length > 0) {
      throw new SqlError('0A000', 'cannot use subquery in COPY FROM WHERE condition', {position: ctx.at(ast.where)});
    }
    rel = filter(rel, where);
  }
  const step: BoundStep = {
    kind: 'insert',
    table,
    rel,
    joined: false,
    actions: [],
    conflict: null,
    late: [],
    output: null,
  };
  return {table, step, object: rows.object, schema, values: full, filtered: ast.where !== null};
}

/** The table of a COPY. Errors: 42P01, 42809 of any other relation. */
export function copyTable(
  {catalog, searchPath}: Pick<BindOptions, 'catalog' | 'searchPath'>,
  name: QualifiedName,
  way: 'from' | 'to',
): TableObject {
  const relation = catalog.resolve(name.parts, searchPath);
  if (relation.kind === 'table') return relation;
  if (relation.kind === 'system') {
    throw new SqlError('42501', `permission denied: "${relation.name}" is a system catalog`);
  }
  throw new SqlError(
    '42809',
    `cannot copy ${way} ${relation.kind} "${relation.name}"`,
    way === 'from'
      ? {hint: 'Try the COPY (SELECT ...) TO variant.'}
      : relation.kind === 'view'
        ? {hint: 'To enable copying to a view, provide an INSTEAD OF INSERT trigger.'}
        : {},
  );
}

/** Numbers of the columns named; none named: all but generated ones. Errors: 42703, 42701, 42P10. */
export function copyColumns(table: TableObject, names: readonly string[]): number[] {
  const isGenerated = (index: number): boolean => Boolean(table.columns[index].generated);
  if (names.length === 0) return table.columns.map((_, i) => i).filter(i => !isGenerated(i));
  const targets: number[] = [];
  for (const name of names) {
    const index = columnNumber(table, name);
    if (isGenerated(index)) {
      throw new SqlError('42P10', `column "${name}" is a generated column`, {
        detail: 'Generated columns cannot be used in COPY.',
      });
    }
    if (targets.includes(index)) throw new SqlError('42701', `column "${name}" specified more than once`);
    targets.push(index);
  }
  return targets;
}

/** Columns that an option names. Errors: 42703, 42P10 not among those that are copied. */
export function checkForced(table: TableObject, targets: readonly number[], option: string, names: readonly string[]) {
  for (const name of names) {
    if (targets.includes(columnNumber(table, name))) continue;
    throw new SqlError('42P10', `${option} column "${name}" not referenced by COPY`);
  }
}

function columnNumber(table: TableObject, name: string): number {
  const index = table.columns.findIndex(each => each.name === name);
  if (index >= 0) return index;
  throw new SqlError('42703', `column "${name}" of relation "${table.name}" does not exist`);
}
