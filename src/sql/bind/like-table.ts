import {
  chooseName,
  constraintNames,
  type IndexExpression,
  primaryKeyOf,
  type TableIndex,
} from '../../catalog/constraints.ts';
import {
  type LiveColumn,
  liveColumns,
  type Relation,
  type SequenceObject,
  type TableObject,
} from '../../catalog/object.ts';
import {remapColumns} from '../../plan/columns.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {ColumnDefinition, LikeTable, SequenceOption, TableConstraint} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {withHidden} from './create-index.ts';
import {resolve} from './relation.ts';
import {bindColumn} from './table-columns.ts';
import type {DeclaredColumn} from './table-columns.ts';
import {refuseSystemName} from './system-columns.ts';

type LikeOption = 'comments' | 'constraints' | 'defaults' | 'generated' | 'identity' | 'indexes';

/** A relation that columns were copied from. */
type Like = {
  readonly source: Relation;
  readonly options: ReadonlySet<LikeOption>;
  /** Places of the source's columns in the new table. */
  readonly places: readonly number[];
};

/** The columns of CREATE TABLE in their order, those of LIKE among them. Errors: 42701, 42P01, 42809, those of each column. */
export function declareColumns(
  ctx: BindContext,
  elements: readonly (ColumnDefinition | TableConstraint | LikeTable)[],
  table: string,
): {readonly declared: readonly DeclaredColumn[]; readonly likes: readonly Like[]} {
  const declared: DeclaredColumn[] = [];
  const likes: Like[] = [];
  const names = new Set<string>();
  const add = (name: string, column: () => DeclaredColumn): void => {
    // Postgres gives no position here.
    if (names.has(name)) throw new SqlError('42701', `column "${name}" specified more than once`);
    names.add(name);
    declared.push(column());
  };
  for (const element of elements) {
    if (element.kind === 'column_definition') add(element.name, () => bindColumn(ctx, element, table));
    if (element.kind !== 'like_table') continue;
    const like = likeOf(ctx, element, declared.length);
    likes.push(like);
    for (const live of liveColumns(like.source)) {
      add(live.column.name, () => copiedColumn(ctx, like, live));
    }
  }
  for (const name of names) refuseSystemName(name);
  return {declared, likes};
}

function likeOf(ctx: BindContext, ast: LikeTable, first: number): Like {
  const source = resolve(ctx, ast.table.parts, ast.table);
  if (source.kind === 'sequence') {
    throw new SqlError('42809', `relation "${source.name}" is invalid in LIKE clause`, {
      detail: 'This operation is not supported for sequences.',
      position: ctx.at(ast.table),
    });
  }
  const places: number[] = [];
  liveColumns(source).forEach(({index}, i) => (places[index] = first + i));
  return {source, options: optionsOf(ast), places};
}

const ALL: readonly LikeOption[] = ['comments', 'constraints', 'defaults', 'generated', 'identity', 'indexes'];

function optionsOf({options}: LikeTable): Set<LikeOption> {
  const chosen = new Set<LikeOption>();
  for (const {including, what} of options) {
    for (const option of what === 'all' ? ALL : [what as LikeOption]) {
      if (including) chosen.add(option);
      else chosen.delete(option);
    }
  }
  return chosen;
}

/** The type and NOT NULL always come along. */
function copiedColumn(ctx: BindContext, {source, options, places}: Like, {column, index}: LiveColumn): DeclaredColumn {
  const {name, type, nullable, generated, identity, comment} = column;
  const identitySequence = identity && options.has('identity') ? sequenceOf(ctx, source, index) : null;
  const filled = options.has('defaults') && !identity ? column.default : null;
  const computed = generated && options.has('generated');
  return {
    column: {
      name,
      type,
      nullable: nullable || source.kind !== 'table',
      default: filled,
      identity: identitySequence ? identity : null,
      generated: computed ? {...generated, expr: remapColumns(generated.expr, places)} : null,
      ...(comment && options.has('comments') ? {comment} : {}),
    },
    sequence: identitySequence && {generation: identity!, options: sequenceOptions(identitySequence)},
    generated: null,
  };
}

