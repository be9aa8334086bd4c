import type {Expr} from '../expr/expr.ts';
import type {Catalog} from './catalog.ts';
import type {Calls, CatalogObject, MaterializedViewObject, ObjectId, TableObject} from './object.ts';

// What a table's record says of its keys, checks and indexes. Columns are numbers from 0.

/** When a constraint is checked: at the end of each statement, or, deferred, of the transaction. */
export type Deferral = {readonly deferrable: boolean; readonly deferred: boolean};

export const IMMEDIATE: Deferral = Object.freeze({deferrable: false, deferred: false});

/** The transaction's end may say something against what is written. */
export function hasDeferred({indexes, foreignKeys}: TableObject): boolean {
  return indexes.some(({deferred}) => deferred) || foreignKeys.some(({deferred}) => deferred);
}

export type TableIndex = Deferral & {
  readonly oid: ObjectId;
  readonly name: string;
  /**
   * What is indexed. Of an expression: where a unique index of a table keeps its value in rows (a hidden column); -1 elsewhere.
   */
  readonly columns: readonly number[];
  /** As pg_get_indexdef prints them, in the order of `columns`. */
  readonly elements: readonly string[];
  /** Names of the index's own columns; absent: those of the columns. */
  readonly names?: readonly string[];
  /** What stands behind each: its collation, operator class and order. */
  readonly suffixes?: readonly string[];
  /** By the place in `columns`; null: a column. */
  readonly expressions?: readonly (IndexExpression | null)[];
  readonly include?: readonly number[];
  /** The OIDs of collations, by the place in `columns`; absent: those of the columns. */
  readonly collations?: readonly number[];
  /** As pg_index.indoption and indclass have them, by the place in `columns`. */
  readonly sorting?: readonly number[];
  readonly classes?: readonly number[];
  /** WITH (…): `fillfactor=70`. */
  readonly parameters?: readonly string[];
  /** The condition of a partial index. */
  readonly predicate?: IndexExpression | null;
  /** Of a unique partial index of a table: the hidden column that is true in its rows, and NULL in all others. */
  readonly guard?: number | null;
  readonly unique: boolean;
  /** Made by PRIMARY KEY or UNIQUE, and dropped with that alone. */
  readonly constraint: 'primary' | 'unique' | null;
  readonly nullsNotDistinct: boolean;
  /** The condition of a partial index, as pg_get_indexdef prints it. */
  readonly where: string | null;
  readonly method: string;
  readonly comment: string | null;
  /** Of the constraint that it was made by. */
  readonly constraintComment?: string | null;
};

/** An expression of an index, over the columns of the relation. */
export type IndexExpression = Calls & {
  readonly expr: Expr;
  /** As Postgres prints it among the keys that are in conflict. */
  readonly text: string;
  readonly columns: readonly number[];
};

/** Something that can have indexes. */
export type IndexedRelation = TableObject | MaterializedViewObject;

/** CHECK: `expr` is over the table's columns. */
export type CheckConstraint = Calls & {
  readonly oid: ObjectId;
  readonly name: string;
  readonly expr: Expr;
  readonly text: string;
  readonly columns: readonly number[];
  /** NOT VALID: rows from before have not been looked at. */
  readonly validated: boolean;
  readonly noInherit: boolean;
  readonly comment?: string | null;
};

export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

/** FOREIGN KEY. */
export type ForeignKey = Deferral & {
  readonly oid: ObjectId;
  readonly name: string;
  readonly columns: readonly number[];
  readonly references: ObjectId;
  /** Of the referenced table, in the order of `columns`. */
  readonly referenced: readonly number[];
  /** The index there that makes them unique. */
  readonly index: ObjectId;
  readonly match: 'simple' | 'full';
  readonly onUpdate: ReferentialAction;
  readonly onDelete: ReferentialAction;
  /** SET NULL and SET DEFAULT of ON DELETE: these columns alone; null: all. */
  readonly setColumns: readonly number[] | null;
  readonly validated: boolean;
  readonly comment?: string | null;
};

