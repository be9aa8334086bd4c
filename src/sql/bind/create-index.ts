import {HIDDEN} from '../../catalog/alter-table.ts';
import {
  chooseName,
  IMMEDIATE,
  type IndexedRelation,
  type IndexExpression,
  type TableIndex,
} from '../../catalog/constraints.ts';
import {type CatalogColumn, liveColumns, type ObjectId} from '../../catalog/object.ts';
import {printedType} from '../../catalog/type-text.ts';
import {
  defaultOperatorClass,
  indexedTypeNames,
  operatorClassNamed,
  type OperatorClass,
} from '../../catalog/operator-classes.ts';
import type {Expr} from '../../expr/expr.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {rewriteColumns, usedColumns} from '../../plan/columns.ts';
import {isLiteral} from '../../plan/conjuncts.ts';
import {isImmutable} from '../../plan/function-facts.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, baseOf, type SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {CreateIndex, Expression, IndexElement} from '../ast/index.ts';
import {looksLikeCall, rowExpressionText} from '../deparse/row-expression.ts';
import {ShowNames} from '../deparse/show-names.ts';
import {Unprintable} from '../deparse/unprintable.ts';
import {collationByOid, collationName, refuseUnequalKey} from '../../catalog/collation.ts';
import type {Collation} from '../../catalog/system/collations.ts';
import {collationOidOf} from '../../types/collatable.ts';
import {findCollation} from './collation.ts';
import {columnName} from './column-name.ts';
import {BindContext, type BindOptions} from './context.ts';
import {asType} from './expression.ts';
import {indexParameters} from './index-options.ts';
import {Recorder} from './recorder.ts';
import {bindRowExpression} from './row-expression.ts';
import {checkTablespace} from './tablespace.ts';
import {categoryOf} from './type-category.ts';
import {systemColumns} from './system-columns.ts';

/** A new index, and the columns that rows of its table get for it: computed, and seen by nobody. */
type BoundIndex = {readonly index: TableIndex; readonly hidden: readonly CatalogColumn[]};

/** What an access method can do. */
type Method = {
  readonly unique: boolean;
  readonly several: boolean;
  readonly included: boolean;
  readonly ordered: boolean;
};

const METHODS: Readonly<Record<string, Method>> = {
  btree: {unique: true, several: true, included: true, ordered: true},
  hash: {unique: false, several: false, included: false, ordered: false},
  gist: {unique: false, several: true, included: true, ordered: false},
  gin: {unique: false, several: true, included: false, ordered: false},
  spgist: {unique: false, several: false, included: true, ordered: false},
  brin: {unique: false, several: true, included: false, ordered: false},
};

/** An element as parse analysis leaves it: an expression that is one column counts as that. */
type Item = {
  readonly ast: IndexElement;
  readonly column: string | null;
  readonly expr: Expr | null;
  readonly calls?: readonly ObjectId[];
  /** The collation that COLLATE within the parentheses asks for. */
  readonly collation: number | null;
};

/**
 * CREATE INDEX: the record, its OID taken from `options.catalog`. Errors: 42703, 42704, 42804, 42P07, 42P17, 0A000, 22023
 * in the order in which Postgres finds them.
 */
