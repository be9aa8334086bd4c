import {type Deferral, type ForeignKey, type TableIndex, uniqueConstraints} from '../catalog/constraints.ts';
import {liveColumns, schemaOf, type TableObject} from '../catalog/object.ts';
import {isTemporarySchema} from '../catalog/temporary.ts';
import type {MissingValues} from '../columnar/widen.ts';
import type {Expr} from '../expr/expr.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Schema} from '../types/schema.ts';

/** What the engine runs for a table. */
export type TableSpec = {
  readonly kind: 'table';
  readonly oid: ObjectId;
  readonly name: string;
  /** The namespace's name, for errors. */
  readonly namespace: string;
  /** All columns that rows have, those that were dropped among them. */
  readonly schema: Schema;
  /** Places of the columns that have not been dropped, in their order. */
  readonly order: readonly number[];
  /** What rows have in columns that were added after they were written. */
  readonly missing: MissingValues;
  /** Grows when rows made for the table as it was may not be written any more. */
  readonly generation: number;
  readonly uniques: readonly UniqueKey[];
  readonly checks: readonly RowCheck[];
  readonly foreignKeys: readonly ForeignKeySpec[];
  /** Columns computed from the others whenever a row is written. */
  readonly generated: readonly {readonly column: number; readonly expr: Expr}[];
  /** It goes with its session: nothing of it is written down. */
  readonly temporary?: boolean;
  /** The dead-letter table of this source: fed by the engine, not by DML. */
  readonly deadLettersOf?: ObjectId;
};

/** A key that no two rows share; numbered as catalog/constraints.ts numbers them. */
export type UniqueKey = {
  readonly oid: ObjectId;
  readonly name: string;
  readonly columns: readonly number[];
  readonly nullsNotDistinct: boolean;
  /** Some rows are out of it: those with NULL in the last of its columns. */
  readonly partial?: boolean;
  /** How errors name what it is over; absent: by the columns' names. */
  readonly texts?: readonly string[];
} & Deferral;

/** By column: whether one NULL is as good as another. */
export function nullSafety({columns, nullsNotDistinct, partial}: UniqueKey): readonly boolean[] {
  return columns.map((_, i) => nullsNotDistinct && !(partial && i === columns.length - 1));
}

/** CHECK: refuses rows for which the expression is false. */
type RowCheck = {readonly name: string; readonly expr: Expr};

export type ForeignKeySpec = Omit<ForeignKey, 'index' | 'validated' | 'comment'> & {
  /** What SET DEFAULT puts into the columns. */
  readonly defaults: readonly (Expr | null)[];
};

/** Sets of columns of which no two rows agree in all; where a column may be NULL, several rows may have it so. */
export function keysWithoutNulls({uniques, schema}: TableSpec): (readonly number[])[] {
  return uniques
    .filter(({deferrable}) => !deferrable)
    .filter(
      ({columns, nullsNotDistinct, partial}) =>
        (nullsNotDistinct && !partial) || columns.every(column => !schema[column].nullable),
    )
    .map(({columns}) => columns);
}

function uniqueKey({columns}: TableObject, index: TableIndex): UniqueKey {
  const {oid, name, columns: keys, guard, expressions = [], nullsNotDistinct, deferrable, deferred} = index;
  const partial = typeof guard === 'number';
  const texts = keys.map((key, i) => expressions.at(i)?.text ?? columns[key].name);
  const key = {oid, name, columns: partial ? [...keys, guard] : keys, nullsNotDistinct, deferrable, deferred};
  return expressions.some(Boolean) || partial ? {...key, partial, texts} : key;
}

/** What the engine is to run for a table of the catalog. */
export function tableSpec(table: TableObject): TableSpec {
  const {oid, name, schema, columns, checks, foreignKeys} = table;
  return {
    kind: 'table',
    oid,
    name,
    namespace: schema,
    schema: schemaOf(table),
    order: liveColumns(table).map(({index}) => index),
    missing: new Map(columns.flatMap(({missing}, i) => (missing === undefined ? [] : [[i, missing] as const]))),
    generation: table.generation,
    ...(isTemporarySchema(schema) && {temporary: true}),
    uniques: uniqueConstraints(table).map(index => uniqueKey(table, index)),
    checks: checks.map(({name: check, expr}) => ({name: check, expr})),
    foreignKeys: foreignKeys.map(({index: _index, validated: _validated, comment: _comment, ...key}) => ({
      ...key,
      defaults: key.columns.map(column => columns[column].default?.expr ?? null),
    })),
    generated: columns.flatMap(({generated}, column) => (generated ? [{column, expr: generated.expr}] : [])),
  };
}