/** The index of a PRIMARY KEY or UNIQUE constraint. */
export function keyIndex(
  key: Pick<TableIndex, 'oid' | 'name' | 'columns' | 'elements' | 'constraint'> & Partial<TableIndex>,
): TableIndex {
  return {...IMMEDIATE, unique: true, nullsNotDistinct: false, where: null, method: 'btree', comment: null, ...key};
}

export function indexOfOid(
  catalog: Catalog,
  oid: ObjectId,
): {readonly table: IndexedRelation; readonly index: TableIndex} | null {
  for (const table of indexedRelations(catalog)) {
    const index = indexesOf(table).find(candidate => candidate.oid === oid);
    if (index) return {table, index};
  }
  return null;
}

function indexedRelations(catalog: Catalog): IndexedRelation[] {
  return [...catalog.ofKind('table'), ...catalog.ofKind('materialized view')];
}

export function indexesOf(object: CatalogObject): readonly TableIndex[] {
  return object.kind === 'table' || object.kind === 'materialized view' ? (object.indexes ?? []) : [];
}

/** The columns that each index finds rows by, up to an expression; a partial one finds but some. */
export function lookupColumns(object: CatalogObject): readonly (readonly number[])[] {
  return indexesOf(object).flatMap(({columns, expressions = [], where}) => {
    const computed = columns.findIndex((_, i) => Boolean(expressions.at(i)));
    const plain = computed < 0 ? columns : columns.slice(0, computed);
    return where !== null || plain.length === 0 ? [] : [plain];
  });
}

export function withIndexes(relation: IndexedRelation, indexes: readonly TableIndex[]): IndexedRelation {
  return {...relation, indexes};
}

/** Columns of the relation's rows that the index speaks of, and those that it keeps in them for itself. */
export function indexMentions(index: TableIndex, column: number): boolean {
  const {columns, include = [], expressions = [], predicate, guard} = index;
  return (
    columns.includes(column) ||
    include.includes(column) ||
    guard === column ||
    expressions.some(each => each?.columns.includes(column)) ||
    Boolean(predicate?.columns.includes(column))
  );
}

/** The columns of the table's rows that are there for this index alone. */
export function hiddenColumns({columns, expressions = [], guard}: TableIndex): number[] {
  const values = columns.filter((column, i) => column >= 0 && Boolean(expressions.at(i)));
  return typeof guard === 'number' ? [...values, guard] : values;
}

export function primaryKeyOf(table: TableObject): TableIndex | null {
  return table.indexes.find(index => index.constraint === 'primary') ?? null;
}

/** The keys that no two rows of the table may share: their numbers are what ON CONFLICT speaks of. */
export function uniqueConstraints(table: TableObject): readonly TableIndex[] {
  return table.indexes.filter(({unique}) => unique);
}

/** Names that the table's constraints have taken. */
export function constraintNames(table: Pick<TableObject, 'indexes' | 'checks' | 'foreignKeys'>): string[] {
  return [...table.indexes.filter(({constraint}) => constraint), ...table.checks, ...table.foreignKeys].map(
    ({name}) => name,
  );
}

const MAX_NAME = 63;

/**
 * The name that Postgres gives what was made without one: table, column and kind, the longer of the first two cut where all is
 * too long, and a number behind where that is taken.
 */
export function chooseName(
  table: string,
  column: string | null,
  kind: string,
  taken: (name: string) => boolean,
): string {
  for (let pass = 0; ; pass++) {
    const name = objectName(table, column, pass === 0 ? kind : `${kind}${pass}`);
    if (!taken(name)) return name;
  }
}

function objectName(first: string, second: string | null, label: string): string {
  let [a, b] = [first, second ?? ''];
  const room = MAX_NAME - label.length - (second === null ? 1 : 2);
  while (bytes(a) + bytes(b) > room) {
    if (bytes(a) > bytes(b)) a = a.slice(0, -1);
    else b = b.slice(0, -1);
  }
  return [a, ...(second === null ? [] : [b]), label].join('_');
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