export function bindCreateIndex(ast: CreateIndex, relation: IndexedRelation, options: BindOptions): BoundIndex {
  const ctx = new BindContext(options);
  ctx.recorder = new Recorder();
  const where = ast.where && ctx.withCalls(() => bindPredicate(ctx, relation, ast.where!));
  // All rows are in it.
  const predicate = !where || isLiteral(where.bound, true) ? null : where.bound;
  const items = ast.elements.map(element => bindItem(ctx, relation, element));
  checkTablespace(ast.tablespace);
  const method = checkMethod(ast);
  if (predicate && !isImmutable(predicate)) {
    throw new SqlError('42P17', 'functions in index predicate must be marked IMMUTABLE');
  }
  const parameters = indexParameters(ast.method ?? 'btree', ast.options);
  const keys = items.map(item => bindKey(ctx, relation, ast.method ?? 'btree', method, item, ast.unique));
  const include = ast.include.map(element => includedColumn(relation, element));
  const names = columnNames([...ast.elements, ...ast.include]);
  const name = ast.name ?? freeName(ctx, relation, names);
  if (ast.name !== null && isTaken(ctx, relation, ast.name)) {
    throw new SqlError('42P07', `relation "${ast.name}" already exists`);
  }
  const index: TableIndex = {
    ...IMMEDIATE,
    oid: ctx.catalog.allocateOid(),
    name,
    columns: keys.map(({column}) => column),
    elements: keys.map(({element}) => element),
    names,
    suffixes: keys.map(({suffix}) => suffix),
    expressions: keys.map(({expression}) => expression),
    include,
    sorting: keys.map(({sorting}) => sorting),
    collations: keys.map(({collation}) => collation),
    classes: keys.map(key => key.class),
    parameters,
    predicate: predicate && {
      expr: predicate,
      text: indexText(ctx, ast.where!, true, BOOLEAN).text,
      columns: [...usedColumns(predicate)],
      calls: where!.calls,
    },
    guard: null,
    unique: ast.unique,
    constraint: null,
    nullsNotDistinct: ast.nullsNotDistinct,
    where: predicate && indexText(ctx, ast.where!, false, BOOLEAN).text,
    method: ast.method ?? 'btree',
    comment: null,
  };
  return relation.kind === 'table' && index.unique ? withHidden(relation.columns, index) : {index, hidden: []};
}

/** A unique index over expressions, or over some rows, looks for them in columns that rows have for it alone. */
export function withHidden(columns: readonly CatalogColumn[], index: TableIndex): BoundIndex {
  const {predicate = null, expressions = []} = index;
  const hidden: CatalogColumn[] = [];
  const keep = (expr: Expr, type: SqlType): number => {
    const place = columns.length + hidden.length;
    const computed = rewriteColumns(expr, column => columns[column.index].generated?.expr ?? column);
    hidden.push({
      name: `........pg.index.${index.oid}.${hidden.length}........`,
      type,
      nullable: true,
      default: null,
      generated: {expr: predicate ? onlyWhere(columns, predicate, computed) : computed, text: ''},
      dropped: true,
      number: HIDDEN,
    });
    return place;
  };
  const places = index.columns.map((column, i) => {
    const expression = expressions.at(i);
    return expression ? keep(expression.expr, baseOf(expression.expr.type)) : column;
  });
  const guard = predicate ? keep({op: 'literal', value: true, type: BOOLEAN}, BOOLEAN) : null;
  return {index: {...index, columns: places, guard}, hidden};
}

/** What is outside a partial index is not even computed. */
function onlyWhere(columns: readonly CatalogColumn[], predicate: IndexExpression, expr: Expr): Expr {
  const when = rewriteColumns(predicate.expr, column => columns[column.index].generated?.expr ?? column);
  const otherwise: Expr = {op: 'literal', value: null, type: expr.type};
  return {op: 'case', whens: [{when, then: expr}], otherwise, type: expr.type};
}

function scopeOf({schema, name, oid, columns}: IndexedRelation) {
  return {schema, table: name, oid, columns};
}

function bindPredicate(ctx: BindContext, relation: IndexedRelation, where: Expression): Expr {
  const bound = bindRowExpression(ctx, scopeOf(relation), where, 'index predicates', 'index predicate');
  return asType(ctx, bound, BOOLEAN, 'WHERE');
}

function bindItem(ctx: BindContext, relation: IndexedRelation, ast: IndexElement): Item {
  const {expression} = ast;
  const parenthesized = ctx.source(ast).startsWith('(');
  if (expression.kind === 'column_ref' && expression.path.length === 1 && !parenthesized) {
    return {ast, column: expression.path[0], expr: null, collation: null};
  }
  const {bound: expr, calls} = ctx.withCalls(() =>
    bindRowExpression(ctx, scopeOf(relation), expression, 'index expressions', 'index expression'),
  );
  const collation = expression.kind === 'collate' ? collationOidOf(expr.type) : null;
  if (expr.op === 'column') return {ast, column: relation.columns[expr.index].name, expr: null, collation};
  return {ast, column: null, expr, calls, collation};
}

