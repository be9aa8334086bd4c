import type {CatalogColumn, SequenceObject, TableObject} from '../../catalog/object.ts';
import {chooseName} from '../../catalog/constraints.ts';
import {isTemporarySchema} from '../../catalog/temporary.ts';
import {castBetween} from '../../expr/registry.ts';
import type {Expr} from '../../expr/expr.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, REGCLASS} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {CreateTable, SequenceOption} from '../ast/index.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {commonFields} from './definition.ts';
import {bindTableOptions} from './table-options.ts';
import {bindSequenceOptions, SEQUENCE_COLUMNS} from './sequence.ts';
import {declareColumns, withLikeChecks, withLikeIndexes} from './like-table.ts';
import {bindGenerated} from './table-columns.ts';
import type {DeclaredColumn} from './table-columns.ts';
import {checkTablespace} from './tablespace.ts';
import {addColumnConstraint, addConstraint} from './table-constraints.ts';

/** A new table, with the sequences of its serial and identity columns. */
type BoundTable = {readonly table: TableObject; readonly sequences: readonly SequenceObject[]};

/**
 * The record of a new table, its OIDs taken from `options.catalog`, to which the caller adds it.
 * Errors: 3F000, 42601, 42701, 42703, 42704, 42710, 42804, 42830, 42P16, 42P17, 0A000.
 */
export function bindCreateTable(ast: CreateTable, options: BindOptions): BoundTable {
  const ctx = new BindContext(options);
  refuseClauses(ctx, ast);
  const {declared, likes} = declareColumns(ctx, ast.elements, ast.name.parts[ast.name.parts.length - 1]);
  let table: TableObject = {
    ...tableFields(ctx, ast),
    kind: 'table',
    dependsOn: [],
    columns: declared.map(({column}) => column),
    indexes: [],
    checks: [],
    foreignKeys: [],
    generation: 0,
    options: bindTableOptions(ast.options),
  };
  const sequences: SequenceObject[] = [];
  declared.forEach((column, index) => {
    if (!column.sequence) return;
    const sequence = columnSequence(ctx, table, index, column, sequences);
    sequences.push(sequence);
    table = withColumn(table, index, filledBy(table.columns[index], sequence));
  });
  declared.forEach(({generated}, index) => {
    if (!generated) return;
    const marked = {...table.columns[index], generated: null};
    const scope = {schema: table.schema, table: table.name, oid: table.oid, columns: table.columns};
    table = withColumn(table, index, {...marked, generated: bindGenerated(ctx, scope, index, generated.expression)});
  });
  for (const like of likes) table = withLikeChecks(ctx, table, like);
  const [own, foreign] = inOrder(ast);
  for (const element of own) table = withElement(ctx, table, element);
  for (const like of likes) table = withLikeIndexes(ctx, table, like);
  for (const element of foreign) table = withElement(ctx, table, element);
  return {table, sequences};
}

function withElement(ctx: BindContext, table: TableObject, element: Element): TableObject {
  return 'column' in element
    ? addColumnConstraint(ctx, table, element.column, element.constraint)
    : addConstraint(ctx, table, element.constraint);
}

type Element =
  | {readonly column: string; readonly constraint: Parameters<typeof addColumnConstraint>[3]}
  | {readonly constraint: Parameters<typeof addConstraint>[2]};

/** Checks and keys before foreign keys, which may speak of the table's own keys. */
function inOrder(ast: CreateTable): readonly [readonly Element[], readonly Element[]] {
  const elements = ast.elements.flatMap((element): Element[] => {
    if (element.kind === 'like_table') return [];
    if (element.kind !== 'column_definition') return [{constraint: element}];
    return element.constraints.map(constraint => ({column: element.name, constraint}));
  });
  const isForeign = ({constraint}: Element): boolean =>
    constraint.kind === 'references' || constraint.kind === 'foreign_key';
  return [elements.filter(element => !isForeign(element)), elements.filter(isForeign)];
}

