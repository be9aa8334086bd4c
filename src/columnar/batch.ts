import type {Address, Memory} from '../kernels/memory.ts';
import type {Schema} from '../types/schema.ts';
import {releaseVector, retainVector} from './vector-references.ts';
import type {Vector} from './vector.ts';

/** Rows in a batch at most. */
export const MAX_BATCH_ROWS = 8192;

/**
 * A columnar Z-set: rows with integer weights. Immutable once emitted, reference-counted; whoever keeps one past
 * the call that handed it over retains it, whoever is given the reference (Output.emit) releases it.
 */
export class Batch {
  readonly memory: Memory;
  readonly schema: Schema;
  /** Physical rows, at most MAX_BATCH_ROWS. */
  readonly length: number;
  readonly columns: readonly Vector[];
  /** int64[length]; 0 = every weight is +1. */
  readonly weights: Address;
  /** uint32[selected], ascending physical row numbers; 0 = all rows. */
  readonly selection: Address;
  /** Rows that count: the length of `selection`, or `length`. */
  readonly selected: number;
  /** Distinct rows, no zero weight. */
  readonly consolidated: boolean;
  private references = 1;

  constructor(
    memory: Memory,
    fields: {
      schema: Schema;
      length: number;
      columns: readonly Vector[];
      weights?: Address;
      selection?: Address;
      selected?: number;
      consolidated?: boolean;
    },
  ) {
    this.memory = memory;
    this.schema = fields.schema;
    this.length = fields.length;
    this.columns = fields.columns;
    this.weights = fields.weights ?? (0 as Address);
    this.selection = fields.selection ?? (0 as Address);
    this.selected = this.selection === 0 ? fields.length : fields.selected!;
    this.consolidated = fields.consolidated ?? false;
  }

  retain(): this {
    this.references++;
    return this;
  }

  release(): void {
    if (--this.references > 0) return;
    if (this.references < 0) throw new Error('batch released more often than retained');
    for (const column of this.columns) releaseVector(this.memory, column);
    if (this.weights !== 0) this.memory.release(this.weights);
    if (this.selection !== 0) this.memory.release(this.selection);
  }

  /** The same rows under other columns (each already retained for the new batch); weights and selection are shared. */
  withColumns(schema: Schema, columns: readonly Vector[]): Batch {
    if (this.weights !== 0) this.memory.retain(this.weights);
    if (this.selection !== 0) this.memory.retain(this.selection);
    return new Batch(this.memory, {
      schema,
      length: this.length,
      columns,
      weights: this.weights,
      selection: this.selection,
      selected: this.selected,
    });
  }

  /** The columns at `indexes`, shared. */
  pick(schema: Schema, indexes: readonly number[]): Batch {
    return this.withColumns(
      schema,
      indexes.map(i => retainVector(this.memory, this.columns[i])),
    );
  }
}