function checkMethod({method: name, unique, elements, include}: CreateIndex): Method {
  const method = METHODS[name ?? 'btree'];
  if (!method) throw new SqlError('42704', `access method "${name}" does not exist`);
  const refuse = (what: string) => new SqlError('0A000', `access method "${name}" does not support ${what}`);
  if (unique && !method.unique) throw refuse('unique indexes');
  if (include.length > 0 && !method.included) throw refuse('included columns');
  if (elements.length > 1 && !method.several) throw refuse('multicolumn indexes');
  return method;
}

type Key = {
  readonly column: number;
  readonly element: string;
  readonly suffix: string;
  readonly expression: IndexExpression | null;
  readonly sorting: number;
  readonly collation: number;
  readonly class: number;
};

function bindKey(
  ctx: BindContext,
  relation: IndexedRelation,
  method: string,
  able: Method,
  item: Item,
  unique: boolean,
): Key {
  const {ast, column, expr} = item;
  const {columns} = relation;
  const place = column === null ? -1 : liveColumn(relation, column);
  if (expr && !isImmutable(expr)) {
    throw new SqlError('42P17', 'functions in index expression must be marked IMMUTABLE');
  }
  // What COLLATE within the parentheses is about stands for itself; the collation is the index's.
  const {expression} = ast;
  const plain = expression.kind === 'collate' ? expression.operand : expression;
  const own = expr && plain !== expression ? ctx.recorder!.exprs.get(plain)?.type : expr?.type;
  const type = own ?? columns[place].type;
  if (expr?.type.kind === 'record') {
    throw new SqlError('42P16', `column "${columnName(expression)}" has pseudo-type record`);
  }
  const within = item.collation === null ? null : collationByOid(ctx.catalog, item.collation);
  const written = ast.collation ? collationOf(ctx, type, ast.collation, ast) : within;
  const collation = written && written.oid !== collationOidOf(type) ? written : null;
  const compared = written ? {...type, collation: written.oid} : type;
  if (unique) refuseUnequalKey(ctx.catalog, {name: column ?? 'expr', type: compared});
  const classOf = classFor(method, type, ast.operatorClass);
  if (!able.ordered && ast.direction !== 'default') {
    throw new SqlError('0A000', `access method "${method}" does not support ASC/DESC options`);
  }
  if (!able.ordered && ast.nulls !== 'default') {
    throw new SqlError('0A000', `access method "${method}" does not support NULLS FIRST/LAST options`);
  }
  const descending = ast.direction === 'desc';
  const nullsFirst = ast.nulls === 'default' ? descending : ast.nulls === 'first';
  const order = descending ? (nullsFirst ? ' DESC' : ' DESC NULLS LAST') : nullsFirst ? ' NULLS FIRST' : '';
  return {
    column: place,
    element: expr ? elementText(ctx, plain, false) : quoteIdentifier(column!),
    suffix: `${collation ? ` COLLATE ${collationName(ctx.catalog, collation, ctx.options.searchPath)}` : ''}${classOf.isDefault ? '' : ` ${classOf.name}`}${order}`,
    expression: expr && {
      expr,
      text: elementText(ctx, plain, true),
      columns: [...usedColumns(expr)],
      calls: item.calls,
    },
    sorting: (descending ? 1 : 0) + (nullsFirst ? 2 : 0),
    collation: (written ? written.oid : null) ?? collationOidOf(type),
    class: classOf.oid,
  };
}

/** What nothing is known of to print it by is printed as it was written. */
function indexText(
  ctx: BindContext,
  ast: Expression,
  pretty: boolean,
  wanted?: SqlType,
): {readonly text: string; readonly call: boolean} {
  try {
    const {searchPath} = ctx.options;
    // It is read again under other search paths.
    const names = new ShowNames(ctx.catalog, searchPath, []);
    const type = (shown: SqlType) => printedType(ctx.catalog, [], shown);
    const column = ({name}: {readonly name: string}) => quoteIdentifier(name);
    const {text, shown} = rowExpressionText(ast, ctx.recorder!, {pretty, column, type, names, wanted});
    return {text, call: looksLikeCall(shown)};
  } catch (error) {
    if (error instanceof Unprintable) return {text: ctx.source(ast), call: false};
    throw error;
  }
}

