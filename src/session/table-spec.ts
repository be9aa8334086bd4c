import {uniqueConstraints} from '../catalog/constraints.ts';
import {schemaOf, type TableObject} from '../catalog/object.ts';
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
  readonly schema: Schema;
  readonly uniques: readonly UniqueKey[];
  readonly checks: readonly RowCheck[];
  /** Columns computed from the others whenever a row is written. */
  readonly generated: readonly {readonly column: number; readonly expr: Expr}[];
  /** The dead-letter table of this source: fed by the engine, not by DML. */
  readonly deadLettersOf?: ObjectId;
};

/** A key that no two rows share; numbered as catalog/constraints.ts numbers them. */
export type UniqueKey = {
  readonly name: string;
  readonly columns: readonly number[];
  readonly nullsNotDistinct: boolean;
};

/** CHECK: refuses rows for which the expression is false. */
export type RowCheck = {readonly name: string; readonly expr: Expr};

/** Sets of columns of which no two rows agree in all; where a column may be NULL, several rows may have it so. */
export function keysWithoutNulls({uniques, schema}: TableSpec): (readonly number[])[] {
  return uniques
    .filter(({columns, nullsNotDistinct}) => nullsNotDistinct || columns.every(column => !schema[column].nullable))
    .map(({columns}) => columns);
}

/** What the engine is to run for a table of the catalog. */
export function tableSpec(table: TableObject): TableSpec {
  const {oid, name, schema} = table;
  return {
    kind: 'table',
    oid,
    name,
    namespace: schema,
    schema: schemaOf(table),
    uniques: uniqueConstraints(table).map(({name: key, columns}) => ({name: key, columns, nullsNotDistinct: false})),
    checks: [],
    generated: [],
  };
}