function withColumn(table: TableObject, index: number, column: CatalogColumn): TableObject {
  return {...table, columns: table.columns.map((before, i) => (i === index ? column : before))};
}

/** The sequence of a serial or identity column. Errors: 22023 another type than an integer's. */
export function columnSequence(
  ctx: BindContext,
  table: TableObject,
  index: number,
  {sequence}: Pick<DeclaredColumn, 'sequence'>,
  others: readonly SequenceObject[] = [],
): SequenceObject {
  const {name, type} = table.columns[index];
  const identity = sequence !== 'serial' && sequence !== null;
  if (identity && !['smallint', 'integer', 'bigint'].includes(type.kind)) {
    throw new SqlError('22023', 'identity column type must be smallint, integer, or bigint');
  }
  const options = identity ? sequence.options : [];
  const named = options.find(option => option.name === 'sequence name');
  const rest = options.filter(option => option.name !== 'sequence name');
  const {restart: _restart, ...facts} = bindSequenceOptions(ctx, rest, null, type);
  const taken = (candidate: string): boolean =>
    ctx.catalog.inSchema(table.schema, candidate) !== null ||
    candidate === table.name ||
    others.some(other => other.name === candidate);
  const oid = ctx.catalog.allocateOid();
  return {
    kind: 'sequence',
    oid,
    name: named ? lastPart(named) : chooseName(table.name, name, 'seq', taken),
    schema: table.schema,
    owner: table.owner,
    definition: `-- made with table ${table.name}`,
    dependsOn: [],
    comment: null,
    ...facts,
    ...(table.unlogged && {unlogged: true}),
    ownedBy: {table: table.oid, column: index},
    identity,
    columns: SEQUENCE_COLUMNS,
  };
}

function lastPart({sequence}: Extract<SequenceOption, {name: 'sequence name'}>): string {
  return sequence.parts[sequence.parts.length - 1];
}

/** The column with nextval() of the sequence for its default. */
export function filledBy(column: CatalogColumn, sequence: SequenceObject): CatalogColumn {
  const expr = nextValue(sequence, column.type);
  const text = `nextval('${quoteIdentifier(sequence.name)}'::regclass)`;
  return {...column, default: {expr, text}};
}

/** nextval() as the column's type. */
function nextValue(sequence: SequenceObject, type: SqlType): Expr {
  const call: Expr = {
    op: 'call',
    signature: 'nextval(regclass)',
    args: [{op: 'literal', value: BigInt(sequence.oid), type: REGCLASS}],
    type: BIGINT,
  };
  if (type.kind === 'bigint') return call;
  const cast = castBetween(BIGINT, type);
  if (!cast) throw new Error(`no cast from bigint to ${kindName(type)}`);
  return {op: 'call', signature: cast.signature, args: [call], type};
}

/** Errors: 42P16. */
function tableFields(ctx: BindContext, ast: CreateTable) {
  try {
    const common = commonFields(ctx, ast, ast.name, ast.persistence);
    return {...common, ...persistenceFields(common.schema, ast)};
  } catch (error) {
    const placed = error instanceof SqlError && error.code === '42P16' && !error.message.startsWith('ON COMMIT');
    throw placed ? error.at(ctx.at(ast.name)) : error;
  }
}

/** What CREATE TABLE says of how long rows stay. Errors: 42P16. */
export function persistenceFields(
  schema: string,
  {persistence, onCommit}: Pick<CreateTable, 'persistence' | 'onCommit'>,
): Pick<TableObject, 'unlogged' | 'onCommit'> {
  if (onCommit !== 'default' && !isTemporarySchema(schema)) {
    throw new SqlError('42P16', 'ON COMMIT can only be used on temporary tables');
  }
  return {
    ...(persistence === 'unlogged' && {unlogged: true}),
    ...((onCommit === 'drop' || onCommit === 'delete rows') && {onCommit}),
  };
}

function refuseClauses(ctx: BindContext, ast: CreateTable): void {
  checkTablespace(ast.tablespace);
  if (ast.inherits.length > 0) throw ctx.unsupported('INHERITS', ast.inherits[0]);
}