function elementText(ctx: BindContext, ast: Expression, pretty: boolean): string {
  const {text, call} = indexText(ctx, ast, pretty);
  return call ? text : `(${text})`;
}

function liveColumn(relation: IndexedRelation, name: string): number {
  const live = liveColumns(relation).find(({column}) => column.name === name);
  if (live) return live.index;
  if (systemColumns.has(name)) {
    throw new SqlError('0A000', 'index creation on system columns is not supported');
  }
  throw new SqlError('42703', `column "${name}" does not exist`);
}

/** Errors: 42804, 42704. */
function collationOf(ctx: BindContext, type: SqlType, name: readonly string[], ast: IndexElement): Collation {
  const item = baseOf(type.kind === 'array' ? type.element! : type);
  if (categoryOf(item) !== 'S') {
    throw new SqlError('42804', `collations are not supported by type ${kindName(type)}`);
  }
  try {
    return findCollation(ctx, name, ast);
  } catch (error) {
    throw error instanceof SqlError ? error.with({position: undefined}) : error;
  }
}

/** Errors: 42704, 42804. */
function classFor(method: string, type: SqlType, name: readonly string[] | null): OperatorClass {
  const types = indexedTypeNames(type);
  if (name === null) {
    const found = defaultOperatorClass(method, types);
    if (found) return found;
    throw new SqlError('42704', `data type ${types[0]} has no default operator class for access method "${method}"`, {
      hint: 'You must specify an operator class for the index or define a default operator class for the data type.',
    });
  }
  const found = operatorClassNamed(method, name[name.length - 1]);
  if (!found) {
    throw new SqlError('42704', `operator class "${name.join('.')}" does not exist for access method "${method}"`);
  }
  if (!types.includes(found.type)) {
    throw new SqlError('42804', `operator class "${name.join('.')}" does not accept data type ${types[0]}`);
  }
  return found;
}

function includedColumn(relation: IndexedRelation, ast: IndexElement): number {
  const {expression} = ast;
  if (expression.kind !== 'column_ref' || expression.path.length !== 1) {
    throw new SqlError('0A000', 'expressions are not supported in included columns');
  }
  const place = liveColumn(relation, expression.path[0]);
  const refuse = (what: string) => new SqlError('42P17', `including column does not support ${what}`);
  if (ast.collation) throw refuse('a collation');
  if (ast.operatorClass) throw refuse('an operator class');
  if (ast.direction !== 'default') throw refuse('ASC/DESC options');
  if (ast.nulls !== 'default') throw refuse('NULLS FIRST/LAST options');
  return place;
}

const MAX_NAME = 63;

/** Of the index's own columns: those of columns and functions, with numbers behind what comes again. */
function columnNames(elements: readonly IndexElement[]): string[] {
  const names: string[] = [];
  for (const {expression} of elements) {
    const found = columnName(expression);
    const plain = found === '?column?' ? 'expr' : found;
    let name = plain;
    for (let i = 1; names.includes(name); i++) name = `${plain.slice(0, MAX_NAME - String(i).length)}${i}`;
    names.push(name);
  }
  return names;
}

function freeName(ctx: BindContext, relation: IndexedRelation, names: readonly string[]): string {
  let addition = '';
  for (const name of names) {
    addition += addition === '' ? name : `_${name}`;
    if (Buffer.byteLength(addition) > MAX_NAME) break;
  }
  return chooseName(relation.name, addition, 'idx', name => isTaken(ctx, relation, name));
}

/** Indexes share the names of their schema's relations. */
function isTaken({catalog}: BindContext, {schema}: IndexedRelation, name: string): boolean {
  return catalog.inSchema(schema, name) !== null || catalog.indexInSchema(schema, name) !== null;
}