function sequenceOf(ctx: BindContext, source: Relation, column: number): SequenceObject | null {
  const owned = ctx.catalog.ofKind('sequence');
  return owned.find(({ownedBy}) => ownedBy?.table === source.oid && ownedBy.column === column) ?? null;
}

function sequenceOptions({start, increment, min, max, cache, cycle}: SequenceObject): SequenceOption[] {
  return [
    {name: 'increment', value: String(increment)},
    {name: 'minvalue', value: String(min)},
    {name: 'maxvalue', value: String(max)},
    {name: 'start', value: String(start)},
    {name: 'cache', value: String(cache)},
    {name: 'cycle', cycle},
  ];
}

/** The table with the checks that LIKE … INCLUDING CONSTRAINTS brings. Errors: 42710. */
export function withLikeChecks(ctx: BindContext, table: TableObject, {source, options, places}: Like): TableObject {
  if (source.kind !== 'table' || !options.has('constraints')) return table;
  const copies = source.checks.map(check => ({
    ...check,
    oid: ctx.catalog.allocateOid(),
    expr: remapColumns(check.expr, places),
    columns: check.columns.map(column => places[column]),
    comment: options.has('comments') ? (check.comment ?? null) : null,
  }));
  const taken = constraintNames(table);
  const twice = copies.find(({name}) => taken.includes(name));
  if (twice) throw new SqlError('42710', `check constraint "${twice.name}" already exists`);
  return {...table, checks: [...table.checks, ...copies].sort((a, b) => (a.name < b.name ? -1 : 1))};
}

/** The table with the keys and indexes that LIKE … INCLUDING INDEXES brings, under names of its own. Errors: 42P16. */
export function withLikeIndexes(ctx: BindContext, table: TableObject, {source, options, places}: Like): TableObject {
  if (source.kind !== 'table' || !options.has('indexes')) return table;
  return source.indexes.reduce((before, index): TableObject => {
    const primary = index.constraint === 'primary';
    if (primary && primaryKeyOf(before)) {
      throw new SqlError('42P16', `multiple primary keys for table "${table.name}" are not allowed`);
    }
    const moved = movedIndex(index, places);
    const included = [...index.columns, ...(index.include ?? [])];
    const own = index.names ?? included.map(column => source.columns[column].name);
    const names = primary ? null : own.join('_');
    const label = primary ? 'pkey' : index.constraint ? 'key' : 'idx';
    const taken = (name: string): boolean =>
      name === table.name ||
      before.indexes.some(other => other.name === name) ||
      ctx.catalog.inSchema(table.schema, name) !== null ||
      ctx.catalog.indexInSchema(table.schema, name) !== null;
    const copied = {
      ...moved,
      oid: ctx.catalog.allocateOid(),
      name: chooseName(table.name, names, label, taken),
      comment: options.has('comments') ? index.comment : null,
    };
    const {index: copy, hidden} = copied.unique ? withHidden(before.columns, copied) : {index: copied, hidden: []};
    const columns = [...before.columns, ...hidden];
    return {...before, columns, indexes: primary ? [copy, ...before.indexes] : [...before.indexes, copy]};
  }, table);
}

/** Over the columns of the new table. */
function movedIndex(index: TableIndex, places: readonly number[]): TableIndex {
  const {columns, expressions, include, predicate} = index;
  const place = (column: number): number => places[column];
  const expression = <E extends IndexExpression | null | undefined>(each: E): E =>
    each ? {...each, expr: remapColumns(each.expr, places), columns: each.columns.map(place)} : each;
  return {
    ...index,
    columns: columns.map((column, i) => (expressions?.at(i) ? -1 : place(column))),
    ...(expressions && {expressions: expressions.map(expression)}),
    ...(include && {include: include.map(place)}),
    ...(predicate && {predicate: expression(predicate)}),
    guard: null,
  };
}
