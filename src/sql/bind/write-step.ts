import type {TableObject} from '../../catalog/object.ts';
import {schemaOf} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import type {ObjectId, Rel} from '../../plan/rel.ts';
import type {Schema} from '../../types/schema.ts';
import type {BindContext} from './context.ts';

export type WriteKind = 'insert' | 'update' | 'delete' | 'merge';

export type MergeActionKind = 'nothing' | 'insert' | 'update' | 'delete';

/**
 * What one INSERT, UPDATE, DELETE or MERGE does to its table. `rel` gives, in the table's column order, for
 * - insert: the rows to add
 * - delete: the rows to take out, whole
 * - update: the old row, then the new one
 * - merge: the number of the action, then the old and the new row
 * and behind that what `output` has besides the table's columns.
 */
export type BoundStep = {
  readonly kind: WriteKind;
  readonly table: TableObject;
  readonly rel: Rel;
  /** A row to be changed may come several times, joined to several others: it is changed once. */
  readonly joined: boolean;
  /** The column of `rel` that tells rows apart that are equal, where the statement speaks of it: their ctid. */
  readonly numberedBy?: number;
  /** merge: what the numbers mean. */
  readonly actions: readonly MergeActionKind[];
  readonly conflict: BoundConflict | null;
  /** insert: columns that are computed when the rows stand in order; behind the table's columns `rel` has its sort keys then. */
  readonly late: readonly {readonly column: number; readonly expr: Expr}[];
  readonly output: StepOutput | null;
  /** Of rows that are written through views with check options: over `object`, the rows as they stand in the table; it raises. */
  readonly check?: BoundCheck | null;
};

export type BoundCheck = {readonly object: ObjectId; readonly rel: Rel};

/** The rows that the step has written (of a delete: taken out), with columns of what they were joined to: for RETURNING. */
type StepOutput = {readonly object: ObjectId; readonly schema: Schema};

/** ON CONFLICT. */
export type BoundConflict = {
  /** Numbers of the table's unique constraints that are looked at; all of them where none was named. */
  readonly arbiters: readonly number[];
  /** DO UPDATE: over `object`, the row that is there, the one proposed and its number: the old row, the new one, the number. */
  readonly update: {readonly object: ObjectId; readonly rel: Rel} | null;
};

/**
 * A relation that exists while one statement runs: the engine fills it between the steps. Its number is negative, which
 * no object of the catalog has.
 */
export function transientRel(ctx: BindContext, name: string, schema: Schema): Extract<Rel, {node: 'get'}> {
  return {node: 'get', object: -++ctx.transients, name, schema};
}

/** Where RETURNING finds the rows, with the columns of the relations they were joined to. */
export function outputOf(ctx: BindContext, table: TableObject, joined: Schema): Extract<Rel, {node: 'get'}> {
  return transientRel(ctx, table.name, [...schemaOf(table), ...joined]);
}
